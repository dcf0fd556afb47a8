import type { Metadata } from 'next';
import { cache } from 'react';
import { ProductList } from '#components/shop/catalog/product-list';
import { JsonLd } from '#components/shop/shell/json-ld';
import { getCategory } from '#lib/catalog/queries';
import { markHoldsUntil } from '#lib/http/holds-until';
import { wordsIn } from '#lib/i18n/words';
import { listPromisedProducts } from '#lib/promise/queries/products';
import { holdsUntil } from '#lib/promise/rules';
import { getChoices } from '../../../../../components/shop/catalog/list-data.ts';
import { EMPTY_STATE, PAGE_SIZE } from '../../../../../components/shop/catalog/list-query.ts';
import { breadcrumbs } from '../../../../../components/shop/shell/linked-data.ts';
import { missing, missingHead } from '../../missing.tsx';
import { addressHere, alternates, type ShopPageProps, shopContext, shopPage } from '../../shop-page.ts';

export const revalidate = 300;
export const generateStaticParams = () => [];

const findCategory = cache(async (slug: string) => getCategory(await shopContext(), slug));

export async function generateMetadata({ params }: ShopPageProps<{ slug: string }>): Promise<Metadata> {
  const { ctx, params: place } = await shopPage(params);
  const category = await findCategory(place.slug);
  if (!category) return missingHead(ctx);
  return {
    title: category.name,
    description: category.description ?? undefined,
    alternates: await alternates(`/categories/${category.slug}`),
  };
}

export default async function CategoryPage({ params }: ShopPageProps<{ slug: string }>) {
  const {
    ctx,
    params: { slug },
  } = await shopPage(params);
  const category = await findCategory(slug);
  if (!category || category.slug !== slug) return missing();
  const [choices, found] = await Promise.all([
    getChoices(ctx),
    listPromisedProducts(ctx, { category: slug, limit: PAGE_SIZE }),
  ]);
  markHoldsUntil(holdsUntil(found.items));
  return (
    <>
      <JsonLd
        data={breadcrumbs([
          { name: wordsIn(ctx.locale, 'titles')('home'), path: await addressHere('/') },
          { name: category.name, path: await addressHere(`/categories/${slug}`) },
        ])}
      />
      <ProductList
        title={category.name}
        intro={category.description}
        found={found}
        state={{ ...EMPTY_STATE, category: slug }}
        choices={choices}
        currentCategory={slug}
      />
    </>
  );
}
