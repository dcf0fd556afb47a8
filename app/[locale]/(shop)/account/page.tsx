import { AccountFrame } from '#components/shop/account/account-frame';
import { BookingsList } from '#components/shop/account/bookings-list';
import { OrdersList } from '#components/shop/account/orders-list';
import { ButtonLink } from '#components/ui/button';
import { listOwnOrdersInput } from '#lib/account/input';
import { getAccount, listOwnOrders } from '#lib/account/queries';
import { listOwnBookings } from '#lib/events/queries/bookings';
import { getSettings } from '#lib/settings/queries';
import { privateHead, shopPage } from '../shop-page.ts';
import { accountPage } from './account-page.ts';

export const generateMetadata = privateHead('your_orders');

export default async function Page({ params, searchParams }: PageProps<'/[locale]/account'>) {
  await shopPage(params);
  const ctx = await accountPage('/account');
  const asked = listOwnOrdersInput.safeParse(await searchParams);
  const { page } = asked.data ?? { page: 1 };
  const [account, orders, bookings, { shop }] = await Promise.all([
    getAccount(ctx),
    listOwnOrders(ctx, { page, limit: 10 }),
    listOwnBookings(ctx),
    getSettings(ctx),
  ]);
  return (
    <AccountFrame name={account.name} at="orders">
      <BookingsList bookings={bookings} locale={ctx.locale} />
      <OrdersList orders={orders.items} clock={{ timeZone: shop.time_zone, locale: ctx.locale }} />
      {orders.pages > 1 ? (
        <nav className="account-actions" aria-label="More orders">
          {page > 1 ? (
            <ButtonLink href={`/account?page=${page - 1}`} variant="secondary">
              Newer
            </ButtonLink>
          ) : null}
          {page < orders.pages ? (
            <ButtonLink href={`/account?page=${page + 1}`} variant="secondary">
              Older
            </ButtonLink>
          ) : null}
        </nav>
      ) : null}
    </AccountFrame>
  );
}
