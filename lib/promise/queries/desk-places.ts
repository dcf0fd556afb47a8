import 'server-only';
import { and, asc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { locations } from '#db/schema/promise';
import { type Context, requireRole } from '#lib/context';
import { OPEN_STATUSES } from '#lib/orders/rules';
import { type Page, wholeList } from '#lib/paging';
import type { LocationDto } from '../desk-output.ts';
import { placeColumns } from './rule-book.ts';

const open = sql.raw(OPEN_STATUSES.map((status) => `'${status}'`).join(', '));

/** Open orders by what they depend on, those in a slot that has passed left out. Column names are ours. */
export const countOpenOrders = (
  column: 'location_id' | 'zone_id',
  owner: string,
  now: Date,
): SQL<number> => sql<number>`(
  select count(*)::int from orders o
  where o.${sql.raw(column)} = ${sql.raw(`"${owner}"."id"`)} and o.status in (${open})
    and (o.slot_ends_at is null or o.slot_ends_at > ${now.toISOString()}::timestamptz))`;

function select(ctx: Context, where: SQL | undefined) {
  return ctx.db
    .select({
      ...placeColumns,
      active: locations.active,
      displayOrder: locations.displayOrder,
      archivedAt: locations.archivedAt,
      createdAt: locations.createdAt,
      updatedAt: locations.updatedAt,
      openOrders: countOpenOrders('location_id', 'locations', ctx.now),
    })
    .from(locations)
    .where(where)
    .orderBy(sql`${locations.kind} <> 'shop'`, asc(locations.displayOrder), asc(locations.id));
}

type Row = Awaited<ReturnType<typeof select>>[number];

const toLocation = (row: Row): LocationDto => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  street: row.street,
  city: row.city,
  postal_code: row.postalCode,
  lat: row.lat,
  lng: row.lng,
  instructions: row.instructions,
  active: row.active,
  display_order: row.displayOrder,
  open_orders: row.openOrders,
  archived_at: row.archivedAt?.toISOString() ?? null,
  created_at: row.createdAt.toISOString(),
  updated_at: row.updatedAt.toISOString(),
});

/** For staff: places in the order of the shop, the archived ones on demand. */
export async function listLocations(
  ctx: Context,
  { archived = false }: { archived?: boolean } = {},
): Promise<Page<LocationDto>> {
  requireRole(ctx, 'staff');
  const rows = await select(ctx, archived ? isNotNull(locations.archivedAt) : isNull(locations.archivedAt));
  return wholeList(rows.map(toLocation));
}

/** For staff: one place, archived or not, or null. */
export async function getLocation(ctx: Context, { id }: { id: string }): Promise<LocationDto | null> {
  requireRole(ctx, 'staff');
  const [row] = await select(ctx, and(eq(locations.id, id)));
  return row ? toLocation(row) : null;
}
