import { cartAudience, ownerAudience } from './topics.ts';

/** A row of `domain_events`. `seq` and `xid` as text: they may be larger than a number holds. */
export type EventRow = {
  seq: string;
  xid: string;
  topic: string;
  entity: string;
  entity_id: string;
  payload: Record<string, unknown>;
  /** Epoch milliseconds. */
  at: number;
};

/** One event for one audience: `about` what it is, so that of several the newest is enough. */
export type Frame = { audience: string; event: string; about: string; data: string };

export type OrderFacts = {
  order_id: string;
  order_number: string;
  status: string;
  payment_status: string;
  slot_id: string | null;
};
export type VariantFacts = {
  product_id: string;
  variant_id: string;
  stock_mode: string;
  stock_quantity: number;
  few: number;
};
export type CartFacts = { cart_id: string; customer_id: string | null; version: number; item_count: number };
export type BookingFacts = { booking_id: string; booking_number: string; status: string };
export type ChatFacts = { session_id: string; seq: number; sender_type: string; message: string; at: string };
export type SlotFacts = { slot_id: string; location_id: string; method: string; starts_at: string };

/**
 * What the rows are about, as it is now. Browsers are told states, never differences: reading them once for many rows
 * costs the writes nothing, and an event that comes twice does no harm.
 */
export type Facts = {
  orders: readonly OrderFacts[];
  variants: readonly VariantFacts[];
  carts: readonly CartFacts[];
  slots: readonly SlotFacts[];
  bookings: readonly BookingFacts[];
  chats: readonly ChatFacts[];
};

/** What the desk hears of with the last thing that happened to it. */
const WATCHED: ReadonlySet<string> = new Set(['order', 'booking']);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ids in what was written by whoever appended the event: what is none is nothing to look for. */
const idsIn = (value: unknown): string[] =>
  [value].flat().filter((one): one is string => typeof one === 'string' && UUID.test(one));

/** Ids whose facts the frames of these rows need. `givenBack`: orders whose goods are on the shelf again. */
export function askedBy(rows: readonly EventRow[]) {
  const of = (find: (row: EventRow) => unknown) => [...new Set(rows.flatMap((row) => idsIn(find(row))))];
  const itself = (entity: string) => (row: EventRow) => (row.entity === entity ? row.entity_id : null);
  return {
    orders: of(itself('order')),
    givenBack: of((row) => (row.payload.status === 'cancelled' ? itself('order')(row) : null)),
    variants: of((row) => (row.entity === 'order' ? row.payload.variant_ids : itself('variant')(row))),
    carts: of((row) => itself('cart')(row) ?? row.payload.cart_id),
    slots: of(itself('slot')),
    bookings: of(itself('booking')),
    said: rows.flatMap(({ topic, entity_id, payload }) =>
      topic === 'chat.message' && UUID.test(entity_id) && Number.isSafeInteger(payload.seq)
        ? [{ session_id: entity_id, seq: Number(payload.seq) }]
        : [],
    ),
  };
}

/** Only what the shop shows everybody; the desk and the order say the rest. */
export function framesOf(rows: readonly EventRow[], facts: Facts): Frame[] {
  const kinds = new Map<string, string>();
  for (const { entity, entity_id, topic } of rows) if (WATCHED.has(entity)) kinds.set(entity_id, topic);
  return [
    ...facts.orders.flatMap((order) => ordersTold(order, kinds.get(order.order_id) ?? '')),
    ...facts.bookings.flatMap((booking) => bookingsTold(booking, kinds.get(booking.booking_id) ?? '')),
    ...facts.chats.flatMap(saidTold),
    ...publicFrames(facts),
  ];
}

function ordersTold({ slot_id: _, ...order }: OrderFacts, what: string): Frame[] {
  const data = JSON.stringify({ ...order, what });
  const topic = `order:${order.order_number}`;
  return [
    { audience: 'desk', event: 'desk', about: order.order_id, data },
    { audience: topic, event: topic, about: order.order_id, data },
  ];
}

function bookingsTold(booking: BookingFacts, what: string): Frame[] {
  const data = JSON.stringify({ ...booking, what });
  const topic = `booking:${booking.booking_number}`;
  return [
    { audience: 'desk', event: 'desk', about: booking.booking_id, data },
    { audience: topic, event: topic, about: booking.booking_id, data },
  ];
}

/** Every message by itself; the desk only hears that there is one. */
function saidTold(said: ChatFacts): Frame[] {
  const topic = `chat:${said.session_id}`;
  const waits = JSON.stringify({ chat_id: said.session_id, what: 'chat.message' });
  return [
    { audience: 'desk', event: 'desk', about: said.session_id, data: waits },
    { audience: topic, event: topic, about: `${topic} ${said.seq}`, data: JSON.stringify(said) },
  ];
}

function publicFrames({ variants, carts, slots }: Facts): Frame[] {
  return [
    ...variants.map((variant) => ({
      audience: 'stock',
      event: 'stock',
      about: variant.variant_id,
      data: JSON.stringify(stockTold(variant)),
    })),
    ...carts.flatMap(({ cart_id, customer_id, version, item_count }) => {
      const told = { event: 'cart', about: cart_id, data: JSON.stringify({ version, item_count }) };
      return [
        { ...told, audience: cartAudience(cart_id) },
        ...(customer_id === null ? [] : [{ ...told, audience: ownerAudience(customer_id) }]),
      ];
    }),
    ...slots.map((slot) => ({
      audience: 'slots',
      event: 'slots',
      about: slot.slot_id,
      data: JSON.stringify(slot),
    })),
  ];
}

/** Of what is made per day neither can be said without a day: whoever shows it asks again. */
function stockTold({ product_id, variant_id, stock_mode, stock_quantity, few }: VariantFacts) {
  const ids = { product_id, variant_id };
  if (stock_mode === 'unlimited') return { ...ids, stock_quantity: null, in_stock: true, few_left: false };
  if (stock_mode !== 'tracked') return { ...ids, stock_quantity: null, in_stock: null, few_left: false };
  const isIn = stock_quantity > 0;
  return { ...ids, stock_quantity, in_stock: isIn, few_left: isIn && stock_quantity <= few };
}

/** The newest of each thing, in the order in which they were last said: whoever comes back needs no history. */
export function newestOf(frames: readonly Frame[]): Frame[] {
  const last = new Map<string, Frame>();
  for (const frame of frames) {
    const key = `${frame.audience}\n${frame.about}`;
    last.delete(key);
    last.set(key, frame);
  }
  return [...last.values()];
}

/**
 * Frames as text. A client goes on from the id it saw last, so all but the last carry the place before them: whoever is
 * cut off in the middle gets them again.
 */
export function toText(frames: readonly Pick<Frame, 'event' | 'data'>[], before: string, after: string): string {
  return frames
    .map(({ event, data }, at) => {
      const id = at === frames.length - 1 ? after : before;
      return `id: ${id}\nevent: ${event}\ndata: ${data}\n\n`;
    })
    .join('');
}
