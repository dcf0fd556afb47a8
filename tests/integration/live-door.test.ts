import { describe, expect, it } from 'vitest';
import { placeOrder } from '#lib/orders/commands';
import { signStreamToken } from '#lib/realtime/stream-token';
import { makeProduct, orderOf, visitor } from '#tests/factories/shop';
import { call, tokenOf } from '#tests/support/api';

describe('the door', () => {
  const ask = (query: string, options: Parameters<typeof call>[2] = {}) => call('GET', `/events?${query}`, options);

  it('is open to everybody for what everybody sees', async () => {
    const answer = await ask('topics=stock,slots,cart');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  });

  it('opens the desk to the desk only', async () => {
    expect((await ask('topics=stock,desk')).body.error?.code).toBe('AUTH_002');
    expect((await ask('topics=desk', { token: (await tokenOf('customer')).token })).body.error?.code).toBe('AUTH_003');
    expect((await ask('topics=desk', { token: (await tokenOf('staff')).token })).status).toBe(200);
  });

  it('opens an order to the key of its link, to the desk, and to a token for that order', async () => {
    const { variantId } = await makeProduct();
    const place = async () => (await placeOrder(visitor(), orderOf([variantId]))).order;
    const [order, foreign] = [await place(), await place()];
    const key = (url: string) => new URL(url).searchParams.get('key') ?? '';
    const topics = `topics=order:${order.order_number}`;
    expect((await ask(topics)).status).toBe(404);
    expect((await ask(topics, { headers: { 'barrow-order-key': key(foreign.access_url) } })).status).toBe(404);
    expect((await ask(topics, { token: (await tokenOf('customer')).token })).status).toBe(404);
    expect((await ask('topics=order:B-1', { token: (await tokenOf('staff')).token })).status).toBe(404);
    expect((await ask(topics, { headers: { 'barrow-order-key': key(order.access_url) } })).status).toBe(200);
    expect((await ask(topics, { token: (await tokenOf('staff')).token })).status).toBe(200);

    const now = new Date();
    const mine = signStreamToken(`order:${order.order_number}`, now);
    expect((await ask(`${topics}&token=${mine}`)).status).toBe(200);
    expect((await ask(`${topics},stock&token=${mine}`)).status).toBe(200);
    const theirs = signStreamToken(`order:${foreign.order_number}`, now);
    expect((await ask(`${topics}&token=${theirs}`)).body.error?.code).toBe('AUTH_002');
    expect((await ask(`${topics},order:${foreign.order_number}&token=${mine}`)).status).toBe(404);
    const old = signStreamToken(`order:${order.order_number}`, new Date(now.getTime() - 61_000));
    expect((await ask(`${topics}&token=${old}`)).body.error?.code).toBe('AUTH_002');
  });

  it('refuses what is no topic, none, and too many', async () => {
    const many = Array.from({ length: 21 }, (_, at) => `order:B-${at}`).join(',');
    for (const query of ['', 'topics=', 'topics=stock,', 'topics=everything', 'topics=desk%0A', `topics=${many}`]) {
      const expected = query === 'topics=stock,' ? 200 : 422;
      expect((await ask(query)).status, query).toBe(expected);
    }
    expect((await ask('topics=stock&since_seconds=61')).status).toBe(422);
  });
});
