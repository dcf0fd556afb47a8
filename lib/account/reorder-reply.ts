import 'server-only';
import type { CartDto } from '#lib/cart/output';
import { cartHeads } from '#lib/cart/reply';
import type { Context } from '#lib/context';
import { reply } from '#lib/http/respond';
import type { Reordered } from './output.ts';

type Outcome = { told: Reordered[]; cart: CartDto | null; cart_key: string | null };

/** What became of an order that was ordered again; the key of a new cart is told once. */
export function reorderReply(ctx: Context, { told, cart, cart_key: key }: Outcome, cartKey: string | null) {
  const isNew = key !== cartKey;
  return reply({
    data: { items: told, cart: cart && { ...cart, session: isNew ? key : null } },
    ...(cart ? cartHeads(ctx, cart, { key, isNew }) : {}),
  });
}
