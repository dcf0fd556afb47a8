import type { Metadata } from 'next';
import { ProductList } from '#components/shop/catalog/product-list';
import { markHoldsUntil } from '#lib/http/holds-until';
import { listPromisedProducts } from '#lib/promise/queries/products';
import { holdsUntil } from '#lib/promise/rules';
import { getSettings } from '#lib/settings/queries';
import { getChoices } from '../../../../components/shop/catalog/list-data.ts';
import { EMPTY_STATE, PAGE_SIZE } from '../../../../components/shop/catalog/list-query.ts';
import { type ShopPageProps, shopContext, shopPage } from '../shop-page.ts';

export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata(): Promise<Metadata> {
  const { shop } = await getSettings(await shopContext());
  return {
    title: 'All products',
    description: `Everything ${shop.name} sells, with prices, allergens and the days it can be had.`,
    alternates: { canonical: '/products' },
  };
}

/** The whole list, its first page. With anything in the query the twin in `search` answers. */
export default async function ProductsPage({ params }: ShopPageProps) {
  const { ctx } = await shopPage(params);
  const [choices, found] = await Promise.all([getChoices(ctx), listPromisedProducts(ctx, { limit: PAGE_SIZE })]);
  markHoldsUntil(holdsUntil(found.items));
  return <ProductList title="All products" found={found} state={EMPTY_STATE} choices={choices} />;
}
