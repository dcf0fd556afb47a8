import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { users } from '#db/schema/auth';
import { refreshTokens, signIn } from '#lib/auth/commands';
import { hashPassword } from '#lib/auth/secrets';
import { createCustomer } from '#lib/customers/commands';
import { createCustomerInput } from '#lib/customers/input';
import { database } from '#lib/database';
import { contextFor } from '#lib/http/context';
import { placeOrder } from '#lib/orders/commands';
import { withoutKeys } from '#lib/server/request-headers';
import { makeProduct, newPhone, orderOf, outcome, setSetting, staffMember, visitor } from '#tests/factories/shop';
import { call, tokenOf } from '#tests/support/api';

const PASSWORD = 'correct horse battery';
const username = `maria-${newId()}`;

beforeAll(async () => {
  await database()
    .db.insert(users)
    .values({ username, name: 'Maria', role: 'staff', passwordHash: await hashPassword(PASSWORD) });
});

describe('signing in', () => {
  const enter = (login: string, password: string, addressHash: string | null = newId()) =>
    signIn(visitor({ addressHash }), { login, password, door: 'any', userAgent: null });

  it('ends the session for any refresh token that was used before, not only the last', async () => {
    const first = await enter(username, PASSWORD);
    const second = await refreshTokens(visitor(), { refresh_token: first.refresh_token });
    const third = await refreshTokens(visitor(), { refresh_token: second.refresh_token });
    expect(await outcome(refreshTokens(visitor(), { refresh_token: first.refresh_token }))).toBe('AUTH_002');
    expect(await outcome(refreshTokens(visitor(), { refresh_token: third.refresh_token }))).toBe('AUTH_002');
  });

  it('does not end a session for a token that was never given out', async () => {
    const { refresh_token } = await enter(username, PASSWORD);
    const forged = refresh_token.replace(/\.[^.]+\./, '.forged.');
    expect(await outcome(refreshTokens(visitor(), { refresh_token: forged }))).toBe('AUTH_002');
    expect(await outcome(refreshTokens(visitor(), { refresh_token }))).toBe('ok');
  });

  it('lets an address that used up its tries lock nobody else out', async () => {
    const address = newId();
    for (let at = 0; at < 10; at += 1) await outcome(enter(`nobody-${newId()}`, 'x', address));
    for (let at = 0; at < 10; at += 1) expect(await outcome(enter(username, 'x', address))).toBe('RATE_001');
    expect(await outcome(enter(username, PASSWORD))).toBe('ok');
  });

  it('counts failures only', async () => {
    const address = newId();
    for (let at = 0; at < 12; at += 1) expect(await outcome(enter(username, PASSWORD, address))).toBe('ok');
    for (let at = 0; at < 10; at += 1) expect(await outcome(enter(username, 'x', address))).toBe('AUTH_001');
    expect(await outcome(enter(username, PASSWORD, address))).toBe('RATE_001');
  });

  it('lets no more tries through at one moment', async () => {
    const login = `nobody-${newId()}`;
    const tries = await Promise.all(Array.from({ length: 14 }, () => outcome(enter(login, 'x'))));
    expect(tries.filter((code) => code === 'AUTH_001')).toHaveLength(10);
  });

  it('counts a phone as one account however it is spelled', async () => {
    const spellings = ['+40 722 999 111', '0040722999111', '+40-722-999-111', '(+40)722999111', '+40 (722) 999-111'];
    for (const login of [...spellings, ...spellings]) expect(await outcome(enter(login, 'x'))).toBe('AUTH_001');
    expect(await outcome(enter('+40.722.999.111', 'x'))).toBe('RATE_001');
  });
});

it('counts all addresses of one IPv6 customer as one', async () => {
  const hashOf = async (address: string) =>
    (await contextFor(new Headers({ 'x-barrow-client-address': address }))).addressHash;
  expect(await hashOf('2001:db8:1:2::1')).toBe(await hashOf('2001:db8:1:2:ffff::9'));
  expect(await hashOf('2001:db8:1:2::1')).not.toBe(await hashOf('2001:db8:1:3::1'));
});

it('keeps the keys of carts out of logs', () => {
  expect(withoutKeys('/api/cart/secret')).toBe('/api/cart/…');
  expect(withoutKeys('/api/cart/items/1')).toBe('/api/cart/items/1');
});

describe('an order', () => {
  it('tells whoever types a phone nothing of who is on file under it', async () => {
    const phone = newPhone();
    const onFile = { name: 'Secret Name', phone, email: `secret-${newId()}@example.com` };
    await createCustomer(await staffMember('staff'), createCustomerInput.parse(onFile));
    const { variantId } = await makeProduct();
    const { order } = await placeOrder(visitor(), orderOf([variantId], { customer_phone: phone }));
    expect(JSON.stringify(order)).not.toMatch(/secret/i);
  });

  it('refuses a place that is not offered', async () => {
    const { variantId } = await makeProduct();
    await expect(placeOrder(visitor(), orderOf([variantId], { location_id: newId() }))).rejects.toMatchObject({
      codes: { location_id: ['VAL_003'] },
    });
  });

  it('comes from one address so many times an hour, and gets its first answer again past that', async () => {
    const { variantId } = await makeProduct({ stockQuantity: 1000 });
    const from = visitor({ addressHash: newId() });
    const [input, idempotency] = [orderOf([variantId]), { scope: 'trust', key: newId(), hash: 'same' }];
    const { order } = await placeOrder(from, input, { idempotency });
    for (let at = 1; at < 60; at += 1) await placeOrder(from, orderOf([variantId]));
    expect(await outcome(placeOrder(from, orderOf([variantId])))).toBe('RATE_001');
    expect((await placeOrder(from, input, { idempotency })).order.id).toBe(order.id);
    expect(await outcome(placeOrder(visitor({ addressHash: newId() }), orderOf([variantId])))).toBe('ok');
  });

  it('is one order under one key however its phone is spelled', async () => {
    const { variantId } = await makeProduct();
    const place = (key: string, customer_phone: string) =>
      call('POST', '/orders', {
        headers: { 'idempotency-key': key },
        body: { ...ordered, items: [{ variant_id: variantId, quantity: 1 }], customer_phone },
      });
    const ordered = { customer_name: 'Ana Pop', delivery_type: 'pickup' };
    const [key, phone] = [newId(), newPhone()];
    expect((await place(key, phone)).status).toBe(201);
    // The same key with another body: only within one scope that is a conflict.
    expect((await place(key, phone.replace('+', '00'))).body.error?.code).toBe('REQ_003');
    expect((await place(key, newPhone())).status).toBe(201);
  });

  it('is confirmed by a repeat when confirming had failed', async () => {
    const { variantId } = await makeProduct();
    const [input, idempotency] = [orderOf([variantId]), { scope: 'trust', key: newId(), hash: 'same' }];
    expect((await placeOrder(visitor(), input, { idempotency })).order.status).toBe('pending');
    await setSetting('checkout', { auto_confirm: true });
    const again = await placeOrder(visitor(), input, { idempotency });
    expect([again.replayed, again.order.status]).toEqual([true, 'confirmed']);
    await setSetting('checkout', {});
  });

  it('gets its first answer again also past the limit of its phone', async () => {
    await setSetting('checkout', { orders_per_hour: 1 });
    const { variantId } = await makeProduct();
    const input = orderOf([variantId]);
    const idempotency = { scope: 'trust', key: newId(), hash: 'same' };
    const { order } = await placeOrder(visitor(), input, { idempotency });
    const again = await placeOrder(visitor(), input, { idempotency });
    expect([again.replayed, again.order.id]).toEqual([true, order.id]);
    expect(await outcome(placeOrder(visitor(), input))).toBe('RATE_001');
  });
});

it('changes the setting in the address, whatever a body says', async () => {
  const { token } = await tokenOf('admin');
  const body = { key: 'shop', name: 'Taken over', is_demo: true };
  await call('PUT', '/admin/settings/demo', { token, body });
  const { body: shop } = await call('GET', '/admin/settings/shop', { token });
  expect(shop.data.name).not.toBe('Taken over');
});
