import 'server-only';
import { DELIVERY_TYPES, type DeliveryType } from '#db/enums';
import type { ListProducts } from '#lib/catalog/input';
import type { Product, ProductCard, Variant } from '#lib/catalog/output';
import { getProduct, listBestsellers, listProducts } from '#lib/catalog/queries';
import type { Context } from '#lib/context';
import type { Page } from '#lib/paging';
import { getSettings } from '#lib/settings/queries';
import type { EarliestDto, FirstOfDayDto, NextDto } from '../output.ts';
import { type Judged, leftOn, type Wanted } from '../rules/judge.ts';
import { renderEarliest } from './render.ts';
import { type Asker, openWorld } from './slots.ts';

/** The catalog's reads with by when things can be had; one query more than the catalog's own, however many products. */

/** Days shown for one variant. */
const NEXT_DAYS = 4;

/** One piece of a variant, as the engine is asked for it. What its DTO says of stock is all the engine needs. */
const oneOf = (product: ProductCard, variant: Variant): Wanted => ({
  variantId: variant.id,
  quantity: 1,
  onDate: null,
  facts: {
    stockMode: variant.stock_mode,
    stockQuantity: variant.stock_quantity ?? 0,
    leadTimeMinutes: product.lead_time_minutes,
    loadPoints: variant.load_points,
    availableWeekdays: product.available_weekdays,
    availableFrom: product.available_from,
    availableUntil: product.available_until,
  },
});

type Ask = { methods: readonly DeliveryType[]; asker: Asker };

async function ask(ctx: Context, products: readonly ProductCard[]): Promise<Ask> {
  const { checkout } = await getSettings(ctx);
  const items = products.flatMap((product) => product.variants.map((variant) => oneOf(product, variant)));
  const methods = DELIVERY_TYPES.filter((method) => checkout.delivery_types.includes(method));
  return { methods, asker: await openWorld(ctx, { methods, items }) };
}

const perMethod = <T>(methods: readonly DeliveryType[], none: T, find: (method: DeliveryType) => T) => ({
  pickup: methods.includes('pickup') ? find('pickup') : none,
  delivery: methods.includes('delivery') ? find('delivery') : none,
});

const sooner = (a: Judged | null, b: Judged | null): Judged | null =>
  a === null || (b !== null && b.slot.startsAt < a.slot.startsAt) ? b : a;

function earliestOf({ methods, asker }: Ask, product: ProductCard): EarliestDto {
  return perMethod(methods, null, (method) => {
    const firsts = product.variants.map(
      (variant) => asker.firsts({ method, items: [oneOf(product, variant)] }, 1)[0] ?? null,
    );
    return renderEarliest(firsts.reduce(sooner, null));
  });
}

/** The same cards with their earliest promise. One query. */
export async function withEarliest<P extends ProductCard>(ctx: Context, products: readonly P[]): Promise<P[]> {
  // Open to everybody: what the shop offers.
  if (products.length === 0) return [];
  const asked = await ask(ctx, products);
  return products.map((product) => ({ ...product, earliest: earliestOf(asked, product) }));
}

/** `listProducts` of the catalog, each with its earliest promise. Throws what it throws. */
export async function listPromisedProducts(ctx: Context, input: ListProducts = {}): Promise<Page<ProductCard>> {
  // Open to everybody: what the shop offers.
  const page = await listProducts(ctx, input);
  return { ...page, items: await withEarliest(ctx, page.items) };
}

/** `listBestsellers` of the catalog, each with its earliest promise. */
export async function listPromisedBestsellers(
  ctx: Context,
  input: { limit?: number; days?: number } = {},
): Promise<Page<ProductCard>> {
  // Open to everybody: what the shop offers.
  const page = await listBestsellers(ctx, input);
  return { ...page, items: await withEarliest(ctx, page.items) };
}

function nextOf({ methods, asker }: Ask, product: Product, variant: Variant): NextDto {
  const wanted = oneOf(product, variant);
  return perMethod<FirstOfDayDto[]>(methods, [], (method) =>
    asker.firsts({ method, items: [wanted] }, NEXT_DAYS).flatMap((judged) => {
      const first = renderEarliest(judged);
      const location = { id: judged.slot.locationId, name: asker.places.get(judged.slot.locationId)?.name ?? '' };
      return first ? [{ ...first, location, left: leftOn(asker.world, wanted, judged.slot.day) }] : [];
    }),
  );
}

const earliestAmong = (nexts: readonly NextDto[], method: DeliveryType): EarliestDto['pickup'] => {
  const firsts = nexts.flatMap((next) => next[method].slice(0, 1));
  const [first] = firsts.sort((a, b) => (a.starts_at < b.starts_at ? -1 : 1));
  if (!first) return null;
  const { left: _, location: __, ...earliest } = first;
  return earliest;
};

/** `getProduct` of the catalog with its earliest promise and, per variant, the next days it can be had. */
export async function getPromisedProduct(ctx: Context, idOrSlug: string): Promise<Product | null> {
  // Open to everybody: what the shop offers.
  const product = await getProduct(ctx, idOrSlug);
  if (!product) return null;
  const asked = await ask(ctx, [product]);
  const variants = product.variants.map((variant) => ({ ...variant, next: nextOf(asked, product, variant) }));
  const nexts = variants.map(({ next }) => next);
  return {
    ...product,
    variants,
    earliest: { pickup: earliestAmong(nexts, 'pickup'), delivery: earliestAmong(nexts, 'delivery') },
  };
}
