import { AccountFrame } from '#components/shop/account/account-frame';
import { DataCard } from '#components/shop/account/data-card';
import { DetailsView } from '#components/shop/account/details-view';
import { Notice } from '#components/ui/notice';
import { getAccount } from '#lib/account/queries';
import { formatPhone } from '#lib/phone';
import { privateHead, shopPage } from '../../shop-page.ts';
import { accountPage } from '../account-page.ts';

export const generateMetadata = privateHead('your_details');

const SAVED: Record<string, string> = {
  details: 'Your details are saved',
  email: 'Saved. Open the link we have sent to your new address',
  confirmed: 'Your new address is in use',
  phone: 'Your phone is confirmed',
  password: 'Your password is changed, and other devices are signed out',
};

export default async function Page({ params, searchParams }: PageProps<'/[locale]/account/details'>) {
  await shopPage(params);
  const ctx = await accountPage('/account/details');
  const account = await getAccount(ctx);
  const { saved, refused } = await searchParams;
  const told = typeof saved === 'string' && Object.hasOwn(SAVED, saved) ? SAVED[saved] : null;
  const phone = account.phone === null ? null : formatPhone(account.phone);
  return (
    <AccountFrame name={account.name} at="details">
      {told ? <Notice tone="good" title={told} /> : null}
      {refused === '1' ? (
        <Notice tone="bad" title="Your file could not be made">
          It can be made ten times an hour. Please try again later.
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
