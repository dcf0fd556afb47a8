import { expect, it } from 'vitest';
import { dataOf, INVALID, newProduct, person, send } from '../shop.ts';

export function cart() {
  it('is kept by header and by cookie', async () => {
    const { variantId } = await newProduct();
    expect(dataOf(await send('GET', '/cart'))).toMatchObject({ id: null, items: [] });
    const made = await send('POST', '/cart', { body: { variant_id: variantId, quantity: 2 } });
    const { session, items } = dataOf(made, 201);
    const cookie = made.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^barrow-cart=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
    const headers = { 'barrow-cart': session };
    const byCookie = { cookie: cookie.split(';')[0] ?? '' };
    expect(dataOf(await send('GET', '/cart', { headers: byCookie })).item_count).toBe(2);
    expect(dataOf(await send('GET', `/cart/${session}`)).item_count).toBe(2);
    const item = `/cart/items/${items[0].id}`;
    const more = await send('PATCH', item, { headers, body: { quantity: 5 } });
    expect(more.data).toMatchObject({ item_count: 5, subtotal: 24, session: null });
    const foreign = { ...byCookie, origin: 'https://evil.example.com' };
    expect((await send('PATCH', item, { headers: foreign, body: { quantity: 1 } })).code).toBe('CART_001');
    expect(dataOf(await send('POST', '/orders', { headers, body: person() }), 201).total).toBe(24);
    expect(dataOf(await send('GET', '/cart', { headers })).items).toEqual([]);
    expect((await send('DELETE', item, { headers })).status).toBe(204);
    expect((await send('DELETE', '/cart', { headers })).status).toBe(204);
  });

  it('takes what there is, in quantities that make sense', async () => {
    const { variantId } = await newProduct();
    const add = (quantity: number) => send('POST', '/cart', { body: { variant_id: variantId, quantity } });
    expect(await add(0)).toMatchObject(INVALID);
    expect(await add(21)).toMatchObject({ status: 409, code: 'STK_001' });
  });

  it.each([
    ['GET', '/cart'],
    ['DELETE', '/cart'],
    ['GET', '/cart/wrong'],
    ['PATCH', `/cart/items/${crypto.randomUUID()}`],
    ['DELETE', `/cart/items/${crypto.randomUUID()}`],
  ])('answers %s %s with a wrong key like one that has expired', async (method, address) => {
    const body = method === 'PATCH' ? { quantity: 1 } : undefined;
    const answer = await send(method, address, { headers: { 'barrow-cart': 'wrong' }, body });
    expect(answer).toMatchObject({ status: 410, code: 'CART_001' });
  });
}
