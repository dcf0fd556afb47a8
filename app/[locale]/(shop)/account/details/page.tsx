import { AccountFrame } from '#components/shop/account/account-frame';
import { DataCard } from '#components/shop/account/data-card';
import { DetailsView } from '#components/shop/account/details-view';
import { Notice } from '#components/ui/notice';
import { getAccount } from '#lib/account/queries';
import { wordsIn } from '#lib/i18n/words';
import { formatPhone } from '#lib/phone';
import { privateHead, shopPage } from '../../shop-page.ts';
import { accountPage } from '../account-page.ts';

export const generateMetadata = privateHead('your_details');

const SAVED = ['details', 'email', 'confirmed', 'phone', 'password'] as const;

export default async function Page({ params, searchParams }: PageProps<'/[locale]/account/details'>) {
  await shopPage(params);
  const ctx = await accountPage('/account/details');
  const account = await getAccount(ctx);
  const { saved, refused } = await searchParams;
  const t = wordsIn(ctx.locale, 'account');
  const told = SAVED.find((one) => one === saved);
  const phone = account.phone === null ? null : formatPhone(account.phone);
  return (
    <AccountFrame name={account.name} at="details">
      {told ? <Notice tone="good" title={t(`saved_${told}`)} /> : null}
      {refused === '1' ? (
        <Notice tone="bad" title={t('no_file')}>
          {t('no_file_text')}
        </Notice>
      ) : null}
      <DetailsView
        // What was saved is what the forms begin with.
        key={`${account.name} ${account.email} ${account.phone} ${account.marketing}`}
        account={{ ...account, phone }}
        isSignedIn={ctx.actor.userId !== null}
      />
      <DataCard />
    </AccountFrame>
  );
}
