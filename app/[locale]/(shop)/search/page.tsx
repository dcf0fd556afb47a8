import type { Metadata } from 'next';
import { ProductList } from '#components/shop/catalog/product-list';
import { wordsIn } from '#lib/i18n/words';
import { listPromisedProducts } from '#lib/promise/queries/products';
import { getChoices } from '../../../../components/shop/catalog/list-data.ts';
import { readListQuery } from '../../../../components/shop/catalog/list-query.ts';
import { alternates, type ShopPageProps, shopPage } from '../shop-page.ts';

export async function generateMetadata({ params }: ShopPageProps): Promise<Metadata> {
  const { ctx } = await shopPage(params);
  return {
    title: wordsIn(ctx.locale, 'titles')('products'),
    alternates: await alternates('/products'),
    robots: { index: false, follow: true },
  };
}

/** `/products` with a query: rendered per request (see the rewrites in next.config.mjs). */
export default async function SearchPage({ params, searchParams }: ShopPageProps) {
  const { ctx } = await shopPage(params);
  const { state, input, errors } = readListQuery(await searchParams);
  const [choices, found] = await Promise.all([getChoices(ctx), listPromisedProducts(ctx, input)]);
  const category = choices.categories.find(({ slug }) => slug === state.category);
  const t = wordsIn(ctx.locale, 'titles');
  const title = state.q !== '' ? t('results', { query: state.q }) : (category?.name ?? t('products'));
  return <ProductList title={title} found={found} state={state} errors={errors} choices={choices} />;
}
