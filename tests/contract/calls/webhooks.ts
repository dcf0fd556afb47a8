import { expect, it } from 'vitest';
import { dataOf, desk, INVALID, MALFORMED, NOT_FOUND, nobody } from '../shop.ts';

const body = { url: 'https://books.example.com/hooks', description: 'Books', events: ['order.placed'] };
const newWebhook = async () => dataOf(await desk('POST', '/admin/webhooks', body), 201);

export function webhooks() {
  it('are added, read, changed and removed', async () => {
    const { id, secret } = await newWebhook();
    expect(secret).toMatch(/^whsec_/);
    expect(dataOf(await desk('GET', '/admin/webhooks'))[0]).toMatchObject({ id, state: 'active' });
    const changed = await desk('PATCH', `/admin/webhooks/${id}`, { events: ['stock.low'], is_active: false });
    expect(dataOf(changed)).toMatchObject({ events: ['stock.low'], state: 'paused', url: body.url });
    expect(dataOf(await desk('GET', `/admin/webhooks/${id}`))).not.toHaveProperty('secret');
    const rotated = dataOf(await desk('POST', `/admin/webhooks/${id}/secret`));
    expect(rotated.secret).not.toBe(secret);
    expect(await desk('DELETE', `/admin/webhooks/${id}`)).toMatchObject({ status: 204 });
    expect(await desk('GET', `/admin/webhooks/${id}`)).toMatchObject(NOT_FOUND);
  });

  it('have deliveries that can be sent again', async () => {
    const { id } = await newWebhook();
    const tested = dataOf(await desk('POST', `/admin/webhooks/${id}/test`), 202);
    expect(tested).toMatchObject({ event: 'test', status: 'queued', payload: { event: 'test' } });
    const listed = dataOf(await desk('GET', `/admin/webhooks/deliveries?endpoint_id=${id}`));
    expect(listed).toHaveLength(1);
    const again = await desk('POST', `/admin/webhooks/deliveries/${listed[0].id}/replay`);
    expect(dataOf(again, 202)).toMatchObject({ id: tested.id });
  });

  it('are refused where they make no sense', async () => {
    expect(await desk('POST', '/admin/webhooks', { ...body, url: 'http://localhost/' })).toMatchObject(INVALID);
    expect(await desk('POST', '/admin/webhooks', { ...body, events: [] })).toMatchObject(INVALID);
    expect(await desk('PATCH', `/admin/webhooks/${nobody()}`, { is_active: true })).toMatchObject(NOT_FOUND);
    expect(await desk('GET', '/admin/webhooks/first')).toMatchObject(MALFORMED);
    expect(await desk('GET', '/admin/webhooks/deliveries?status=lost')).toMatchObject(MALFORMED);
    for (const address of ['', '/secret', '/test']) {
      const method = address === '' ? 'DELETE' : 'POST';
      expect(await desk(method, `/admin/webhooks/${nobody()}${address}`)).toMatchObject(NOT_FOUND);
    }
    expect(await desk('POST', `/admin/webhooks/deliveries/${nobody()}/replay`)).toMatchObject(NOT_FOUND);
  });
}
