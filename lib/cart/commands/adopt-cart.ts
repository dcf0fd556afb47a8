import 'server-only';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { carts } from '#db/schema/cart';
import { hashSecret } from '#lib/auth/secrets';
import { getSellables } from '#lib/catalog/queries/sellables';
import { type Context, requireCustomer } from '#lib/context';
import { dropOwnExpired } from '../commands.ts';
import type { CartDto } from '../output.ts';
import { getCart, getCartLines } from '../queries.ts';
import { addWhatFits } from './add-what-fits.ts';

type Key = { cart_key: string | null };

/** The cart of this browser, as long as it is nobody's. */
async function guestCart(ctx: Context, cart_key: string | null): Promise<string | null> {
  if (cart_key === null) return null;
  const [row] = await ctx.db
    .select({ id: carts.id })
    .from(carts)
    .where(and(eq(carts.sessionHash, hashSecret(cart_key)), isNull(carts.customerId), gt(carts.expiresAt, ctx.now)));
  return row?.id ?? null;
}

/**
 * After signing in: the cart of this browser becomes the customer's, or goes into the one they have from another device,
 * as much of it as can be had. Answers the cart as it is then, null when there is none. Throws AUTH_002, AUTH_003.
 */
export async function adoptCart(ctx: Context, { cart_key }: Key): Promise<CartDto | null> {
  const { customerId, userId } = requireCustomer(ctx);
  const guestId = userId === null ? null : await guestCart(ctx, cart_key);
  if (guestId === null) return getCart(ctx, { cart_key });
  await dropOwnExpired(ctx);
  const adopted = await ctx.db
    .update(carts)
    .set({ customerId })
    .where(
      and(
        eq(carts.id, guestId),
        isNull(carts.customerId),
        sql`NOT EXISTS (SELECT 1 FROM carts c WHERE c.customer_id = ${customerId})`,
      ),
    )
    .returning({ id: carts.id });
  if (adopted.length > 0) return getCart(ctx, { cart_key });
  const guest = await getCartLines({ ...ctx, actor: { kind: 'visitor' } }, { cart_key });
  const sellables = await getSellables(ctx, guest?.lines.map(({ variantId }) => variantId) ?? []);
  for (const { variantId, quantity, onDate: on_date, note } of guest?.lines ?? []) {
    const sellable = sellables.get(variantId);
    if (sellable?.isSellable) await addWhatFits(ctx, { cart_key: null, sellable, quantity, on_date, note });
  }
  await ctx.db.delete(carts).where(eq(carts.id, guestId));
  return getCart(ctx, { cart_key: null });
}
