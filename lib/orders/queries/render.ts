import 'server-only';
import type { OrderStatus, PaymentStatus } from '#db/enums';
import type { orders } from '#db/schema/orders';
import { fromMinor } from '#lib/money';
import type { Settings } from '#lib/settings/input';
import { orderUrl } from '../link.ts';
import type { OrderDto, OrderLineDto, OrderRowDto, TrackedOrderDto } from '../output.ts';
import { isCustomersToChange } from '../rules/change.ts';
import { optionOf } from '../rules/deadline.ts';
import { dueMinor } from '../rules.ts';
import type { EventJson, LineJson, PaymentJson, PlaceJson } from './columns.ts';

type Order = typeof orders.$inferSelect;
type Named = { id: string; name: string } | null;
type Head = Pick<
  Order,
  | 'id'
  | 'orderNumber'
  | 'status'
  | 'paymentStatus'
  | 'paymentMethod'
  | 'channel'
  | 'deliveryType'
  | 'slotId'
  | 'slotStartsAt'
  | 'slotEndsAt'
  | 'preferredTime'
  | 'customerId'
  | 'customerName'
  | 'customerPhone'
  | 'totalMinor'
  | 'paidMinor'
  | 'currency'
  | 'placedAt'
  | 'version'
>;
export type FullRow = Head &
  Pick<
    Order,
    | 'customerEmail'
    | 'deliveryAddress'
    | 'specialInstructions'
    | 'overrideReason'
    | 'gift'
    | 'subtotalMinor'
    | 'deliveryMinor'
    | 'adjustmentMinor'
    | 'paymentDueAt'
    | 'verifiedAt'
    | 'linkVersion'
    | 'cancelReason'
    | 'confirmedAt'
    | 'readyAt'
    | 'completedAt'
    | 'cancelledAt'
    | 'updatedAt'
  > & {
    customer: OrderDto['customer'];
    location: PlaceJson | null;
    slotCutoff: string | null;
    items: LineJson[] | null;
    payments: PaymentJson[] | null;
    events: EventJson[] | null;
  };
export type TrackedRow = Pick<
  Order,
  | 'orderNumber'
  | 'status'
  | 'paymentStatus'
  | 'deliveryType'
  | 'slotId'
  | 'slotStartsAt'
  | 'slotEndsAt'
  | 'preferredTime'
  | 'totalMinor'
  | 'paidMinor'
  | 'currency'
  | 'placedAt'
> & { location: PlaceJson | null; items: LineJson[] | null };

/** The desk sees internal notes and who did what; whoever holds the link does not. */
export type View = 'desk' | 'customer';

const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;
const utc = (text: string): string => new Date(text).toISOString();

const slotOf = (row: Pick<Head, 'slotId' | 'slotStartsAt' | 'slotEndsAt'>, location: Named): OrderDto['slot'] =>
  row.slotId && row.slotStartsAt && row.slotEndsAt
    ? {
        id: row.slotId,
        starts_at: row.slotStartsAt.toISOString(),
        ends_at: row.slotEndsAt.toISOString(),
        location: location && { id: location.id, name: location.name },
      }
    : null;

const sums = (row: {
  totalMinor: number;
  paidMinor: number;
  status: OrderStatus;
  paymentStatus: PaymentStatus;
  currency: string;
}) => ({
  total: fromMinor(row.totalMinor),
  total_amount: fromMinor(row.totalMinor),
  paid: fromMinor(row.paidMinor),
  due: fromMinor(dueMinor(row)),
  currency: row.currency,
});

const line = (item: LineJson): OrderLineDto => ({
  id: item.id,
  product_id: item.product_id,
  variant_id: item.variant_id,
  product_name: item.product_name,
  variant_title: item.variant_title,
  sku: item.sku,
  quantity: item.quantity,
  unit_price: fromMinor(item.unit_price_minor),
  price_at_time: fromMinor(item.unit_price_minor),
  total_price: fromMinor(item.line_total_minor),
  on_date: item.on_date,
  note: item.note,
  allergens: item.allergens,
});

const head = (row: Head, location: Named) => ({
  id: row.id,
  order_number: row.orderNumber,
  status: row.status,
  payment_status: row.paymentStatus,
  payment_method: row.paymentMethod,
  channel: row.channel,
  delivery_type: row.deliveryType,
  slot: slotOf(row, location),
  preferred_time: row.preferredTime,
});

export const renderRow = (row: Head & { itemCount: number }): OrderRowDto => ({
  ...head(row, null),
  customer_id: row.customerId,
  customer_name: row.customerName,
  customer_phone: row.customerPhone,
  item_count: row.itemCount,
  ...sums(row),
  placed_at: row.placedAt.toISOString(),
  version: row.version,
});

export const renderTracked = (row: TrackedRow): TrackedOrderDto => ({
  order_number: row.orderNumber,
  status: row.status,
  payment_status: row.paymentStatus,
  delivery_type: row.deliveryType,
  slot: slotOf(row, row.location),
  preferred_time: row.preferredTime,
  items: (row.items ?? []).map((item) => {
    const { product_name, variant_title, quantity, unit_price, total_price } = line(item);
    return { product_name, variant_title, quantity, unit_price, total_price };
  }),
  total: fromMinor(row.totalMinor),
  due: fromMinor(dueMinor(row)),
  currency: row.currency,
  placed_at: row.placedAt.toISOString(),
});

/** How the shop wants this method paid, as it stands in its settings now. */
function howToPay(
  { payments }: Settings,
  order: Pick<FullRow, 'status' | 'paymentMethod' | 'deliveryType' | 'paymentDueAt'>,
) {
  const option = optionOf(payments.options, order);
  return {
    is_released_unpaid: order.status === 'pending' && order.paymentDueAt !== null && (option?.release_unpaid ?? true),
    payment_title: option?.title ?? null,
    payment_instructions: option?.instructions || null,
    payment_account:
      order.paymentMethod === 'bank_transfer' && payments.iban !== ''
        ? { holder: payments.account_holder, iban: payments.iban, bic: payments.bic || null }
        : null,
  };
}

export function renderOrder(row: FullRow, settings: Settings, view: View): OrderDto {
  const isDesk = view === 'desk';
  const visible = (row.events ?? []).filter((event) => isDesk || event.axis !== 'note');
  const { deliveryAddress: address, gift } = row;
  return {
    ...head(row, row.location),
    // A phone alone attaches an order to who is on file: what stands there is not for whoever typed that phone.
    customer:
      row.customer && !isDesk
        ? { id: row.customer.id, name: row.customerName, phone: row.customerPhone, email: row.customerEmail }
        : row.customer,
    customer_name: row.customerName,
    customer_phone: row.customerPhone,
    customer_email: row.customerEmail,
    delivery_address: address && {
      street: address.street,
      city: address.city,
      postal_code: address.postal_code ?? null,
      notes: address.notes ?? null,
    },
    location: row.location,
    change_until: row.slotCutoff === null || !isCustomersToChange(row.status) ? null : utc(row.slotCutoff),
    special_instructions: row.specialInstructions,
    override_reason: isDesk ? row.overrideReason : null,
    gift: gift && {
      recipient_name: gift.recipient_name,
      recipient_phone: gift.recipient_phone ?? null,
      card_text: gift.card_text ?? null,
      hide_prices: gift.hide_prices,
    },
    items: (row.items ?? []).map(line),
    subtotal: fromMinor(row.subtotalMinor),
    delivery_fee: fromMinor(row.deliveryMinor),
    adjustment: fromMinor(row.adjustmentMinor),
    ...sums(row),
    payments: (row.payments ?? []).map((payment) => ({
      id: payment.id,
      kind: payment.kind,
      method: payment.method,
      amount: fromMinor(payment.amount_minor),
      currency: payment.currency,
      status: payment.status,
      reference: payment.reference,
      // The note on a rejection is meant for the customer; on what staff recorded it is their own.
      note: isDesk || payment.status === 'rejected' ? payment.note : null,
      has_proof: payment.has_proof,
      created_at: utc(payment.created_at),
    })),
    payment_due_at: iso(row.paymentDueAt),
    ...howToPay(settings, row),
    access_url: orderUrl(row),
    events: visible.map((event) => ({
      at: utc(event.at),
      axis: event.axis,
      from: event.from_status,
      to: event.to_status,
      actor: event.actor_kind,
      actor_name: isDesk ? event.actor_name : null,
      note: isDesk || event.actor_kind === 'customer' || event.actor_kind === 'visitor' ? event.note : null,
    })),
    cancel_reason: row.cancelReason,
    verified_at: iso(row.verifiedAt),
    placed_at: row.placedAt.toISOString(),
    confirmed_at: iso(row.confirmedAt),
    ready_at: iso(row.readyAt),
    completed_at: iso(row.completedAt),
    cancelled_at: iso(row.cancelledAt),
    updated_at: row.updatedAt.toISOString(),
    version: row.version,
  };
}
