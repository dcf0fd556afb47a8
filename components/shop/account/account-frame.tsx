import type { ReactNode } from 'react';
import { Button } from '#components/ui/button';
import { Link } from '#components/ui/link';
import { signOutCustomerAction } from '#lib/account/actions';

const ROOMS = [
  { at: 'orders', href: '/account', title: 'Orders' },
  { at: 'addresses', href: '/account/addresses', title: 'Addresses' },
  { at: 'details', href: '/account/details', title: 'Details' },
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
  return (
    <div className="wrap account-page">
      <div className="account-head">
        <div>
          <p className="eyebrow">Your account</p>
          <h1>{name}</h1>
        </div>
        <form action={signOutCustomerAction}>
          <Button type="submit" variant="secondary" icon="signOut">
            Sign out
          </Button>
        </form>
      </div>
      <nav className="account-nav" aria-label="Your account">
        {ROOMS.map((room) => (
          <Link key={room.at} href={room.href} aria-current={room.at === at ? 'page' : undefined}>
            {room.title}
          </Link>
        ))}
      </nav>
      {children}
    </div>
  );
}
