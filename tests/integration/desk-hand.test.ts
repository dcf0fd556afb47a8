import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { readDeskChat, sendChatMessage, startChat } from '#lib/chat/commands';
import { countWaitingChats } from '#lib/chat/queries';
import { moveOrdersInput } from '#lib/orders/bulk-input';
import { changeOrderInput } from '#lib/orders/change-input';
import {
  addOrderNote,
  changeOrder,
  changeOwnOrder,
  completeOrder,
  confirmOrder,
  moveOrders,
  placeDeskOrder,
  placeOrder,
  recordPayment,
} from '#lib/orders/commands';
import { placeDeskOrderInput, recordPaymentInput, stepOrderInput } from '#lib/orders/input';
import { getOrder, listArrivals } from '#lib/orders/queries';
import { bookingAt } from '#tests/factories/booking';
import { keyOf } from '#tests/factories/change';
import { makeProduct, newPhone, orderOf, staffMember, type TestContext, visitor } from '#tests/factories/shop';
import { call, tokenOf } from '#tests/support/api';

let staff: TestContext;
let admin: TestContext;
beforeAll(async () => {
  staff = await staffMember('staff');
  admin = await staffMember('admin');
});

async function newOrder(more: Record<string, unknown> = {}) {
  const { variantId } = await makeProduct();
  return (await placeOrder(visitor(), orderOf([variantId], { preferred_time: 'Saturday', ...more }))).order;
}
const stepOf = (order: { id: string }, version: number | null = null) =>
  stepOrderInput.parse({ order_id: order.id, version });
const changeOf = (order: { id: string }, version: number, more: Record<string, unknown>) =>
  changeOrderInput.parse({ order_id: order.id, version, ...more });

/** The details of the refusal a promise ends with. */
async function refusal(work: Promise<unknown>): Promise<{ code: string; details: Record<string, unknown> }> {
  return work.then(
    () => {
      throw new Error('it was not refused');
    },
    (error) => ({ code: error.code, details: error.details }),
  );
}

describe('saving on an older version', () => {
  it('tells which fields are different, since when, and who it was', async () => {
    const order = await newOrder();
    await changeOwnOrder(
      visitor(),
      {
        order_number: order.order_number,
        version: null,
        items: [{ item_id: order.items[0]?.id ?? null, variant_id: null, quantity: 2 }],
        special_instructions: 'Sliced',
      },
      { key: keyOf(order) },
    );
    await confirmOrder(admin, stepOf(order));
    await addOrderNote(staff, { order_id: order.id, note: 'Called back' });
    const { code, details } = await refusal(changeOrder(staff, changeOf(order, 1, { preferred_time: 'Sunday' })));
    expect(code).toBe('REQ_002');
    expect(details).toMatchObject({
      version: 3,
      changes: [
        { version: 2, fields: ['items', 'special_instructions', 'total'], by: { kind: 'visitor', name: null } },
        { version: 3, fields: ['status'], by: { kind: 'staff', name: 'Sam' } },
      ],
    });
    // Who has seen the second is told of the third alone.
    const later = await refusal(confirmOrder(staff, stepOf(order, 2)));
    expect(later.details.changes).toHaveLength(1);
    expect((await getOrder(staff, { id: order.id }))?.preferred_time).toBe('Saturday');
  });

  it('counts money, and a change that settles it, as one version', async () => {
    const order = await newOrder();
    await recordPayment(staff, recordPaymentInput.parse({ order_id: order.id, amount: 5 }));
    const items = [{ item_id: order.items[0]?.id, quantity: 3 }];
    await changeOrder(admin, changeOf(order, 2, { items, reason: 'Asked for more' }));
    const { details } = await refusal(completeOrder(staff, stepOf(order, 1)));
    expect(details).toMatchObject({
      version: 3,
      changes: [
        { version: 2, fields: ['payment'] },
        { version: 3, fields: expect.arrayContaining(['items', 'total']) },
      ],
    });
    expect(details.changes).toHaveLength(2);
  });

  it('answers 412 with them over HTTP, to staff alone', async () => {
    const order = await newOrder();
    await confirmOrder(staff, stepOf(order));
    const { token } = await tokenOf('staff');
    const send = { body: { status: 'ready' }, headers: { 'if-match': '"1"' } };
    const stale = await call('PATCH', `/admin/orders/${order.id}/status`, { ...send, token });
    expect(stale.status).toBe(412);
    expect(stale.body.error?.details).toMatchObject({ version: 2, changes: [{ version: 2, fields: ['status'] }] });
    const theirs = await newOrder();
    const change = (preferred_time: string) =>
      call('PATCH', `/orders/${theirs.order_number}`, {
        body: { preferred_time },
        headers: { 'if-match': '"1"', 'barrow-order-key': keyOf(theirs) ?? '' },
      });
    await change('Sunday');
    const own = await change('Monday');
    expect([own.status, own.body.error?.details]).toEqual([412, { version: 2 }]);
  });
});

describe('several orders at once', () => {
  const at = (order: { id: string }, version: number) => ({ order_id: order.id, version });

  it('moves those that can, and names the others with their reason', async () => {
    const [fresh, changed, done] = [await newOrder(), await newOrder(), await newOrder()];
    await confirmOrder(staff, stepOf(changed));
    await completeOrder(staff, stepOf(done));
    const gone = { id: newId() };
    const result = await moveOrders(
      staff,
      moveOrdersInput.parse({ to: 'ready', orders: [at(changed, 1), at(fresh, 1), at(gone, 1), at(done, 2)] }),
    );
    expect(result).toEqual({
      moved: [{ order_id: fresh.id, version: 2 }],
      refused: [
        { order_id: changed.id, code: 'REQ_002' },
        { order_id: gone.id, code: 'DB_002' },
        { order_id: done.id, code: 'ORD_002' },
      ],
    });
    expect((await getOrder(staff, { id: changed.id }))?.status).toBe('confirmed');
  });

  it('takes the step back where the table of steps has a way', async () => {
    const order = await newOrder();
    await moveOrders(staff, { to: 'processing', orders: [at(order, 1)] });
    await moveOrders(staff, { to: 'ready', orders: [at(order, 2)] });
    const back = await moveOrders(staff, { to: 'processing', orders: [at(order, 3)] });
    expect(back.refused).toEqual([]);
    expect(await moveOrders(visitor(), { to: 'ready', orders: [at(order, 4)] }).catch(({ code }) => code)).toBe(
      'AUTH_002',
    );
  });
});

describe('what has come in', () => {
  it('is told from a cursor on, each order once it is there, those of the desk aside', async () => {
    const start = await listArrivals(staff, { cursor: undefined });
    expect(start.orders).toEqual([]);
    const order = await newOrder({ customer_name: 'Edda Morgen' });
    const { variantId } = await makeProduct();
    const byPhone = placeDeskOrderInput.parse({
      customer_name: 'By Phone',
      customer_phone: newPhone(),
      delivery_type: 'pickup',
      items: [{ variant_id: variantId, quantity: 1 }],
    });
    await placeDeskOrder(staff, byPhone);
    const next = await listArrivals(staff, start);
    const told = { id: order.id, customer_name: 'Edda Morgen', channel: 'web', total: 12.5 };
    expect(next.orders).toContainEqual(expect.objectContaining(told));
    expect(next.orders.map(({ customer_name: name }) => name)).not.toContain('By Phone');
    expect(BigInt(next.cursor)).toBeGreaterThanOrEqual(BigInt(start.cursor));
  });

  it('is told of bookings that were asked for, and of talks that nobody has read', async () => {
    const start = await listArrivals(staff, { cursor: undefined });
    const booking = await bookingAt('requested', null);
    const by = visitor();
    const { chat_key, session } = await startChat(by, { chat_key: null, cart_key: null });
    for (const message of ['Hello?', 'Anybody there?']) {
      await sendChatMessage(by, { chat_key, message, client_id: newId() });
    }
    const next = await listArrivals(staff, start);
    const { id, booking_number, event_type, date } = booking;
    expect(next.bookings).toContainEqual({ id, booking_number, event_type, date });
    expect(next.talks).toEqual([{ chat_id: session.id, seq: 2 }]);
    expect((await countWaitingChats(staff)).waiting).toBeGreaterThan(0);
    await readDeskChat(staff, { session_id: session.id });
    expect((await listArrivals(staff, start)).talks).toEqual([]);
  });

  it('goes on from now where the cursor is of a database before a restore', async () => {
    const { cursor } = await listArrivals(staff, { cursor: '999999999999' });
    expect(Number(cursor)).toBeLessThan(999_999_999_999);
    const order = await newOrder();
    expect((await listArrivals(staff, { cursor })).orders.map(({ id }) => id)).toContain(order.id);
  });
});
