import 'server-only';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { locations } from '#db/schema/promise';
import type { Context } from '#lib/context';
import { fromMinor } from '#lib/money';
import { getSettings } from '#lib/settings/queries';
import { listZones } from '../queries.ts';
import { freeFrom } from '../rules.ts';

export type PickupPlace = {
  id: string;
  name: string;
  street: string;
  city: string;
  postal_code: string | null;
  instructions: string | null;
};

/** Where orders can be collected, the first one first. */
export async function listPickupPlaces(ctx: Context): Promise<PickupPlace[]> {
  // Open to everybody: the addresses of the shop.
  return ctx.db
    .select({
      id: locations.id,
      name: locations.name,
      street: locations.street,
      city: locations.city,
      postal_code: locations.postalCode,
      instructions: locations.instructions,
    })
    .from(locations)
    .where(and(eq(locations.active, true), isNull(locations.archivedAt)))
    .orderBy(sql`${locations.kind} <> 'shop'`, asc(locations.displayOrder), asc(locations.id));
}

/** A subtotal from which delivery costs nothing; `zone` is null where it holds wherever the shop delivers. */
export type FreeDelivery = { from: number; zone: string | null };

/** The subtotals (major units, lowest first) from which delivery is free; none where it never is, or always. */
export async function listFreeDelivery(ctx: Pick<Context, 'db'>): Promise<FreeDelivery[]> {
  // Open to everybody: part of what the shop offers.
  const [{ checkout }, zones] = await Promise.all([getSettings(ctx), listZones(ctx)]);
  if (!checkout.delivery_types.includes('delivery')) return [];
  const steps = zones.map((zone) => ({ zone: zone.name, from: freeFrom(zone.fees) }));
  const isAlike = new Set(steps.map(({ from }) => from)).size === 1;
  const known = steps.flatMap(({ zone, from }) =>
    from ? [{ zone: isAlike ? null : zone, from: fromMinor(from) }] : [],
  );
  return (isAlike ? known.slice(0, 1) : known).sort((a, b) => a.from - b.from);
}
