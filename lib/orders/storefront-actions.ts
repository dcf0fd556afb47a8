'use server';

import { redirect } from 'next/navigation';
import type { DeliveryType } from '#db/enums';
import { hashSecret } from '#lib/auth/secrets';
import { mendCart } from '#lib/cart/commands';
import type { Context } from '#lib/context';
import { DomainError } from '#lib/errors';
import { action } from '#lib/http/action';
import { forgetCartCount, readCartKey, rememberCart } from '#lib/http/cart-cookie';
import { formAction, readValues } from '#lib/http/form';
import type { FormState, FormValues } from '#lib/http/form-state';
import { readOrderKey, writeOrderKey } from '#lib/http/order-cookie';
import { fromMinor, toMinor } from '#lib/money';
import { type Checkout, checkoutInput, checkoutLookInput, toCheckout } from './checkout-input.ts';
import { cancelOwnOrder, claimPayment, findFirstOrder, placeOrder } from './commands.ts';
import { cancelOwnOrderInput, claimPaymentInput, trackOrderInput } from './input.ts';
import type { CheckoutReview, CheckoutState, TrackedOrderDto } from './output.ts';
import { reviewCheckout } from './queries/checkout.ts';
import { trackOrder } from './queries.ts';

/** What customers' forms call. Each works as a plain form too. */

type Wish = { delivery_type: DeliveryType; postal_code: string | null };

const wishOf = (values: FormValues): Wish => ({
  delivery_type: values.delivery_type === 'delivery' ? 'delivery' : 'pickup',
  postal_code: values['delivery_address.postal_code']?.trim().slice(0, 12) || null,
});

/** What it would come to; `mend` first makes the cart fit what there is. */
const look = action({
  input: checkoutLookInput,
  run: async (ctx, { mend, ...wish }): Promise<CheckoutReview> => {
    const cart_key = await readCartKey();
    if (mend && cart_key) await rememberCart(cart_key, await mendCart(ctx, { cart_key }), ctx.now);
    return reviewCheckout(ctx, { cart_key, ...wish });
  },
});

/** The order that was placed, or was placed before under this key: its page, opened by the key of its link. */
async function goToOrder(order: { order_number: string; access_url: string }, isRepeat: boolean): Promise<never> {
  await writeOrderKey(order.order_number, new URL(order.access_url).searchParams.get('key') ?? '');
  redirect(`/order/${encodeURIComponent(order.order_number)}${isRepeat ? '?again=1' : ''}`);
}

async function place(ctx: Context, { idempotency_key: key, total_seen: seen, order }: Checkout): Promise<never> {
  const cart_key = await readCartKey();
  // One form is one order, whatever was changed in it after the first answer was lost: the page then says so.
  const idempotency = { scope: `web:${hashSecret(cart_key ?? '')}`, key, hash: hashSecret(key) };
  const first = await findFirstOrder(ctx, idempotency);
  if (first) return goToOrder(first, true);
  const { cart, total } = await reviewCheckout(ctx, {
    cart_key,
    delivery_type: order.delivery_type,
    postal_code: order.delivery_address?.postal_code ?? null,
  });
  // The button named the total; another one needs another press.
  if (cart && !cart.has_problems && total !== null && seen !== toMinor(total)) {
    throw new DomainError('CART_002', { total, total_seen: seen === null ? null : fromMinor(seen) });
  }
  const { order: placed, replayed } = await placeOrder(ctx, order, { cart_key, idempotency, channel: 'web' });
  await forgetCartCount();
  return goToOrder(placed, replayed);
}

const placeFromForm = formAction({
  input: checkoutInput,
  numbers: ['total_seen'],
  toInput: toCheckout,
  run: place,
});

/** Field names of the form, which knows nothing of the order they become part of. */
function unprefix(state: FormState<never>): FormState<never> {
  const { result } = state;
  if (!result || result.ok) return state;
  const fields = Object.entries(result.fields).map(([name, texts]) => [name.replace(/^order\./, ''), texts]);
  return { ...state, result: { ...result, fields: Object.fromEntries(fields) } };
}

/** `intent` says which button: `quote` prices what is typed so far, `mend` makes the cart fit, else it is ordered. */
export async function checkoutAction(previous: CheckoutState, form: FormData): Promise<CheckoutState> {
  const values = readValues(form);
  const isLook = values.intent === 'quote' || values.intent === 'mend';
  const state = isLook ? previous : unprefix(await placeFromForm(previous, form));
  const looked = await look({ mend: values.intent === 'mend', ...wishOf(values) });
  if (looked.ok) return { result: state.result, values, review: looked.data };
  return { result: isLook ? looked : state.result, values, review: previous.review };
}

const track = formAction({ input: trackOrderInput, run: trackOrder });

export async function trackAction(previous: FormState<TrackedOrderDto>, form: FormData) {
  return track(previous, form);
}

const pageOf = (orderNumber: string) => `/order/${encodeURIComponent(orderNumber)}`;

const cancel = formAction({
  input: cancelOwnOrderInput,
  run: async (ctx, input): Promise<never> => {
    await cancelOwnOrder(ctx, input, { key: await readOrderKey() });
    redirect(pageOf(input.order_number));
  },
});

export async function cancelOwnOrderAction(previous: FormState<never>, form: FormData) {
  return cancel(previous, form);
}

const claim = formAction({
  input: claimPaymentInput,
  run: async (ctx, input): Promise<never> => {
    await claimPayment(ctx, input, { key: await readOrderKey() });
    redirect(pageOf(input.order_number));
  },
});

export async function claimPaymentAction(previous: FormState<never>, form: FormData) {
  return claim(previous, form);
}
