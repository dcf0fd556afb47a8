import { AccountFrame } from '#components/shop/account/account-frame';
import { AddressesView } from '#components/shop/account/addresses-view';
import { Notice } from '#components/ui/notice';
import { getAccount } from '#lib/account/queries';
import { privateHead, shopPage } from '../../shop-page.ts';
import { accountPage } from '../account-page.ts';

export const generateMetadata = privateHead('your_addresses');

export default async function Page({ params, searchParams }: PageProps<'/[locale]/account/addresses'>) {
  await shopPage(params);
  const { name, addresses } = await getAccount(await accountPage('/account/addresses'));
  const { edit, saved, removed } = await searchParams;
  return (
    <AccountFrame name={name} at="addresses">
      {saved === '1' ? <Notice tone="good" title="The address is saved" /> : null}
      {removed === '1' ? <Notice tone="good" title="The address is removed" /> : null}
      <AddressesView addresses={addresses} edited={addresses.find(({ id }) => id === edit) ?? null} />
    </AccountFrame>
  );
}
