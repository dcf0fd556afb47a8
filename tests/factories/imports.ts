import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach } from 'vitest';
import { categories, products, productVariants } from '#db/schema/catalog';
import { database } from '#lib/database';
import { ValidationError } from '#lib/errors';
import { applyImport, checkImport } from '#lib/imports/commands';
import type { CheckImport } from '#lib/imports/input';
import { getImport } from '#lib/imports/queries';
import { ensureCursor } from '#lib/jobs/dispatcher';
import { setSetting, staffMember, type TestContext } from '#tests/factories/shop';
import { doAllWork, system } from '#tests/support/jobs';

export const fileOf = (text: string, name = 'file.csv') => ({
  name,
  bytes: async function* () {
    yield new TextEncoder().encode(text);
  },
});

export async function textOf(pieces: AsyncGenerator<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

export const variantsOnFile = () =>
  database()
    .db.select({
      sku: productVariants.sku,
      title: productVariants.title,
      price: productVariants.priceMinor,
      stock: productVariants.stockQuantity,
      name: products.name,
      slug: products.slug,
      productId: products.id,
      category: categories.name,
    })
    .from(productVariants)
    .innerJoin(products, sql`${products.id} = ${productVariants.productId}`)
    .innerJoin(categories, sql`${categories.id} = ${products.categoryId}`)
    .orderBy(products.slug, productVariants.position);

/** A shop in Romania with a shelf for bread and nothing else, anew for each test, and its admin at the imports. */
export function importDesk() {
  const people: { admin?: TestContext; staff?: TestContext } = {};
  const known = (who: 'admin' | 'staff'): TestContext => {
    const found = people[who];
    if (!found) throw new Error('asked for before the first test');
    return found;
  };

  beforeAll(async () => {
    await ensureCursor(system());
    [people.admin, people.staff] = await Promise.all([staffMember('admin'), staffMember('staff')]);
    await setSetting('shop', { name: 'Mill', country: 'RO', currency: 'EUR' });
  });
  beforeEach(async () => {
    const { db } = database();
    await db.execute(sql`truncate products, product_variants, categories, customers, imports cascade`);
    await db.insert(categories).values([
      { name: 'Other', slug: 'other', isBuiltIn: true },
      { name: 'Bread', slug: 'bread' },
    ]);
  });

  const check = (text: string, more: Partial<CheckImport> = {}) =>
    checkImport(known('admin'), { kind: 'products', mode: 'upsert', ...more }, fileOf(text));

  return {
    admin: () => known('admin'),
    staff: () => known('staff'),
    check,
    async apply(id: string) {
      await applyImport(known('admin'), { id });
      await doAllWork();
      const done = await getImport(known('admin'), { id });
      if (!done) throw new Error('the import is gone');
      return done;
    },
    /** What is said of a file that is refused as a whole. */
    async refusal(text: string, more: Partial<CheckImport> = {}): Promise<string> {
      try {
        await check(text, more);
      } catch (error) {
        if (error instanceof ValidationError) return Object.values(error.fields).flat()[0] ?? '';
        throw error;
      }
      return 'taken';
    },
  };
}
