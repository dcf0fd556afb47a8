/**
 * What a shop writes itself and can say in other languages: the fields of each kind of content, with the longest
 * text each takes. The source stands in the row of the content itself, translations in the table `translations`.
 */
export const CONTENT_FIELDS = {
  /** Its attributes are one text of lines, see `attribute-lines.ts`. */
  product: { name: 200, description: 1000, details: 20_000, ingredients: 2000, attributes: 8000 },
  variant: { title: 100 },
  category: { name: 100, description: 500 },
  package: { name: 200, description: 1000 },
  package_item: { label: 200 },
  theme: { name: 200, description: 1000 },
  testimonial: { message: 1000 },
  page: { title: 200, body: 100_000 },
  /** Places where goods are collected. */
  location: { name: 100, instructions: 500 },
  /** Where the shop delivers. */
  zone: { name: 100 },
  /** Why the shop, a place or a way to get goods is closed for a time. */
  closure: { public_message: 300 },
  /** Ways to pay, prepared replies in the chat: entries of lists in the settings, which have ids of their own. */
  payment_option: { title: 80, instructions: 1000 },
  reply: { text: 1000 },
  /** The shop's own words; they have one object, `SHOP_CONTENT`. */
  shop: { tagline: 160, about: 2000, greeting: 300 },
  /**
   * What pictures show, for whoever cannot see them: by what shows the picture. Their ids are those that pictures have
   * there; another picture in the same place is another object, so nobody is told what the one before it showed.
   */
  product_picture: { alt: 200 },
  package_picture: { alt: 200 },
  theme_picture: { alt: 200 },
  category_picture: { alt: 200 },
  testimonial_picture: { alt: 200 },
  shop_picture: { alt: 200 },
} as const;

export type ContentType = keyof typeof CONTENT_FIELDS;
/** What pictures show. */
export type PictureType = Extract<ContentType, `${string}_picture`>;
export type ContentField<T extends ContentType> = Extract<keyof (typeof CONTENT_FIELDS)[T], string>;

/** The object that translations of the shop's settings belong to: settings have a key, not an id. */
export const SHOP_CONTENT = '00000000-0000-0000-0000-000000000000';
