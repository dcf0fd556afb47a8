import { AccountFrame } from '#components/shop/account/account-frame';
import { AddressesView } from '#components/shop/account/addresses-view';
import { Notice } from '#components/ui/notice';
import { getAccount } from '#lib/account/queries';
import { wordsIn } from '#lib/i18n/words';
import { privateHead, shopPage } from '../../shop-page.ts';
import { accountPage } from '../account-page.ts';

export const generateMetadata = privateHead('your_addresses');

export default async function Page({ params, searchParams }: PageProps<'/[locale]/account/addresses'>) {
  await shopPage(params);
  const ctx = await accountPage('/account/addresses');
  const t = wordsIn(ctx.locale, 'account');
  const { name, addresses } = await getAccount(ctx);
  const { edit, saved, removed } = await searchParams;
  return (
    <AccountFrame name={name} at="addresses">
      {saved === '1' ? <Notice tone="good" title={t('address_saved')} /> : null}
      {removed === '1' ? <Notice tone="good" title={t('address_removed')} /> : null}
      <AddressesView addresses={addresses} edited={addresses.find(({ id }) => id === edit) ?? null} />
    </AccountFrame>
  );
}
