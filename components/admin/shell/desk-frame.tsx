'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useEffect, useState } from 'react';
import { IconButton } from '#components/ui/button';
import { Icon } from '#components/ui/icons';
import { Link } from '#components/ui/link';
import { Toaster } from '#components/ui/toast';
import { writeCookie } from '../../ui/readable-cookie.ts';
import { Arrivals } from '../arrivals/arrivals.tsx';
import { countOf } from '../arrivals/news.ts';
import { mayRing, ring } from '../arrivals/ring.ts';
import { RingSwitch } from '../arrivals/ring-switch.tsx';
import { useArrivals } from '../arrivals/use-arrivals.ts';
import type { SearchShop } from '../search/hit-row.tsx';
import { FOLD_COOKIE, FOLD_PATH } from './fold.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { LinkGroups } from './link-groups.tsx';
import { MoreLinks } from './more-links.tsx';
import { type DeskLink, linksFor, PHONE_LINKS } from './nav.ts';
import { NavLink } from './nav-link.tsx';
import { Kbd } from './page-header.tsx';
import { Shortcuts } from './shortcuts.tsx';

/** Phones in every spelling and what else it needs come once the page is alive, and are there before a hand is at the key. */
const loadSearch = () => import('../search/desk-search.tsx').then(({ DeskSearch }) => DeskSearch);
const DeskSearch = dynamic(loadSearch, { ssr: false });

/**
 * The frame of every order-desk page. `user` is who is signed in, `signOut` the form or button that ends it,
 * `arrivals` the place in the stream of orders from which on new ones are told, `foot` stands at the end of each page.
 */
export function DeskFrame({
  shopName,
  user,
  signOut,
  shop,
  arrivals,
  foot,
  folded = false,
  children,
}: {
  shopName: string;
  user: { name: string; role: string };
  signOut: ReactNode;
  shop: SearchShop;
  arrivals: string;
  foot: ReactNode;
  folded?: boolean;
  children: ReactNode;
}) {
  const [isFolded, setFolded] = useState(folded);
  const [opened, setOpened] = useState<'search' | 'help' | null>(null);
  const { news, seen } = useArrivals(arrivals, shop.locale, () => {
    if (mayRing()) ring();
  });
  useEffect(() => {
    void loadSearch();
  }, []);
  const counts: Readonly<Record<string, number>> = {
    '/admin/orders': countOf(news, '/admin/orders'),
    '/admin/bookings': countOf(news, '/admin/bookings'),
    '/admin/chat': countOf(news, '/admin/chat'),
  };
  function fold() {
    writeCookie(FOLD_COOKIE, isFolded ? 0 : 1, { seconds: 31_536_000, path: FOLD_PATH, sameSite: 'strict' });
    setFolded(!isFolded);
  }
  const link = ({ href, label, icon }: DeskLink) => (
    <NavLink key={href} className="desk-link" href={href} title={isFolded ? label : undefined}>
      <Icon name={icon} size={18} />
      <span className="label">{label}</span>
      {counts[href] ? <span className="count">{counts[href]}</span> : null}
    </NavLink>
  );

  return (
    <div className="desk" data-folded={isFolded}>
      <a className="btn skip-link" data-variant="primary" href="#main">
        Skip to content
      </a>
      <nav className="desk-nav no-print" aria-label="Order desk">
        <a className="desk-brand" href="/" title="Open the shop">
          <Icon name="bag" size={18} />
          <span className="label">{shopName}</span>
        </a>
        <LinkGroups role={user.role} link={link} />
        <button
          type="button"
          className="desk-link mt-auto"
          aria-expanded={!isFolded}
          aria-label={isFolded ? 'Unfold navigation' : 'Fold navigation'}
          onClick={fold}
        >
          <Icon name="panel" size={18} />
          <span className="label">Fold</span>
        </button>
      </nav>
      <div className="desk-side">
        <header className="desk-top no-print">
          <a className="desk-brand desk-top-brand" href="/" title="Open the shop">
            <Icon name="bag" size={18} />
            <span className="truncate">{shopName}</span>
          </a>
          <button
            type="button"
            className="search-button"
            aria-keyshortcuts="/"
            aria-haspopup="dialog"
            onClick={() => setOpened('search')}
          >
            <Icon name="search" size={18} />
            <span className="label">Search</span>
            <Kbd>/</Kbd>
          </button>
          <RingSwitch />
          <IconButton
            icon="keyboard"
            label="Keys"
            className="top-tool wide"
            aria-keyshortcuts="?"
            onClick={() => setOpened('help')}
          />
          <Link className="wide desk-user" href="/admin/account" title="Your login">
            {user.name}
            <span className="visually-hidden">, {user.role}</span>
          </Link>
          {signOut}
        </header>
        <Arrivals news={news} seen={seen} />
        <main className="desk-main" id="main" tabIndex={-1}>
          {children}
          {foot}
        </main>
      </div>
      <nav className="desk-tabs no-print" aria-label="Order desk, short">
        {linksFor(user.role)
          .slice(0, PHONE_LINKS - 1)
          .map(({ href, label, icon }) => (
            <NavLink key={href} href={href}>
              <Icon name={icon} />
              {label}
              {counts[href] ? <span className="count">{counts[href]}</span> : null}
            </NavLink>
          ))}
        <MoreLinks user={user} />
      </nav>
      <Shortcuts onSearch={() => setOpened('search')} onHelp={() => setOpened('help')} />
      <DeskSearch
        open={opened === 'search'}
        onOpenChange={(isOpen) => setOpened(isOpen ? 'search' : null)}
        shop={shop}
      />
      <HelpDialog open={opened === 'help'} onOpenChange={(isOpen) => setOpened(isOpen ? 'help' : null)} />
      <Toaster />
    </div>
  );
}
