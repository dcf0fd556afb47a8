import type { z } from 'zod';
import { ALLERGENS } from '#db/enums';
import { type listProductsInput as Input, listProductsInput } from '#lib/catalog/input';
import type { Messages } from '#lib/i18n/words';

/** The state of a product list as its address carries it. Everything a visitor can set is here and nowhere else. */

type Raw = Record<string, string | string[] | undefined>;
export type ListInput = z.output<typeof Input>;
export type ListState = {
  q: string;
  category: string;
  sort: string;
  min_price: string;
  max_price: string;
  available_on: string;
  in_stock: boolean;
  featured: boolean;
  allergen_free: string[];
  page: number;
};

export const EMPTY_STATE: ListState = {
  q: '',
  category: '',
  sort: '',
  min_price: '',
  max_price: '',
  available_on: '',
  in_stock: false,
  featured: false,
  allergen_free: [],
  page: 1,
};

/** A multiple of two, three and four: the last row of the grid is full on every screen. */
export const PAGE_SIZE = 24;

/** With their words in the area `catalog`. */
export const SORTS = [
  { value: '', word: 'sort_newest' },
  { value: 'popularity', word: 'sort_popularity' },
  { value: 'price', word: 'sort_price' },
  { value: '-price', word: 'sort_price_down' },
  { value: 'name', word: 'sort_name' },
] as const satisfies readonly { value: string; word: keyof Messages['catalog'] }[];

const first = (value: Raw[string]): string => [value].flat()[0]?.trim() ?? '';
const isOn = (value: Raw[string]) => ['true', '1', 'on'].includes(first(value));

/**
 * Reads an address. A value that cannot be understood is left out of `input` and named in `errors`, so that a mistyped
 * price shows beside its field and never an error page.
 */
export function readListQuery(raw: Raw): { state: ListState; input: ListInput; errors: Record<string, string> } {
  const free = [raw.allergen_free].flat().flatMap((part) => part?.split(',') ?? []);
  const state: ListState = {
    q: first(raw.q) || first(raw.search),
    category: first(raw.category),
    sort: first(raw.sort),
    min_price: first(raw.min_price).replace(',', '.'),
    max_price: first(raw.max_price).replace(',', '.'),
    available_on: first(raw.available_on),
    in_stock: isOn(raw.in_stock),
    featured: isOn(raw.featured),
    allergen_free: ALLERGENS.filter((allergen) => free.includes(allergen)),
    page: Math.min(10_000, Math.max(1, Number.parseInt(first(raw.page), 10) || 1)),
  };
  const errors: Record<string, string> = {};
  const wanted: Record<string, unknown> = { ...toParameters(state), page: state.page, limit: PAGE_SIZE };
  let parsed = listProductsInput.safeParse(wanted);
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) {
      const key = String(path[0]);
      errors[key] ??= message;
      delete wanted[key];
    }
    parsed = listProductsInput.safeParse(wanted);
  }
  return { state, input: parsed.success ? parsed.data : { limit: PAGE_SIZE }, errors };
}

function toParameters(state: ListState): Record<string, string> {
  const { allergen_free: free, in_stock: inStock, featured, page, ...words } = state;
  const flags = { in_stock: inStock ? 'true' : '', featured: featured ? 'true' : '', allergen_free: free.join(',') };
  const all = { ...words, ...flags, page: page > 1 ? String(page) : '' };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/** The query string of a state, the same for every way there; empty for the whole list. */
export const listQuery = (state: ListState): string => new URLSearchParams(toParameters(state)).toString();

export const listHref = (state: ListState): string => {
  const query = listQuery(state);
  return query === '' ? '/products' : `/products?${query}`;
};
