import { expect, it } from 'vitest';
import { notThe } from '#tests/support/codes';
import { dataOf, desk, INVALID, MALFORMED, newProduct, person, send } from '../shop.ts';

const verify = (body: unknown) => send('POST', '/sms/verify', { body });
const confirm = (body: unknown) => send('POST', '/sms/confirm', { body });

export function phones() {
  it('are proven by a code, which the outbox shows where nothing sends it', async () => {
    const phone = '+4915112345601';
    expect(dataOf(await verify({ phone }), 202)).toEqual({
      channel: 'sms',
      expires_in: 600,
      resend_in: 60,
      channels: ['sms'],
    });
    const hasty = await verify({ phone });
    expect(hasty).toMatchObject({ status: 429, code: 'SMS_004', details: { reason: 'resend' } });
    expect(hasty.headers.get('retry-after')).toMatch(/^\d+$/);

    const outbox = await desk('GET', `/admin/outbox?channel=sms&q=${encodeURIComponent(phone)}`);
    expect(outbox.data).toMatchObject([{ event: 'phone_code', recipient: phone, status: 'captured' }]);
    const code = /\d{6}/.exec(outbox.data[0].body)?.[0] ?? '';
    const wrong = await confirm({ phone, code: notThe(code) });
    expect(wrong).toMatchObject({ status: 422, code: 'SMS_002', details: { tries_left: 4 } });
    const confirmed = await confirm({ phone_number: phone, code });
    const { token, expires_in } = dataOf(confirmed);
    expect(expires_in).toBe(86_400);
    expect(confirmed.headers.get('set-cookie')).toContain('HttpOnly');
    expect(await confirm({ phone, code })).toMatchObject({ status: 410, code: 'SMS_003' });

    const items = [{ variant_id: (await newProduct()).variantId, quantity: 1 }];
    const placed = dataOf(
      await send('POST', '/orders', { token, body: person({ items, customer_phone: phone }) }),
      201,
    );
    expect(dataOf(await send('GET', `/orders/${placed.order_number}`, { token })).id).toBe(placed.id);
  });

  it('get no code beyond the cap of the day, and are told the other way', async () => {
    const before = dataOf(await desk('GET', '/admin/settings/checkout'));
    const capped = { ...before, phone_check: { ...before.phone_check, daily_cap: 1 } };
    dataOf(await verify({ phone: '+4915112345602' }), 202);
    dataOf(await desk('PUT', '/admin/settings/checkout', capped));
    const refused = await verify({ phone: '+4915112345603' });
    expect(refused).toMatchObject({ status: 503, code: 'SMS_001', details: { channels: ['call_back'] } });
    dataOf(await desk('PUT', '/admin/settings/checkout', before));
  });

  it('and codes that cannot be right are refused, and so are messages of no kind', async () => {
    expect(await verify({})).toMatchObject(INVALID);
    expect(await verify({ phone: '+40900123456' })).toMatchObject(INVALID);
    expect(await confirm({ phone: '+4915112345604', code: 'abc' })).toMatchObject(INVALID);
    expect(await desk('GET', '/admin/outbox?channel=pigeon')).toMatchObject(MALFORMED);
  });
}
