import type { ReactNode } from 'react';
import { Icon } from '#components/ui/icons';
import { Link } from '#components/ui/link';
import type { ShellShop } from '#lib/look/shell';
import { AccountLink } from './account-link.tsx';
import { CartCount } from './cart-count.tsx';
import { SiteMenu } from './site-menu.tsx';

/**
 * The frame's head, one row on every screen. `cart` replaces the plain link to the cart (a drawer trigger, say);
 * `language` and `account` are slots, shown in the row on wide screens and in the menu on narrow ones.
 */
export function ShopHeader({
  shop,
  cart,
  language,
  account,
}: {
  shop: ShellShop;
  cart?: ReactNode;
  language?: ReactNode;
  account?: ReactNode;
}) {
  const offers = [
    ...(shop.offers.packages ? [{ href: '/packages', label: 'Packages' }] : []),
    ...(shop.offers.themes ? [{ href: '/themes', label: 'Themes' }] : []),
  ];
  return (
    <header className="site-header">
      <div className="wrap site-bar">
        <div className="brand">
          <Link className="wordmark" href="/">
            {shop.name}
          </Link>
          {shop.openingLine ? (
            <p className="open-line">
              <span className="dot" data-tone={shop.openingLine.isOpen ? 'good' : 'plain'} aria-hidden="true" />
              {shop.openingLine.text}
            </p>
          ) : null}
        </div>
        <nav className="site-nav" aria-label="Shop">
          <Link href="/products">All</Link>
          {offers.map(({ href, label }) => (
            <Link key={href} href={href}>
              {label}
            </Link>
          ))}
          {shop.categories.slice(0, 6 - offers.length).map(({ slug, name }) => (
            <Link key={slug} href={`/categories/${slug}`}>
              {name}
            </Link>
          ))}
        </nav>
        <SearchForm id="header-search" />
        <span className="hidden items-center lg:flex">
          {language}
          {account ?? (shop.hasAccounts ? <AccountLink look="icon" /> : null)}
        </span>
        <Link className="icon-link search-link" href="/products#search" aria-label="Search">
          <Icon name="search" size={22} />
        </Link>
        {cart ?? <CartLink />}
        <SiteMenu>
          <SearchForm id="menu-search" />
          <nav aria-label="Menu">
            <Link href="/products">All products</Link>
            {offers.map(({ href, label }) => (
              <Link key={href} href={href}>
                {label}
              </Link>
            ))}
            {shop.categories.map(({ slug, name }) => (
              <Link key={slug} href={`/categories/${slug}`}>
                {name}
              </Link>
            ))}
            <Link href="/track">Track an order</Link>
            {shop.hasAccounts ? <AccountLink look="words" /> : null}
          </nav>
          {language || account ? (
            <div className="flex flex-wrap gap-4">
              {language}
              {account}
            </div>
          ) : null}
        </SiteMenu>
      </div>
    </header>
  );
}

export function CartLink() {
  return (
    <a className="icon-link" href="/cart">
      <Icon name="cart" size={24} />
      <span className="visually-hidden">Cart</span>
      <CartCount />
    </a>
  );
}

export function SearchForm({ id, query }: { id: string; query?: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is not announced everywhere yet
    <form className="site-search" action="/products" role="search">
      <Icon name="search" size={18} />
      <label className="visually-hidden" htmlFor={id}>
        Search products
      </label>
      <input
        className="control"
        id={id}
        type="search"
        name="q"
        defaultValue={query}
        placeholder="Search"
        maxLength={100}
        enterKeyHint="search"
      />
    </form>
  );
}
