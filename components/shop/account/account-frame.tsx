import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { WordsFor } from '#components/shop/words';
import { Button } from '#components/ui/button';
import { Link } from '#components/ui/link';
import { signOutCustomerAction } from '#lib/account/actions';

const ROOMS = [
  { at: 'orders', href: '/account' },
  { at: 'addresses', href: '/account/addresses' },
  { at: 'details', href: '/account/details' },
] as const;

/** What the pages of the account have in common: whose it is, the way between them, the way out. */
export function AccountFrame({
  name,
  at,
  children,
}: {
  name: string;
  at: (typeof ROOMS)[number]['at'];
  children: ReactNode;
}) {
  const t = useTranslations('account');
  return (
    <div className="wrap account-page">
      <div className="account-head">
        <div>
          <p className="eyebrow">{t('your_account')}</p>
          <h1>{name}</h1>
        </div>
        <form action={signOutCustomerAction}>
          <Button type="submit" variant="secondary" icon="signOut">
            {t('sign_out')}
          </Button>
        </form>
      </div>
      <nav className="account-nav" aria-label={t('your_account')}>
        {ROOMS.map((room) => (
          <Link key={room.at} href={room.href} aria-current={room.at === at ? 'page' : undefined}>
            {t(room.at)}
          </Link>
        ))}
      </nav>
      <WordsFor areas={['account', 'codes', 'order']}>{children}</WordsFor>
    </div>
  );
}
