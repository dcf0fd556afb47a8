'use server';

import { z } from 'zod';
import type { DeliveryType } from '#db/enums';
import { confirmPhone } from '#lib/auth/commands';
import { readCustomerSession } from '#lib/auth/customer-session';
import { hashSecret } from '#lib/auth/secrets';
import { mendCart } from '#lib/cart/commands';
import type { Context } from '#lib/context';
import { DomainError } from '#lib/errors';
import { action, pageLocale } from '#lib/http/action';
import { forgetCartCount, readCartKey, rememberCart, rememberPostalCode } from '#lib/http/cart-cookie';
import { writeCustomerCookie } from '#lib/http/customer-cookie';
import { doorFacts } from '#lib/http/door-facts';
import { formAction, readValues } from '#lib/http/form';
import type { FormState, FormValues } from '#lib/http/form-state';
import { go } from '#lib/http/go';
import { readOrderKey, writeOrderKey } from '#lib/http/order-cookie';
import { fieldText } from '#lib/i18n/field-text';
import { fromMinor, toMinor } from '#lib/money';
import { parsePhone } from '#lib/phone';
import { getSettings } from '#lib/settings/queries';
import { type Checkout, checkoutInput, checkoutLookInput, toCheckout } from './checkout-input.ts';
import { withMissing } from './checkout-missing.ts';
import { askForCode, askForCodeInput } from './checkout-phone.ts';
import { cancelOwnOrder, findFirstOrder, placeOrder } from './commands.ts';
import { cancelOwnOrderInput, trackOrderInput } from './input.ts';
import type { CheckoutReview, CheckoutState, TrackedOrderDto } from './output.ts';
import { reviewCheckout } from './queries/checkout.ts';
import { trackOrder } from './queries.ts';
import { chooseOffered, methodOf, SLOT_FIELDS } from './slot-fields.ts';

/** What customers' forms call. Each works as a plain form too. */

type Wish = { delivery_type: DeliveryType; postal_code: string | null };

const wishOf = (values: FormValues): Wish => ({
  delivery_type: methodOf(values),
  postal_code: values['delivery_address.postal_code']?.trim().slice(0, 12) || null,
});

/** What it would come to; `mend` first makes the cart fit what there is. */
const look = action({
  input: checkoutLookInput,
  run: async (ctx, { mend, ...wish }): Promise<CheckoutReview> => {
    const cart_key = await readCartKey();
    if (mend && cart_key) await rememberCart(cart_key, await mendCart(ctx, { cart_key }), ctx.now);
    const review = await reviewCheckout(ctx, { cart_key, ...wish });
    // The cart speaks of the customer's own zone from now on.
    if (wish.postal_code && review.delivery?.zone) await rememberPostalCode(wish.postal_code);
    return review;
  },
});

/** The order that was placed, or was placed before under this key: its page, opened by the key of its link. */
async function goToOrder(order: { order_number: string; access_url: string }, isRepeat: boolean): Promise<never> {
  await writeOrderKey(order.order_number, new URL(order.access_url).searchParams.get('key') ?? '');
  return go(`/order/${encodeURIComponent(order.order_number)}${isRepeat ? '?again=1' : ''}`);
}

const provenBy = ({ actor }: Context): string | null => ('proof' in actor && actor.proof ? actor.proof.phone : null);

/** The code that was typed beside the order opens a session; one that did so a moment ago is not asked about again. */
async function withCode(ctx: Context, { phone_code: code, order }: Checkout): Promise<Context> {
  const { shop } = await getSettings(ctx);
  if (code === null || provenBy(ctx) === parsePhone(order.customer_phone, shop.country)) return ctx;
  const session = await confirmPhone(
    ctx,
    { phone: order.customer_phone, purpose: 'order', code, name: order.customer_name },
    await doorFacts(),
  );
  await writeCustomerCookie(session);
  return { ...ctx, actor: (await readCustomerSession(ctx.db, session.token, ctx.now)) ?? ctx.actor };
}

async function place(ctx: Context, checkout: Checkout): Promise<never> {
  const { idempotency_key: key, total_seen: seen, order } = checkout;
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
    // Unless the other press of two has just ordered what was in the cart, which is empty since.
    const meanwhile = await findFirstOrder(ctx, idempotency);
    if (meanwhile) return goToOrder(meanwhile, true);
    throw new DomainError('CART_002', { total, total_seen: seen === null ? null : fromMinor(seen) });
  }
  const orderer = await withCode(ctx, checkout);
  const { order: placed, replayed } = await placeOrder(orderer, order, { cart_key, idempotency, channel: 'web' });
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
  const { slot_id: time = [], ...rest } = Object.fromEntries(
    Object.entries(result.fields).map(([name, texts]) => [name.replace(/^order\./, ''), texts]),
  );
  const fields = time.length > 0 ? { ...rest, [SLOT_FIELDS[methodOf(state.values)]]: time } : rest;
  return { ...state, result: { ...result, fields } };
}

const ask = action({ input: askForCodeInput, run: askForCode });
const isProven = action({
  input: z.string(),
  run: async (ctx, typed) => provenBy(ctx) === parsePhone(typed, (await getSettings(ctx)).shop.country),
});

type Answer = Pick<CheckoutState, 'result' | 'phone'>;

/** The step in which the phone is proven: begun by an order that needs it, over once the phone is proven. */
async function phoneStep({ phone }: CheckoutState, values: FormValues, result: Answer['result']): Promise<Answer> {
  const { intent, customer_phone = '', customer_email = '' } = values;
  const isNeeded = result?.ok === false && result.code === 'AUTH_004';
  if (isNeeded && phone?.sent && phone.typed === customer_phone && intent === 'order') {
    const fields = { phone_code: [`Enter the ${phone.digits} digits of the code.`] };
    return { result: { ...result, code: 'VALIDATION_ERROR', fields }, phone };
  }
  if (isNeeded || intent === 'code' || intent === 'email_code') {
    const channel = intent === 'email_code' ? 'email' : 'sms';
    const asked = await ask({ customer_phone, customer_email, channel });
    return asked.ok ? { result: null, phone: asked.data } : { result: asked, phone };
  }
  const proven = phone && (await isProven(customer_phone));
  return { result, phone: proven?.ok && proven.data ? null : phone };
}

/**
 * `intent` says which button: `quote` prices what is typed so far, `mend` makes the cart fit, `code` and `email_code` send
 * one (again), `call_back` orders without, else it is ordered.
 */
export async function checkoutAction(previous: CheckoutState, form: FormData): Promise<CheckoutState> {
  const typed = readValues(form);
  const values = chooseOffered(typed);
  const { intent = 'order' } = values;
  const isLook = intent === 'quote' || intent === 'mend';
  const isOrder = !isLook && intent !== 'code' && intent !== 'email_code';
  const tried = isOrder ? unprefix(await placeFromForm(previous, form)).result : null;
  // Whoever takes what is offered has answered the refusal.
  const before = values === typed ? previous : { ...previous, result: null };
  const { result, phone } = isLook ? before : await phoneStep(previous, { ...values, intent }, tried);
  const looked = await look({ mend: intent === 'mend', ...wishOf(values) });
  if (!looked.ok) return { result: isLook ? looked : result, phone, values, review: previous.review };
  // A look leaves the refusal as it was: it is not told again to somebody who is typing.
  const locale = await pageLocale();
  const told = isLook ? result : withMissing(result, values, looked.data, (sentence) => fieldText(sentence, locale));
  return { result: told, phone, values, review: looked.data };
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
    return go(`${pageOf(input.order_number)}?cancelled=1`);
  },
});

export async function cancelOwnOrderAction(previous: FormState<never>, form: FormData) {
  return cancel(previous, form);
}
