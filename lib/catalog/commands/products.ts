import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { newId } from '#db/columns';
import { categories, products } from '#db/schema/catalog';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole, type Tag } from '#lib/context';
import { transaction } from '#lib/database';
import { freeSlugFor } from '#lib/duplicates';
import { DomainError, ValidationError } from '#lib/errors';
import type { CreateProduct, ReplaceProduct, UpdateProduct, VariantInput } from '../input.ts';
import type { DeskProduct } from '../output.ts';
import { getDeskProduct } from '../queries/desk-products.ts';
import { refuseDuplicates } from './conflicts.ts';
import { writeDefaultVariant, writeVariants } from './variants.ts';

const FLAT = [
  'sku',
  'price',
  'stock_mode',
  'stock_quantity',
  'low_stock_threshold',
  'net_quantity',
  'net_unit',
] as const;

/** Every page and read that shows products carries one of these. */
export const CATALOG_TAGS: Tag[] = ['catalog', 'stock'];

/** Of the default variant what is spelled on the product itself; null when nothing is. */
function flatOf(input: CreateProduct | UpdateProduct): Partial<VariantInput> | null {
  const named = FLAT.filter((key) => input[key] !== undefined);
  return named.length === 0 ? null : Object.fromEntries(named.map((key) => [key, input[key]]));
}

const toColumns = (input: Partial<CreateProduct>) => ({
  ...(input.name !== undefined && { name: input.name }),
  ...(input.slug !== undefined && { slug: input.slug }),
  ...(input.description !== undefined && { description: input.description }),
  ...(input.details !== undefined && { details: input.details }),
  ...(input.category_id !== undefined && { categoryId: input.category_id }),
  ...(input.active !== undefined && { active: input.active }),
  ...(input.featured !== undefined && { featured: input.featured }),
  ...(input.lead_time_minutes !== undefined && { leadTimeMinutes: input.lead_time_minutes }),
  ...(input.available_weekdays !== undefined && { availableWeekdays: input.available_weekdays }),
  ...(input.available_from !== undefined && { availableFrom: input.available_from }),
  ...(input.available_until !== undefined && { availableUntil: input.available_until }),
  ...(input.max_per_order !== undefined && { maxPerOrder: input.max_per_order }),
  ...(input.allergens !== undefined && { allergens: input.allergens }),
  ...(input.ingredients !== undefined && { ingredients: input.ingredients }),
  ...(input.attributes !== undefined && { attributes: input.attributes }),
});

/** A category that products can be put into: the one named, else "Other". Held, so that nobody archives it meanwhile. */
async function categoryFor(tx: Context, wanted: string | undefined): Promise<string> {
  const [found] = await tx.db
    .select({ id: categories.id })
    .from(categories)
    .where(
      wanted === undefined
        ? sql`${categories.isBuiltIn}`
        : sql`${categories.id} = ${wanted}::uuid and ${categories.archivedAt} is null`,
    )
    .for('share');
  if (!found) throw ValidationError.of('category_id', 'VAL_002', 'Choose a category.');
  return found.id;
}

async function read(ctx: Context, id: string): Promise<DeskProduct> {
  const product = await getDeskProduct(ctx, id);
  if (!product) throw new DomainError('DB_002');
  return product;
}

/** Adds a product with its variants; first stock is written as received. Prices in minor units. Throws CONF_001. */
export async function createProduct(ctx: Context, input: CreateProduct): Promise<DeskProduct> {
  // Open to staff only: the command it begins with asks.
  return read(ctx, await addProduct(ctx, input));
}

/** `createProduct` for whoever adds many and looks at none: answers the id alone. */
export async function addProduct(ctx: Context, input: CreateProduct): Promise<string> {
  requireRole(ctx, 'staff');
  const id = newId();
  await refuseDuplicates(() =>
    transaction(ctx, async (tx) => {
      const categoryId = await categoryFor(tx, input.category_id);
      const slug = input.slug ?? (await freeSlugFor(tx, 'products', input.name));
      // The trigger of the variants would write it, and all of the product anew for it.
      const priceMinor = input.variants?.[0]?.price ?? input.price ?? 0;
      await tx.db.insert(products).values({ ...toColumns(input), id, name: input.name, slug, categoryId, priceMinor });
      const { price, ...rest } = input;
      const flat = { ...flatOf(input), price: price ?? 0 };
      await writeVariants(tx, id, input.variants?.map((variant) => ({ ...variant, id: undefined })) ?? [flat]);
      await recordAudit(tx, {
        action: 'product.created',
        entity: 'product',
        entityId: id,
        // As kept: a price in minor units, under a name that says so.
        after: { ...rest, slug, ...(price !== undefined && { price_minor: price }) },
      });
    }),
  );
  ctx.expire(CATALOG_TAGS);
  return id;
}

/** The product as it is now, locked until the transaction ends. Throws DB_002 when it is unknown or archived. */
async function lockProduct(tx: Context, id: string, version: number | undefined) {
  const [row] = await tx.db.select().from(products).where(eq(products.id, id)).for('no key update');
  if (!row || row.archivedAt !== null) throw new DomainError('DB_002');
  if (version !== undefined && version !== row.version) throw new DomainError('REQ_002', { version: row.version });
  return row;
}

/** Product and variants as the audit keeps them; stock has movements and audit rows of its own. */
async function snapshot(tx: Context, id: string): Promise<Record<string, unknown>> {
  const [row] = await tx.db.execute<{ state: Record<string, unknown> }>(sql`
    select to_jsonb(p) - array['search', 'updated_at', 'version', 'price_minor'] || jsonb_build_object('variants', (
      select jsonb_agg(to_jsonb(v) - array['stock_quantity', 'updated_at', 'created_at'] order by v.position, v.id)
      from product_variants v where v.product_id = p.id)) as state
    from products p where p.id = ${id}::uuid`);
  return row?.state ?? {};
}

/**
 * Changes what is named, the product and its variants together. `variants` is the whole list; flat fields change the
 * default variant; `stock_quantity` is written as a count. Throws DB_002, REQ_002 with the newest version, CONF_001.
 */
export async function updateProduct(ctx: Context, input: UpdateProduct): Promise<DeskProduct> {
  // Open to staff only: the command it begins with asks.
  await changeProduct(ctx, input);
  return read(ctx, input.id);
}

/** `updateProduct` for whoever changes many and looks at none. */
export async function changeProduct(ctx: Context, input: UpdateProduct): Promise<void> {
  requireRole(ctx, 'staff');
  const { id } = input;
  await refuseDuplicates(() =>
    transaction(ctx, async (tx) => {
      // The category before the product, as archiving a category takes them.
      if (input.category_id !== undefined) await categoryFor(tx, input.category_id);
      const row = await lockProduct(tx, id, input.version);
      const before = await snapshot(tx, id);
      const columns = toColumns(input);
      const { availableFrom, availableUntil } = { ...row, ...columns };
      if (availableFrom && availableUntil && availableFrom > availableUntil) {
        throw ValidationError.of('available_until', 'VAL_003', 'The season must end after it begins.');
      }
      await tx.db
        .update(products)
        .set({ ...columns, version: row.version + 1 })
        .where(eq(products.id, id));
      const flat = flatOf(input);
      if (input.variants) await writeVariants(tx, id, input.variants);
      else if (flat) await writeDefaultVariant(tx, id, flat);
      const after = await snapshot(tx, id);
      await recordAudit(tx, { action: 'product.updated', entity: 'product', entityId: id, before, after });
    }),
  );
  ctx.expire(CATALOG_TAGS);
}

/** Writes a product anew: what is not named goes back to its default; category, address and stock stay. */
export async function replaceProduct(ctx: Context, input: ReplaceProduct): Promise<DeskProduct> {
  // Open to staff only: the command it ends in asks.
  return updateProduct(ctx, {
    ...input,
    description: input.description ?? null,
    details: input.details ?? null,
    active: input.active ?? true,
    featured: input.featured ?? false,
    lead_time_minutes: input.lead_time_minutes ?? 0,
    available_weekdays: input.available_weekdays ?? null,
    available_from: input.available_from ?? null,
    available_until: input.available_until ?? null,
    max_per_order: input.max_per_order ?? null,
    allergens: input.allergens ?? [],
    ingredients: input.ingredients ?? null,
    attributes: input.attributes ?? {},
  });
}

/** Takes a product off sale and out of the lists; orders keep their copies. Throws DB_002. */
export async function archiveProduct(ctx: Context, { id }: { id: string }): Promise<void> {
  requireRole(ctx, 'staff');
  await transaction(ctx, async (tx) => {
    const { version } = await lockProduct(tx, id, undefined);
    await tx.db
      .update(products)
      .set({ archivedAt: ctx.now, version: version + 1 })
      .where(eq(products.id, id));
    await recordAudit(tx, { action: 'product.archived', entity: 'product', entityId: id });
  });
  ctx.expire(CATALOG_TAGS);
}

/** Brings an archived product back, under a new address when its old one was taken meanwhile. Throws DB_002. */
export async function restoreProduct(ctx: Context, { id }: { id: string }): Promise<DeskProduct> {
  requireRole(ctx, 'staff');
  await refuseDuplicates(() =>
    transaction(ctx, async (tx) => {
      const [row] = await tx.db.select().from(products).where(eq(products.id, id)).for('no key update');
      if (!row) throw new DomainError('DB_002');
      if (row.archivedAt === null) return;
      const slug = await freeSlugFor(tx, 'products', row.slug);
      await tx.db
        .update(products)
        .set({ archivedAt: null, slug, version: row.version + 1 })
        .where(eq(products.id, id));
      await recordAudit(tx, { action: 'product.restored', entity: 'product', entityId: id, after: { slug } });
    }),
  );
  ctx.expire(CATALOG_TAGS);
  return read(ctx, id);
}
