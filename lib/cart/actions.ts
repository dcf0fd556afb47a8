'use server';

import { z } from 'zod';
import type { Context } from '#lib/context';
import { action } from '#lib/http/action';
import { hadCart, readCartKey, readPostalCode, rememberCart } from '#lib/http/cart-cookie';
import { formAction, isScripted } from '#lib/http/form';
import type { FormState } from '#lib/http/form-state';
import { go } from '#lib/http/go';
import { acceptCartPrices, addToCart, changeCartItem, mendCart, removeCartItem } from './commands.ts';
import { addToCartInput, type CartForm, cartFormInput } from './input.ts';
import type { CartDto, CartFormState, CartViewDto } from './output.ts';
import { getCart, getCartView, showCart } from './queries.ts';

/** What follows every change: the cookies, and without script the cart as a page of its own. */
async function settle(ctx: Context, key: string | null, cart: CartDto): Promise<CartViewDto> {
  await rememberCart(key, cart, ctx.now);
  if (!(await isScripted())) return go('/cart');
  const postalCode = await readPostalCode();
  // A change answers for the nearest zone; this browser may be known to live in another.
  const here = postalCode === null ? null : await getCart(ctx, { cart_key: key }, postalCode);
  return showCart(ctx, here ?? cart, { postalCode });
}

const add = formAction({
  input: addToCartInput,
  numbers: ['quantity'],
  run: async (ctx, input): Promise<CartViewDto> => {
    const { cart, cart_key } = await addToCart(ctx, { ...input, cart_key: await readCartKey() });
    return settle(ctx, cart_key, cart);
  },
});

/** Fields `variant_id` or `product_id`, `quantity`, `note`. */
export async function addToCartAction(previous: FormState<CartViewDto>, form: FormData) {
  return add(previous, form);
}

function change(ctx: Context, cart_key: string | null, { intent, item_id, quantity, by, note }: CartForm) {
  if (intent === 'mend') return mendCart(ctx, { cart_key, item_id });
  if (intent === 'accept' || item_id === null) return acceptCartPrices(ctx, { cart_key, item_id });
  if (intent === 'remove') return removeCartItem(ctx, { cart_key, item_id });
  if (intent === 'note') return changeCartItem(ctx, { cart_key, item_id, note });
  const wanted = quantity === undefined ? undefined : Math.max(0, quantity + by);
  return changeCartItem(ctx, { cart_key, item_id, quantity: wanted });
}

const changeLine = formAction({
  input: cartFormInput,
  numbers: ['quantity', 'by'],
  run: async (ctx, input): Promise<CartViewDto> => {
    const key = await readCartKey();
    const cart = await change(ctx, key, input);
    return settle(ctx, key, cart);
  },
});

/** Fields `intent`, `item_id`, and what the intent needs. A refusal comes with the cart as it now is. */
export async function changeCartAction(previous: CartFormState, form: FormData): Promise<CartFormState> {
  const { result, values } = await changeLine(previous, form);
  if (result?.ok) return { result, values, view: result.data };
  const fresh = await readCartAction();
  return { result, values, view: fresh.ok ? fresh.data : previous.view };
}

const read = action({
  input: z.strictObject({}),
  run: async (ctx): Promise<CartViewDto> =>
    getCartView(ctx, {
      cart_key: await readCartKey(),
      hadCart: await hadCart(),
      postalCode: await readPostalCode(),
    }),
});

/** For the drawer, which opens on pages that know nothing of the visitor. */
export async function readCartAction() {
  return read({});
}
