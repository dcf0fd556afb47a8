import 'server-only';
import { and, eq, lt, lte, type SQL, sql } from 'drizzle-orm';
import { newId } from '#db/columns';
import { cartItems, carts } from '#db/schema/cart';
import { hashSecret, newSecret } from '#lib/auth/secrets';
import { getDefaultVariants, getSellables, type Sellable } from '#lib/catalog/queries/sellables';
import type { Context } from '#lib/context';
import { breaks } from '#lib/database';
import { DomainError, ValidationError } from '#lib/errors';
import { takeLimit } from '#lib/kv/limits';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';
import { type AddToCart, type ChangeCartItem, MAX_LINES, MAX_QUANTITY } from './input.ts';
import type { CartDto } from './output.ts';
import { type CartLine, type CartLines, cartOwner, getCart, getCartLines } from './queries.ts';
import { isInSeason, stockLeft } from './rules.ts';

export { addWhatFits } from './commands/add-what-fits.ts';
export { adoptCart } from './commands/adopt-cart.ts';

type Key = { cart_key: string | null };

/** A household, a school or an office has far fewer; every cart is a row that stays for a day. */
const NEW_CARTS_PER_ADDRESS = { limit: 120, windowSeconds: 60 * 60 };

async function newExpiry(ctx: Context): Promise<Date> {
  const { checkout } = await getSettings(ctx);
  return new Date(ctx.now.getTime() + checkout.cart_minutes * 60_000);
}

async function requireLines(ctx: Context, key: Key): Promise<CartLines> {
  const cart = await getCartLines(ctx, key);
  if (!cart) throw new DomainError('CART_001');
  return cart;
}

async function requireCart(ctx: Context, key: Key): Promise<CartDto> {
  const cart = await getCart(ctx, key);
  if (!cart) throw new DomainError('CART_001');
  return cart;
}

async function requireSellable(ctx: Context, { variant_id, product_id }: { variant_id?: string; product_id?: string }) {
  const variantId =
    variant_id ?? (product_id ? (await getDefaultVariants(ctx, [product_id])).get(product_id) : undefined);
  const sellable = variantId ? (await getSellables(ctx, [variantId])).get(variantId) : undefined;
  if (!sellable) throw new DomainError('DB_002');
  return sellable;
}

/** Throws when the whole cart, the line as it would be included, asks for more than can be had. */
function refuseTooMany(
  lines: readonly CartLine[],
  line: { itemId: string | null; onDate: string | null },
  quantity: number,
  of: Sellable,
) {
  const others = lines.filter(
    ({ variantId, onDate, itemId }) => variantId === of.variantId && onDate === line.onDate && itemId !== line.itemId,
  );
  const wanted = others.reduce((sum, other) => sum + other.quantity, quantity);
  const left = stockLeft(of);
  if (left !== null && wanted > left) {
    throw new DomainError('STK_001', { items: [{ variant_id: of.variantId, requested: wanted, left }] });
  }
  const most = of.maxPerOrder ?? MAX_QUANTITY;
  if (wanted > most) throw ValidationError.of('quantity', 'VAL_003', `Order at most ${most} of ${of.productName}.`);
}

/** Of somebody signed in. */
export async function dropOwnExpired(ctx: Context): Promise<void> {
  // Open to everybody: it removes only what is over, of the one who asks.
  const owner = cartOwner(ctx);
  if (owner !== null) await ctx.db.delete(carts).where(and(eq(carts.customerId, owner), lte(carts.expiresAt, ctx.now)));
}

/** Runs the change of a line, marks its cart as touched and says so, in one statement. */
async function touch(ctx: Context, cartId: string, change?: SQL): Promise<void> {
  const expiresAt = await newExpiry(ctx);
  // Moments travel as text: drizzle leaves the client without its own serializer for dates.
  const [now, until] = [ctx.now.toISOString(), expiresAt.toISOString()];
  const update = sql`UPDATE ${carts} SET version = version + 1, last_active_at = ${now}::timestamptz,
    expires_at = ${until}::timestamptz, updated_at = ${now}::timestamptz WHERE id = ${cartId}
    RETURNING append_event('cart.changed', 'cart', id::text, jsonb_build_object('cart_id', id, 'version', version))`;
  await ctx.db.execute(change ? sql`WITH change AS (${change}) ${update}` : update);
}

/** Runs `add` once more when another device of the same customer began their cart at the same moment. */
async function withOneCart<T>(add: () => Promise<T>): Promise<T> {
  try {
    return await add();
  } catch (error) {
    if (!breaks(error, 'carts_one_per_customer')) throw error;
    return add();
  }
}

/**
 * Puts something into the cart behind `cart_key`; without a live cart a new one begins under a new key. The same variant
 * with the same note is added up. Throws DB_002, STK_001 (`left`), STK_002, RATE_001, VALIDATION_ERROR beyond a cap.
 */
export async function addToCart(ctx: Context, input: AddToCart): Promise<{ cart_key: string; cart: CartDto }> {
  // Open to everybody: anyone may fill a cart; the key is the proof of an existing one.
  return withOneCart(() => add(ctx, input));
}

async function add(ctx: Context, input: AddToCart): Promise<{ cart_key: string; cart: CartDto }> {
  const [sellable, { shop }] = await Promise.all([requireSellable(ctx, input), getSettings(ctx)]);
  if (!sellable.isSellable || !isInSeason(sellable, input.on_date, dayOf(ctx.now, shop.time_zone))) {
    throw new DomainError('STK_002', { items: [{ variant_id: sellable.variantId }] });
  }
  const found = await getCartLines(ctx, input);
  const lines = found?.lines ?? [];
  const same = lines.find(
    (line) => line.variantId === sellable.variantId && line.onDate === input.on_date && line.note === input.note,
  );
  refuseTooMany(
    lines,
    { itemId: same?.itemId ?? null, onDate: input.on_date },
    (same?.quantity ?? 0) + input.quantity,
    sellable,
  );
  if (!same && lines.length >= MAX_LINES) {
    throw ValidationError.of('variant_id', 'VAL_003', `A cart holds at most ${MAX_LINES} lines.`);
  }

  const cartKey = found && input.cart_key ? input.cart_key : newSecret();
  const cartId = found?.id ?? newId();
  if (!found) {
    if (ctx.addressHash) {
      await takeLimit(ctx, { name: 'carts-address', subject: ctx.addressHash, ...NEW_CARTS_PER_ADDRESS });
    }
    const expiresAt = await newExpiry(ctx);
    // What one’s own cart of last week still holds is over, and makes room.
    await dropOwnExpired(ctx);
    await ctx.db.insert(carts).values({
      id: cartId,
      sessionHash: hashSecret(cartKey),
      customerId: cartOwner(ctx),
      lastActiveAt: ctx.now,
      expiresAt,
    });
  }
  await touch(
    ctx,
    cartId,
    sql`INSERT INTO ${cartItems} AS i (id, cart_id, variant_id, on_date, quantity, note, unit_price_seen_minor)
      VALUES (${newId()}, ${cartId}, ${sellable.variantId}, ${input.on_date}::date, ${input.quantity}, ${input.note}, ${sellable.priceMinor})
      ON CONFLICT ON CONSTRAINT cart_items_line_key DO UPDATE SET
        quantity = least(i.quantity + excluded.quantity, ${MAX_QUANTITY}::int),
        unit_price_seen_minor = excluded.unit_price_seen_minor, updated_at = now()`,
  );
  return { cart_key: cartKey, cart: await requireCart(ctx, { cart_key: cartKey }) };
}

/** Changes quantity (0 takes the line out) or note of one line. Throws CART_001, DB_002, STK_001, VALIDATION_ERROR. */
export async function changeCartItem(ctx: Context, input: ChangeCartItem): Promise<CartDto> {
  // Open to everybody: the key is the proof, and only lines of its cart are found.
  const cart = await requireLines(ctx, input);
  const line = cart.lines.find(({ itemId }) => itemId === input.item_id);
  if (!line) throw new DomainError('DB_002');
  const quantity = input.quantity ?? line.quantity;
  const note = input.note ?? line.note;
  if (quantity === 0) return removeCartItem(ctx, input);
  // Fewer is always fine: a cart that asks for too much must be able to come down step by step.
  if (quantity > line.quantity) {
    refuseTooMany(cart.lines, line, quantity, await requireSellable(ctx, { variant_id: line.variantId }));
  }
  const twin = cart.lines.find(
    (other) =>
      other !== line && other.variantId === line.variantId && other.onDate === line.onDate && other.note === note,
  );
  // With its new note it may equal another line: the two become one.
  const change = twin
    ? sql`DELETE FROM ${cartItems} WHERE id = ${line.itemId} AND cart_id = ${cart.id}`
    : sql`UPDATE ${cartItems} SET quantity = ${quantity}, note = ${note}, updated_at = now()
        WHERE id = ${line.itemId} AND cart_id = ${cart.id}`;
  await touch(ctx, cart.id, change);
  if (twin) {
    const sum = Math.min(MAX_QUANTITY, quantity + twin.quantity);
    await touch(
      ctx,
      cart.id,
      sql`UPDATE ${cartItems} SET quantity = ${sum}, updated_at = now() WHERE id = ${twin.itemId} AND cart_id = ${cart.id}`,
    );
  }
  return requireCart(ctx, input);
}

/** Takes one line out; a line that is gone already is no mistake. Throws CART_001. */
export async function removeCartItem(ctx: Context, { cart_key, item_id }: Key & { item_id: string }): Promise<CartDto> {
  // Open to everybody: the key is the proof.
  const cart = await requireLines(ctx, { cart_key });
  await touch(ctx, cart.id, sql`DELETE FROM ${cartItems} WHERE id = ${item_id} AND cart_id = ${cart.id}`);
  return requireCart(ctx, { cart_key });
}

/** Empties the cart; its key stays good. Throws CART_001. */
export async function clearCart(ctx: Context, key: Key): Promise<CartDto> {
  // Open to everybody: the key is the proof.
  const cart = await requireLines(ctx, key);
  await touch(ctx, cart.id, sql`DELETE FROM ${cartItems} WHERE cart_id = ${cart.id}`);
  return requireCart(ctx, key);
}

/** The customer has seen the prices of now, of one line or of all, and goes on with them. Throws CART_001. */
export async function acceptCartPrices(
  ctx: Context,
  { item_id = null, ...key }: Key & { item_id?: string | null },
): Promise<CartDto> {
  // Open to everybody: the key is the proof.
  const cart = await requireLines(ctx, key);
  await touch(
    ctx,
    cart.id,
    sql`UPDATE ${cartItems} i SET unit_price_seen_minor = v.price_minor, updated_at = now()
      FROM product_variants v WHERE i.cart_id = ${cart.id} AND v.id = i.variant_id
        AND (${item_id}::uuid IS NULL OR i.id = ${item_id}::uuid)`,
  );
  return requireCart(ctx, key);
}

/**
 * Makes one line, or the whole cart, fit what can be had: fewer pieces where fewer are left, out with what is not sold
 * or there is no time for; for the whole cart also prices as they are now. What is fine stays as it is. Throws CART_001.
 */
export async function mendCart(
  ctx: Context,
  { cart_key, item_id = null }: Key & { item_id?: string | null },
): Promise<CartDto> {
  // Open to everybody: the key is the proof.
  let cart = await requireCart(ctx, { cart_key });
  for (const item of cart.items.filter(({ id }) => item_id === null || id === item_id)) {
    // Whoever takes what is left of one line has not agreed to its price yet.
    if (item_id === null && item.problems.some(({ code }) => code === 'CART_002')) {
      cart = await acceptCartPrices(ctx, { cart_key, item_id: item.id });
    }
    const isGone = item.problems.some(({ code }) => code === 'STK_002' || code === 'SLOT_002');
    const others = cart.items.filter(
      ({ id, variant_id, on_date }) => id !== item.id && variant_id === item.variant_id && on_date === item.on_date,
    );
    const taken = others.reduce((sum, { quantity }) => sum + quantity, 0);
    const fits = isGone
      ? 0
      : Math.min(item.max_quantity, Math.max(0, (item.stock_left ?? item.quantity + taken) - taken));
    if (fits < item.quantity) cart = await changeCartItem(ctx, { cart_key, item_id: item.id, quantity: fits });
  }
  return cart;
}

/** Carts past their time, for the sweep. */
export async function dropExpiredCarts(ctx: Context): Promise<void> {
  // Open to everybody: it removes only what is over.
  await ctx.db.delete(carts).where(lt(carts.expiresAt, ctx.now));
}
