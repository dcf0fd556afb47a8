import { expect, it } from 'vitest';
import { dataOf, INVALID, newProduct, person, send } from '../shop.ts';

export function live() {
  it('streams events to whoever may hear them', async () => {
    const { variantId } = await newProduct();
    const stock = await send('GET', '/events?topics=stock');
    expect(stock.status, stock.text).toBe(200);
    expect(stock.text).toMatch(
      /^retry: \d+\nid: \d+\nevent: hello\ndata: \{"topics":\["stock"\],"resumed":false\}\n\n/,
    );
    expect(stock.headers.get('cache-control')).toContain('no-store');
    const body = { ...person(), items: [{ variant_id: variantId, quantity: 1 }] };
    const { order_number, access_url } = dataOf(await send('POST', '/orders', { body }), 201);
    const headers = { 'barrow-order-key': new URL(access_url).searchParams.get('key') ?? '' };
    expect((await send('GET', `/events?topics=order:${order_number}`, { headers })).status).toBe(200);
    expect((await send('GET', `/events?topics=order:${order_number}`)).code).toBe('DB_002');
    expect((await send('GET', '/events?topics=desk')).code).toBe('AUTH_002');
    expect(await send('GET', '/events?topics=nonsense')).toMatchObject(INVALID);
  });
}
