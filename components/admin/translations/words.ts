import type { Translatable, Translation } from '#lib/content/translation-output';
import type { TranslatedKind, TranslationState } from '#lib/content/translation-rules';
import type { ContentType } from '#lib/i18n/content-fields';
import { datedDay } from '../places/words.ts';

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
  zone: { many: 'Delivery zones', one: 'Zone', page: () => '/admin/places' },
  closure: { many: 'Closures', one: 'Closed', page: () => '/admin/places' },
  payment_option: { many: 'Ways to pay', one: 'Way to pay', page: null },
  reply: { many: 'Chat replies', one: 'Reply', page: null },
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
  attributes: 'Good to know',
  tagline: 'Line under the name',
  about: 'About the shop',
  greeting: 'Greeting in the chat',
  public_message: 'What customers read',
  text: 'Text',
  alt: 'What the picture shows',
  'payment_option.instructions': 'What the customer has to do',
};

/** A closure is known by its days, which come as `2026-12-24/2026-12-26`; anything else by its name. */
export function titleOf({ kind, name }: Pick<Translatable, 'kind' | 'name'>, locale: string): string {
  const [from, to] = name.split('/');
  if (kind !== 'closure' || !from || !to) return name;
  return from === to ? datedDay(from, locale) : `${datedDay(from, locale)} to ${datedDay(to, locale)}`;
}

const PLACED: Partial<Record<ContentType, (place: number) => string>> = {
  variant: (place) => `Variant ${place}`,
  package_item: (place) => `Line ${place}`,
  product_picture: pictureWords,
  package_picture: pictureWords,
  theme_picture: pictureWords,
};

function pictureWords(place: number): string {
  return `What picture ${place} shows`;
}

/** What a field is called on its page; parts are told apart by their place among their like. */
export function fieldLabels(texts: readonly Pick<Translation, 'content_type' | 'field_name'>[]): string[] {
  const count = new Map<ContentType, number>();
  return texts.map(({ content_type: type, field_name: field }) => {
    const placed = PLACED[type];
    if (!placed) return FIELD[`${type}.${field}`] ?? FIELD[field] ?? field;
    const at = (count.get(type) ?? 0) + 1;
    count.set(type, at);
    return placed(at);
  });
}

const MARKDOWN_HINT = 'Markdown, as in the source: keep its ## headings, - lists and [links](https://example.com).';

const HINT: Readonly<Record<string, string>> = {
  'page.body': MARKDOWN_HINT,
  'product.details': MARKDOWN_HINT,
  'product.attributes': 'A line for each, as in the source: its name, a colon, what it is.',
};

/** How a text has to be written, where that is not plain. */
export const hintOf = ({ content_type, field_name }: Pick<Translation, 'content_type' | 'field_name'>) =>
  HINT[`${content_type}.${field_name}`];
