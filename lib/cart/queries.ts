import 'server-only';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { cartItems, carts } from '#db/schema/cart';
import { hashSecret } from '#lib/auth/secrets';
import { getSellables, type Sellable } from '#lib/catalog/queries/sellables';
import type { Context } from '#lib/context';
import { fromMinor } from '#lib/money';
import { prepared } from '#lib/prepared';
import { listFreeDelivery } from '#lib/promise/queries/at-checkout';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';
import type { CartDto, CartItemDto, CartViewDto } from './output.ts';
import { isInSeason, maxQuantity, problemsOf, stockLeft } from './rules.ts';

const wholeCart = prepared((db) =>
  db
    .select({
      id: carts.id,
      version: carts.version,
      expiresAt: carts.expiresAt,
      itemId: cartItems.id,
      variantId: cartItems.variantId,
      quantity: cartItems.quantity,
      onDate: cartItems.onDate,
      note: cartItems.note,
      priceSeenMinor: cartItems.unitPriceSeenMinor,
    })
    .from(carts)
    .leftJoin(cartItems, eq(cartItems.cartId, carts.id))
    .where(and(eq(carts.sessionHash, sql.placeholder('hash')), gt(carts.expiresAt, sql.placeholder('now'))))
    .orderBy(asc(cartItems.createdAt), asc(cartItems.id))
    .prepare('cart_by_key'),
);

export type CartLine = {
  itemId: string;
  variantId: string;
  quantity: number;
  onDate: string | null;
  note: string;
  priceSeenMinor: number;
};
export type CartLines = { id: string; version: number; expiresAt: Date; lines: CartLine[] };

type Key = { cart_key: string | null };

/** The bare lines of the cart behind `cart_key`, oldest first; null when there is none or it has expired. */
export async function getCartLines(ctx: Context, { cart_key }: Key): Promise<CartLines | null> {
  // Open to everybody: the key is the proof.
  if (!cart_key) return null;
  const rows = await wholeCart(ctx.db).execute({ hash: hashSecret(cart_key), now: ctx.now.toISOString() });
  const [first] = rows;
  if (!first) return null;
  const lines = rows.flatMap(({ itemId, variantId, quantity, onDate, note, priceSeenMinor }) =>
    itemId === null || variantId === null || quantity === null || priceSeenMinor === null
      ? []
      : [{ itemId, variantId, quantity, onDate, note: note ?? '', priceSeenMinor }],
  );
  return { id: first.id, version: first.version, expiresAt: first.expiresAt, lines };
}

function renderItem(line: CartLine, sellable: Sellable, wanted: number, today: string): CartItemDto {
  const isSold = sellable.isSellable && isInSeason(sellable, line.onDate, today);
  const problems = problemsOf({
    isSold,
    facts: sellable,
    wanted,
    priceMinor: sellable.priceMinor,
    priceSeenMinor: line.priceSeenMinor,
  });
  return {
    id: line.itemId,
    product_id: sellable.productId,
    variant_id: line.variantId,
    product_name: sellable.productName,
    product_slug: sellable.productSlug,
    variant_title: sellable.variantTitle,
    image: sellable.image,
    quantity: line.quantity,
    note: line.note,
    on_date: line.onDate,
    unit_price: fromMinor(sellable.priceMinor),
    total_price: fromMinor(line.quantity * sellable.priceMinor),
    stock_left: stockLeft(sellable),
    max_quantity: maxQuantity(sellable),
    problems: problems.map((problem) => ({
      code: problem.code,
      left: problem.code === 'STK_001' ? problem.left : null,
      price_seen: problem.code === 'CART_002' ? fromMinor(problem.priceSeenMinor) : null,
    })),
  };
}

/**
 * The cart behind `cart_key` at the prices and stock of now, with what is wrong per item; null when there is none or it
 * has expired. The subtotal counts what is still sold. Two queries, however many lines.
 */
export async function getCart(ctx: Context, key: Key): Promise<CartDto | null> {
  // Open to everybody: the key is the proof.
  const cart = await getCartLines(ctx, key);
  if (!cart) return null;
  const sellables = await getSellables(
    ctx,
    cart.lines.map((line) => line.variantId),
  );
  const { shop } = await getSettings(ctx);
  const today = dayOf(ctx.now, shop.time_zone);

  const thing = (line: CartLine) => `${line.variantId} ${line.onDate}`;
  const wanted = new Map<string, number>();
  for (const line of cart.lines) wanted.set(thing(line), (wanted.get(thing(line)) ?? 0) + line.quantity);

  const items: CartItemDto[] = [];
  let subtotalMinor = 0;
  for (const line of cart.lines) {
    const sellable = sellables.get(line.variantId);
    // A variant that is deleted takes its lines along; one that vanished between two queries is not shown.
    if (!sellable) continue;
    const item = renderItem(line, sellable, wanted.get(thing(line)) ?? line.quantity, today);
    items.push(item);
    if (!item.problems.some((problem) => problem.code === 'STK_002'))
      subtotalMinor += line.quantity * sellable.priceMinor;
  }
  return {
    id: cart.id,
    items,
    item_count: items.reduce((sum, item) => sum + item.quantity, 0),
    subtotal: fromMinor(subtotalMinor),
    currency: shop.currency,
    has_problems: items.some((item) => item.problems.length > 0),
    version: cart.version,
    expires_at: cart.expiresAt.toISOString(),
  };
}

/** What a page or the drawer shows of a cart. `hadCart` says that this browser has filled one before. */
export async function getCartView(
  ctx: Context,
  { cart_key, hadCart }: Key & { hadCart: boolean },
): Promise<CartViewDto> {
  // Open to everybody: the key is the proof.
  const cart = await getCart(ctx, { cart_key });
  return showCart(ctx, cart, cart === null && (hadCart || cart_key !== null));
}

/** The same for a cart that is at hand. */
export async function showCart(ctx: Context, cart: CartDto | null, has_expired = false): Promise<CartViewDto> {
  // Open to everybody: it reads nothing of anybody's.
  const [free_delivery, { shop }] = await Promise.all([listFreeDelivery(ctx), getSettings(ctx)]);
  return { cart, has_expired, free_delivery, locale: shop.locale };
}
