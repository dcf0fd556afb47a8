import { eq, sql } from 'drizzle-orm';
import type postgres from 'postgres';
import { expect } from 'vitest';
import type { z } from 'zod';
import { orders } from '#db/schema/orders';
import { closures, deliveryZones, locations, openingRules, slots } from '#db/schema/promise';
import { database } from '#lib/database';
import { type changeOrderInput, changeOwnOrderInput } from '#lib/orders/change-input';
import { cancelOwnOrder, changeOwnOrder, placeOrder } from '#lib/orders/commands';
import type { OrderDto } from '#lib/orders/output';
import { forgetRuleBook } from '#lib/promise/queries/rule-book';
import { momentAt } from '#lib/time';
import { NO_PROMISE_FLAWS, readPromiseFlaws } from '#tests/support/books';
import { bakeDaily, makePlace, slotAt, ZONE } from './promise.ts';
import { makeProduct, orderOf, setSetting, visitor } from './shop.ts';

/** A Wednesday, 10:00 in Berlin; Thursday and Friday after it. */
export const NOW = momentAt('2031-03-05', '10:00', ZONE);
export const THU = '2031-03-06';
export const FRI = '2031-03-07';
export const at = (day: string, time: string) => visitor({ now: momentAt(day, time, ZONE) });
export const now = () => visitor({ now: NOW });

export const keyOf = (order: OrderDto) => new URL(order.access_url).searchParams.get('key');
export const itemOf = ({ items }: OrderDto, index = 0) => items[index]?.id ?? '';

export type Change = z.input<typeof changeOwnOrderInput>;
export type DeskChange = Omit<z.input<typeof changeOrderInput>, 'order_id'>;

export const change = (order: OrderDto, wish: Change, ctx = now()) =>
  changeOwnOrder(ctx, { order_number: order.order_number, ...changeOwnOrderInput.parse(wish) }, { key: keyOf(order) });
export const cancel = (order: OrderDto, ctx = now()) =>
  cancelOwnOrder(ctx, { order_number: order.order_number, cancel_reason: null }, { key: keyOf(order) });

/** The newest entry about a change: the others do not stay at their status. */
export const changeIn = (order: OrderDto | null) =>
  order?.events.findLast(({ axis, from, to }) => axis === 'order' && from === to);

/** Three of one product for Thursday at nine, at a place that takes three orders and 20 load points an hour. */
export async function placed(product = {}, variant = {}, place = {}) {
  const { locationId } = await makePlace({ capacityOrders: 3, capacityLoad: 20, ...place });
  const { variantId, slug } = await makeProduct({ stockQuantity: 10, ...variant }, product);
  const slot = (time: string, day = THU) => slotAt(locationId, day, time);
  const items = [{ variant_id: variantId, quantity: 3 }];
  const { order } = await placeOrder(now(), orderOf([], { items, slot_id: slot('09:00') }));
  return { order, variantId, slug, slot, locationId };
}

/** Three of what is baked per day, of three that are made, in a slot with room for four. */
export async function placedBaked() {
  const { locationId } = await makePlace({ capacityLoad: 4 });
  const { variantId } = await makeProduct({ stockMode: 'per_date', stockQuantity: 0 });
  await bakeDaily(variantId, 3);
  const slot = (time: string, day = THU) => slotAt(locationId, day, time);
  const items = [{ variant_id: variantId, quantity: 3 }];
  const { order } = await placeOrder(now(), orderOf([], { items, slot_id: slot('09:00') }));
  return { order, variantId, slot };
}

export async function setCapacity(capacityLoad: number): Promise<void> {
  await database().db.update(openingRules).set({ capacityLoad });
  forgetRuleBook();
}

export const leftOf = async (variantId: string) => {
  const [row] = await database().db.execute<{ left: number; moved: number }>(sql`SELECT stock_quantity AS left,
    (SELECT coalesce(sum(delta), 0)::int FROM stock_movements WHERE variant_id = v.id) AS moved
    FROM product_variants v WHERE id = ${variantId}`);
  return row;
};

export const soldOn = async (variantId: string, day: string) => {
  const [row] = await database().db.execute<{ sold: number }>(
    sql`SELECT sold FROM production_plans WHERE variant_id = ${variantId} AND on_date = ${day}`,
  );
  return row?.sold ?? null;
};

/** Orders and load points that a slot holds; null without a row. */
export const bookedIn = async (id: string) => {
  const [row] = await database().db.select().from(slots).where(eq(slots.id, id));
  return row ? [row.bookedOrders, row.bookedLoad] : null;
};

/** Slots, plans, items and movements agree with each other, and every order is the sum of its lines. */
export async function expectGoodBooks(books: postgres.Sql): Promise<void> {
  expect(await readPromiseFlaws(books)).toEqual(NO_PROMISE_FLAWS);
  const [torn] = await books`select
    (select count(*)::int from orders o where o.subtotal_minor is distinct from
      (select sum(i.line_total_minor) from order_items i where i.order_id = o.id)) as sums,
    (select count(*)::int from (select i.order_id, i.variant_id, sum(i.quantity) as sold from order_items i
        join product_variants v on v.id = i.variant_id join orders o on o.id = i.order_id
        where v.stock_mode <> 'unlimited' and o.status <> 'cancelled' group by 1, 2) s
      where -s.sold is distinct from (select sum(m.delta) from stock_movements m
        where m.order_id = s.order_id and m.variant_id = s.variant_id)) as movements`;
  expect({ ...torn }).toEqual({ sums: 0, movements: 0 });
}

/** Places and hours of one test are not those of the next. */
export async function forgetPlaces(): Promise<void> {
  const { db } = database();
  await db.update(orders).set({ slotId: null, locationId: null, zoneId: null });
  for (const table of [closures, openingRules, slots, deliveryZones, locations]) await db.delete(table);
  forgetRuleBook();
  await setSetting('checkout', {});
}
