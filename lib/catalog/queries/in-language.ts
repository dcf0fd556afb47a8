import 'server-only';
import { attributeLines, attributesFrom } from '#lib/i18n/attribute-lines';
import { describedIn, descriptionsOf, fieldsOf, type Reader, readsSource, type Say, sayIn } from '#lib/i18n/content';
import type { Category, Product, ProductCard } from '../output.ts';
import type { Sellable } from './sellables.ts';

const isWhole = (card: ProductCard | Product): card is Product => 'ingredients' in card;

function sayAttributes(say: Say, { id, attributes }: Product): Product['attributes'] {
  const source = attributeLines(attributes);
  const said = say('product', id, { attributes: source }).attributes;
  return (said === source ? null : attributesFrom(said)) ?? attributes;
}

/**
 * The same cards, or whole products, in the reader's language: their own texts, the titles of their variants and the
 * names of their categories. One query for all of them, none in the shop's own language.
 */
export async function productsIn<P extends ProductCard>(reader: Reader, cards: readonly P[]): Promise<P[]> {
  if (await readsSource(reader)) return [...cards];
  const ids = cards.map(({ id }) => id);
  const whole = cards.filter(isWhole).map(({ id }) => id);
  const say = await sayIn(
    reader,
    fieldsOf('product', ids, 'name', 'description'),
    fieldsOf('product', whole, 'details', 'ingredients', 'attributes'),
    fieldsOf(
      'variant',
      cards.flatMap(({ variants }) => variants.filter(({ title }) => title !== '').map(({ id }) => id)),
      'title',
    ),
    fieldsOf(
      'category',
      cards.map(({ category }) => category.id),
      'name',
    ),
    descriptionsOf(
      'product_picture',
      cards.flatMap(({ images }) => images),
    ),
  );
  return cards.map((card) => ({
    ...card,
    ...say('product', card.id, { name: card.name, description: card.description }),
    ...(isWhole(card) && {
      ...say('product', card.id, { details: card.details, ingredients: card.ingredients }),
      attributes: sayAttributes(say, card),
    }),
    variants: card.variants.map((variant) => ({ ...variant, ...say('variant', variant.id, { title: variant.title }) })),
    images: card.images.map((image) => describedIn(say, 'product_picture', image)),
    category: { ...card.category, ...say('category', card.category.id, { name: card.category.name }) },
  }));
}

/** The same categories in the reader's language. */
export async function categoriesIn(reader: Reader, categories: readonly Category[]): Promise<Category[]> {
  const say = await sayIn(
    reader,
    fieldsOf(
      'category',
      categories.map(({ id }) => id),
      'name',
      'description',
    ),
    descriptionsOf(
      'category_picture',
      categories.flatMap(({ image }) => image ?? []),
    ),
  );
  return categories.map((one) => ({
    ...one,
    ...say('category', one.id, { name: one.name, description: one.description }),
    image: one.image && describedIn(say, 'category_picture', one.image),
  }));
}

/** What goods are called in the reader's language, for a cart: orders keep the names of the shop's own. */
export async function sellablesIn(
  reader: Reader,
  sellables: ReadonlyMap<string, Sellable>,
): Promise<ReadonlyMap<string, Sellable>> {
  if (await readsSource(reader)) return sellables;
  const all = [...sellables.values()];
  const say = await sayIn(
    reader,
    fieldsOf(
      'product',
      all.map(({ productId }) => productId),
      'name',
    ),
    fieldsOf(
      'variant',
      all.map(({ variantId }) => variantId),
      'title',
    ),
    descriptionsOf(
      'product_picture',
      all.flatMap(({ image }) => image ?? []),
    ),
  );
  return new Map(
    all.map((sellable) => {
      const { name } = say('product', sellable.productId, { name: sellable.productName });
      const { title } = say('variant', sellable.variantId, { title: sellable.variantTitle });
      const image = sellable.image && describedIn(say, 'product_picture', sellable.image);
      return [sellable.variantId, { ...sellable, productName: name, variantTitle: title, image }];
    }),
  );
}
