import { newId } from '#db/columns';
import { users } from '#db/schema/auth';
import { categories, products, productVariants } from '#db/schema/catalog';
import { settings } from '#db/schema/content';
import type { Actor, Context, Tag } from '#lib/context';
import { database } from '#lib/database';
import { type PlaceOrder, placeOrderInput } from '#lib/orders/input';
import { forgetSettings } from '#lib/settings/queries';

/** Callers of commands and queries, and the least data they need. Never the seed. */

export type TestContext = Context & { expired: Tag[] };

export function contextOf(actor: Actor, more: Partial<Context> = {}): TestContext {
  const expired: Tag[] = [];
  return {
    db: database().db,
    actor,
    now: new Date(),
    locale: 'en',
    requestId: newId(),
    expire: (tags) => expired.push(...tags),
    addressHash: null,
    ...more,
    expired,
  };
}

export const visitor = (more: Partial<Context> = {}): TestContext => contextOf({ kind: 'visitor' }, more);

export async function staffMember(role: 'staff' | 'admin', more: Partial<Context> = {}): Promise<TestContext> {
  const userId = newId();
  await database()
    .db.insert(users)
    .values({ id: userId, username: `user-${userId}`, name: 'Sam', passwordHash: 'none', role });
  return contextOf({ kind: 'staff', userId, role, name: 'Sam', sessionId: newId() }, more);
}

type ProductMore = Partial<typeof products.$inferInsert>;
type VariantMore = Partial<typeof productVariants.$inferInsert>;

/** A product on sale with one variant: 12.50, ten in stock unless told otherwise. */
export async function makeProduct(variant: VariantMore = {}, product: ProductMore = {}) {
  const { db } = database();
  const [productId, variantId, categoryId] = [newId(), newId(), newId()];
  await db.insert(categories).values({ id: categoryId, name: `Shelf ${categoryId}`, slug: categoryId });
  await db.insert(products).values({ id: productId, name: 'Rye', slug: productId, categoryId, ...product });
  await db
    .insert(productVariants)
    .values({ id: variantId, productId, priceMinor: 1250, stockQuantity: 10, ...variant });
  return { productId, variantId, categoryId: product.categoryId ?? categoryId, slug: product.slug ?? productId };
}

/** Stores a setting past its command, as the seed does. */
export async function setSetting(key: string, value: unknown): Promise<void> {
  await database()
    .db.insert(settings)
    .values({ key, value })
    .onConflictDoUpdate({ target: settings.key, set: { value } });
  forgetSettings();
}

let people = 0;

/** A phone nobody else in this process has. */
export function newPhone(): string {
  people += 1;
  return `+4072${String(1_000_000 + people)}`;
}

/** What a visitor sends; each call is another person. */
export const orderOf = (variantIds: readonly string[], more: Record<string, unknown> = {}): PlaceOrder =>
  placeOrderInput.parse({
    customer_name: 'Ana Pop',
    customer_phone: newPhone(),
    delivery_type: 'pickup',
    items: variantIds.map((id) => ({ variant_id: id, quantity: 1 })),
    ...more,
  });

/** The code a refused promise carries, or 'ok'. */
export async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'ok';
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
    throw error;
  }
}
