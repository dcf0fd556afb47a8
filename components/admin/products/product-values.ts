import type { z } from 'zod';
import { createProductAction, updateProductAction } from '#lib/catalog/actions';
import type { productFormInput } from '#lib/catalog/input';
import type { DeskProduct } from '#lib/catalog/output';
import type { ActionFailure, ActionResult } from '#lib/http/action';
import type { ActionForm } from '../use-action-form.ts';

/** What the form of a product holds, and how it gets there and back. */

export type ProductValues = z.input<typeof productFormInput>;
export type ProductForm = ActionForm<ProductValues>;
export type VariantValues = ProductValues['variants'][number];

export const newVariant = (): VariantValues => ({
  title: '',
  // Asked for as soon as the form is sent: no price is better than a wrong one.
  price: Number.NaN,
  sku: '',
  stock_mode: 'tracked',
  stock_quantity: 0,
  low_stock_threshold: null,
  load_points: 1,
  net_quantity: null,
  net_unit: null,
});

export const newProduct = (categoryId: string | undefined): ProductValues => ({
  name: '',
  category_id: categoryId,
  description: '',
  details: '',
  ingredients: '',
  active: true,
  featured: false,
  allergens: [],
  lead_time_minutes: 0,
  available_weekdays: null,
  available_from: null,
  available_until: null,
  max_per_order: null,
  attributes: [],
  variants: [newVariant()],
});

/** Stock stays out: what was sold while the form was open must not come back. It has a dialog of its own. */
export const valuesOf = (product: DeskProduct): ProductValues => ({
  id: product.id,
  version: product.version,
  name: product.name,
  slug: product.slug,
  category_id: product.category_id,
  description: product.description ?? '',
  details: product.details ?? '',
  ingredients: product.ingredients ?? '',
  active: product.active,
  featured: product.featured,
  allergens: product.allergens,
  lead_time_minutes: product.lead_time_minutes,
  available_weekdays: product.available_weekdays,
  available_from: product.available_from,
  available_until: product.available_until,
  max_per_order: product.max_per_order,
  attributes: Object.entries(product.attributes).map(([name, value]) => ({ name, value })),
  variants: product.variants
    .filter(({ archived_at }) => archived_at === null)
    .map((variant) => ({
      id: variant.id,
      title: variant.title,
      price: variant.price,
      sku: variant.sku ?? '',
      stock_mode: variant.stock_mode,
      low_stock_threshold: variant.low_stock_threshold,
      load_points: variant.load_points,
      net_quantity: variant.net_quantity,
      net_unit: variant.net_unit,
      weekly_plan: variant.weekly_plan ?? undefined,
    })),
});

export function saveProduct({ id, version, attributes, ...rest }: ProductValues): Promise<ActionResult<DeskProduct>> {
  const product = {
    ...rest,
    attributes: Object.fromEntries(attributes.map(({ name, value }) => [name, value])),
    // A week that was typed and then not chosen after all is no part of what is saved.
    variants: rest.variants.map((variant) =>
      variant.stock_mode === 'per_date' ? variant : { ...variant, weekly_plan: undefined },
    ),
  };
  return id === undefined ? createProductAction(product) : updateProductAction({ id, version, ...product });
}

export function productFieldsOf({ code, details, fields }: ActionFailure) {
  if (code !== 'CONF_001') return fields;
  if (details.field === 'slug') return { slug: ['Another product has this address.'] };
  if (details.field !== 'sku') return fields;
  const at = typeof details.variant === 'number' ? details.variant : 0;
  return { [`variants.${at}.sku`]: ['Another variant, perhaps an archived one, has this SKU.'] };
}

/** For `field(name, …)`: an empty field of a week makes nothing that day. */
export const blankAsZero = {
  setValueAs: (value: unknown) => (typeof value === 'string' ? Number(value.trim()) : (value ?? 0)),
};
/** For `field(name, …)`: an empty field is nothing. */
export const blankAsNull = {
  setValueAs: (value: unknown) => (typeof value === 'string' && value.trim() === '' ? null : value),
};
export const blankAsMissing = {
  setValueAs: (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
};
