import 'server-only';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { deliveryFees, deliveryZones } from '#db/schema/promise';
import type { Context } from '#lib/context';
import { DomainError, ValidationError } from '#lib/errors';
import { keepValue } from '#lib/keep-value';
import { fromMinor } from '#lib/money';
import { getSettings } from '#lib/settings/queries';
import type { QuoteDelivery } from './input.ts';
import type { DeliveryQuoteDto } from './output.ts';
import { type FeeStep, feeFor, freeFrom, matchZone, type Zone } from './rules.ts';

const zones = keepValue(
  ['shop'],
  async (ctx: Pick<Context, 'db'>): Promise<Zone[]> =>
    ctx.db
      .select({
        id: deliveryZones.id,
        locationId: deliveryZones.locationId,
        name: deliveryZones.name,
        postalRules: deliveryZones.postalRules,
        minOrderMinor: deliveryZones.minOrderMinor,
        priority: deliveryZones.priority,
        // Spelled out: inside a select list drizzle writes columns without their table.
        fees: sql<FeeStep[]>`coalesce((
        SELECT json_agg(json_build_object('fromSubtotalMinor', f.from_subtotal_minor, 'feeMinor', f.fee_minor))
        FROM ${deliveryFees} f WHERE f.zone_id = "delivery_zones"."id"), '[]')`,
      })
      .from(deliveryZones)
      .where(and(eq(deliveryZones.active, true), isNull(deliveryZones.archivedAt)))
      .orderBy(asc(deliveryZones.createdAt), asc(deliveryZones.id)),
);

/** Every zone in use with its fee steps. */
export const listZones = zones.get;

/** For the one who changes them, and for tests: the next read asks the database. */
export const forgetZones = zones.forget;

export type DeliveryPrice = { zone: Zone | null; feeMinor: number };

async function findZone(ctx: Pick<Context, 'db'>, postalCode: string | null, field: string): Promise<Zone | null> {
  const zones = await listZones(ctx);
  // A shop without zones delivers wherever it likes, at no charge.
  if (zones.length === 0) return null;
  if (!postalCode) throw ValidationError.of(field, 'VAL_001', 'Enter the postal code.');
  const zone = matchZone(zones, postalCode);
  if (!zone) throw new DomainError('ZONE_001', { postal_code: postalCode });
  return zone;
}

/**
 * What an order of this subtotal pays for delivery there, in minor units. Throws ZONE_001 outside every zone, ZONE_002
 * below the zone's minimum (`minimum`, `missing` in major units), VALIDATION_ERROR where zones need the missing code.
 */
export async function priceDelivery(
  ctx: Pick<Context, 'db'>,
  { postalCode, subtotalMinor }: { postalCode: string | null; subtotalMinor: number },
): Promise<DeliveryPrice> {
  const zone = await findZone(ctx, postalCode, 'delivery_address.postal_code');
  if (!zone) return { zone: null, feeMinor: 0 };
  if (subtotalMinor < zone.minOrderMinor) {
    throw new DomainError('ZONE_002', {
      minimum: fromMinor(zone.minOrderMinor),
      missing: fromMinor(zone.minOrderMinor - subtotalMinor),
    });
  }
  return { zone, feeMinor: feeFor(zone.fees, subtotalMinor) };
}

/** The same for somebody who asks first; a subtotal below the minimum is told, not refused. Throws ZONE_001. */
export async function quoteDelivery(ctx: Context, { postal_code, subtotal }: QuoteDelivery): Promise<DeliveryQuoteDto> {
  const { shop } = await getSettings(ctx);
  const zone = await findZone(ctx, postal_code, 'postal_code');
  const free = zone ? freeFrom(zone.fees) : 0;
  const minimum = zone?.minOrderMinor ?? 0;
  return {
    zone: zone && { id: zone.id, name: zone.name },
    fee: fromMinor(zone ? feeFor(zone.fees, subtotal) : 0),
    minimum: fromMinor(minimum),
    missing_for_minimum: fromMinor(Math.max(0, minimum - subtotal)),
    free_from: free === null ? null : fromMinor(free),
    missing_for_free: free === null ? null : fromMinor(Math.max(0, free - subtotal)),
    currency: shop.currency,
  };
}
