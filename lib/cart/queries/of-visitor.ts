import 'server-only';
import { and, asc, eq, gt } from 'drizzle-orm';
import { cartItems, carts } from '#db/schema/cart';
import { getSellables } from '#lib/catalog/queries/sellables';
import { type Context, requireRole } from '#lib/context';
import { fromMinor } from '#lib/money';
import { getSettings } from '#lib/settings/queries';

/** What staff see of a visitor's cart beside a talk. */
export type VisitorCart = {
  items: { product_name: string; variant_title: string; quantity: number }[];
  /** Major units, at the prices of now. */
  subtotal: number;
  currency: string;
};

/** For staff: the goods in a live cart, oldest first; null when it is over or empty. */
export async function getCartOfVisitor(ctx: Context, { cart_id }: { cart_id: string }): Promise<VisitorCart | null> {
  requireRole(ctx, 'staff');
  const lines = await ctx.db
    .select({ variantId: cartItems.variantId, quantity: cartItems.quantity })
    .from(cartItems)
    .innerJoin(carts, eq(carts.id, cartItems.cartId))
    .where(and(eq(carts.id, cart_id), gt(carts.expiresAt, ctx.now)))
    .orderBy(asc(cartItems.createdAt), asc(cartItems.id));
  if (lines.length === 0) return null;
  const [sellables, { shop }] = await Promise.all([
    getSellables(ctx, [...new Set(lines.map(({ variantId }) => variantId))]),
    getSettings(ctx),
  ]);
  const goods = lines.flatMap(({ variantId, quantity }) => {
    const sellable = sellables.get(variantId);
    return sellable ? [{ sellable, quantity }] : [];
  });
  return {
    items: goods.map(({ sellable, quantity }) => ({
      product_name: sellable.productName,
      variant_title: sellable.variantTitle,
      quantity,
    })),
    subtotal: fromMinor(goods.reduce((sum, { sellable, quantity }) => sum + quantity * sellable.priceMinor, 0)),
    currency: shop.currency,
  };
}
