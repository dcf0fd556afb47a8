import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { newId } from '#db/columns';
import { categories, products } from '#db/schema/catalog';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { transaction } from '#lib/database';
import { writeOrder } from '#lib/display-order';
import { freeSlugFor } from '#lib/duplicates';
import { DomainError } from '#lib/errors';
import type { createCategoryInput, orderCategoriesInput, replaceCategoryInput, updateCategoryInput } from '../input.ts';
import type { DeskCategory } from '../output.ts';
import { getDeskCategory } from '../queries/categories.ts';
import { refuseDuplicates } from './conflicts.ts';

type CreateCategory = z.output<typeof createCategoryInput>;
type UpdateCategory = z.output<typeof updateCategoryInput>;

const toColumns = (input: Partial<CreateCategory>) => ({
  ...(input.name !== undefined && { name: input.name }),
  ...(input.slug !== undefined && { slug: input.slug }),
  ...(input.description !== undefined && { description: input.description }),
  ...(input.display_order !== undefined && { displayOrder: input.display_order }),
  ...(input.active !== undefined && { active: input.active }),
});

async function read(ctx: Context, id: string): Promise<DeskCategory> {
  const category = await getDeskCategory(ctx, id);
  if (!category) throw new DomainError('DB_002');
  return category;
}

async function lockCategory(tx: Context, id: string) {
  const [row] = await tx.db.select().from(categories).where(eq(categories.id, id)).for('update');
  if (!row) throw new DomainError('DB_002');
  return row;
}

/** Adds a category. Throws CONF_001 with the field when its name or address is taken. */
export async function createCategory(ctx: Context, input: CreateCategory): Promise<DeskCategory> {
  requireRole(ctx, 'staff');
  const id = newId();
  await refuseDuplicates(() =>
    transaction(ctx, async (tx) => {
      const slug = input.slug ?? (await freeSlugFor(tx, 'categories', input.name));
      await tx.db.insert(categories).values({ ...toColumns(input), id, name: input.name, slug });
      await recordAudit(tx, {
        action: 'category.created',
        entity: 'category',
        entityId: id,
        after: { ...input, slug },
      });
    }),
  );
  ctx.expire(['catalog']);
  return read(ctx, id);
}

/** Changes what is named. Throws DB_002 when it is unknown or archived, CONF_001. */
export async function updateCategory(ctx: Context, input: UpdateCategory): Promise<DeskCategory> {
  requireRole(ctx, 'staff');
  const { id } = input;
  await refuseDuplicates(() =>
    transaction(ctx, async (tx) => {
      const before = await lockCategory(tx, id);
      if (before.archivedAt !== null) throw new DomainError('DB_002');
      const columns = toColumns(input);
      // An empty change is no change, and an update without columns is no SQL.
      if (Object.keys(columns).length === 0) return;
      await tx.db.update(categories).set(columns).where(eq(categories.id, id));
      await recordAudit(tx, {
        action: 'category.updated',
        entity: 'category',
        entityId: id,
        before,
        after: columns,
      });
    }),
  );
  ctx.expire(['catalog']);
  return read(ctx, id);
}

/** Writes a category anew: what is not named goes back to its default; address and place in the order stay. */
export async function replaceCategory(
  ctx: Context,
  input: z.output<typeof replaceCategoryInput>,
): Promise<DeskCategory> {
  // Open to staff only: the command it ends in asks.
  return updateCategory(ctx, { ...input, description: input.description ?? null, active: input.active ?? true });
}

/** Archives a category; its products move to "Other". Throws DB_002, and CONF_002 for "Other" itself. */
export async function archiveCategory(ctx: Context, { id }: { id: string }): Promise<void> {
  requireRole(ctx, 'staff');
  await transaction(ctx, async (tx) => {
    const row = await lockCategory(tx, id);
    if (row.archivedAt !== null) throw new DomainError('DB_002');
    if (row.isBuiltIn) throw new DomainError('CONF_002');
    const moved = await tx.db
      .update(products)
      .set({
        categoryId: sql`(select id from categories where is_built_in)`,
        version: sql`${products.version} + 1`,
      })
      .where(eq(products.categoryId, id))
      .returning({ id: products.id });
    await tx.db.update(categories).set({ archivedAt: ctx.now }).where(eq(categories.id, id));
    const after = { products_moved: moved.length };
    await recordAudit(tx, { action: 'category.archived', entity: 'category', entityId: id, after });
  });
  ctx.expire(['catalog']);
}

/** Brings an archived category back, empty. Throws DB_002, and CONF_001 when its name was given again meanwhile. */
export async function restoreCategory(ctx: Context, { id }: { id: string }): Promise<DeskCategory> {
  requireRole(ctx, 'staff');
  await refuseDuplicates(() =>
    transaction(ctx, async (tx) => {
      const row = await lockCategory(tx, id);
      if (row.archivedAt === null) return;
      const slug = await freeSlugFor(tx, 'categories', row.slug);
      await tx.db.update(categories).set({ archivedAt: null, slug }).where(eq(categories.id, id));
      await recordAudit(tx, {
        action: 'category.restored',
        entity: 'category',
        entityId: id,
        after: { slug },
      });
    }),
  );
  ctx.expire(['catalog']);
  return read(ctx, id);
}

/** Puts categories in the order of `ids`; the ones not named follow as they were. Throws DB_002 for an unknown id. */
export async function orderCategories(ctx: Context, { ids }: z.output<typeof orderCategoriesInput>): Promise<void> {
  requireRole(ctx, 'staff');
  await transaction(ctx, async (tx) => {
    const rows = await tx.db
      .select({ id: categories.id })
      .from(categories)
      .where(sql`${categories.archivedAt} is null`)
      .orderBy(categories.displayOrder, categories.name)
      .for('update');
    await writeOrder(tx, 'category', rows, ids);
  });
  ctx.expire(['catalog']);
}
