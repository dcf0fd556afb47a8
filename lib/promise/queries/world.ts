import 'server-only';
import { sql } from 'drizzle-orm';
import type { DeliveryType } from '#db/enums';
import type { Context } from '#lib/context';
import { prepared } from '#lib/prepared';
import { getSettings } from '#lib/settings/queries';
import { addDays, dayOf, momentAt } from '#lib/time';
import type { Booking, PlanDay, World } from '../rules/judge.ts';
import { ruleBookIn } from './book-in-language.ts';
import type { RuleBook } from './rule-book.ts';

type SlotJson = {
  id: string;
  booked_orders: number;
  booked_load: number;
  closed: boolean;
  own: boolean;
  capacity_orders: number | null;
  capacity_load: number | null;
};
type PlanJson = { variant_id: string; on_date: string; planned: number; sold: number; closed: boolean };
type PatternJson = { variant_id: string; weekday: number; planned: number };
type Row = { slots: SlotJson[] | null; plans: PlanJson[] | null; patterns: PatternJson[] | null };

/** One statement, however many slots, days and products: what is booked, and what will be made. */
const facts = prepared((db) =>
  db
    .select({
      slots: sql<Row['slots']>`(select json_agg(json_build_object('id', s.id, 'booked_orders', s.booked_orders,
        'booked_load', s.booked_load, 'closed', s.closed, 'own', s.has_own_capacity,
        'capacity_orders', s.capacity_orders, 'capacity_load', s.capacity_load))
        from slots s where s.method = any(${sql.placeholder('methods')}::text[])
          and s.starts_at >= ${sql.placeholder('from')}::timestamptz and s.starts_at < ${sql.placeholder('until')}::timestamptz)`,
      plans: sql<Row['plans']>`(select json_agg(json_build_object('variant_id', p.variant_id, 'on_date', p.on_date,
        'planned', p.planned, 'sold', p.sold, 'closed', p.closed))
        from production_plans p where p.variant_id = any(${sql.placeholder('ids')}::uuid[])
          and p.on_date between ${sql.placeholder('first')}::date and ${sql.placeholder('last')}::date)`,
      patterns: sql<Row['patterns']>`(select json_agg(json_build_object('variant_id', w.variant_id,
        'weekday', w.weekday, 'planned', w.planned))
        from production_patterns w where w.variant_id = any(${sql.placeholder('ids')}::uuid[]))`,
    })
    .from(sql`(select 1) as one`)
    .prepare('promise_facts'),
);

/** First and last day looked at; both inside. */
export type Span = { first: string; last: string };

/** The days on which slots are offered, today included. */
export async function offeredSpan(ctx: Pick<Context, 'db' | 'now'>): Promise<Span> {
  const { shop, checkout } = await getSettings(ctx);
  const first = dayOf(ctx.now, shop.time_zone);
  return { first, last: addDays(first, checkout.days_ahead - 1) };
}

/**
 * What the engine judges by: bookings of slots of these methods and plans of `variantIds` in `span`, closures, the clock.
 * One query; the rule book, in the reader's language, and the settings are kept in process.
 */
export async function getWorld(
  ctx: Pick<Context, 'db' | 'now' | 'locale'>,
  { methods, span, variantIds }: { methods: readonly DeliveryType[]; span: Span; variantIds: readonly string[] },
): Promise<{ world: World; book: RuleBook }> {
  // The book before the facts: an order is refused when it has changed since.
  const [{ shop, checkout }, book] = await Promise.all([getSettings(ctx), ruleBookIn(ctx)]);
  const timeZone = shop.time_zone;
  const [row] = await facts(ctx.db).execute({
    methods: `{${methods.join(',')}}`,
    from: momentAt(span.first, '00:00', timeZone).toISOString(),
    until: momentAt(addDays(span.last, 1), '00:00', timeZone).toISOString(),
    ids: `{${[...new Set(variantIds)].join(',')}}`,
    first: span.first,
    last: span.last,
  });
  const booking = (slot: SlotJson): Booking => ({
    bookedOrders: slot.booked_orders,
    bookedLoad: slot.booked_load,
    closed: slot.closed,
    own: slot.own ? { capacityOrders: slot.capacity_orders, capacityLoad: slot.capacity_load } : null,
  });
  const plans = (row?.plans ?? []).map(({ variant_id, on_date, ...plan }): [string, PlanDay] => [
    `${variant_id} ${on_date}`,
    plan,
  ]);
  return {
    book,
    world: {
      now: ctx.now,
      today: dayOf(ctx.now, timeZone),
      timeZone,
      closures: book.closures,
      bookings: new Map((row?.slots ?? []).map((slot) => [slot.id, booking(slot)])),
      plans: new Map(plans),
      patterns: new Map((row?.patterns ?? []).map((day) => [`${day.variant_id} ${day.weekday}`, day.planned])),
      releaseAt: checkout.release_at,
    },
  };
}
