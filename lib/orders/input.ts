import { z } from 'zod';
import { DELIVERY_TYPES, ORDER_STATUSES, PAYMENT_METHODS, PAYMENT_STATUSES } from '#db/enums';
import { MAX_LINES, quantityInput } from '#lib/cart/input';
import { emailInput, phoneInput } from '#lib/customers/input';
import { dayInput, filled, idInput, optional, required, severalOf, versionInput, words } from '#lib/fields';
import { moneyInput } from '#lib/money';
import { pagingInput } from '#lib/paging';
import { STATUS_WORDS } from './rules.ts';

export const orderItemInput = z
  .strictObject({
    product_id: idInput.optional(),
    variant_id: idInput.optional(),
    quantity: quantityInput,
    on_date: dayInput.nullish().transform((day) => day ?? null),
    note: optional(words(200)).transform((note) => note ?? ''),
  })
  .refine((item) => item.product_id !== undefined || item.variant_id !== undefined, {
    error: 'Name the product or the variant.',
    path: ['variant_id'],
    params: { code: 'VAL_001' },
  });

export const deliveryAddressInput = z.strictObject({
  street: required(200, 'Enter street and number.'),
  city: required(100, 'Enter the town.'),
  postal_code: optional(words(12)),
  notes: optional(words(200)),
});

export const giftInput = z.strictObject({
  recipient_name: required(100, 'Enter who receives the gift.'),
  recipient_phone: optional(phoneInput),
  card_text: optional(words(300)),
  hide_prices: z.boolean('Choose yes or no.').default(true),
});

const contents = {
  items: z
    .array(orderItemInput)
    .min(1, 'Choose at least one product.')
    .max(MAX_LINES, `Order at most ${MAX_LINES} lines.`),
  delivery_type: z.enum(DELIVERY_TYPES, { error: 'Choose pickup or delivery.' }),
  delivery_address: deliveryAddressInput.nullish().transform((address) => address ?? null),
  location_id: idInput.nullish().transform((location) => location ?? null),
  /** Required where the shop has times for this way to receive an order; elsewhere a wish in words takes its place. */
  slot_id: idInput.nullish().transform((slot) => slot ?? null),
  preferred_time: optional(words(100)),
  special_instructions: optional(words(500)),
  gift: giftInput.nullish().transform((gift) => gift ?? null),
  payment_method: z
    .enum(PAYMENT_METHODS, { error: 'Choose how to pay.' })
    .nullish()
    .transform((method) => method ?? null),
};

const contact = {
  customer_name: required(100, 'Enter your name.'),
  customer_phone: phoneInput,
  customer_email: optional(emailInput),
};

const needsAddress = {
  error: 'Enter the address to deliver to.',
  path: ['delivery_address'],
  params: { code: 'VAL_001' },
};
const hasAddress = (order: { delivery_type: string; delivery_address: unknown }) =>
  order.delivery_type !== 'delivery' || order.delivery_address !== null;

/** Without `items` the order takes what is in the caller's cart. */
export const placeOrderInput = z
  .strictObject({
    ...contact,
    ...contents,
    items: contents.items.optional(),
    call_back: z
      .boolean('Choose yes or no.')
      .default(false)
      .meta({ description: 'The shop calls to check the phone; only while no code can be sent to it' }),
  })
  .refine(hasAddress, needsAddress);

/** A phone order: for a customer on file, or a new one by name and phone. */
export const placeDeskOrderInput = z
  .strictObject({
    ...contents,
    customer_id: idInput.nullish().transform((customer) => customer ?? null),
    customer_name: optional(words(100)),
    customer_phone: optional(phoneInput),
    customer_email: optional(emailInput),
    /** Promises what the rules refuse, on the word of staff: full and closed slots, short leads, more baking. */
    override_reason: optional(words(200)),
    /** Paid on the spot: records a confirmed charge of the whole total. */
    is_paid: z.boolean('Choose yes or no.').default(false),
  })
  .refine(hasAddress, needsAddress)
  .superRefine((order, issues) => {
    if (order.customer_id !== null) return;
    const missing = [
      ['customer_name', 'Enter the name of the customer.'],
      ['customer_phone', 'Enter a phone number.'],
    ] as const;
    for (const [field, message] of missing) {
      if (order[field] === null)
        issues.addIssue({ code: 'custom', path: [field], message, params: { code: 'VAL_001' } });
    }
  });

/** The desk's form: its key makes a second press, or a retry after a lost answer, the same order. */
export const deskOrderFormInput = z.strictObject({ idempotency_key: idInput, order: placeDeskOrderInput });

/** Words typed to find a customer or a product for a phone order. */
export const deskLookupInput = z.strictObject({ q: words(100) });

/** A status as it may come in, older words included. */
export const statusInput = z
  .enum([...ORDER_STATUSES, 'ordered', 'delivered'], { error: 'Choose a status.' })
  .transform((word) => (word === 'ordered' || word === 'delivered' ? STATUS_WORDS[word] : word));

const version = versionInput.nullish().transform((value) => value ?? null);
const note = optional(words(500));

/** `stock` is asked for when an order already being made is cancelled. */
export const moveOrderInput = z.strictObject({
  order_id: idInput,
  to: statusInput,
  note,
  cancel_reason: optional(words(200)),
  stock: z
    .enum(['back', 'waste'], { error: 'Choose back to stock or waste.' })
    .nullish()
    .transform((value) => value ?? null),
  version,
});

/** One step by its verb: `confirmOrder`, `startOrder`, `readyOrder`, `completeOrder`. */
export const stepOrderInput = z.strictObject({ order_id: idInput, note, version });

export const cancelOrderInput = z.strictObject({
  order_id: idInput,
  cancel_reason: optional(words(200)),
  stock: moveOrderInput.shape.stock,
  version,
});

/** The customer's own cancelling, proven by the key of the signed link. */
export const cancelOwnOrderInput = z.strictObject({
  order_number: z.string().trim().min(1).max(40),
  cancel_reason: optional(words(200)),
});

/** PATCH …/status: one of the two axes, or both. `paid` records a charge of what is due; other payment words are PAY_001. */
export const changeStatusInput = z
  .strictObject({
    status: statusInput.optional(),
    payment_status: z.enum(PAYMENT_STATUSES, { error: 'Choose a payment status.' }).optional(),
    payment_method: z.enum(PAYMENT_METHODS, { error: 'Choose how it was paid.' }).optional(),
    note,
    cancel_reason: optional(words(200)),
    stock: moveOrderInput.shape.stock,
    version,
  })
  .refine((change) => change.status !== undefined || change.payment_status !== undefined, {
    error: 'Say which status to set.',
    path: ['status'],
    params: { code: 'VAL_001' },
  });

/** `amount` in major units; left out it is all that is open. Arrives in minor units. */
export const recordPaymentInput = z.strictObject({
  order_id: idInput,
  amount: moneyInput.nullish().transform((amount) => amount ?? null),
  method: z
    .enum(PAYMENT_METHODS, { error: 'Choose how it was paid.' })
    .nullish()
    .transform((method) => method ?? null),
  reference: optional(words(100)),
  note: optional(words(200)),
  version,
});

export const refundPaymentInput = recordPaymentInput;

export const settlePaymentInput = z.strictObject({ payment_id: idInput, note: optional(words(200)) });

/** The customer says the money is on its way. */
export const claimPaymentInput = z.strictObject({
  order_number: z.string().trim().min(1).max(40),
  amount: moneyInput.nullish().transform((amount) => amount ?? null),
  reference: optional(words(100)),
});

export const addOrderNoteInput = z.strictObject({ order_id: idInput, note: required(500, 'Enter a note.') });

export const trackOrderInput = z
  .strictObject({
    order_number: optional(words(40)),
    order_id: optional(words(40)),
    phone: phoneInput,
  })
  .refine((fact) => fact.order_number !== null || fact.order_id !== null, {
    error: 'Enter the order number.',
    path: ['order_number'],
    params: { code: 'VAL_001' },
    // Also beside a wrong phone: a form tells everything at once.
    when: ({ value }) => typeof value === 'object' && value !== null,
  });

/** Filters come from a query string: repeated or comma separated statuses, days of the shop, pages. */
export const orderFiltersInput = z.object({
  status: severalOf([...ORDER_STATUSES, 'ordered', 'delivered'], 'Choose a status.'),
  payment_status: severalOf(PAYMENT_STATUSES, 'Choose a payment status.'),
  delivery_type: filled(z.enum(DELIVERY_TYPES, { error: 'Choose pickup or delivery.' })),
  from: filled(dayInput),
  to: filled(dayInput),
  slot_id: filled(idInput),
  customer_id: filled(idInput),
  product_id: filled(idInput),
  q: filled(z.string().trim().max(100, 'Use at most 100 characters.')),
});

export const ORDER_SORTS = ['-placed_at', 'placed_at', '-total', 'total', 'customer_name', '-customer_name'] as const;

export const listOrdersInput = orderFiltersInput.extend({
  ...pagingInput,
  sort: filled(z.enum(ORDER_SORTS, { error: 'Choose one of the offered orders.' })),
});

export type PlaceOrder = z.output<typeof placeOrderInput>;
export type PlaceDeskOrder = z.output<typeof placeDeskOrderInput>;
export type OrderFilters = z.output<typeof orderFiltersInput>;
export type ListOrders = z.output<typeof listOrdersInput>;
export type OrderItem = z.output<typeof orderItemInput>;
export type TrackOrder = z.output<typeof trackOrderInput>;
export type MoveOrder = z.output<typeof moveOrderInput>;
export type StepOrder = z.output<typeof stepOrderInput>;
export type CancelOrder = z.output<typeof cancelOrderInput>;
export type CancelOwnOrder = z.output<typeof cancelOwnOrderInput>;
export type ChangeStatus = z.output<typeof changeStatusInput>;
export type RecordPayment = z.output<typeof recordPaymentInput>;
export type SettlePayment = z.output<typeof settlePaymentInput>;
export type ClaimPayment = z.output<typeof claimPaymentInput>;
export type AddOrderNote = z.output<typeof addOrderNoteInput>;
