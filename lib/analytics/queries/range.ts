import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '#lib/context';
import { getSettings } from '#lib/settings/queries';
import { addDays, dayOf, momentAt } from '#lib/time';
import { type Range, resolveRange, type Span } from '../rules.ts';
import type { RangeInput } from '../view-input.ts';
import type { RangeDto } from '../view-output.ts';

/** What every view begins with: the days meant, on the shop's calendar. */
export async function openRange(
  ctx: Context,
  { range, from, to }: RangeInput,
): Promise<{ range: Range; currency: string; timeZone: string }> {
  // Open to everybody: only which days a word means.
  const { shop } = await getSettings(ctx);
  const today = dayOf(ctx.now, shop.time_zone);
  const own = from !== undefined && to !== undefined ? { from, to } : null;
  const preset = range ?? (own ? 'custom' : '30d');
  return {
    range: resolveRange(preset, today, own ?? undefined),
    currency: shop.currency,
    timeZone: shop.time_zone,
  };
}

export const toRangeDto = ({ preset, from, to, days, step, before }: Range): RangeDto => ({
  preset,
  from,
  to,
  days,
  step,
  before,
});

const startOf = (day: string) => sql`${`${day}T00:00:00Z`}::timestamptz`;

/**
 * Orders `o` placed on some business days. `placed_on` decides; it has no index of its own, so the moments of placing,
 * taken two days wider for any time zone the shop ever had, let `orders_placed_at` find them.
 */
export const placedIn = ({ from, to }: Span): SQL =>
  sql`(o.placed_at >= ${startOf(addDays(from, -2))} and o.placed_at < ${startOf(addDays(to, 3))}
    and o.placed_on between ${from}::date and ${to}::date)`;

/** The moments at which a span of business days begins and is over. */
export const momentsOf = ({ from, to }: Span, timeZone: string): { from: string; until: string } => ({
  from: momentAt(from, '00:00', timeZone).toISOString(),
  until: momentAt(addDays(to, 1), '00:00', timeZone).toISOString(),
});
