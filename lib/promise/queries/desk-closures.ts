import 'server-only';
import { asc, desc, eq, gt, lte, type SQL } from 'drizzle-orm';
import { closures, locations } from '#db/schema/promise';
import { type Context, requireRole } from '#lib/context';
import type { Page } from '#lib/paging';
import { getSettings } from '#lib/settings/queries';
import { daysOf } from '../closure-span.ts';
import type { ClosureDto, ClosureRowDto } from '../desk-output.ts';
import { countInside, ordersInside } from './desk-dependents.ts';
import { wholeList } from './desk-page.ts';

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

/** For staff: one closure with the open orders inside it, or null. */
export async function getClosure(ctx: Context, { id }: { id: string }): Promise<ClosureDto | null> {
  requireRole(ctx, 'staff');
  const [row] = await select(ctx, eq(closures.id, id), asc(closures.startsAt));
  if (!row) return null;
  const [{ shop }, { total, orders }] = await Promise.all([getSettings(ctx), ordersInside(ctx, row.closure)]);
  return { ...toRow(row, shop.time_zone, total), orders };
}
