import type { Translation } from '#lib/content/translation-output';
import type { TranslatedKind, TranslationState } from '#lib/content/translation-rules';

type Kind = {
  many: string;
  /** What the list of them has in its first column. */
  one: string;
  /** Where the thing itself is changed; null for what is changed in a list. */
  page: ((id: string) => string) | null;
};

export const KIND: Record<TranslatedKind, Kind> = {
  product: { many: 'Products', one: 'Product', page: (id) => `/admin/products/${id}` },
  category: { many: 'Categories', one: 'Category', page: () => '/admin/categories' },
  package: { many: 'Packages', one: 'Package', page: (id) => `/admin/packages/${id}` },
  theme: { many: 'Themes', one: 'Theme', page: (id) => `/admin/themes/${id}` },
  testimonial: { many: 'Testimonials', one: 'Who said it', page: () => '/admin/testimonials' },
  page: { many: 'Pages', one: 'Page', page: (id) => `/admin/pages/${id}` },
  location: { many: 'Places', one: 'Place', page: (id) => `/admin/places/${id}` },
  shop: { many: 'The shop', one: 'Shop', page: null },
};

export const STATE: Record<TranslationState, string> = {
  open: 'Something to do',
  missing: 'Something missing',
  out_of_date: 'Out of date',
  complete: 'Complete',
};

const FIELD: Readonly<Record<string, string>> = {
  name: 'Name',
  title: 'Title',
  description: 'Description',
  details: 'Details',
  ingredients: 'Ingredients',
  message: 'What was said',
  body: 'Text',
  instructions: 'How to find it',
  tagline: 'Line under the name',
  about: 'About the shop',
};

/** What a field is called on its page; parts are told apart by their place among their like. */
export function fieldLabels(texts: readonly Pick<Translation, 'content_type' | 'field_name'>[]): string[] {
  const count = new Map<string, number>();
  return texts.map(({ content_type: type, field_name: field }) => {
    const part = type === 'variant' ? 'Variant' : type === 'package_item' ? 'Line' : null;
    if (part === null) return FIELD[field] ?? field;
    const at = (count.get(type) ?? 0) + 1;
    count.set(type, at);
    return `${part} ${at}`;
  });
}

export const MARKDOWN_HINT =
  'Markdown, as in the source: keep its ## headings, - lists and [links](https://example.com).';

export const isMarkdown = ({ content_type, field_name }: Pick<Translation, 'content_type' | 'field_name'>): boolean =>
  content_type === 'page' && field_name === 'body';
