import 'server-only';
import { getCartLines } from '#lib/cart/queries';
import { isInSeason } from '#lib/cart/rules';
import { getDefaultVariants, getSellables, type Sellable } from '#lib/catalog/queries/sellables';
import type { Context } from '#lib/context';
import { DomainError, ValidationError } from '#lib/errors';
import { fromMinor } from '#lib/money';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';
import type { OrderItem } from '../input.ts';
import { mergeLines, subtotalMinor } from '../rules.ts';

/** One thing that is asked for; `priceSeenMinor` is what the customer was shown, when that is known. */
type Wanted = {
  variantId: string;
  quantity: number;
  onDate: string | null;
  note: string;
  priceSeenMinor: number | null;
};

export type PricedOrderLine = Wanted & { unitPriceMinor: number; sellable: Sellable };

export type Basket = {
  lines: PricedOrderLine[];
  subtotalMinor: number;
  /** Set when the lines come from a cart: it is emptied by the order, unless it has changed since. */
  cart: { id: string; version: number } | null;
};

async function wantedOf(ctx: Context, items: readonly OrderItem[]): Promise<Wanted[]> {
  const unnamed = items.flatMap((item) => (item.variant_id === undefined && item.product_id ? [item.product_id] : []));
  const defaults = await getDefaultVariants(ctx, unnamed);
  const unknown = unnamed.filter((productId) => !defaults.has(productId));
  if (unknown.length > 0) {
    throw new DomainError('STK_002', { items: unknown.map((productId) => ({ product_id: productId })) });
  }
  return items.map((item) => ({
    variantId: item.variant_id ?? defaults.get(item.product_id ?? '') ?? '',
    quantity: item.quantity,
    onDate: item.on_date,
    note: item.note,
    priceSeenMinor: null,
  }));
}

async function wantedInCart(ctx: Context, cartKey: string | null) {
  const cart = await getCartLines(ctx, { cart_key: cartKey });
  if (!cart) {
    if (cartKey === null) throw ValidationError.of('items', 'VAL_001', 'Choose at least one product.');
    throw new DomainError('CART_001');
  }
  if (cart.lines.length === 0) throw ValidationError.of('items', 'VAL_001', 'Your cart is empty.');
  return cart;
}

/** More of one product than an order may hold, over all its variants, days and notes. */
function refuseTooMany(lines: readonly PricedOrderLine[]): void {
  const perProduct = mergeLines(lines, (line) => line.sellable.productId);
  for (const { quantity, sellable } of perProduct) {
    if (sellable.maxPerOrder !== null && quantity > sellable.maxPerOrder) {
      throw ValidationError.of('items', 'VAL_003', `Order at most ${sellable.maxPerOrder} of ${sellable.productName}.`);
    }
  }
}

/**
 * What an order asks for, priced as of now, from its items or from the cart. Throws STK_002 for what is not sold,
 * CART_002 when a price the customer saw has changed, CART_001 when the cart is gone. Stock is judged by the database.
 */
export async function fillBasket(
  ctx: Context,
  { items, cartKey }: { items: readonly OrderItem[] | undefined; cartKey: string | null },
): Promise<Basket> {
  const cart = items ? null : await wantedInCart(ctx, cartKey);
  const wanted = cart ? cart.lines : await wantedOf(ctx, items ?? []);
  const merged = mergeLines(wanted, (line) => `${line.variantId} ${line.onDate} ${line.note}`);
  const sellables = await getSellables(
    ctx,
    merged.map((line) => line.variantId),
  );

  const { shop } = await getSettings(ctx);
  const today = dayOf(ctx.now, shop.time_zone);
  const lines: PricedOrderLine[] = [];
  const gone: { variant_id: string }[] = [];
  for (const line of merged) {
    const sellable = sellables.get(line.variantId);
    if (sellable?.isSellable && isInSeason(sellable, line.onDate, today))
      lines.push({ ...line, sellable, unitPriceMinor: sellable.priceMinor });
    else gone.push({ variant_id: line.variantId });
  }
  if (gone.length > 0) throw new DomainError('STK_002', { items: gone });
  refuseTooMany(lines);

  const subtotal = subtotalMinor(lines);
  const repriced = lines.filter((line) => line.priceSeenMinor !== null && line.priceSeenMinor !== line.unitPriceMinor);
  if (repriced.length > 0) {
    throw new DomainError('CART_002', {
      items: repriced.map((line) => ({ variant_id: line.variantId, unit_price: fromMinor(line.unitPriceMinor) })),
      subtotal: fromMinor(subtotal),
    });
  }
  return { lines, subtotalMinor: subtotal, cart: cart && { id: cart.id, version: cart.version } };
}
