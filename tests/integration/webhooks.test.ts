import type { ServerResponse } from 'node:http';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { notifications } from '#db/schema/notices';
import { database } from '#lib/database';
import { moveOrder, recordPayment } from '#lib/orders/commands';
import { orderOutput } from '#lib/orders/output';
import { deliverHook, listDueDeliveries, replayDelivery, updateWebhook } from '#lib/webhooks/commands';
import { makeProduct, staffMember, type TestContext } from '#tests/factories/shop';
import { HOUR, later, withReceiver } from '#tests/factories/webhooks';
import { doAllWork, system } from '#tests/support/jobs';
import { isSigned } from '#tests/support/receiver';

// The receivers of these tests are on this machine; what is refused without it is asked in webhook-requests.test.ts.
vi.hoisted(() => {
  process.env.WEBHOOK_ALLOW_PRIVATE = '1';
});

const { receiver, admin, listen, buy, rows, one, endpoint, answers } = withReceiver();
const events = () => receiver().received.map(({ event }) => event);

let staff: TestContext;
beforeAll(async () => {
  staff = await staffMember('staff');
});

/** Tries everything that is due until so many milliseconds from now, as the minutes pass. */
async function live(until: number): Promise<number> {
  let tries = 0;
  for (let ms = 0; ms <= until; ms += 60_000) {
    for (const id of await listDueDeliveries(later(ms))) {
      await deliverHook(later(ms), { delivery_id: id });
      tries += 1;
    }
  }
  return tries;
}

describe('what is told', () => {
  it('is an order in the shape of the API, signed', async () => {
    const { secret, id } = await listen(['order.placed']);
    const order = await buy();
    await doAllWork();
    expect(events()).toEqual(['order.placed']);
    const [received] = receiver().received;
    if (!received) throw new Error('nothing came');
    expect(orderOutput.parse(received.data)).toMatchObject({ id: order.id, order_number: order.order_number });
    expect(received.headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8' });
    expect(isSigned(received, secret)).toBe(true);
    expect(isSigned(received, `${secret}x`)).toBe(false);
    expect(isSigned({ ...received, text: `${received.text} ` }, secret)).toBe(false);
    expect(isSigned(received, secret, Date.now() + HOUR)).toBe(false);
    expect(await one()).toMatchObject({ endpointId: id, status: 'delivered', attempts: 1, responseCode: 204 });
    expect((await one()).id).toBe(received.id);
  });

  it('is each step, each payment, and what runs low', async () => {
    await listen();
    const { variantId: scarce, productId } = await makeProduct({ stockQuantity: 4, lowStockThreshold: 3, sku: null });
    const order = await buy(scarce);
    await doAllWork();
    const step = { note: null, cancel_reason: null, stock: null, version: null };
    await moveOrder(staff, { ...step, order_id: order.id, to: 'confirmed' });
    await recordPayment(staff, {
      order_id: order.id,
      amount: null,
      method: 'cash',
      reference: null,
      note: null,
      version: null,
    });
    await doAllWork();
    expect(events().sort()).toEqual(['order.placed', 'order.status_changed', 'payment.changed', 'stock.low']);
    const of = (event: string) => receiver().received.find((received) => received.event === event)?.data;
    expect(of('order.status_changed')).toMatchObject({ id: order.id, status: 'confirmed' });
    expect(of('payment.changed')).toMatchObject({
      order_id: order.id,
      payment_status: 'paid',
      due: 0,
      payments: [{ kind: 'charge', status: 'confirmed' }],
    });
    expect(of('stock.low')).toMatchObject({
      variant_id: scarce,
      product_id: productId,
      product_name: 'Rye',
      stock_quantity: 3,
      low_stock_threshold: 3,
    });
  });

  it('is told to those who asked for it, once however often its work runs', async () => {
    await listen(['order.placed']);
    await listen(['order.placed', 'stock.low']);
    await listen(['payment.changed']);
    const paused = await listen(['order.placed']);
    await updateWebhook(admin(), { id: paused.id, is_active: false });
    await buy();
    await doAllWork({ times: 3 });
    expect(events()).toEqual(['order.placed', 'order.placed']);
    expect(await rows()).toHaveLength(2);
  });
});

describe('a delivery that fails', () => {
  it('is tried again later and later, and arrives with the same id', async () => {
    const { secret } = await listen(['order.placed']);
    answers(500);
    await buy();
    await doAllWork();
    expect(await one()).toMatchObject({ status: 'queued', attempts: 1, responseCode: 500, error: 'It answered 500.' });
    expect(await endpoint()).toMatchObject({ state: 'failing' });
    // Not before it is due.
    await deliverHook(system(), { delivery_id: (await one()).id });
    expect(receiver().received).toHaveLength(1);
    expect(await live(3 * 60_000)).toBe(1);
    answers(200);
    const now = (await one()).nextAttemptAt?.getTime() ?? 0;
    await deliverHook(later(now - Date.now() + 1000), { delivery_id: (await one()).id });
    expect(await one()).toMatchObject({ status: 'delivered', attempts: 3, error: null, nextAttemptAt: null });
    expect(new Set(receiver().received.map(({ id }) => id)).size).toBe(1);
    expect(receiver().received.every((received) => isSigned(received, secret))).toBe(true);
    expect(await endpoint()).toMatchObject({ state: 'active', failing_since: null });
  });

  it('is given up after a day, and its endpoint is switched off aloud', async () => {
    const { id } = await listen(['order.placed']);
    answers(503);
    await buy();
    await doAllWork();
    const tries = await live(20 * HOUR);
    expect(tries).toBeGreaterThan(10);
    expect(await endpoint()).toMatchObject({ state: 'failing', is_active: true });
    await live(25 * HOUR);
    expect(tries).toBeLessThan(30);
    expect(await one()).toMatchObject({ status: 'failed', responseCode: 503, nextAttemptAt: null });
    expect(await endpoint()).toMatchObject({ state: 'switched_off', disabled_reason: 'failing' });
    await doAllWork();
    const letters = await database().db.select().from(notifications).where(eq(notifications.event, 'webhook_disabled'));
    expect(letters).toMatchObject([{ audience: 'staff', recipient: 'hello@mill.example' }]);
    expect(letters[0]?.body).toContain(`/admin/settings/webhooks/${id}`);

    // Nothing is written for it any more, until somebody starts it again.
    await buy();
    await doAllWork();
    expect(await rows()).toHaveLength(1);
    answers(204);
    await updateWebhook(admin(), { id, is_active: true });
    expect(await endpoint()).toMatchObject({ state: 'active', failing_since: null, disabled_at: null });
    await buy();
    await doAllWork();
    expect((await rows()).map((row) => row.status).sort()).toEqual(['delivered', 'failed']);
  });

  it('holds nobody up: of an endpoint that fails one is tried at a time', async () => {
    await listen(['order.placed']);
    answers(500);
    await buy();
    await buy();
    await doAllWork();
    const [first, second] = await rows();
    const held = Promise.withResolvers<ServerResponse>();
    receiver().answer = (response) => held.resolve(response);
    const trying = deliverHook(later(HOUR), { delivery_id: first?.id ?? '' });
    const response = await held.promise;
    const count = receiver().received.length;
    await deliverHook(later(HOUR), { delivery_id: second?.id ?? '' });
    expect(receiver().received).toHaveLength(count);
    response.writeHead(200).end();
    await trying;
    answers(200);
    await deliverHook(later(HOUR), { delivery_id: second?.id ?? '' });
    expect((await rows()).map((row) => row.status)).toEqual(['delivered', 'delivered']);
  });
});

describe('a worker that dies in the middle', () => {
  it('leaves a delivery that is sent again, and what it says too late counts for nothing', async () => {
    await listen(['order.placed']);
    const held = Promise.withResolvers<ServerResponse>();
    receiver().answer = (response) => held.resolve(response);
    await buy();
    const dying = doAllWork();
    const response = await held.promise;
    const { id } = await one();
    expect(await one()).toMatchObject({ status: 'sending', attempts: 1 });
    // As long as it may be alive, it is left alone.
    expect(await listDueDeliveries(later(20_000))).toEqual([]);
    await deliverHook(later(20_000), { delivery_id: id });
    expect(receiver().received).toHaveLength(1);

    answers(204);
    expect(await listDueDeliveries(later(31_000))).toEqual([id]);
    await deliverHook(later(31_000), { delivery_id: id });
    expect(await one()).toMatchObject({ status: 'delivered', attempts: 2 });
    response.writeHead(500).end();
    await dying;
    expect(await one()).toMatchObject({ status: 'delivered', attempts: 2, responseCode: 204 });
    expect(await endpoint()).toMatchObject({ state: 'active' });
  });

  it('is replaced by one of several, not by all', async () => {
    await listen(['order.placed']);
    await buy();
    await doAllWork();
    await replayDelivery(admin(), { id: (await one()).id });
    const { id } = await one();
    await Promise.all(Array.from({ length: 6 }, () => deliverHook(system(), { delivery_id: id })));
    expect(receiver().received).toHaveLength(2);
  });
});
