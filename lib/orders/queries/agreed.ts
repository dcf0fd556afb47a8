import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { orderItems, orders, payments } from '#db/schema/orders';
import { slots } from '#db/schema/promise';
import type { Context } from '#lib/context';
import type { LineJson } from './columns.ts';

// Spelled out: inside a select list drizzle writes columns without their table, and `id` would be ambiguous.
const items = sql<LineJson[] | null>`(
  SELECT json_agg(json_build_object('id', i.id, 'product_id', i.product_id, 'variant_id', i.variant_id,
    'product_name', i.product_name, 'variant_title', i.variant_title, 'sku', i.sku, 'quantity', i.quantity,
    'unit_price_minor', i.unit_price_minor, 'line_total_minor', i.line_total_minor, 'on_date', i.on_date,
    'note', i.note, 'allergens', i.allergens) ORDER BY i.position)
  FROM ${orderItems} i WHERE i.order_id = "orders"."id")`;
const cutoff = sql<string | null>`(SELECT s.cutoff_at FROM ${slots} s WHERE s.id = "orders"."slot_id")`;
const claimed = sql<number>`(SELECT coalesce(sum(p.amount_minor), 0)::float8 FROM ${payments} p
  WHERE p.order_id = "orders"."id" AND p.kind = 'charge' AND p.status = 'submitted')`;

/**
 * What was agreed so far, as far as a change of it has to know; null when there is no such order. For commands and
 * queries that have authorised. Amounts in minor units.
 */
export async function readAgreed(ctx: Pick<Context, 'db'>, id: string) {
  const [row] = await ctx.db
    .select({
      id: orders.id,
      orderNumber: orders.orderNumber,
      version: orders.version,
      status: orders.status,
      customerPhone: orders.customerPhone,
      customerId: orders.customerId,
      verifiedAt: orders.verifiedAt,
      deliveryType: orders.deliveryType,
      slotId: orders.slotId,
      slotStartsAt: orders.slotStartsAt,
      slotEndsAt: orders.slotEndsAt,
      cutoff,
      locationId: orders.locationId,
      zoneId: orders.zoneId,
      loadPoints: orders.loadPoints,
      preferredTime: orders.preferredTime,
      deliveryAddress: orders.deliveryAddress,
      specialInstructions: orders.specialInstructions,
      gift: orders.gift,
      currency: orders.currency,
      subtotalMinor: orders.subtotalMinor,
      deliveryMinor: orders.deliveryMinor,
      adjustmentMinor: orders.adjustmentMinor,
      totalMinor: orders.totalMinor,
      paidMinor: orders.paidMinor,
      claimedMinor: claimed,
      paymentStatus: orders.paymentStatus,
      paymentMethod: orders.paymentMethod,
      paymentDueAt: orders.paymentDueAt,
      items,
    })
    .from(orders)
    .where(eq(orders.id, id));
  if (!row) return null;
  const { cutoff: changeUntil, items: lines, ...agreed } = row;
  return { ...agreed, changeUntil: changeUntil === null ? null : new Date(changeUntil), items: lines ?? [] };
}

export type Agreed = NonNullable<Awaited<ReturnType<typeof readAgreed>>>;
