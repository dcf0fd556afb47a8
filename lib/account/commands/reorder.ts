import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import { orderItems, orders } from '#db/schema/orders';
import { addWhatFits } from '#lib/cart/commands';
import type { CartDto } from '#lib/cart/output';
import { getCart } from '#lib/cart/queries';
import { isInSeason } from '#lib/cart/rules';
import { getSellables } from '#lib/catalog/queries/sellables';
import { type Context, requireCustomer } from '#lib/context';
import { DomainError } from '#lib/errors';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';
import type { Reordered } from '../output.ts';

/**
 * Puts what an order of one's own held into the cart, as much of each as can be had now, and tells what became of each.
 * Days and notes of then are left out: what is made per day gets its day with the slot. Throws AUTH_002, DB_002, RATE_001.
 */
export async function reorder(
  ctx: Context,
  { order_number, cart_key }: { order_number: string; cart_key: string | null },
): Promise<{ told: Reordered[]; cart: CartDto | null; cart_key: string | null }> {
  const { customerId } = requireCustomer(ctx);
  const [items, { shop }] = await Promise.all([
    ctx.db
      .select({
        variantId: orderItems.variantId,
        productName: orderItems.productName,
        variantTitle: orderItems.variantTitle,
        quantity: orderItems.quantity,
      })
      .from(orderItems)
      .innerJoin(orders, eq(orders.id, orderItems.orderId))
      .where(and(eq(orders.orderNumber, order_number), eq(orders.customerId, customerId)))
      .orderBy(asc(orderItems.position)),
    getSettings(ctx),
  ]);
  if (items.length === 0) throw new DomainError('DB_002');
  const today = dayOf(ctx.now, shop.time_zone);
  const sellables = await getSellables(
    ctx,
    items.flatMap(({ variantId }) => (variantId === null ? [] : [variantId])),
  );
  const told: Reordered[] = [];
  let key = cart_key;
  for (const { variantId, productName, variantTitle, quantity } of items) {
    const name = [productName, variantTitle].filter(Boolean).join(', ');
    const sellable = variantId === null ? undefined : sellables.get(variantId);
    if (!sellable?.isSellable || !isInSeason(sellable, null, today)) {
      told.push({ name, wanted: quantity, added: 0, problem: 'gone' });
      continue;
    }
    const got = await addWhatFits(ctx, { cart_key: key, sellable, quantity, on_date: null, note: '' });
    key = got.cart_key;
    told.push({
      name,
      wanted: quantity,
      added: got.added,
      problem: got.added === quantity ? null : got.added === 0 ? 'sold_out' : 'fewer',
    });
  }
  return { told, cart: await getCart(ctx, { cart_key: key }), cart_key: key };
}
