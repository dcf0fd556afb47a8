import { OrderTicket } from '#components/shop/order/order-ticket';
import { WordsFor } from '#components/shop/words';
import { readClaimRefusal } from '#lib/http/claim-refusal';
import { readOrderKey } from '#lib/http/order-cookie';
import { pageContext } from '#lib/http/page';
import { getOrderByLink } from '#lib/orders/queries';
import { formatPhone } from '#lib/phone';
import { signStreamToken } from '#lib/realtime/stream-token';
import { getSettings } from '#lib/settings/queries';
import { missing } from '../../missing.tsx';
import { privateHead, shopPage } from '../../shop-page.ts';
import { NoOrder } from './no-order.tsx';

export const generateMetadata = privateHead('your_order', { robots: { index: false, follow: false } });

/** The order whose signed link this browser has opened. Without its key there is nothing here, whatever the number. */
export default async function Page({ params, searchParams }: PageProps<'/[locale]/order/[number]'>) {
  const { number } = (await shopPage(params)).params;
  const ctx = await pageContext();
  const [order, { shop }] = await Promise.all([
    getOrderByLink(ctx, { order_number: number, key: await readOrderKey() }),
    getSettings(ctx),
  ]);
  if (!order) return missing(<NoOrder />);
  const { again, changed, cancelled, refused } = await searchParams;
  const clock = { timeZone: shop.time_zone, locale: ctx.locale };
  return (
    <WordsFor areas={['paying']}>
      <OrderTicket
        order={order}
        clock={clock}
        phone={formatPhone(shop.phone)}
        isRepeat={again === '1'}
        isChanged={changed === '1'}
        isCancelled={cancelled === '1'}
        now={ctx.now.toISOString()}
        refusal={await readClaimRefusal(refused, ctx.locale)}
        // The key of the order is sent to this page only; what the browser may hear it is told here.
        liveToken={signStreamToken(`order:${order.order_number}`, ctx.now)}
      />
    </WordsFor>
  );
}
