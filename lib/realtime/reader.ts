import type postgres from 'postgres';
import { askedBy, type EventRow, type Facts } from './frames.ts';

/** A place in `domain_events`, which is read in the order of `(xid, seq)`: sequence numbers commit out of order. */
export type Place = { xid: string; seq: string };
export const BEGINNING: Place = { xid: '0', seq: '0' };

/** How far back somebody who comes again is told everything; further back they look again for themselves. */
const MOST_REPLAYED = 1000;
const RECENT = 500;

const FEW = 3;

/** Without a round trip for the types of arrays. */
const list = (ids: readonly string[]): string => `{${ids.join(',')}}`;

/** Reads the events of the shop and what they are about, on a connection of its own past any pooler. */
export function createReader(sql: postgres.Sql) {
  const none = <T>(): T[] => [];

  async function facts(rows: readonly EventRow[]): Promise<Facts> {
    const asked = askedBy(rows);
    const [orders, returned, carts, bookings, chats] = await Promise.all([
      asked.orders.length === 0
        ? none<Facts['orders'][number]>()
        : sql<Facts['orders'][number][]>`
            select id as order_id, order_number, status, payment_status, slot_id from orders
            where id = any(${list(asked.orders)}::uuid[]) order by placed_at, id`,
      asked.givenBack.length === 0
        ? none<{ variant_id: string }>()
        : sql<{ variant_id: string }[]>`
            select distinct variant_id from order_items
            where order_id = any(${list(asked.givenBack)}::uuid[]) and variant_id is not null`,
      asked.carts.length === 0
        ? none<Facts['carts'][number]>()
        : sql<Facts['carts'][number][]>`
            select c.id as cart_id, c.customer_id, c.version, coalesce(sum(i.quantity), 0)::int as item_count
            from carts c left join cart_items i on i.cart_id = c.id
            where c.id = any(${list(asked.carts)}::uuid[]) group by c.id`,
      asked.bookings.length === 0
        ? none<Facts['bookings'][number]>()
        : sql<Facts['bookings'][number][]>`
            select id as booking_id, booking_number, status from bookings
            where id = any(${list(asked.bookings)}::uuid[]) order by id`,
      asked.said.length === 0
        ? none<Facts['chats'][number]>()
        : sql<Facts['chats'][number][]>`
            select m.chat_session_id as session_id, m.seq, m.sender_type, m.message,
              to_char(m.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
            from unnest(${list(asked.said.map(({ session_id }) => session_id))}::uuid[],
              ${list(asked.said.map(({ seq }) => String(seq)))}::int[]) as s (session_id, seq)
            join chat_messages m on m.chat_session_id = s.session_id and m.seq = s.seq
            order by m.at, m.chat_session_id, m.seq`,
    ]);
    const variantIds = [...new Set([...asked.variants, ...returned.map(({ variant_id }) => variant_id)])];
    const slotIds = [...new Set([...asked.slots, ...orders.flatMap(({ slot_id }) => slot_id ?? [])])];
    const [variants, slots] = await Promise.all([
      variantIds.length === 0
        ? none<Facts['variants'][number]>()
        : sql<Facts['variants'][number][]>`
            select product_id, id as variant_id, stock_mode, stock_quantity,
              coalesce(low_stock_threshold, ${FEW}) as few
            from product_variants where id = any(${list(variantIds)}::uuid[]) order by id`,
      slotIds.length === 0
        ? none<Facts['slots'][number]>()
        : sql<Facts['slots'][number][]>`
            select id as slot_id, location_id, method,
              to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as starts_at
            from slots where id = any(${list(slotIds)}::uuid[]) order by id`,
    ]);
    return { orders, variants, carts, slots, bookings, chats };
  }

  return {
    facts,

    /**
     * The next events after `place`. Only what is older than every transaction still running, so that nothing appears
     * behind the place afterwards; `isHeldBack` says that there is more, which one of those keeps back.
     */
    async after(place: Place, limit: number): Promise<{ rows: EventRow[]; isHeldBack: boolean }> {
      const found = await sql<(EventRow & { is_settled: boolean })[]>`
        with h as materialized (select pg_snapshot_xmin(pg_current_snapshot()) as xmin)
        select seq::text, xid::text, topic, entity, entity_id, payload, xid < h.xmin as is_settled,
          (extract(epoch from at) * 1000)::float8 as at
        from domain_events e, h where (e.xid, e.seq) > (${place.xid}::xid8, ${place.seq}::bigint)
        order by e.xid, e.seq limit ${limit}`;
      const end = found.findIndex(({ is_settled }) => !is_settled);
      return { rows: end === -1 ? [...found] : found.slice(0, end), isHeldBack: end !== -1 };
    },

    /** Where a process begins to read: what happened since `seconds` ago is read again, as far as that is not much. */
    async recent(seconds: number): Promise<Place> {
      const rows = await sql<{ seq: string; xid: string; is_old: boolean }[]>`
        select seq::text, xid::text, at < now() - make_interval(secs => ${seconds}) as is_old from domain_events
        where xid < pg_snapshot_xmin(pg_current_snapshot()) order by xid desc, seq desc limit ${RECENT}`;
      const place = rows.find(({ is_old }) => is_old) ?? (rows.length === RECENT ? rows.at(-1) : undefined);
      return place ? { xid: place.xid, seq: place.seq } : BEGINNING;
    },

    /** What happened between the event `seq` and `end`; null when that is too long ago to be told. */
    async since(seq: string, end: Place): Promise<EventRow[] | null> {
      const [from] =
        seq === BEGINNING.seq
          ? [BEGINNING]
          : await sql<Place[]>`select xid::text, seq::text from domain_events where seq = ${seq}::bigint`;
      if (!from) return null;
      const rows = await sql<EventRow[]>`
        select seq::text, xid::text, topic, entity, entity_id, payload, (extract(epoch from at) * 1000)::float8 as at
        from domain_events
        where (xid, seq) > (${from.xid}::xid8, ${from.seq}::bigint) and (xid, seq) <= (${end.xid}::xid8, ${end.seq}::bigint)
        order by xid, seq limit ${MOST_REPLAYED + 1}`;
      return rows.length > MOST_REPLAYED ? null : [...rows];
    },
  };
}

export type Reader = ReturnType<typeof createReader>;
