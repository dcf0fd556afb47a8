import { expect, it } from 'vitest';
import { notThe } from '#tests/support/codes';
import { dataOf, desk, INVALID, NOT_FOUND, newProduct, nobody, person, send } from '../shop.ts';

const OUT = { status: 401, code: 'AUTH_002' };
const PASSWORD = 'three loaves of rye';
const post = (path: string, body: unknown, token?: string) => send('POST', path, { body, token });

/** What stands in the newest letter or message to somebody; a shop that sends nothing shows it at its desk. */
async function bodyTo(recipient: string, event: string): Promise<string> {
  const { data } = await desk('GET', `/admin/outbox?q=${encodeURIComponent(recipient)}`);
  return data.find((one: { event: string }) => one.event === event)?.body ?? '';
}
const linkTo = async (email: string, event: string) => /token=([\w.-]+)/.exec(await bodyTo(email, event))?.[1] ?? '';
const codeTo = async (phone: string) => /\d{6}/.exec(await bodyTo(phone, 'phone_code'))?.[0] ?? '';

async function signedUp() {
  const email = `${nobody()}@example.com`;
  dataOf(await post('/auth/register', { name: 'Ana Pop', email, password: PASSWORD }), 202);
  const registration = await linkTo(email, 'account_confirm');
  const { token } = dataOf(await post('/auth/register/confirm', { registration, password: PASSWORD }));
  return { email, token: String(token) };
}

export function account() {
  it('is made by a letter or a code, and signed in to', async () => {
    const { email, token } = await signedUp();
    expect(dataOf(await send('GET', '/auth/me', { token }))).toMatchObject({ name: 'Ana Pop', role: 'customer' });
    expect(dataOf(await post('/auth/login', { email, password: PASSWORD })).user.role).toBe('customer');
    expect(await post('/auth/register/confirm', { registration: 'none', password: PASSWORD })).toMatchObject(OUT);
    expect(await post('/auth/register', { name: 'Ana', password: PASSWORD })).toMatchObject(INVALID);

    const phone = '+4915112345611';
    const begun = dataOf(await post('/auth/register', { name: 'Dan', phone, password: PASSWORD }), 202);
    const code = await codeTo(phone);
    const { registration } = begun;
    const wrong = await post('/auth/register/confirm', { registration, code: notThe(code) });
    expect(wrong).toMatchObject({ status: 422, code: 'SMS_002' });
    expect(dataOf(await post('/auth/register/confirm', { registration, code })).user.name).toBe('Dan');
    expect(dataOf(await post('/auth/login', { phone, password: PASSWORD })).user.name).toBe('Dan');
  });

  it('gets a new password by a link that works once', async () => {
    const { email, token } = await signedUp();
    dataOf(await post('/auth/password/forgot', { email }), 202);
    expect(await post('/auth/password/forgot', { email: 'none' })).toMatchObject(INVALID);
    const link = await linkTo(email, 'account_reset');
    dataOf(await post('/auth/password/reset', { token: link, password: 'four loaves of rye' }));
    expect(await send('GET', '/account', { token })).toMatchObject(OUT);
    expect(await post('/auth/password/reset', { token: link, password: 'five loaves of rye' })).toMatchObject(OUT);
    expect(await post('/auth/password/reset', { token: link, password: 'short' })).toMatchObject(INVALID);
  });

  it('shows and changes who one is', async () => {
    const { email, token } = await signedUp();
    const patch = (body: unknown) => send('PATCH', '/account', { body, token });
    expect(dataOf(await send('GET', '/account', { token }))).toMatchObject({ email, marketing: false });
    expect(dataOf(await patch({ marketing: true }))).toMatchObject({ marketing: true });
    const next = `${nobody()}@example.com`;
    expect(await patch({ email: next })).toMatchObject(INVALID);
    dataOf(await patch({ email: next, current_password: PASSWORD }));
    expect(dataOf(await post('/account/email', { token: await linkTo(next, 'account_email') }))).toEqual({
      email: next,
    });
    const other = await signedUp();
    dataOf(await patch({ email: other.email, current_password: PASSWORD }));
    const taken = await post('/account/email', { token: await linkTo(other.email, 'account_email') });
    expect(taken).toMatchObject({ status: 409, code: 'CONF_001' });

    const phone = '+4915112345612';
    dataOf(await post('/sms/verify', { phone, purpose: 'sign_in' }), 202);
    const code = await codeTo(phone);
    expect(await post('/account/phone', { phone, code: notThe(code) }, token)).toMatchObject({ code: 'SMS_002' });
    expect(dataOf(await post('/account/phone', { phone, code }, token))).toMatchObject({ phone });
  });

  it('hands over everything, and is forgotten with the password once nothing is open', async () => {
    const { email, token } = await signedUp();
    const items = [{ variant_id: (await newProduct()).variantId, quantity: 1 }];
    const { id, order_number } = dataOf(await send('POST', '/orders', { token, body: person({ items }) }), 201);
    const data = dataOf(await post('/account/export', {}, token));
    expect(data).toMatchObject({ format: 'barrow.personal-data', login: { email }, orders: [{ order_number }] });
    expect(await post('/account/export', {})).toMatchObject(OUT);

    const asked = { current_password: PASSWORD };
    const open = { status: 409, code: 'CONF_002', details: { order_numbers: [order_number] } };
    expect(await post('/account/erase', asked, token)).toMatchObject(open);
    dataOf(
      await desk('PATCH', `/admin/orders/${id}/status`, { status: 'cancelled', cancel_reason: 'Changed my mind' }),
    );
    expect(await post('/account/erase', {}, token)).toMatchObject(INVALID);
    expect(dataOf(await post('/account/erase', asked, token))).toEqual({ erased: true, orders: 1 });
    expect(await post('/account/erase', asked, token)).toMatchObject(OUT);
    expect(await post('/auth/login', { email, password: PASSWORD })).toMatchObject({ status: 401, code: 'AUTH_001' });
  });

  it('has orders and addresses of its own', async () => {
    const { token } = await signedUp();
    const items = [{ variant_id: (await newProduct()).variantId, quantity: 1 }];
    const placed = dataOf(await send('POST', '/orders', { token, body: person({ items }) }), 201);
    expect(dataOf(await send('GET', '/account/orders', { token }))).toMatchObject([{ id: placed.id }]);
    expect(await send('GET', '/account/orders?page=0', { token })).toMatchObject(INVALID);

    const again = `/account/orders/${placed.order_number}/reorder`;
    const reordered = dataOf(await post(again, undefined, token));
    expect(reordered).toMatchObject({ items: [{ wanted: 1, added: 1, problem: null }], cart: { item_count: 1 } });
    expect(await post('/account/orders/BAR-20200101-001/reorder', undefined, token)).toMatchObject(NOT_FOUND);

    const body = { street: 'Lindenweg 4', city: 'Berlin' };
    const added = dataOf(await post('/account/addresses', body, token), 201);
    expect(await post('/account/addresses', {}, token)).toMatchObject(INVALID);
    expect(dataOf(await send('GET', '/account/addresses', { token }))).toEqual([added]);
    const at = (id: string) => `/account/addresses/${id}`;
    dataOf(await send('PUT', at(added.id), { body: { ...body, label: 'Home' }, token }));
    expect(await send('PUT', at(nobody()), { body, token })).toMatchObject(NOT_FOUND);
    expect((await send('DELETE', at(added.id), { token })).status).toBe(204);
    expect(await send('DELETE', at(added.id), { token })).toMatchObject(NOT_FOUND);
  });
}
