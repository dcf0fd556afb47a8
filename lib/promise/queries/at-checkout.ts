import 'server-only';
import type { Context } from '#lib/context';
import { fromMinor } from '#lib/money';
import { getSettings } from '#lib/settings/queries';
import { listZones } from '../queries.ts';
import { freeFrom, matchZone } from '../rules.ts';
import { ruleBookIn } from './book-in-language.ts';
import { getRuleBook } from './rule-book.ts';

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
  const book = await ruleBookIn(ctx);
  const open = new Set(book.rules.flatMap(({ purpose, locationId }) => (purpose === 'pickup' ? [locationId] : [])));
  // Where no place says when, any of them will do.
  const offered = book.places.filter(({ id }) => open.size === 0 || open.has(id));
  return offered.map(({ id, name, street, city, postalCode, instructions }) => ({
    id,
    name,
    street,
    city,
    postal_code: postalCode,
    instructions,
  }));
}

/** Whether the shop has hours for any way it hands orders over; else times are agreed by word. */
export async function hasTimes(ctx: Pick<Context, 'db' | 'now'>): Promise<boolean> {
  // Open to everybody: part of what the shop offers.
  const [{ checkout }, { rules }] = await Promise.all([getSettings(ctx), getRuleBook(ctx)]);
  return rules.some(({ purpose }) => purpose !== 'chat' && checkout.delivery_types.includes(purpose));
}

/** A subtotal from which delivery costs nothing; `zone` is null where it holds wherever the shop delivers. */
export type FreeDelivery = { from: number; zone: string | null };

/**
 * The subtotals (major units, lowest first) from which delivery is free; none where it never is, or always. With a postal
 * code that lies in a zone only that one's.
 */
export async function listFreeDelivery(
  ctx: Pick<Context, 'db' | 'now' | 'locale'>,
  postalCode: string | null = null,
): Promise<FreeDelivery[]> {
  // Open to everybody: part of what the shop offers.
  const [{ checkout }, zones] = await Promise.all([getSettings(ctx), listZones(ctx)]);
  if (!checkout.delivery_types.includes('delivery')) return [];
  const steps = zones.map((zone) => ({ id: zone.id, zone: zone.name, from: freeFrom(zone.fees) }));
  const isAlike = new Set(steps.map(({ from }) => from)).size === 1;
  const mine = postalCode === null ? null : matchZone(zones, postalCode);
  const known = steps.flatMap(({ zone, id, from }) =>
    from && (mine === null || mine.id === id) ? [{ zone: isAlike ? null : zone, from: fromMinor(from) }] : [],
  );
  return (isAlike ? known.slice(0, 1) : known).sort((a, b) => a.from - b.from);
}
