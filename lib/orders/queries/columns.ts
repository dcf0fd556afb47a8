import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { ActorKind, Allergen, PaymentMethod } from '#db/enums';
import { users } from '#db/schema/auth';
import { customers } from '#db/schema/customers';
import { orderEvents, orderItems, orders, payments } from '#db/schema/orders';
import { locations, slots } from '#db/schema/promise';

/** Rows as PostgreSQL puts them into JSON: amounts in minor units, moments as text. */
export type LineJson = {
  id: string;
  product_id: string | null;
  variant_id: string | null;
  product_name: string;
  variant_title: string;
  sku: string | null;
  quantity: number;
  unit_price_minor: number;
  line_total_minor: number;
  on_date: string | null;
  note: string;
  allergens: Allergen[];
};
export type PaymentJson = {
  id: string;
  kind: 'charge' | 'refund';
  method: PaymentMethod;
  amount_minor: number;
  currency: string;
  status: 'submitted' | 'confirmed' | 'rejected';
  reference: string | null;
  note: string | null;
  has_proof: boolean;
  created_at: string;
};
export type EventJson = {
  at: string;
  axis: 'order' | 'payment' | 'note';
  from_status: string | null;
  to_status: string | null;
  actor_kind: ActorKind;
  actor_name: string | null;
  note: string | null;
};

// Spelled out: inside a select list drizzle writes columns without their table, and `id` would be ambiguous.
const ofOrder = (column: SQL) => sql`${column} = "orders"."id"`;

const items = sql<LineJson[]>`(
  SELECT json_agg(json_build_object('id', i.id, 'product_id', i.product_id, 'variant_id', i.variant_id,
    'product_name', i.product_name, 'variant_title', i.variant_title, 'sku', i.sku, 'quantity', i.quantity,
    'unit_price_minor', i.unit_price_minor, 'line_total_minor', i.line_total_minor, 'on_date', i.on_date,
    'note', i.note, 'allergens', i.allergens) ORDER BY i.position)
  FROM ${orderItems} i WHERE ${ofOrder(sql`i.order_id`)})`;

const paymentRows = sql<PaymentJson[] | null>`(
  SELECT json_agg(json_build_object('id', p.id, 'kind', p.kind, 'method', p.method, 'amount_minor', p.amount_minor,
    'currency', p.currency, 'status', p.status, 'reference', p.reference, 'note', p.note,
    'has_proof', p.proof_media_id IS NOT NULL, 'created_at', p.created_at) ORDER BY p.created_at, p.id)
  FROM ${payments} p WHERE ${ofOrder(sql`p.order_id`)})`;

const events = sql<EventJson[] | null>`(
  SELECT json_agg(json_build_object('at', e.at, 'axis', e.axis, 'from_status', e.from_status,
    'to_status', e.to_status, 'actor_kind', e.actor_kind, 'actor_name', u.name, 'note', e.note)
    ORDER BY e.at, e.id)
  FROM ${orderEvents} e LEFT JOIN ${users} u ON e.actor_kind = 'staff' AND u.id = e.actor_id
  WHERE ${ofOrder(sql`e.order_id`)})`;

const customer = sql<{ id: string; name: string; phone: string | null; email: string | null } | null>`(
  SELECT json_build_object('id', c.id, 'name', c.name, 'phone', c.phone, 'email', c.email)
  FROM ${customers} c WHERE c.id = "orders"."customer_id")`;

export type PlaceJson = {
  id: string;
  name: string;
  street: string;
  city: string;
  postal_code: string | null;
  instructions: string | null;
};

const location = sql<PlaceJson | null>`(
  SELECT json_build_object('id', l.id, 'name', l.name, 'street', l.street, 'city', l.city,
    'postal_code', l.postal_code, 'instructions', l.instructions)
  FROM ${locations} l WHERE l.id = "orders"."location_id")`;

const slotCutoff = sql<string | null>`(SELECT s.cutoff_at FROM ${slots} s WHERE s.id = "orders"."slot_id")`;

/** What a row of a list and the whole order have in common. */
export const headColumns = {
  id: orders.id,
  orderNumber: orders.orderNumber,
  status: orders.status,
  paymentStatus: orders.paymentStatus,
  paymentMethod: orders.paymentMethod,
  channel: orders.channel,
  deliveryType: orders.deliveryType,
  slotId: orders.slotId,
  slotStartsAt: orders.slotStartsAt,
  slotEndsAt: orders.slotEndsAt,
  preferredTime: orders.preferredTime,
  customerId: orders.customerId,
  customerName: orders.customerName,
  customerPhone: orders.customerPhone,
  totalMinor: orders.totalMinor,
  paidMinor: orders.paidMinor,
  currency: orders.currency,
  placedAt: orders.placedAt,
  version: orders.version,
};

export const rowColumns = {
  ...headColumns,
  itemCount: sql<number>`(
    SELECT coalesce(sum(i.quantity), 0)::int FROM ${orderItems} i WHERE ${ofOrder(sql`i.order_id`)})`,
};

export const fullColumns = {
  ...headColumns,
  customer,
  verifiedAt: orders.verifiedAt,
  customerEmail: orders.customerEmail,
  deliveryAddress: orders.deliveryAddress,
  location,
  slotCutoff,
  specialInstructions: orders.specialInstructions,
  overrideReason: orders.overrideReason,
  gift: orders.gift,
  items,
  subtotalMinor: orders.subtotalMinor,
  deliveryMinor: orders.deliveryMinor,
  adjustmentMinor: orders.adjustmentMinor,
  payments: paymentRows,
  paymentDueAt: orders.paymentDueAt,
  events,
  linkVersion: orders.linkVersion,
  cancelReason: orders.cancelReason,
  confirmedAt: orders.confirmedAt,
  readyAt: orders.readyAt,
  completedAt: orders.completedAt,
  cancelledAt: orders.cancelledAt,
  updatedAt: orders.updatedAt,
};

/** What tracking may read: never the address, the name or the link. */
export const trackedColumns = {
  orderNumber: orders.orderNumber,
  status: orders.status,
  paymentStatus: orders.paymentStatus,
  deliveryType: orders.deliveryType,
  slotId: orders.slotId,
  slotStartsAt: orders.slotStartsAt,
  slotEndsAt: orders.slotEndsAt,
  location,
  preferredTime: orders.preferredTime,
  items,
  totalMinor: orders.totalMinor,
  paidMinor: orders.paidMinor,
  currency: orders.currency,
  placedAt: orders.placedAt,
};
