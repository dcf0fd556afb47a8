import { newId } from '#db/columns';
import { orders } from '#db/schema/orders';
import { closures, deliveryFees, deliveryZones, locations, openingRules, slots } from '#db/schema/promise';
import { productionPatterns } from '#db/schema/stock';
import { database } from '#lib/database';
import { forgetRuleBook } from '#lib/promise/queries/rule-book';
import { slotId } from '#lib/promise/rules/slots';
import { momentAt } from '#lib/time';
import { setSetting } from './shop.ts';

/** Places, hours, zones and what is made per day. Everything holds in the shop's default time zone. */

export const ZONE = 'Europe/Berlin';

type RuleMore = Partial<typeof openingRules.$inferInsert>;

/** A place that is open every day from 8 to 12 in slots of an hour, order by an hour before, unless told otherwise. */
export async function makePlace(more: RuleMore = {}, name = 'The shop') {
  const { db } = database();
  const locationId = newId();
  await db.insert(locations).values({ id: locationId, name, street: 'Ofenhof 7', city: 'Berlin' });
  await addHours(locationId, more);
  return { locationId };
}

export async function addHours(locationId: string, more: RuleMore = {}): Promise<void> {
  await database()
    .db.insert(openingRules)
    .values(
      [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
        locationId,
        purpose: 'pickup' as const,
        weekday,
        starts: '08:00',
        ends: '12:00',
        slotMinutes: 60,
        cutoff: { kind: 'minutes' as const, minutes: 60 },
        ...more,
      })),
    );
  forgetRuleBook();
}

/** The id of the pickup slot that starts at `time` on `day`. */
export const slotAt = (
  locationId: string,
  day: string,
  time: string,
  method: 'pickup' | 'delivery' = 'pickup',
): string => slotId(locationId, method, momentAt(day, time, ZONE));

/** Closed for everybody and everything from `from` to `until`, both `YYYY-MM-DD HH:MM`. */
export async function close(from: string, until: string, message: string | null = null): Promise<string> {
  const moment = (text: string) => momentAt(text.slice(0, 10), text.slice(11), ZONE);
  const id = newId();
  await database()
    .db.insert(closures)
    .values({ id, startsAt: moment(from), endsAt: moment(until), publicMessage: message });
  forgetRuleBook();
  return id;
}

/** A zone around postal codes that begin with `prefix`: 3.50, free from 40. */
export async function makeZone(
  locationId: string,
  prefix: string,
  more: Partial<typeof deliveryZones.$inferInsert> = {},
): Promise<string> {
  const { db } = database();
  const id = newId();
  await db
    .insert(deliveryZones)
    .values({ id, locationId, name: `Zone ${prefix}`, postalRules: [{ kind: 'prefix', prefix }], ...more });
  await db.insert(deliveryFees).values([
    { zoneId: id, fromSubtotalMinor: 0, feeMinor: 350 },
    { zoneId: id, fromSubtotalMinor: 4000, feeMinor: 0 },
  ]);
  forgetRuleBook();
  return id;
}

/** So many pieces of a variant on every day of the week. */
export async function bakeDaily(variantId: string, planned: number): Promise<void> {
  await database()
    .db.insert(productionPatterns)
    .values([1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ variantId, weekday, planned })));
}

/** No place, hour or slot is left, and no order that holds one. */
export async function clearPlaces(): Promise<void> {
  const { db } = database();
  await db.update(orders).set({ slotId: null, locationId: null, zoneId: null });
  for (const table of [closures, openingRules, slots, deliveryZones, locations]) await db.delete(table);
  forgetRuleBook();
  await setSetting('checkout', {});
}
