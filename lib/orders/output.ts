import { z } from 'zod';
import {
  ACTOR_KINDS,
  ALLERGENS,
  CHANNELS,
  DELIVERY_TYPES,
  type DeliveryType,
  ORDER_EVENT_AXES,
  ORDER_STATUSES,
  PAYMENT_KINDS,
  PAYMENT_METHODS,
  PAYMENT_STATES,
  PAYMENT_STATUSES,
  type PaymentMethod,
} from '#db/enums';
import type { CartDto } from '#lib/cart/output';
import type { ErrorCode } from '#lib/errors';
import type { FormState } from '#lib/http/form-state';
import type { SlotOffers } from '#lib/promise/offer-output';
import type { DeliveryQuoteDto } from '#lib/promise/output';
import type { IDENTITY_MODES } from '#lib/settings/input';

export const money = z.number().describe('Major units, at most two decimals');
const moment = z.iso.datetime();

const slot = z.object({
  id: z.uuid(),
  starts_at: moment,
  ends_at: moment,
  location: z.object({ id: z.uuid(), name: z.string() }).nullable(),
});

export const orderLineOutput = z.object({
  id: z.uuid(),
  product_id: z.uuid().nullable(),
  variant_id: z.uuid().nullable(),
  product_name: z.string(),
  variant_title: z.string(),
  sku: z.string().nullable(),
  quantity: z.int(),
  unit_price: money,
  price_at_time: money.describe('The same as unit_price'),
  total_price: money,
  on_date: z.iso.date().nullable(),
  note: z.string(),
  allergens: z.array(z.enum(ALLERGENS)),
});

export const orderPaymentOutput = z.object({
  id: z.uuid(),
  kind: z.enum(PAYMENT_KINDS),
  method: z.enum(PAYMENT_METHODS),
  amount: money,
  currency: z.string(),
  status: z.enum(PAYMENT_STATES),
  reference: z.string().nullable(),
  note: z.string().nullable().describe('Customers read it on a payment that was rejected'),
  has_proof: z.boolean().describe('A picture or PDF came with it; staff read it at /admin/payments/{id}/proof'),
  created_at: moment,
});

export const orderEventOutput = z.object({
  at: moment,
  axis: z.enum(ORDER_EVENT_AXES),
  from: z.string().nullable(),
  to: z.string().nullable(),
  actor: z.enum(ACTOR_KINDS),
  actor_name: z.string().nullable().describe('Which member of the staff it was; told to the staff only'),
  note: z.string().nullable(),
});

const head = {
  id: z.uuid(),
  order_number: z.string(),
  status: z.enum(ORDER_STATUSES),
  payment_status: z.enum(PAYMENT_STATUSES),
  payment_method: z.enum(PAYMENT_METHODS),
  channel: z.enum(CHANNELS),
  delivery_type: z.enum(DELIVERY_TYPES),
  slot: slot.nullable(),
  preferred_time: z.string().nullable(),
};

const sums = {
  total: money,
  total_amount: money.describe('The same as total'),
  paid: money,
  due: money,
  currency: z.string(),
};

/** An order in full, for the desk and for whoever holds its signed link (who sees no internal notes). */
export const orderOutput = z.object({
  ...head,
  customer: z
    .object({ id: z.uuid(), name: z.string(), phone: z.string().nullable(), email: z.string().nullable() })
    .nullable(),
  customer_name: z.string(),
  customer_phone: z.string(),
  customer_email: z.string().nullable(),
  delivery_address: z
    .object({
      street: z.string(),
      city: z.string(),
      postal_code: z.string().nullable(),
      notes: z.string().nullable(),
    })
    .nullable(),
  location: z
    .object({
      id: z.uuid(),
      name: z.string(),
      street: z.string(),
      city: z.string(),
      postal_code: z.string().nullable(),
      instructions: z.string().nullable(),
    })
    .nullable(),
  change_until: moment
    .nullable()
    .describe(
      'The cut-off of its slot, until which its customer may change or cancel it; null once the shop has begun',
    ),
  special_instructions: z.string().nullable(),
  override_reason: z.string().nullable().describe('Why staff promised what the rules refuse; null for customers'),
  gift: z
    .object({
      recipient_name: z.string(),
      recipient_phone: z.string().nullable(),
      card_text: z.string().nullable(),
      hide_prices: z.boolean(),
    })
    .nullable(),
  items: z.array(orderLineOutput),
  subtotal: money,
  delivery_fee: money,
  adjustment: money,
  ...sums,
  payments: z.array(orderPaymentOutput),
  payment_due_at: moment.nullable(),
  is_released_unpaid: z.boolean().describe('The order is cancelled by itself when it is not paid by payment_due_at'),
  payment_title: z.string().nullable().describe('How the shop calls this way to pay'),
  payment_instructions: z.string().nullable().describe('What to do to pay, in the words of the shop'),
  payment_account: z
    .object({ holder: z.string(), iban: z.string(), bic: z.string().nullable() })
    .nullable()
    .describe('Where a bank transfer goes'),
  access_url: z.string().describe('The signed link that opens this order'),
  events: z.array(orderEventOutput),
  cancel_reason: z.string().nullable(),
  verified_at: moment.nullable().describe('When its phone was proven by a code'),
  placed_at: moment,
  confirmed_at: moment.nullable(),
  ready_at: moment.nullable(),
  completed_at: moment.nullable(),
  cancelled_at: moment.nullable(),
  updated_at: moment,
  version: z.int(),
});

/** What number and phone together open: never the address, the name or the link. */
export const trackedOrderOutput = z.object({
  order_number: z.string(),
  status: z.enum(ORDER_STATUSES),
  payment_status: z.enum(PAYMENT_STATUSES),
  delivery_type: z.enum(DELIVERY_TYPES),
  slot: slot.nullable(),
  preferred_time: z.string().nullable(),
  items: z.array(
    orderLineOutput.pick({
      product_name: true,
      variant_title: true,
      quantity: true,
      unit_price: true,
      total_price: true,
    }),
  ),
  total: money,
  due: money,
  currency: z.string(),
  placed_at: moment,
});

export const orderRowOutput = z.object({
  ...head,
  customer_id: z.uuid().nullable(),
  customer_name: z.string(),
  customer_phone: z.string(),
  item_count: z.int().describe('Pieces in all'),
  ...sums,
  placed_at: moment,
  version: z.int(),
});

/** What the checkout offers. */
export type CheckoutOffer = {
  delivery_types: readonly DeliveryType[];
  places: readonly {
    id: string;
    name: string;
    street: string;
    city: string;
    postal_code: string | null;
    instructions: string | null;
  }[];
  payments: readonly {
    method: PaymentMethod;
    title: string;
    instructions: string;
    delivery_types: readonly DeliveryType[];
    max_total: number | null;
  }[];
  gifts: boolean;
  identity: (typeof IDENTITY_MODES)[number];
  locale: string;
  time_zone: string;
  /** The business day of the shop. */
  today: string;
  /** Days for which orders are taken, today included. */
  days_ahead: number;
};

/** What an order of this cart would come to. `total` is null until the postal code has told the fee. Major units. */
export type CheckoutReview = {
  cart: CartDto | null;
  delivery: DeliveryQuoteDto | null;
  /** Why there is no fee: ZONE_001, or VALIDATION_ERROR while the postal code is missing. */
  delivery_problem: ErrorCode | null;
  total: number | null;
  /** When it can be had, by each way; those of delivery are for the zone of the postal code, once it is known. */
  slots: SlotOffers;
};

/** An order that waits for a code: where the code went, or what is left when none could be sent. */
export type PhoneStep = {
  /** The phone as it stood in the form; another one needs another code. */
  typed: string;
  sent: { channel: 'sms' | 'email'; to: string } | null;
  digits: number;
  /** How long a code is good for. */
  minutes: number;
  /** Epoch milliseconds. */
  asked_at: number;
  /** Seconds from then until another code can be asked for. */
  resend_in: number;
  /** While no SMS can be sent. */
  ways: readonly ('email' | 'call_back')[];
  /** A demo on this machine: the desk shows what it would have sent. */
  in_outbox: boolean;
};

/** What the checkout's form holds: the last refusal, what was typed, and what it would come to. */
export type CheckoutState = FormState<never> & { review: CheckoutReview | null; phone: PhoneStep | null };

export type OrderDto = z.infer<typeof orderOutput>;
export type OrderLineDto = z.infer<typeof orderLineOutput>;
export type OrderPaymentDto = z.infer<typeof orderPaymentOutput>;
export type TrackedOrderDto = z.infer<typeof trackedOrderOutput>;
export type OrderRowDto = z.infer<typeof orderRowOutput>;
