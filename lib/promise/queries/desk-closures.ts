import 'server-only';
import { and, asc, desc, eq, gt, isNull, lt, lte, or, type SQL } from 'drizzle-orm';
import type { OpeningPurpose } from '#db/enums';
import { closures, locations } from '#db/schema/promise';
import { type Context, requireRole } from '#lib/context';
import { type Page, wholeList } from '#lib/paging';
import { getSettings } from '#lib/settings/queries';
import { addDays, momentAt } from '#lib/time';
import { daysOf } from '../closure-span.ts';
import type { ClosureDto, ClosureRowDto } from '../desk-output.ts';
import { countInside, ordersInside } from './desk-dependents.ts';

/** More than a shop closes in years. */
const MOST = 300;

const select = (ctx: Context, where: SQL | undefined, order: SQL) =>
  ctx.db
    .select({ closure: closures, locationName: locations.name })
    .from(closures)
    .leftJoin(locations, eq(locations.id, closures.locationId))
    .where(where)
    .orderBy(order, asc(closures.id))
    .limit(MOST);

type Row = Awaited<ReturnType<typeof select>>[number];

const toRow = ({ closure, locationName }: Row, timeZone: string, openOrders: number): ClosureRowDto => ({
  id: closure.id,
  location: closure.locationId ? { id: closure.locationId, name: locationName ?? '' } : null,
  purpose: closure.purpose,
  public_message: closure.publicMessage,
  starts_at: closure.startsAt.toISOString(),
  ends_at: closure.endsAt.toISOString(),
  ...daysOf(closure, timeZone),
  open_orders: openOrders,
  created_at: closure.createdAt.toISOString(),
  updated_at: closure.updatedAt.toISOString(),
});

/** For staff: closures that are not over, the next first; with `past` those that are, the latest first. */
export async function listClosures(
  ctx: Context,
  { past = false }: { past?: boolean } = {},
): Promise<Page<ClosureRowDto>> {
  requireRole(ctx, 'staff');
  const [{ shop }, rows] = await Promise.all([
    getSettings(ctx),
    past
      ? select(ctx, lte(closures.endsAt, ctx.now), desc(closures.startsAt))
      : select(ctx, gt(closures.endsAt, ctx.now), asc(closures.startsAt)),
  ]);
  const counts = past
    ? new Map<string, number>()
    : await countInside(
        ctx,
        rows.map(({ closure }) => closure.id),
      );
  return wholeList(rows.map((row) => toRow(row, shop.time_zone, counts.get(row.closure.id) ?? 0)));
}

/** For staff: what closes a place for a purpose on some days, those of the whole shop among them. */
export async function listClosuresBetween(
  ctx: Context,
  { from, to, location_id, purpose }: { from: string; to: string; location_id: string; purpose: OpeningPurpose },
): Promise<ClosureRowDto[]> {
  requireRole(ctx, 'staff');
  const { shop } = await getSettings(ctx);
  const where = and(
    lt(closures.startsAt, momentAt(addDays(to, 1), '00:00', shop.time_zone)),
    gt(closures.endsAt, momentAt(from, '00:00', shop.time_zone)),
    or(isNull(closures.locationId), eq(closures.locationId, location_id)),
    or(isNull(closures.purpose), eq(closures.purpose, purpose)),
  );
  const rows = await select(ctx, where, asc(closures.startsAt));
  return rows.map((row) => toRow(row, shop.time_zone, 0));
}

/** For staff: one closure with the open orders inside it, or null. */
export async function getClosure(ctx: Context, { id }: { id: string }): Promise<ClosureDto | null> {
  requireRole(ctx, 'staff');
  const [row] = await select(ctx, eq(closures.id, id), asc(closures.startsAt));
  if (!row) return null;
  const [{ shop }, { total, orders }] = await Promise.all([getSettings(ctx), ordersInside(ctx, row.closure)]);
  return { ...toRow(row, shop.time_zone, total), orders };
}
