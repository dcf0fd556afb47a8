import 'server-only';
import { createHash } from 'node:crypto';
import { addProduct, changeProduct } from '#lib/catalog/commands';
import { createCategoryInput, createProductInput, type UpdateProduct, updateProductInput } from '#lib/catalog/input';
import type { Context } from '#lib/context';
import { parseInput } from '#lib/http/validation';
import { fromMinor } from '#lib/money';
import type { ReadRow } from '../rules/columns.ts';
import { categoriesByWord, categoryFor } from './category-words.ts';
import {
  changesOf,
  fault,
  idsOf,
  isEmpty,
  type Judge,
  type Judged,
  type OpenJudge,
  refusedBy,
  textOf,
  textsOf,
  tryInput,
} from './judge.ts';
import { findVariants, holdProducts, holdSiblings, type KnownVariant } from './known-products.ts';

/** A row is a variant; what it says of its product stands in every row of that product. */

const OF_VARIANT = new Set([
  'sku',
  'title',
  'price',
  'stock_mode',
  'stock_quantity',
  'low_stock_threshold',
  'load_points',
  'net_quantity',
  'net_unit',
]);

type Fields = Record<string, unknown>;
type Variant = NonNullable<UpdateProduct['variants']>[number];

/** From the columns of a file to the fields of the commands. */
function partsOf({ id: _, variant: title, category, ...values }: Fields, categoryId: string | undefined) {
  const entries = Object.entries({
    ...values,
    ...(title !== undefined && { title }),
    ...(category !== undefined && { category_id: categoryId }),
  });
  return {
    ofVariant: Object.fromEntries(entries.filter(([key]) => OF_VARIANT.has(key))) as Fields,
    ofProduct: Object.fromEntries(entries.filter(([key]) => !OF_VARIANT.has(key))) as Fields,
  };
}

/** Back again: `variants.0.title` is what stands in the column `variant`. */
function columnOf(field: string): string {
  const [name = ''] = field.replace(/^variants\.\d+\./, '').split('.');
  if (name === 'title' || name === 'variants') return 'variant';
  return name === 'category_id' ? 'category' : name;
}

const digest = (value: unknown): string =>
  createHash('sha1')
    .update(JSON.stringify(value ?? null))
    .digest('base64url')
    .slice(0, 10);

type World = { byId: Map<string, KnownVariant>; bySku: Map<string, KnownVariant>; bySlug: Map<string, KnownVariant[]> };

async function worldOf(ctx: Context, rows: readonly ReadRow[]): Promise<World> {
  const found = await findVariants(ctx, {
    ids: idsOf(rows),
    skus: textsOf(rows, 'sku'),
    slugs: textsOf(rows, 'slug'),
  });
  return {
    byId: new Map(found.map((variant) => [variant.id, variant])),
    bySku: new Map(found.flatMap((variant) => (variant.sku === null ? [] : [[variant.sku.toLowerCase(), variant]]))),
    bySlug: Map.groupBy(
      found.filter((variant) => !variant.is_archived),
      ({ slug }) => slug,
    ),
  };
}

/** The variant a row means: by its id, else by its SKU, else as the variant of that name of the product at that address. */
function find({ byId, bySku, bySlug }: World, values: Fields): KnownVariant | undefined {
  const sku = textOf(values.sku);
  const byOwn = byId.get(String(values.id).toLowerCase()) ?? (sku === null ? undefined : bySku.get(sku.toLowerCase()));
  if (byOwn) return byOwn;
  const title = textOf(values.variant) ?? '';
  const named = bySlug.get(textOf(values.slug) ?? '')?.find((variant) => variant.title === title);
  // Whoever has a SKU is somebody else; one without may get its first.
  return sku === null || named?.sku === null ? named : undefined;
}

/** A pair is judged as a whole, also where a file names one half of it. */
const withBoth = (given: Fields, known: Fields, a: string, b: string): Fields => {
  const half = (key: string) => (given[key] === undefined ? known[key] : given[key]);
  return given[a] === undefined && given[b] === undefined ? given : { ...given, [a]: half(a), [b]: half(b) };
};

function judgeKnown(known: KnownVariant, { ofVariant, ofProduct }: ReturnType<typeof partsOf>) {
  const tried = tryInput(
    () =>
      parseInput(updateProductInput, {
        ...withBoth(ofProduct, known, 'available_from', 'available_until'),
        id: known.product_id,
        variants: [
          { price: fromMinor(known.price), ...withBoth(ofVariant, known, 'net_quantity', 'net_unit'), id: known.id },
        ],
      }),
    columnOf,
  );
  if ('errors' in tried) return tried;
  const { id: _, variants, ...product } = tried.input;
  const { id: __, ...variant } = variants?.[0] ?? { price: known.price };
  const now: Fields = { ...known };
  const ofVariantNow = changesOf(variant, now);
  // Where stock is not counted there is no number to set.
  if ((variant.stock_mode ?? known.stock_mode) !== 'tracked') delete ofVariantNow.stock_quantity;
  return { ofProduct: changesOf(product, now), ofVariant: ofVariantNow };
}

/** The whole list of variants with one of them changed, or one more. */
async function listWith(tx: Context, productId: string, id: string | null, change: Partial<Variant>) {
  const siblings: Variant[] = await holdSiblings(tx, productId);
  if (id === null) return [...siblings, { price: 0, ...change }];
  return siblings.map((one) => (one.id === id ? { ...one, ...change } : one));
}

async function holdWritten(tx: Context, judged: readonly Judged[]): Promise<void> {
  const ids = judged.flatMap(({ plan, groupKey }) =>
    (plan === 'create' || plan === 'update') && groupKey?.startsWith('p:') ? [groupKey.slice(2)] : [],
  );
  await holdProducts(tx, [...new Set(ids)]);
}

export const openProducts: OpenJudge = async (ctx, { mode, createCategories }) => {
  let categories = await categoriesByWord(ctx);

  function judgeRow(world: World, { values, faults }: ReadRow): Judged {
    if (faults.length > 0) return { plan: 'wrong', matchKey: null, errors: faults };
    const known = find(world, values);
    const sku = textOf(values.sku);
    const slug = textOf(values.slug);
    const parent = known ?? (slug === null ? undefined : world.bySlug.get(slug)?.[0]);
    const wanted = textOf(values.category);
    const categoryId = wanted === null ? undefined : categories.get(wanted.toLowerCase());
    const newCategory = wanted !== null && categoryId === undefined ? wanted : null;
    const parts = partsOf(values, categoryId);
    const fresh =
      sku === null ? (slug === null ? null : `a:${slug}/${values.variant ?? ''}`) : `s:${sku.toLowerCase()}`;
    const keys = {
      matchKey: known ? `v:${known.id}` : fresh,
      groupKey: parent ? `p:${parent.product_id}` : slug === null ? null : `a:${slug}`,
      groupValues: Object.fromEntries(
        Object.entries(parts.ofProduct).map(([key, value]) => [
          columnOf(key),
          digest(key === 'category_id' && newCategory !== null ? newCategory.toLowerCase() : value),
        ]),
      ),
    };
    const wrong = (...errors: ReturnType<typeof fault>[]): Judged => ({ ...keys, plan: 'wrong', errors });

    if (!known && sku === null && slug === null) {
      return wrong(fault('sku', 'VAL_001', 'Enter a SKU (or a slug), so that the row can be found again.'));
    }
    if (known?.is_archived) return wrong(fault('sku', 'CONF_002', 'This is archived. Bring the product back first.'));
    const refused = refusedBy(mode, known !== undefined, sku === null ? 'slug' : 'sku');
    if (refused) return wrong(refused);
    if (newCategory !== null && !createCategories) {
      return wrong(fault('category', 'VAL_002', 'There is no such category. Add it first, or name one that is there.'));
    }
    if (newCategory !== null) {
      const tried = tryInput(
        () => parseInput(createCategoryInput, { name: newCategory }),
        () => 'category',
      );
      if ('errors' in tried) return wrong(...tried.errors);
    }
    const inCategory = async (tx: Context) =>
      newCategory === null ? {} : { category_id: await categoryFor(tx, newCategory) };

    if (known) {
      const judged = judgeKnown(known, parts);
      if ('errors' in judged) return wrong(...judged.errors);
      const { ofProduct, ofVariant } = judged;
      if (isEmpty(ofProduct) && isEmpty(ofVariant) && newCategory === null) return { ...keys, plan: 'unchanged' };
      const write = async (tx: Context) =>
        changeProduct(tx, {
          ...ofProduct,
          ...(await inCategory(tx)),
          id: known.product_id,
          ...(!isEmpty(ofVariant) && { variants: await listWith(tx, known.product_id, known.id, ofVariant) }),
        });
      const moves = ofVariant.sku !== undefined || ofVariant.title !== undefined || ofProduct.slug !== undefined;
      return { ...keys, moves, plan: 'update', write };
    }
    if (parent) {
      const tried = tryInput(
        () =>
          parseInput(updateProductInput, { id: parent.product_id, ...parts.ofProduct, variants: [parts.ofVariant] }),
        columnOf,
      );
      if ('errors' in tried) return wrong(...tried.errors);
      const { id, variants: [variant] = [], ...product } = tried.input;
      // Whoever only adds leaves the product itself alone.
      const isLeft = mode === 'create';
      const change = isLeft ? {} : changesOf(product, { ...parent });
      const write = async (tx: Context) =>
        changeProduct(tx, {
          ...change,
          ...(!isLeft && (await inCategory(tx))),
          id,
          variants: await listWith(tx, id, null, { ...variant }),
        });
      return { ...keys, moves: change.slug !== undefined, plan: 'create', write };
    }
    const tried = tryInput(
      () => parseInput(createProductInput, { ...parts.ofProduct, variants: [parts.ofVariant] }),
      columnOf,
    );
    if ('errors' in tried) return wrong(...tried.errors);
    const { input } = tried;
    const write = async (tx: Context) => addProduct(tx, { ...input, ...(await inCategory(tx)) });
    return { ...keys, plan: 'create', write };
  }

  const judge: Judge = async (now, rows) => {
    const world = await worldOf(now, rows);
    // A category that an earlier row has brought is there for the next ones.
    const isUnknown = (word: string) => !categories.has(word.toLowerCase());
    if (createCategories && textsOf(rows, 'category').some(isUnknown)) categories = await categoriesByWord(now);
    return rows.map((row) => judgeRow(world, row));
  };
  judge.hold = holdWritten;
  return judge;
};
