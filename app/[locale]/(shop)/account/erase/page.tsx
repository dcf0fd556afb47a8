import { AccountFrame } from '#components/shop/account/account-frame';
import { EraseView } from '#components/shop/account/erase-view';
import { formatPhone } from '#lib/phone';
import { getOwnErasure } from '#lib/privacy/queries';
import { getSettings } from '#lib/settings/queries';
import { privateHead, shopPage } from '../../shop-page.ts';
import { accountPage } from '../account-page.ts';

export const generateMetadata = privateHead('erase');

export default async function Page({ params }: PageProps<'/[locale]/account/erase'>) {
  await shopPage(params);
  const ctx = await accountPage('/account/erase');
  const [erasure, { shop }] = await Promise.all([getOwnErasure(ctx), getSettings(ctx)]);
  const phone = ctx.actor.proof?.phone ?? erasure.phone;
  return (
    <AccountFrame name={ctx.actor.name} at="details">
      <EraseView
        shop={shop.name}
        hasPassword={erasure.has_password}
        phone={phone === null ? null : { typed: phone, shown: formatPhone(phone) }}
        openOrders={[
          ...erasure.open_orders.map(({ id, order_number: number }) => ({ id, number, href: `/order/${number}` })),
          ...erasure.open_bookings.map(({ id, booking_number: number }) => ({
            id,
            number,
            href: `/booking/${number}`,
          })),
        ]}
      />
    </AccountFrame>
  );
}
