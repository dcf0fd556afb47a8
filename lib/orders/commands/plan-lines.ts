import 'server-only';
import { newId } from '#db/columns';
import type { Allergen } from '#db/enums';
import { isInSeason } from '#lib/cart/rules';
import { getSellables, type Sellable } from '#lib/catalog/queries/sellables';
import type { Context } from '#lib/context';
import { DomainError, ValidationError } from '#lib/errors';
import type { Wanted } from '#lib/promise/rules/judge';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';
import type { OrderContents } from '../change-input.ts';
import type { Agreed } from '../queries/agreed.ts';
import { type AgreedLine, exchange, type Pieces, priceParts, splitByPrice, type WantedLine } from '../rules/change.ts';
import { mergeLines } from '../rules.ts';

/** A line as it will be; amounts in minor units. */
export type PlannedLine = {
  id: string;
  productId: string | null;
  variantId: string | null;
  productName: string;
  variantTitle: string;
  sku: string | null;
  quantity: number;
  unitPriceMinor: number;
  onDate: string | null;
  note: string;
  allergens: Allergen[];
  /** Null for what the catalogue no longer knows. */
  sellable: Sellable | null;
  /** The customer chose this very day for it now; other days move with the slot. */
  isDayChosen: boolean;
};

export type Goods = {
  lines: PlannedLine[];
  /** What the lines were. */
  before: readonly PlannedLine[];
};

const toAgreed = (agreed: Agreed): AgreedLine[] =>
  agreed.items.map((item) => ({
    id: item.id,
    variantId: item.variant_id,
    quantity: item.quantity,
    unitPriceMinor: item.unit_price_minor,
    onDate: item.on_date,
    note: item.note,
  }));

type Wish = WantedLine & { isDayChosen: boolean };

/** The lines that are asked for, on top of those that are there. */
function wantedOf(agreed: Agreed, items: NonNullable<OrderContents['items']>): Wish[] {
  const known = new Map(agreed.items.map((item) => [item.id, item]));
  const seen = new Set<string>();
  const wanted = items.map((item, index) => {
    const line = item.item_id === null ? undefined : known.get(item.item_id);
    if (item.item_id !== null && (!line || seen.has(item.item_id))) {
      throw ValidationError.of(`items.${index}.item_id`, 'VAL_003', 'There is no such line in the order.');
    }
    if (line) seen.add(line.id);
    const variantId = item.variant_id ?? line?.variant_id ?? null;
    return {
      // Another variant in place of it is another line.
      itemId: line && line.variant_id === variantId ? line.id : null,
      variantId,
      quantity: item.quantity,
      onDate: item.on_date === undefined ? (line?.on_date ?? null) : item.on_date,
      note: item.note ?? line?.note ?? '',
      isDayChosen: item.on_date !== undefined && item.on_date !== null,
    };
  });
  const left = wanted.filter(({ quantity }) => quantity > 0);
  if (left.length === 0) {
    throw ValidationError.of('items', 'VAL_001', 'Keep at least one item. To drop all of it, cancel the order.');
  }
  return left;
}

/** More than an order may hold of a product; what was agreed beyond it stays, but grows no further. */
function refuseTooMany(lines: readonly PlannedLine[], before: readonly PlannedLine[]): void {
  const had = new Map(mergeLines(before, ({ productId }) => productId ?? '').map((line) => [line.productId, line]));
  for (const { productId, quantity, sellable } of mergeLines(lines, (line) => line.productId ?? line.id)) {
    const most = sellable?.maxPerOrder ?? null;
    if (most !== null && quantity > Math.max(most, had.get(productId)?.quantity ?? 0)) {
      throw ValidationError.of('items', 'VAL_003', `Order at most ${most} of ${sellable?.productName}.`);
    }
  }
}

/**
 * The lines of an order after a change, priced: agreed pieces as agreed, pieces on top as of now. Throws STK_002 for more
 * of what is not sold, STK_001 for more than there is, VALIDATION_ERROR for lines that are not there and for too many of
 * a product.
 */
export async function planLines(ctx: Context, agreed: Agreed, items: OrderContents['items']): Promise<Goods> {
  const wanted = items === undefined ? null : wantedOf(agreed, items);
  const ids = [...agreed.items.map(({ variant_id: id }) => id), ...(wanted ?? []).map(({ variantId }) => variantId)];
  const sellables = await getSellables(
    ctx,
    ids.filter((id) => id !== null),
  );
  const before = agreed.items.map((item) => fromItem(item, sellables));
  if (wanted === null) return { lines: before, before };

  const { shop } = await getSettings(ctx);
  const today = dayOf(ctx.now, shop.time_zone);
  const parts = splitByPrice(toAgreed(agreed), wanted).map((part) => ({
    ...part,
    isNew: part.unitPriceMinor === null,
  }));
  const gone = parts.filter(({ isNew, variantId, onDate }) => {
    const sellable = sellables.get(variantId ?? '');
    return isNew && !(sellable?.isSellable && isInSeason(sellable, onDate, today));
  });
  if (gone.length > 0) {
    throw new DomainError('STK_002', { items: gone.map(({ variantId }) => ({ variant_id: variantId })) });
  }
  const lines = priceParts(parts, ({ variantId }) => sellables.get(variantId ?? '')?.priceMinor ?? 0).map((part) => {
    const copied =
      before.find(({ id }) => id === part.itemId) ??
      before.find(({ variantId }) => !part.isNew && variantId === part.variantId);
    const sellable = sellables.get(part.variantId ?? '') ?? null;
    return {
      id: part.itemId ?? newId(),
      productId: copied?.productId ?? sellable?.productId ?? null,
      variantId: part.variantId,
      // Copies never change with the catalogue.
      productName: copied?.productName ?? sellable?.productName ?? '',
      variantTitle: copied?.variantTitle ?? sellable?.variantTitle ?? '',
      sku: copied?.sku ?? sellable?.sku ?? null,
      allergens: copied?.allergens ?? sellable?.allergens ?? [],
      quantity: part.quantity,
      unitPriceMinor: part.unitPriceMinor,
      onDate: part.onDate,
      note: part.note,
      isDayChosen: part.isDayChosen,
      sellable,
    };
  });
  refuseTooMany(lines, before);
  refuseShort(lines, before);
  return { lines, before };
}

/** More than there is of what is counted; what is made per day is judged with its day. */
function refuseShort(lines: readonly PlannedLine[], before: readonly PlannedLine[]): void {
  const { more } = exchange(piecesOf(before), piecesOf(lines));
  const had = (id: string) =>
    before.reduce((sum, { variantId, quantity }) => (variantId === id ? sum + quantity : sum), 0);
  const short = more.flatMap(({ variantId, quantity }) => {
    const sellable = lines.find((line) => line.variantId === variantId)?.sellable;
    if (sellable?.stockMode !== 'tracked' || quantity <= sellable.stockQuantity) return [];
    const kept = had(variantId);
    return [{ variant_id: variantId, requested: quantity + kept, left: sellable.stockQuantity + kept }];
  });
  if (short.length > 0) throw new DomainError('STK_001', { items: short });
}

const fromItem = (item: Agreed['items'][number], sellables: ReadonlyMap<string, Sellable>): PlannedLine => ({
  id: item.id,
  productId: item.product_id,
  variantId: item.variant_id,
  productName: item.product_name,
  variantTitle: item.variant_title,
  sku: item.sku,
  quantity: item.quantity,
  unitPriceMinor: item.unit_price_minor,
  onDate: item.on_date,
  note: item.note,
  allergens: item.allergens,
  isDayChosen: false,
  sellable: sellables.get(item.variant_id ?? '') ?? null,
});

/** The lines as pieces, by the day where they are made per day. */
export const piecesOf = (lines: readonly PlannedLine[]): Pieces[] =>
  lines.flatMap(({ variantId, quantity, onDate, sellable }) =>
    variantId === null ? [] : [{ variantId, quantity, day: sellable?.stockMode === 'per_date' ? onDate : null }],
  );

/** What the engine is asked for. What the catalogue no longer knows it cannot judge. */
export const toWanted = (lines: readonly PlannedLine[], dayOfLine: (line: PlannedLine) => string | null): Wanted[] =>
  lines.flatMap((line) =>
    line.variantId === null || line.sellable === null
      ? []
      : [{ variantId: line.variantId, quantity: line.quantity, onDate: dayOfLine(line), facts: line.sellable }],
  );
