import { z } from 'zod';
import { ALLERGENS, NET_UNITS, STOCK_MODES } from '#db/enums';
import { idOrSlug, versionInput } from '#lib/fields';
import { altInput } from '#lib/media/input';
import { moneyInput } from '#lib/money';
import { piecesInput } from '#lib/stock/input';
import { queryDay, queryFlag, queryList, queryPrice, queryText, queryWhole } from './query-input.ts';

/** What comes in. Prices arrive in major units and leave these schemas as minor units. */

export const PRODUCT_SORTS = [
  'newest',
  'created_at',
  '-created_at',
  'name',
  '-name',
  'price',
  '-price',
  'popularity',
  '-popularity',
  'relevance',
] as const;
export const DESK_PRODUCT_SORTS = [
  'name',
  '-name',
  'price',
  '-price',
  'stock',
  '-stock',
  'created_at',
  '-created_at',
] as const;

const id = z.uuid('That is not a valid id.');
/** Unknown query parameters are ignored everywhere, so the inputs of reads are not strict. */
const paging = {
  page: queryWhole(1, 10_000).optional(),
  limit: queryWhole(1, 100).optional(),
  cursor: queryText(500).optional(),
};

export const listProductsInput = z.object({
  q: queryText(100).optional(),
  search: queryText(100).optional().meta({ description: 'Another name of q.' }),
  category: queryText(220).optional().meta({ description: 'Id or slug of a category.' }),
  min_price: queryPrice.optional().meta({ description: 'Major units.' }),
  max_price: queryPrice.optional().meta({ description: 'Major units.' }),
  featured: queryFlag.optional(),
  in_stock: queryFlag.optional(),
  allergen_free: queryList(ALLERGENS)
    .optional()
    .meta({ description: 'Comma separated: products without any of these.' }),
  available_on: queryDay.optional().meta({ description: 'Sold on this day of the week and season.' }),
  sort: z.enum(PRODUCT_SORTS, 'Choose one of the offered orders.').optional(),
  ...paging,
});

export const getProductInput = z.strictObject({ id: idOrSlug });

export const listBestsellersInput = z.object({
  limit: queryWhole(1, 50).optional(),
  days: queryWhole(1, 90).optional(),
});

export const listDeskProductsInput = z.object({
  q: queryText(100).optional().meta({ description: 'Part of a name, or how a SKU begins.' }),
  search: queryText(100).optional(),
  category: queryText(220).optional(),
  state: z.enum(['active', 'hidden', 'archived', 'all'], 'Choose one of the offered states.').optional(),
  featured: queryFlag.optional(),
  low_stock: queryFlag.optional(),
  sort: z.enum(DESK_PRODUCT_SORTS, 'Choose one of the offered orders.').optional(),
  ...paging,
});

const stockQuantity = z
  .int('Enter a whole number.')
  .min(0, 'Stock cannot be below zero.')
  .max(10_000_000, 'That is too much.');
const whole = (min: number, max: number) =>
  z.int('Enter a whole number.').min(min, `Enter ${min} or more.`).max(max, `Enter ${max} or less.`);
const day = z.iso.date('Enter a day such as 2026-05-31.');
const words = (max: number) => z.string().trim().max(max, `Use at most ${max} characters.`);
const optionalWords = (max: number) =>
  words(max)
    .transform((text) => (text === '' ? null : text))
    .nullable();
const sku = optionalWords(64);

const variantFields = {
  sku,
  title: words(100),
  price: moneyInput,
  stock_mode: z.enum(STOCK_MODES, 'Choose how stock is counted.'),
  stock_quantity: stockQuantity,
  low_stock_threshold: stockQuantity.nullable(),
  load_points: whole(0, 1000),
  net_quantity: whole(1, 1_000_000).nullable(),
  net_unit: z.enum(NET_UNITS, 'Choose a unit.').nullable(),
  weekly_plan: z.array(piecesInput, 'Enter a number for each weekday.').length(7, 'Name all seven days.'),
};

type NetPair = { net_quantity?: number | null; net_unit?: string | null };
const netIsWhole = ({ net_quantity, net_unit }: NetPair) =>
  (net_quantity ?? null) === null || (net_unit ?? null) !== null;
const unitHasQuantity = ({ net_quantity, net_unit }: NetPair) =>
  (net_unit ?? null) === null || (net_quantity ?? null) !== null;

/** A variant in a product's list; its place in the list is its position. Without `id` it is a new one. */
export const variantInput = z
  .strictObject({
    id: id.optional(),
    sku: sku.optional(),
    title: variantFields.title.optional(),
    price: variantFields.price,
    stock_mode: variantFields.stock_mode.optional(),
    stock_quantity: variantFields.stock_quantity.optional(),
    low_stock_threshold: variantFields.low_stock_threshold.optional(),
    load_points: variantFields.load_points.optional(),
    net_quantity: variantFields.net_quantity.optional(),
    net_unit: variantFields.net_unit.optional(),
    weekly_plan: variantFields.weekly_plan.optional().meta({
      description: 'Pieces per weekday, Monday first; only for what is made per day. See `PUT /admin/plans`.',
    }),
  })
  .refine(netIsWhole, { path: ['net_unit'], message: 'Choose the unit of the net quantity.' })
  .refine(unitHasQuantity, { path: ['net_quantity'], message: 'Enter the net quantity.' });

const productName = words(200).min(1, 'Enter a name.');
const slug = z
  .string()
  .trim()
  .max(120, 'Use at most 120 characters.')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and hyphens.');

const MOST_ATTRIBUTES = 30;

const productFields = {
  slug: slug.optional().meta({ description: 'Made from the name when left out.' }),
  description: optionalWords(1000).optional(),
  details: optionalWords(20_000).optional().meta({ description: 'Markdown.' }),
  category_id: id.optional().meta({ description: 'Without one the product goes to the category "Other".' }),
  active: z.boolean('Choose yes or no.').optional(),
  featured: z.boolean('Choose yes or no.').optional(),
  lead_time_minutes: whole(0, 525_600).optional(),
  available_weekdays: z
    .array(whole(1, 7))
    .max(7, 'A week has seven days.')
    .transform((days) => (days.length === 0 ? null : [...new Set(days)].toSorted((a, b) => a - b)))
    .nullable()
    .optional()
    .meta({ description: '1 = Monday … 7 = Sunday; null = every day.' }),
  available_from: day.nullable().optional(),
  available_until: day.nullable().optional(),
  max_per_order: whole(1, 100_000).nullable().optional(),
  allergens: z
    .array(z.enum(ALLERGENS, 'That is not an allergen on the list.'))
    .max(14, 'There are fourteen allergens.')
    .transform((list) => ALLERGENS.filter((allergen) => list.includes(allergen)))
    .optional(),
  ingredients: optionalWords(2000).optional(),
  attributes: z
    .record(words(50).min(1, 'Enter a name.'), words(200))
    .refine((entries) => Object.keys(entries).length <= MOST_ATTRIBUTES, {
      message: `Use at most ${MOST_ATTRIBUTES} attributes.`,
      params: { code: 'VAL_003' },
    })
    .optional(),
};

/** The default variant spelled on the product itself, for shops and clients that know no variants. */
const flatVariant = {
  sku: sku.optional(),
  price: moneyInput.optional(),
  stock_mode: variantFields.stock_mode.optional(),
  stock_quantity: variantFields.stock_quantity.optional(),
  low_stock_threshold: variantFields.low_stock_threshold.optional(),
  net_quantity: variantFields.net_quantity.optional(),
  net_unit: variantFields.net_unit.optional(),
};
const variants = z
  .array(variantInput)
  .min(1, 'Keep at least one variant.')
  .max(50, 'Use at most 50 variants.')
  .optional()
  .meta({
    description: 'The whole list in order; a variant left out is archived. The first gives the product its price.',
  });

const seasonIsForward = (value: { available_from?: string | null; available_until?: string | null }) =>
  !value.available_from || !value.available_until || value.available_from <= value.available_until;
const SEASON = {
  path: ['available_until'],
  message: 'The season must end after it begins.',
  params: { code: 'VAL_003' },
};
const hasPrice = (value: { price?: number; variants?: unknown[] }) =>
  value.price !== undefined || value.variants !== undefined;
const PRICE = { path: ['price'], message: 'Enter a price.', params: { code: 'VAL_001' } };
const FLAT_KEYS = Object.keys(flatVariant);
const oneSpelling = (value: Record<string, unknown>) =>
  value.variants === undefined || FLAT_KEYS.every((key) => value[key] === undefined);
const SPELLING = { path: ['variants'], message: 'Give either variants or a price and stock, not both.' };

export const createProductInput = z
  .strictObject({ name: productName, ...productFields, ...flatVariant, variants })
  .refine(seasonIsForward, SEASON)
  .refine(hasPrice, PRICE)
  .refine(oneSpelling, SPELLING)
  .refine(netIsWhole, { path: ['net_unit'], message: 'Choose the unit of the net quantity.' })
  .refine(unitHasQuantity, { path: ['net_quantity'], message: 'Enter the net quantity.' });

const target = { id, version: versionInput.optional() };

/** PATCH: only what is named changes. With `version` a change made in between is refused with REQ_002. */
export const updateProductInput = z
  .strictObject({ ...target, name: productName.optional(), ...productFields, ...flatVariant, variants })
  .refine(seasonIsForward, SEASON)
  .refine(oneSpelling, SPELLING);

/** PUT: what is not named goes back to its default; category, address and stock stay. */
export const replaceProductInput = z
  .strictObject({ ...target, name: productName, ...productFields, ...flatVariant, variants })
  .refine(seasonIsForward, SEASON)
  .refine(hasPrice, PRICE)
  .refine(oneSpelling, SPELLING);

/** What is typed as rows is kept by name, so a name can stand there once. */
const attributeRows = z
  .array(
    z.strictObject({
      name: words(50).min(1, 'Enter a name.'),
      value: words(200).min(1, 'Enter what it is.'),
    }),
  )
  .max(MOST_ATTRIBUTES, `Use at most ${MOST_ATTRIBUTES} attributes.`)
  .superRefine((rows, ctx) => {
    rows.forEach(({ name }, at) => {
      if (rows.findIndex((row) => row.name === name) < at) {
        ctx.addIssue({ code: 'custom', path: [at, 'name'], message: 'That name is there already.' });
      }
    });
  });

/** The desk's form: the whole product; with `id` and `version` one that is there already. Attributes are rows. */
export const productFormInput = z
  .strictObject({
    id: id.optional(),
    version: target.version,
    name: productName,
    ...productFields,
    attributes: attributeRows,
    variants: variants.unwrap(),
  })
  .refine(seasonIsForward, SEASON);

export const productIdInput = z.strictObject({ id });

const categoryFields = {
  name: words(100).min(1, 'Enter a name.'),
  slug: slug.optional(),
  description: optionalWords(500).optional(),
  display_order: whole(-32_768, 1_000_000).optional(),
  active: z.boolean('Choose yes or no.').optional(),
};
export const createCategoryInput = z.strictObject(categoryFields);
export const updateCategoryInput = z.strictObject({
  id,
  ...categoryFields,
  name: categoryFields.name.optional(),
});
export const replaceCategoryInput = z.strictObject({ id, ...categoryFields });
/** The desk's form: with `id` a category that is there already. */
export const categoryFormInput = z.strictObject({ id: id.optional(), ...categoryFields });
export const categoryIdInput = z.strictObject({ id });
export const orderCategoriesInput = z.strictObject({
  ids: z.array(id).min(1, 'Name the categories in their new order.').max(500, 'Use at most 500 categories.'),
});
export const listCategoriesInput = z.object({ ...paging, archived: queryFlag.optional() });

/** The picture itself travels beside this as bytes. */
export const addProductImageInput = z.strictObject({ product_id: id, alt: altInput.optional() });
export const orderProductImagesInput = z.strictObject({
  product_id: id,
  ids: z.array(id).min(1, 'Name the pictures in their new order.').max(5, 'A product has at most five pictures.'),
});
export const describeProductImageInput = z.strictObject({ product_id: id, id, alt: altInput });
export const productImageInput = z.strictObject({ product_id: id, id });

export type ListProducts = z.output<typeof listProductsInput>;
export type ListDeskProducts = z.output<typeof listDeskProductsInput>;
export type VariantInput = z.output<typeof variantInput>;
export type CreateProduct = z.output<typeof createProductInput>;
export type UpdateProduct = z.output<typeof updateProductInput>;
export type ReplaceProduct = z.output<typeof replaceProductInput>;
