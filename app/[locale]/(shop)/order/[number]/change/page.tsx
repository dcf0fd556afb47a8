import { ChangePage } from '#components/shop/order/change/change-page';
import { readOrderKey } from '#lib/http/order-cookie';
import { pageContext } from '#lib/http/page';
import { getChangeShop, quoteChange } from '#lib/orders/queries/quote-change';
import { missing } from '../../../missing.tsx';
import { privateHead, shopPage } from '../../../shop-page.ts';
import { NoOrder } from '../no-order.tsx';

export const generateMetadata = privateHead('change_order', { robots: { index: false, follow: false } });

/** The order whose signed link this browser has opened, to be changed until its cut-off. */
export default async function Page({ params }: PageProps<'/[locale]/order/[number]/change'>) {
  const { number } = (await shopPage(params)).params;
  const ctx = await pageContext();
  const [quote, shop] = await Promise.all([
    quoteChange(ctx, { order_number: number, version: null }, { key: await readOrderKey() }),
    getChangeShop(ctx),
  ]);
  if (!quote) return missing(<NoOrder />);
  return <ChangePage initial={quote} shop={shop} />;
}
