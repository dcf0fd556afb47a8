import { type ListProducts, listProductsInput } from './input.ts';

type Query = Record<string, string | string[] | undefined>;

/**
 * The filters of a page's address. A link with a value that makes no sense still shows the list, without that filter;
 * the API, whose callers can mend their request, refuses it instead.
 */
export function readProductFilters(query: Query): ListProducts {
  const { cursor: _, ...fields } = listProductsInput.shape;
  const found: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(fields)) {
    const value = query[name];
    const parsed = schema.safeParse(Array.isArray(value) && name !== 'allergen_free' ? value[0] : value);
    if (parsed.success && parsed.data !== undefined) found[name] = parsed.data;
  }
  return found;
}
