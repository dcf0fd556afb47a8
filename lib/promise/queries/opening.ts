import 'server-only';
import { and, asc, eq, gt, isNull, lt, or, sql } from 'drizzle-orm';
import { closures, locations, openingRules } from '#db/schema/promise';
import type { Context } from '#lib/context';
import { getSettings } from '#lib/settings/queries';
import type { Opening } from '../rules/opening.ts';

const AHEAD_MS = 15 * 86_400_000;

/** The hours of the counter customers come to: the first shop, or else the first place, with its closures ahead. */
export async function getOpening(ctx: Context): Promise<Opening | null> {
  const { shop } = await getSettings(ctx);
  const [place] = await ctx.db
    .select({ id: locations.id })
    .from(locations)
    .where(and(eq(locations.active, true), isNull(locations.archivedAt)))
    .orderBy(sql`${locations.kind} <> 'shop'`, asc(locations.displayOrder), asc(locations.id))
    .limit(1);
  if (!place) return null;
  const [windows, spans] = await Promise.all([
    ctx.db
      .select({
        weekday: openingRules.weekday,
        starts: openingRules.starts,
        ends: openingRules.ends,
        validFrom: openingRules.validFrom,
        validTo: openingRules.validTo,
      })
      .from(openingRules)
      .where(and(eq(openingRules.locationId, place.id), eq(openingRules.purpose, 'pickup')))
      .orderBy(asc(openingRules.weekday), asc(openingRules.starts)),
    ctx.db
      .select({ startsAt: closures.startsAt, endsAt: closures.endsAt, message: closures.publicMessage })
      .from(closures)
      .where(
        and(
          or(isNull(closures.locationId), eq(closures.locationId, place.id)),
          or(isNull(closures.purpose), eq(closures.purpose, 'pickup')),
          gt(closures.endsAt, ctx.now),
          lt(closures.startsAt, new Date(ctx.now.getTime() + AHEAD_MS)),
        ),
      ),
  ]);
  return windows.length === 0 ? null : { timeZone: shop.time_zone, windows, closures: spans };
}
