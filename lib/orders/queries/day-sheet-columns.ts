import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { categories, products } from '#db/schema/catalog';
import { orderItems, orders } from '#db/schema/orders';
import { deliveryZones, locations } from '#db/schema/promise';
import { fromMinor } from '#lib/money';
import type { DayItemDto, DayOrderDto } from '../day-output.ts';
import { allergensOf, mapUrl } from '../day-rules.ts';
import { dueMinor } from '../rules.ts';

type Order = typeof orders.$inferSelect;
type Place = { id: string; name: string } | null;

/** One look by index for each order of the day, inside the same statement. */
const items = sql<DayItemDto[] | null>`(
  SELECT json_agg(json_build_object('id', i.id, 'product_id', i.product_id, 'variant_id', i.variant_id,
    'product_name', i.product_name, 'variant_title', i.variant_title, 'quantity', i.quantity, 'on_date', i.on_date,
    'note', i.note, 'allergens', i.allergens, 'category', CASE WHEN c.id IS NOT NULL
      THEN json_build_object('name', c.name, 'display_order', c.display_order) END) ORDER BY i.position)
  FROM ${orderItems} i LEFT JOIN ${products} p ON p.id = i.product_id LEFT JOIN ${categories} c ON c.id = p.category_id
  WHERE i.order_id = "orders"."id")`;

const named = (table: SQL, id: SQL) =>
  sql<Place>`(SELECT json_build_object('id', n.id, 'name', n.name) FROM ${table} n WHERE n.id = ${id})`;

export const dayColumns = {
  id: orders.id,
  orderNumber: orders.orderNumber,
  version: orders.version,
  status: orders.status,
  paymentStatus: orders.paymentStatus,
  paymentMethod: orders.paymentMethod,
  deliveryType: orders.deliveryType,
  slotStartsAt: orders.slotStartsAt,
  slotEndsAt: orders.slotEndsAt,
  preferredTime: orders.preferredTime,
  location: named(sql`${locations}`, sql`"orders"."location_id"`),
  zone: named(sql`${deliveryZones}`, sql`"orders"."zone_id"`),
  customerName: orders.customerName,
  customerPhone: orders.customerPhone,
  deliveryAddress: orders.deliveryAddress,
  specialInstructions: orders.specialInstructions,
  gift: orders.gift,
  overrideReason: orders.overrideReason,
  currency: orders.currency,
  totalMinor: orders.totalMinor,
  paidMinor: orders.paidMinor,
  placedAt: orders.placedAt,
  completedAt: orders.completedAt,
  items,
};

type DayRow = Pick<
  Order,
  | 'id'
  | 'orderNumber'
  | 'version'
  | 'status'
  | 'paymentStatus'
  | 'paymentMethod'
  | 'deliveryType'
  | 'slotStartsAt'
  | 'slotEndsAt'
  | 'preferredTime'
  | 'customerName'
  | 'customerPhone'
  | 'deliveryAddress'
  | 'specialInstructions'
  | 'gift'
  | 'overrideReason'
  | 'currency'
  | 'totalMinor'
  | 'paidMinor'
  | 'placedAt'
  | 'completedAt'
> & { location: Place; zone: Place; items: DayItemDto[] | null };

/** `country` completes addresses for the map. */
export function renderDayOrder(row: DayRow, country: string): DayOrderDto {
  const { gift } = row;
  const address = row.deliveryAddress && {
    street: row.deliveryAddress.street,
    city: row.deliveryAddress.city,
    postal_code: row.deliveryAddress.postal_code ?? null,
    notes: row.deliveryAddress.notes ?? null,
  };
  return {
    id: row.id,
    order_number: row.orderNumber,
    version: row.version,
    status: row.status,
    payment_status: row.paymentStatus,
    payment_method: row.paymentMethod,
    delivery_type: row.deliveryType,
    slot:
      row.slotStartsAt && row.slotEndsAt
        ? { starts_at: row.slotStartsAt.toISOString(), ends_at: row.slotEndsAt.toISOString() }
        : null,
    preferred_time: row.preferredTime,
    location: row.location,
    zone: row.zone,
    customer_name: row.customerName,
    customer_phone: row.customerPhone,
    delivery_address: address,
    map_url: address && mapUrl(address, country),
    items: row.items ?? [],
    allergens: allergensOf(row.items ?? []),
    special_instructions: row.specialInstructions,
    gift: gift && {
      recipient_name: gift.recipient_name,
      recipient_phone: gift.recipient_phone ?? null,
      card_text: gift.card_text ?? null,
      hide_prices: gift.hide_prices,
    },
    override_reason: row.overrideReason,
    total: fromMinor(row.totalMinor),
    paid: fromMinor(row.paidMinor),
    due: fromMinor(dueMinor(row)),
    currency: row.currency,
    placed_at: row.placedAt.toISOString(),
    completed_at: row.completedAt?.toISOString() ?? null,
  };
}
