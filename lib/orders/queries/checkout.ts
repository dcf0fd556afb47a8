import 'server-only';
import type { DeliveryType } from '#db/enums';
import { getCart } from '#lib/cart/queries';
import type { Context } from '#lib/context';
import { DomainError } from '#lib/errors';
import { fromMinor, toMinor } from '#lib/money';
import { quoteDelivery } from '#lib/promise/queries';
import { listPickupPlaces } from '#lib/promise/queries/at-checkout';
import { getSettings } from '#lib/settings/queries';
import type { CheckoutOffer, CheckoutReview } from '../output.ts';

export async function getCheckoutOffer(ctx: Context): Promise<CheckoutOffer> {
  // Open to everybody: what the shop offers.
  const [{ shop, checkout, payments }, places] = await Promise.all([getSettings(ctx), listPickupPlaces(ctx)]);
  return {
    delivery_types: checkout.delivery_types,
    places,
    payments: payments.options.map(({ method, title, instructions, delivery_types, max_total }) => ({
      method,
      title,
      instructions,
      delivery_types,
      max_total: max_total === null ? null : fromMinor(max_total),
    })),
    gifts: checkout.gifts,
    identity: checkout.identity,
    locale: shop.locale,
  };
}

/** Prices the cart behind `cart_key` for pickup or for delivery to `postal_code`. Refuses nothing: problems are told. */
export async function reviewCheckout(
  ctx: Context,
  wish: { cart_key: string | null; delivery_type: DeliveryType; postal_code: string | null },
): Promise<CheckoutReview> {
  // Open to everybody: the key is the proof.
  const cart = await getCart(ctx, wish);
  if (!cart || wish.delivery_type === 'pickup') {
    return { cart, delivery: null, delivery_problem: null, total: cart?.subtotal ?? null };
  }
  try {
    const subtotal = toMinor(cart.subtotal);
    const delivery = await quoteDelivery(ctx, { postal_code: wish.postal_code, subtotal });
    return { cart, delivery, delivery_problem: null, total: fromMinor(subtotal + toMinor(delivery.fee)) };
  } catch (error) {
    if (!(error instanceof DomainError) || !['ZONE_001', 'VALIDATION_ERROR'].includes(error.code)) throw error;
    return { cart, delivery: null, delivery_problem: error.code, total: null };
  }
}
