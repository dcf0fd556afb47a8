import 'server-only';
import { asc, eq, sql } from 'drizzle-orm';
import { cartItems, carts } from '#db/schema/cart';
import { hashSecret } from '#lib/auth/secrets';
import { sellablesIn } from '#lib/catalog/queries/in-language';
import { getSellables, type Sellable } from '#lib/catalog/queries/sellables';
import type { Context } from '#lib/context';
import { fromMinor } from '#lib/money';
import { prepared } from '#lib/prepared';
import { hasTimes, listFreeDelivery } from '#lib/promise/queries/at-checkout';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';
import type { CartDto, CartItemDto, CartViewDto } from './output.ts';
import { askTogether, type Together } from './queries/together.ts';
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
    .where(
      // Of somebody signed in their own, whatever key this browser still has; else that of the key.
      sql`${carts.id} = (SELECT c.id FROM carts c
        WHERE c.expires_at > ${sql.placeholder('now')}
          AND (c.session_hash = ${sql.placeholder('hash')} OR c.customer_id = ${sql.placeholder('customer')}::uuid)
        ORDER BY c.customer_id = ${sql.placeholder('customer')}::uuid DESC NULLS LAST LIMIT 1)`,
    )
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

/** Whose cart follows them between devices: that of an account. A phone that was proven has the cart of its browser. */
export const cartOwner = ({ actor }: Pick<Context, 'actor'>): string | null =>
  actor.kind === 'customer' && actor.userId !== null ? actor.customerId : null;

/** The bare lines of the cart behind `cart_key`, oldest first; null when there is none or it has expired. */
export async function getCartLines(ctx: Context, { cart_key }: Key): Promise<CartLines | null> {
  // Open to everybody: the key, or being signed in, is the proof.
  const customer = cartOwner(ctx);
  if (!cart_key && customer === null) return null;
  const hash = cart_key ? hashSecret(cart_key) : '';
  const rows = await wholeCart(ctx.db).execute({ hash, customer, now: ctx.now.toISOString() });
  const [first] = rows;
  if (!first) return null;
  const lines = rows.flatMap(({ itemId, variantId, quantity, onDate, note, priceSeenMinor }) =>
    itemId === null || variantId === null || quantity === null || priceSeenMinor === null
      ? []
      : [{ itemId, variantId, quantity, onDate, note: note ?? '', priceSeenMinor }],
  );
  return { id: first.id, version: first.version, expiresAt: first.expiresAt, lines };
}

const isSold = (sellable: Sellable, line: CartLine, today: string): boolean =>
  sellable.isSellable && isInSeason(sellable, line.onDate, today);

function renderItem(
  line: CartLine,
  sellable: Sellable,
  { wanted, together, today }: { wanted: number; together: Together; today: string },
): CartItemDto {
  const facts = { ...sellable, leftPerDay: together.leftPerDay(line.variantId) };
  const problems = problemsOf({
    isSold: isSold(sellable, line, today),
    isNever: together.isNever(line.variantId),
    facts,
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
    stock_mode: sellable.stockMode,
    stock_left: stockLeft(facts),
    max_quantity: maxQuantity(facts),
    problems: problems.map((problem) => ({
      code: problem.code,
      left: problem.code === 'STK_001' ? problem.left : null,
      price_seen: problem.code === 'CART_002' ? fromMinor(problem.priceSeenMinor) : null,
    })),
  };
}

/** A cart and what the engine says of it. */
export type OpenCart = { cart: CartDto; together: Together };

/**
 * The cart behind `cart_key` at the prices and stock of now, with what is wrong per item, by when it can be had, and the
 * engine ready to answer more about it; null when there is none or it has expired. The subtotal counts what is still
 * sold. `postalCode` is where it would be delivered, if that is known. Three
 * queries however many lines, and one more in another language than the shop's own.
 */
export async function openCart(ctx: Context, key: Key, postalCode: string | null = null): Promise<OpenCart | null> {
  // Open to everybody: the key is the proof.
  const found = await getCartLines(ctx, key);
  if (!found) return null;
  const sellables = await sellablesIn(
    ctx,
    await getSellables(
      ctx,
      found.lines.map((line) => line.variantId),
    ),
  );
  const { shop } = await getSettings(ctx);
  const today = dayOf(ctx.now, shop.time_zone);
  // A variant that is deleted takes its lines along; one that vanished between two queries is not shown.
  const known = found.lines.flatMap((line) => {
    const sellable = sellables.get(line.variantId);
    return sellable ? [{ line, sellable }] : [];
  });
  const together = await askTogether(
    ctx,
    known
      .filter(({ line, sellable }) => isSold(sellable, line, today))
      .map(({ line: { variantId, quantity, onDate }, sellable }) => ({ variantId, quantity, onDate, facts: sellable })),
    postalCode,
  );

  const thing = (line: CartLine) => `${line.variantId} ${line.onDate}`;
  const wanted = new Map<string, number>();
  for (const { line } of known) wanted.set(thing(line), (wanted.get(thing(line)) ?? 0) + line.quantity);
  const items = known.map(({ line, sellable }) =>
    renderItem(line, sellable, { wanted: wanted.get(thing(line)) ?? line.quantity, together, today }),
  );
  const subtotalMinor = known.reduce(
    (sum, { line, sellable }) => (isSold(sellable, line, today) ? sum + line.quantity * sellable.priceMinor : sum),
    0,
  );
  const cart: CartDto = {
    id: found.id,
    items,
    item_count: items.reduce((sum, item) => sum + item.quantity, 0),
    subtotal: fromMinor(subtotalMinor),
    currency: shop.currency,
    has_problems: items.some((item) => item.problems.length > 0),
    earliest: together.earliest,
    held_back: together.heldBack,
    version: found.version,
    expires_at: found.expiresAt.toISOString(),
  };
  return { cart, together };
}

/** The cart behind `cart_key`, as `openCart` has it; null when there is none or it has expired. */
export async function getCart(ctx: Context, key: Key, postalCode: string | null = null): Promise<CartDto | null> {
  // Open to everybody: the key is the proof.
  return (await openCart(ctx, key, postalCode))?.cart ?? null;
}

/** What this browser is known by besides its cart: that it filled one before, and where it would be delivered. */
type Browser = { hadCart: boolean; postalCode: string | null };

/** What a page or the drawer shows of a cart. */
export async function getCartView(
  ctx: Context,
  { cart_key, hadCart, postalCode }: Key & Browser,
): Promise<CartViewDto> {
  // Open to everybody: the key is the proof.
  const cart = await getCart(ctx, { cart_key }, postalCode);
  return showCart(ctx, cart, { postalCode, hasExpired: cart === null && (hadCart || cart_key !== null) });
}

/** The same for a cart that is at hand. */
export async function showCart(
  ctx: Context,
  cart: CartDto | null,
  { postalCode, hasExpired = false }: { postalCode: string | null; hasExpired?: boolean },
): Promise<CartViewDto> {
  // Open to everybody: it reads nothing of anybody's.
  const [free_delivery, has_slots, { shop, checkout }] = await Promise.all([
    listFreeDelivery(ctx, postalCode),
    hasTimes(ctx),
    getSettings(ctx),
  ]);
  return {
    cart,
    has_expired: hasExpired,
    free_delivery,
    locale: ctx.locale,
    time_zone: shop.time_zone,
    today: dayOf(ctx.now, shop.time_zone),
    days_ahead: checkout.days_ahead,
    has_slots,
  };
}
