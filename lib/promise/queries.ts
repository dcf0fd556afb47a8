import 'server-only';
import type { Context } from '#lib/context';
import { DomainError, ValidationError } from '#lib/errors';
import { fromMinor } from '#lib/money';
import { getSettings } from '#lib/settings/queries';
import type { QuoteDelivery } from './input.ts';
import type { DeliveryQuoteDto } from './output.ts';
import { ruleBookIn } from './queries/book-in-language.ts';
import { feeFor, freeFrom, matchZone, type Zone } from './rules.ts';

type Reader = Pick<Context, 'db' | 'now' | 'locale'>;

/** Every zone in use with its fee steps, named in the reader's language. */
export const listZones = async (ctx: Reader): Promise<readonly Zone[]> => (await ruleBookIn(ctx)).zones;

export type DeliveryPrice = { zone: Zone | null; feeMinor: number };

async function findZone(ctx: Reader, postalCode: string | null, field: string): Promise<Zone | null> {
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
  ctx: Reader,
  {
    postalCode,
    subtotalMinor,
    isMinimumWaived = false,
  }: { postalCode: string | null; subtotalMinor: number; isMinimumWaived?: boolean },
): Promise<DeliveryPrice> {
  const zone = await findZone(ctx, postalCode, 'delivery_address.postal_code');
  if (!zone) return { zone: null, feeMinor: 0 };
  if (subtotalMinor < zone.minOrderMinor && !isMinimumWaived) {
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
