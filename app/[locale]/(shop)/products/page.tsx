import type { Metadata } from 'next';
import { ProductList } from '#components/shop/catalog/product-list';
import { markHoldsUntil } from '#lib/http/holds-until';
import { wordsIn } from '#lib/i18n/words';
import { listPromisedProducts } from '#lib/promise/queries/products';
import { holdsUntil } from '#lib/promise/rules';
import { getSettings } from '#lib/settings/queries';
import { getChoices } from '../../../../components/shop/catalog/list-data.ts';
import { EMPTY_STATE, PAGE_SIZE } from '../../../../components/shop/catalog/list-query.ts';
import { alternates, type ShopPageProps, shopPage } from '../shop-page.ts';

export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: ShopPageProps): Promise<Metadata> {
  const { ctx } = await shopPage(params);
  const { shop } = await getSettings(ctx);
  const t = wordsIn(ctx.locale, 'titles');
  return {
    title: t('all_products'),
    description: t('all_products_text', { shop: shop.name }),
    alternates: await alternates('/products'),
  };
}

/** The whole list, its first page. With anything in the query the twin in `search` answers. */
export default async function ProductsPage({ params }: ShopPageProps) {
  const { ctx } = await shopPage(params);
  const [choices, found] = await Promise.all([getChoices(ctx), listPromisedProducts(ctx, { limit: PAGE_SIZE })]);
  markHoldsUntil(holdsUntil(found.items));
  return (
    <ProductList
      title={wordsIn(ctx.locale, 'titles')('all_products')}
      found={found}
      state={EMPTY_STATE}
      choices={choices}
    />
  );
}
