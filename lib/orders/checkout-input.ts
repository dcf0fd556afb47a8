import { z } from 'zod';
import { DELIVERY_TYPES } from '#db/enums';
import { phoneCodeInput } from '#lib/auth/phone-input';
import { idInput, optional } from '#lib/fields';
import { moneyInput } from '#lib/money';
import { placeOrderInput } from './input.ts';

/**
 * The checkout's form: an order from the cart, the key that makes a second press the same order, and the total that the
 * button named (minor units inside; null where it could not name one yet).
 */
export const checkoutInput = z
  .strictObject({
    idempotency_key: idInput,
    total_seen: moneyInput.nullish().transform((total) => total ?? null),
    /** The code that was sent to the phone of the order. */
    phone_code: optional(phoneCodeInput),
    order: placeOrderInput,
  })
  .refine(({ order }) => order.payment_method !== null, {
    error: 'Choose how to pay.',
    path: ['order', 'payment_method'],
    params: { code: 'VAL_001' },
  });

/** What is asked while the form is still being filled in. */
export const checkoutLookInput = z.strictObject({
  mend: z.boolean(),
  delivery_type: z.enum(DELIVERY_TYPES),
  postal_code: z.string().max(12).nullable(),
});

export type Checkout = z.output<typeof checkoutInput>;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * From the form's fields to that input. The form holds both ways to receive an order and a gift that may not be one, so
 * that nothing typed is lost by looking at the other; only what is chosen is sent on.
 */
export function toCheckout({
  idempotency_key,
  total_seen,
  is_gift,
  gift,
  delivery_address,
  location_id,
  pickup_slot_id,
  delivery_slot_id,
  phone_code,
  phone_code_for,
  intent,
  ...order
}: Record<string, unknown>): unknown {
  const isCallBack = intent === 'call_back';
  const isDelivery = order.delivery_type === 'delivery';
  return {
    idempotency_key,
    total_seen,
    // A code says nothing of another phone than the one it was sent to.
    phone_code: phone_code_for === order.customer_phone && !isCallBack ? phone_code : undefined,
    order: {
      ...order,
      call_back: isCallBack,
      delivery_address: isDelivery ? (delivery_address ?? {}) : null,
      location_id: isDelivery ? null : location_id,
      slot_id: isDelivery ? delivery_slot_id : pickup_slot_id,
      gift:
        is_gift === 'yes'
          ? { ...(isRecord(gift) ? gift : {}), hide_prices: isRecord(gift) && gift.hide_prices === 'yes' }
          : null,
    },
  };
}
