import 'server-only';
import { and, asc, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { deliveryFees, deliveryZones, locations } from '#db/schema/promise';
import { type Context, requireRole } from '#lib/context';
import { fromMinor } from '#lib/money';
import { type Page, wholeList } from '#lib/paging';
import { getSettings } from '#lib/settings/queries';
import type { ZoneDto } from '../desk-output.ts';
import { writePostalText } from '../postal-text.ts';
import type { FeeStep } from '../rules.ts';
import { countOpenOrders } from './desk-places.ts';

function select(ctx: Context, where: SQL | undefined) {
  return ctx.db
    .select({
      zone: deliveryZones,
      locationName: locations.name,
      openOrders: countOpenOrders('zone_id', 'delivery_zones', ctx.now),
      fees: sql<FeeStep[]>`coalesce((
        select json_agg(json_build_object('fromSubtotalMinor', f.from_subtotal_minor, 'feeMinor', f.fee_minor)
          order by f.from_subtotal_minor)
        from ${deliveryFees} f where f.zone_id = "delivery_zones"."id"), '[]')`,
    })
    .from(deliveryZones)
    .innerJoin(locations, eq(locations.id, deliveryZones.locationId))
    .where(where)
    .orderBy(desc(deliveryZones.priority), asc(deliveryZones.createdAt), asc(deliveryZones.id));
}

type Row = Awaited<ReturnType<typeof select>>[number];

const toZone = ({ zone, locationName, openOrders, fees }: Row, currency: string): ZoneDto => ({
  id: zone.id,
  location: { id: zone.locationId, name: locationName },
  name: zone.name,
  postal_rules: zone.postalRules,
  postal_codes: writePostalText(zone.postalRules),
  fees: fees.map((step) => ({ from_subtotal: fromMinor(step.fromSubtotalMinor), fee: fromMinor(step.feeMinor) })),
  min_order: fromMinor(zone.minOrderMinor),
  extra_lead_minutes: zone.extraLeadMinutes,
  priority: zone.priority,
  active: zone.active,
  currency,
  open_orders: openOrders,
  archived_at: zone.archivedAt?.toISOString() ?? null,
  created_at: zone.createdAt.toISOString(),
  updated_at: zone.updatedAt.toISOString(),
});

/** For staff: delivery zones, those that win first; the archived ones on demand. */
export async function listDeskZones(
  ctx: Context,
  { archived = false, location_id }: { archived?: boolean; location_id?: string } = {},
): Promise<Page<ZoneDto>> {
  requireRole(ctx, 'staff');
  const where = and(
    archived ? isNotNull(deliveryZones.archivedAt) : isNull(deliveryZones.archivedAt),
    location_id === undefined ? undefined : eq(deliveryZones.locationId, location_id),
  );
  const [{ shop }, rows] = await Promise.all([getSettings(ctx), select(ctx, where)]);
  return wholeList(rows.map((row) => toZone(row, shop.currency)));
}

/** For staff: one delivery zone, archived or not, or null. */
export async function getDeskZone(ctx: Context, { id }: { id: string }): Promise<ZoneDto | null> {
  requireRole(ctx, 'staff');
  const [{ shop }, [row]] = await Promise.all([getSettings(ctx), select(ctx, eq(deliveryZones.id, id))]);
  return row ? toZone(row, shop.currency) : null;
}
