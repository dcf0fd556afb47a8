import 'server-only';
import type { DeliveryType } from '#db/enums';
import type { CartDto } from '#lib/cart/output';
import { openCart } from '#lib/cart/queries';
import type { Together } from '#lib/cart/queries/together';
import type { Context } from '#lib/context';
import { DomainError } from '#lib/errors';
import { fromMinor, toMinor } from '#lib/money';
import type { SlotOffers } from '#lib/promise/offer-output';
import { quoteDelivery } from '#lib/promise/queries';
import { listPickupPlaces } from '#lib/promise/queries/at-checkout';
import { toOffer } from '#lib/promise/rules/offer';
import { settingsIn } from '#lib/settings/in-language';
import { dayOf } from '#lib/time';
import { offeredTo, readStanding } from '../commands/phone-proof.ts';
import type { CheckoutOffer, CheckoutReview } from '../output.ts';

/** What the shop offers to whoever asks: somebody signed in who has to pay ahead is not shown the other ways. */
export async function getCheckoutOffer(ctx: Context): Promise<CheckoutOffer> {
  // Open to everybody: what the shop offers.
  const { actor } = ctx;
  const customer_id = actor.kind === 'customer' ? actor.customerId : null;
  const [{ shop, checkout, payments }, places, standing] = await Promise.all([
    settingsIn(ctx),
    listPickupPlaces(ctx),
    customer_id === null ? null : readStanding(ctx, { customer_phone: '', customer_id, channel: 'web' }),
  ]);
  const options = standing ? offeredTo(standing, payments.options) : payments.options;
  return {
    delivery_types: checkout.delivery_types,
    places,
    payments: options.map(({ method, title, instructions, delivery_types, max_total }) => ({
      method,
      title,
      instructions,
      delivery_types,
      max_total: max_total === null ? null : fromMinor(max_total),
    })),
    gifts: checkout.gifts,
    identity: checkout.identity,
    locale: ctx.locale,
    time_zone: shop.time_zone,
    today: dayOf(ctx.now, shop.time_zone),
    days_ahead: checkout.days_ahead,
  };
}

type Wish = { cart_key: string | null; delivery_type: DeliveryType; postal_code: string | null };
type Priced = Pick<CheckoutReview, 'delivery' | 'delivery_problem' | 'total'>;

async function priceWish(ctx: Context, cart: CartDto, { delivery_type, postal_code }: Wish): Promise<Priced> {
  if (delivery_type === 'pickup') return { delivery: null, delivery_problem: null, total: cart.subtotal };
  try {
    const subtotal = toMinor(cart.subtotal);
    const delivery = await quoteDelivery(ctx, { postal_code, subtotal });
    return { delivery, delivery_problem: null, total: fromMinor(subtotal + toMinor(delivery.fee)) };
  } catch (error) {
    if (!(error instanceof DomainError) || !['ZONE_001', 'VALIDATION_ERROR'].includes(error.code)) throw error;
    return { delivery: null, delivery_problem: error.code, total: null };
  }
}

/** The times of every way that is offered: looking at the other one is no reason to ask again. */
function offersOf({ asker, methods, wanted }: Together, postalCode: string | null): SlotOffers {
  const offer = (method: DeliveryType) =>
    methods.includes(method) ? toOffer(asker.answer({ method, items: wanted, postalCode }), asker.days) : null;
  return { pickup: offer('pickup'), delivery: offer('delivery') };
}

/**
 * Prices the cart behind `cart_key` for pickup or for delivery to `postal_code`, with the times at which it can be had.
 * Refuses nothing: problems are told.
 */
export async function reviewCheckout(ctx: Context, wish: Wish): Promise<CheckoutReview> {
  // Open to everybody: the key is the proof.
  const open = await openCart(ctx, wish, wish.postal_code);
  const none = { pickup: null, delivery: null };
  if (!open) return { cart: null, delivery: null, delivery_problem: null, total: null, slots: none };
  const { cart, together } = open;
  const priced = await priceWish(ctx, cart, wish);
  // A code outside every zone is told beside it; the times stay as they were without one.
  const postalCode = priced.delivery_problem === 'ZONE_001' ? null : wish.postal_code;
  return { cart, ...priced, slots: offersOf(together, postalCode) };
}
