import 'server-only';
import { and, asc, between, eq, isNull } from 'drizzle-orm';
import { categories, products, productVariants } from '#db/schema/catalog';
import { productionPatterns, productionPlans } from '#db/schema/stock';
import { isSoldOn } from '#lib/catalog/rules';
import { type Context, requireRole } from '#lib/context';
import { ValidationError } from '#lib/errors';
import { getSettings } from '#lib/settings/queries';
import { addDays, dayOf, weekdayOf } from '#lib/time';
import type { GetPlans } from '../input.ts';
import type { Plans } from '../output.ts';
import { planOf, releaseOf } from '../rules.ts';

const DAYS = 14;
/** Longest span that is answered at once. */
const MOST_DAYS = 92;

function daysOf({ from: wanted, to }: GetPlans, today: string): string[] {
  const from = wanted ?? (to !== undefined && to < today ? addDays(to, 1 - DAYS) : today);
  const until = to ?? addDays(from, DAYS - 1);
  if (until < from) throw ValidationError.of('to', 'VAL_003', 'The span must end after it begins.');
  const days: string[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) {
    if (days.length === MOST_DAYS) throw ValidationError.of('to', 'VAL_003', `Ask for at most ${MOST_DAYS} days.`);
    days.push(day);
  }
  return days;
}

/** What is made per day, sold and left, by category and name. A fixed number of queries. Throws VALIDATION_ERROR. */
export async function getPlans(ctx: Context, input: GetPlans): Promise<Plans> {
  requireRole(ctx, 'staff');
  const { shop, checkout } = await getSettings(ctx);
  const today = dayOf(ctx.now, shop.time_zone);
  const days = daysOf(input, today);
  const [from = today] = days;
  const to = days.at(-1) ?? from;
  const release = releaseOf(checkout.release_at, today, shop.time_zone);
  const v = productVariants;
  const isMeant = and(
    eq(v.stockMode, 'per_date'),
    isNull(v.archivedAt),
    isNull(products.archivedAt),
    input.variant_id === undefined ? undefined : eq(v.id, input.variant_id),
  );
  const [variants, patterns, plans] = await Promise.all([
    ctx.db
      .select({
        id: v.id,
        title: v.title,
        sku: v.sku,
        productId: products.id,
        productName: products.name,
        categoryId: categories.id,
        categoryName: categories.name,
        availableWeekdays: products.availableWeekdays,
        availableFrom: products.availableFrom,
        availableUntil: products.availableUntil,
      })
      .from(v)
      .innerJoin(products, eq(products.id, v.productId))
      .innerJoin(categories, eq(categories.id, products.categoryId))
      .where(isMeant)
      .orderBy(
        asc(categories.displayOrder),
        asc(categories.name),
        asc(products.name),
        asc(products.id),
        asc(v.position),
      ),
    ctx.db
      .select({
        variantId: productionPatterns.variantId,
        weekday: productionPatterns.weekday,
        planned: productionPatterns.planned,
      })
      .from(productionPatterns)
      .innerJoin(v, eq(v.id, productionPatterns.variantId))
      .innerJoin(products, eq(products.id, v.productId))
      .where(isMeant),
    ctx.db
      .select({
        variantId: productionPlans.variantId,
        onDate: productionPlans.onDate,
        planned: productionPlans.planned,
        sold: productionPlans.sold,
        closed: productionPlans.closed,
        isOverride: productionPlans.isOverride,
      })
      .from(productionPlans)
      .innerJoin(v, eq(v.id, productionPlans.variantId))
      .innerJoin(products, eq(products.id, v.productId))
      .where(and(isMeant, between(productionPlans.onDate, from, to))),
  ]);
  const usual = new Map(patterns.map((row) => [`${row.variantId} ${row.weekday}`, row.planned]));
  const rows = new Map(plans.map((row) => [`${row.variantId} ${row.onDate}`, row]));
  const usually = (variantId: string, weekday: number) => usual.get(`${variantId} ${weekday}`) ?? 0;

  return {
    from,
    to,
    today,
    release_at: release?.toISOString() ?? null,
    is_released: release !== null && ctx.now >= release,
    variants: variants.map((variant) => ({
      variant_id: variant.id,
      product_id: variant.productId,
      product_name: variant.productName,
      variant_title: variant.title,
      sku: variant.sku,
      category: { id: variant.categoryId, name: variant.categoryName },
      weekly_plan: [1, 2, 3, 4, 5, 6, 7].map((weekday) => usually(variant.id, weekday)),
      days: days.map((day) => ({
        on_date: day,
        ...planOf(rows.get(`${variant.id} ${day}`), usually(variant.id, weekdayOf(day))),
        is_sold: isSoldOn(variant, day),
      })),
    })),
  };
}
