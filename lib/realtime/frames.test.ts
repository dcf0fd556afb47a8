import { describe, expect, it } from 'vitest';
import { askedBy, type EventRow, type Facts, framesOf, newestOf, toText } from './frames.ts';
import { parseTopic, topicName } from './topics.ts';

const ID = '0197a0c0-0000-7000-8000-000000000001';
const OTHER = '0197a0c0-0000-7000-8000-000000000002';
const row = (entity: string, entity_id: string, payload: Record<string, unknown> = {}, topic = 'x'): EventRow => ({
  seq: '1',
  xid: '1',
  topic,
  entity,
  entity_id,
  payload,
  at: 0,
});
const NOTHING: Facts = { orders: [], variants: [], carts: [], slots: [], bookings: [], chats: [] };
const variant = { product_id: ID, variant_id: OTHER, stock_mode: 'tracked', stock_quantity: 2, few: 3 };
const stockOf = (more: Partial<typeof variant>) => {
  const [frame] = framesOf([], { ...NOTHING, variants: [{ ...variant, ...more }] });
  return JSON.parse(frame?.data ?? 'null');
};

describe('what is looked up for events', () => {
  it('is each thing once, however often it happened', () => {
    const placed = row('order', ID, { variant_ids: [OTHER, OTHER], cart_id: OTHER });
    expect(askedBy([placed, placed, row('variant', OTHER), row('cart', OTHER), row('slot', ID)])).toEqual({
      orders: [ID],
      givenBack: [],
      variants: [OTHER],
      carts: [OTHER],
      slots: [ID],
      bookings: [],
      said: [],
    });
  });

  it('is the goods of an order that was cancelled', () => {
    expect(askedBy([row('order', ID, { status: 'cancelled' })])).toMatchObject({ givenBack: [ID], variants: [] });
  });

  it('is nothing for ids that are none: one odd event must not stop all others', () => {
    const odd = [row('order', 'one', { variant_ids: ['two', 3, null] }), row('variant', "'"), row('user', ID)];
    const said = row('chat', 'one', { seq: 1 }, 'chat.message');
    const { givenBack, said: words, ...ids } = askedBy([...odd, said, row('chat', ID, { seq: '1' }, 'chat.message')]);
    expect([givenBack, words, Object.values(ids).flat()]).toEqual([[], [], []]);
  });
});

describe('stock', () => {
  it.each([
    [{}, { stock_quantity: 2, in_stock: true, few_left: true }],
    [{ stock_quantity: 4 }, { stock_quantity: 4, in_stock: true, few_left: false }],
    [{ stock_quantity: 0 }, { stock_quantity: 0, in_stock: false, few_left: false }],
    [{ stock_mode: 'unlimited' }, { stock_quantity: null, in_stock: true, few_left: false }],
    [{ stock_mode: 'per_date' }, { stock_quantity: null, in_stock: null, few_left: false }],
  ])('with %j is told as %j', (more, told) => {
    expect(stockOf(more)).toEqual({ product_id: ID, variant_id: OTHER, ...told });
  });
});

it('tells an order to the desk and to who follows it, with what happened last', () => {
  const order = { order_id: ID, order_number: 'B-1', status: 'confirmed', payment_status: 'unpaid', slot_id: null };
  const rows = [row('order', ID, {}, 'order.placed'), row('order', ID, {}, 'order.status_changed')];
  const frames = framesOf(rows, { ...NOTHING, orders: [order] });
  expect(frames.map(({ audience, event }) => [audience, event])).toEqual([
    ['desk', 'desk'],
    ['order:B-1', 'order:B-1'],
  ]);
  const { slot_id: _, ...told } = order;
  expect(JSON.parse(frames[0]?.data ?? '')).toEqual({ ...told, what: 'order.status_changed' });
});

it('tells every message of a talk to who may read it, and the desk that there is one', () => {
  const rows = [row('chat', ID, { seq: 1 }, 'chat.message'), row('chat', ID, { seq: 2 }, 'chat.message')];
  expect(askedBy(rows).said).toEqual([1, 2].map((seq) => ({ session_id: ID, seq })));
  const said = { session_id: ID, sender_type: 'visitor', message: 'Hello', at: '2026-05-04T09:00:00.000Z' };
  const frames = newestOf(framesOf(rows, { ...NOTHING, chats: [1, 2].map((seq) => ({ ...said, seq })) }));
  expect(frames.map(({ audience, data }) => [audience, JSON.parse(data).seq])).toEqual([
    [`chat:${ID}`, 1],
    ['desk', undefined],
    [`chat:${ID}`, 2],
  ]);
});

it('tells a booking to the desk and to who follows it', () => {
  const booking = { booking_id: ID, booking_number: 'B-B-1', status: 'quoted' };
  const frames = framesOf([row('booking', ID, {}, 'booking.status_changed')], { ...NOTHING, bookings: [booking] });
  expect(frames.map(({ audience }) => audience)).toEqual(['desk', 'booking:B-B-1']);
  expect(JSON.parse(frames[1]?.data ?? '')).toEqual({ ...booking, what: 'booking.status_changed' });
});

it('keeps of several events about the same thing the newest', () => {
  const frame = (about: string, data: string) => ({ audience: 'stock', event: 'stock', about, data });
  expect(newestOf([frame('a', '1'), frame('b', '2'), frame('a', '3')])).toEqual([frame('b', '2'), frame('a', '3')]);
});

it('gives all but the last of them the place before, so that nobody who is cut off skips one', () => {
  const frames = [
    { event: 'stock', data: '1' },
    { event: 'desk', data: '2' },
  ];
  expect(toText(frames, '6', '8')).toBe('id: 6\nevent: stock\ndata: 1\n\nid: 8\nevent: desk\ndata: 2\n\n');
});

it.each([
  ['stock', 'stock'],
  ['order:b-20260302-001', 'order:B-20260302-001'],
  [`chat:${ID}`, `chat:${ID}`],
  ['booking:b-b-20260302-001', 'booking:B-B-20260302-001'],
  ['orders', null],
  ['order:', null],
  ['order:a b', null],
  ['desk\nevent: x', null],
  ['chat:1', null],
])('reads the topic %j as %j', (text, name) => {
  const topic = parseTopic(text);
  expect(topic && topicName(topic)).toBe(name);
});
