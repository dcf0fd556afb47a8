import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { locations } from '#db/schema/promise';
import { type Context, requireRole } from '#lib/context';
import { listOfferedSlots, type OfferedSlot } from '#lib/promise/queries/offered-slots';
import { clockAt, weekdayOf } from '#lib/time';
import { fillOf, LEAD_GROUPS, type Span, shareOf, stepsOf } from '../rules.ts';
import type { RangeInput } from '../view-input.ts';
import type { SlotFiguresDto } from '../view-output.ts';
import { momentsOf, openRange, toRangeDto } from './range.ts';

type Slot = OfferedSlot & { hour: number };
type Room = SlotFiguresDto['totals'];
type Cancelled = { day: string; hour: number; orders: number };

async function readSlots(ctx: Context, { from, to }: Span, timeZone: string): Promise<Slot[]> {
  const found = await listOfferedSlots(ctx, { first: from, last: to, timeZone });
  return found.map((slot) => ({ ...slot, hour: Number(clockAt(slot.startsAt, timeZone).slice(0, 2)) }));
}

const cancelledRows = z.array(z.object({ day: z.string(), hour: z.number(), orders: z.number() }));

/** A cancelled order keeps the time it was for. By `orders_slot_day`. */
async function readCancelled(ctx: Context, span: Span, timeZone: string): Promise<Cancelled[]> {
  const { from, until } = momentsOf(span, timeZone);
  const rows = await ctx.db.execute(sql`
    select (o.slot_starts_at at time zone ${timeZone})::date::text as day,
      extract(hour from o.slot_starts_at at time zone ${timeZone})::int as hour, count(*)::int as orders
    from orders o
    where o.slot_starts_at >= ${from}::timestamptz and o.slot_starts_at < ${until}::timestamptz
      and o.status = 'cancelled'
    group by 1, 2`);
  return cancelledRows.parse([...rows]);
}

const leadRow = z.object({ groups: z.array(z.number()), median: z.number().nullable() });

/** How long before their slot orders of these days were placed. By `orders_slot_day`. */
async function readLead(ctx: Context, span: Span, timeZone: string) {
  const { from, until } = momentsOf(span, timeZone);
  const counts = LEAD_GROUPS.map(
    ({ from: low, to }) =>
      sql`count(*) filter (where hours >= ${low}::float8 ${to === null ? sql`` : sql`and hours < ${to}::float8`})`,
  );
  const [row] = await ctx.db.execute(sql`
    select json_build_array(${sql.join(counts, sql`, `)}) as groups,
      percentile_cont(0.5) within group (order by hours) as median
    from (
      select greatest(0, extract(epoch from o.slot_starts_at - o.placed_at) / 3600)::float8 as hours
      from orders o
      where o.slot_starts_at >= ${from}::timestamptz and o.slot_starts_at < ${until}::timestamptz
        and o.status <> 'cancelled'
    ) l`);
  return leadRow.parse(row);
}

function roomOf(found: readonly Slot[], cancelled: readonly Cancelled[]): Room {
  const limited = found.flatMap((slot) => slot.capacity_orders ?? []);
  const fills = found.flatMap((slot) => fillOf(slot) ?? []);
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  return {
    slots: found.length,
    booked: sum(found.map((slot) => slot.booked_orders)),
    capacity: limited.length === 0 ? null : sum(limited),
    fill: fills.length === 0 ? null : Math.round((sum(fills) / fills.length) * 10_000) / 10_000,
    cancelled: sum(cancelled.map(({ orders }) => orders)),
  };
}

const within = <T extends { day: string }>({ from, to }: Span, rows: readonly T[]): T[] =>
  rows.filter(({ day }) => day >= from && day <= to);

function toHours(found: readonly Slot[], cancelled: readonly Cancelled[]): SlotFiguresDto['hours'] {
  const cells = new Map<string, { weekday: number; hour: number; slots: Slot[]; cancelled: Cancelled[] }>();
  const cellOf = ({ day, hour }: { day: string; hour: number }) => {
    const weekday = weekdayOf(day);
    const key = `${weekday} ${hour}`;
    const cell = cells.get(key) ?? { weekday, hour, slots: [], cancelled: [] };
    cells.set(key, cell);
    return cell;
  };
  for (const slot of found) cellOf(slot).slots.push(slot);
  for (const row of cancelled) cellOf(row).cancelled.push(row);
  return [...cells.values()]
    .sort((a, b) => a.weekday - b.weekday || a.hour - b.hour)
    .map(({ weekday, hour, ...cell }) => ({ weekday, hour, ...roomOf(cell.slots, cell.cancelled) }));
}

/** The fullest first; where nothing is limited, those with the most orders. */
function toBusiest(
  found: readonly Slot[],
  names: ReadonlyMap<string, string>,
  most: number,
): SlotFiguresDto['busiest'] {
  return found
    .filter((slot) => slot.booked_orders > 0)
    .map((slot) => ({ slot, fill: fillOf(slot) }))
    .sort(
      (a, b) =>
        (b.fill ?? 0) - (a.fill ?? 0) ||
        b.slot.booked_orders - a.slot.booked_orders ||
        a.slot.startsAt.getTime() - b.slot.startsAt.getTime(),
    )
    .slice(0, most)
    .map(({ slot, fill }) => ({
      slot_id: slot.id,
      location: names.get(slot.locationId) ?? '',
      method: slot.method,
      day: slot.day,
      starts_at: slot.startsAt.toISOString(),
      ends_at: slot.endsAt.toISOString(),
      booked: slot.booked_orders,
      capacity: slot.capacity_orders,
      fill,
    }));
}

/** For staff: how full the slots that begin in a range of days are, when, and how early orders come for them. */
export async function getSlotFigures(ctx: Context, input: RangeInput, most = 25): Promise<SlotFiguresDto> {
  requireRole(ctx, 'staff');
  const { range, currency, timeZone } = await openRange(ctx, input);
  const [found, past, cancelled, cancelledPast, lead, places] = await Promise.all([
    readSlots(ctx, range, timeZone),
    readSlots(ctx, range.before, timeZone),
    readCancelled(ctx, range, timeZone),
    readCancelled(ctx, range.before, timeZone),
    readLead(ctx, range, timeZone),
    ctx.db.select({ id: locations.id, name: locations.name }).from(locations),
  ]);
  const orders = lead.groups.reduce((sum, count) => sum + count, 0);
  return {
    range: toRangeDto(range),
    currency,
    totals: roomOf(found, cancelled),
    before: roomOf(past, cancelledPast),
    steps: stepsOf(range, range.step).map((step) => ({
      ...step,
      ...roomOf(within(step, found), within(step, cancelled)),
    })),
    hours: toHours(found, cancelled),
    busiest: toBusiest(found, new Map(places.map(({ id, name }) => [id, name])), most),
    lead: LEAD_GROUPS.map(({ from, to }, at) => ({
      from_hours: from,
      to_hours: to,
      orders: lead.groups[at] ?? 0,
      share: shareOf(lead.groups[at] ?? 0, orders),
    })),
    median_lead_hours: lead.median === null ? null : Math.round(lead.median * 10) / 10,
  };
}
