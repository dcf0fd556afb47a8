import type { Db } from '#db/client';
import { newId } from '#db/columns';
import { orderItems, orders } from '#db/schema/orders';
import { deliveryZones, locations } from '#db/schema/promise';
import { database } from '#lib/database';
import { newPhone } from './shop.ts';

/** Orders as they stand in the tables, past what placing one asks for: a day sheet shows whatever is there. */

export async function makePlace(name: string, db: Db = database().db): Promise<string> {
  const id = newId();
  await db.insert(locations).values({ id, name, street: 'Am Markt 1', city: 'Berlin' });
  return id;
}

export async function makeZone(locationId: string, name: string, db: Db = database().db): Promise<string> {
  const id = newId();
  await db.insert(deliveryZones).values({ id, locationId, name, postalRules: [] });
  return id;
}

type Item = Partial<typeof orderItems.$inferInsert> & { variantId?: string };
type More = Partial<typeof orders.$inferInsert> & { slot?: [starts: string, ends: string]; items?: readonly Item[] };

let count = 0;

/** One order of 4.80 a piece for cash, fetched at a place unless it is told where to; `slot` in UTC. */
export async function makeDayOrder({ slot, items = [{}], ...more }: More = {}, db: Db = database().db) {
  count += 1;
  const [id, number] = [newId(), `DAY-${String(count).padStart(4, '0')}`];
  const subtotal = items.reduce((sum, { quantity = 1, unitPriceMinor = 480 }) => sum + quantity * unitPriceMinor, 0);
  const placedAt = more.placedAt ?? new Date();
  await db.insert(orders).values({
    id,
    orderNumber: number,
    channel: 'web',
    customerName: 'Ana Pop',
    customerPhone: newPhone(),
    status: 'confirmed',
    paymentMethod: 'cash',
    deliveryType: 'pickup',
    slotStartsAt: slot && new Date(slot[0]),
    slotEndsAt: slot && new Date(slot[1]),
    currency: 'EUR',
    subtotalMinor: subtotal,
    totalMinor: subtotal,
    placedAt,
    placedOn: placedAt.toISOString().slice(0, 10),
    ...more,
  });
  await db.insert(orderItems).values(
    items.map(({ quantity = 1, unitPriceMinor = 480, productName = 'Rye', variantId, productId, ...item }, at) => ({
      orderId: id,
      variantId,
      productId,
      productName,
      quantity,
      unitPriceMinor,
      lineTotalMinor: quantity * unitPriceMinor,
      position: at + 1,
      ...item,
    })),
  );
  return { id, number };
}
