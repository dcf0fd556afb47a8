import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from '#components/ui/icons';
import { Link } from '#components/ui/link';
import { addressIn } from '#lib/i18n/address';
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
  const t = useTranslations('shell');
  const words = useTranslations('events');
  const offers = [
    ...(shop.offers.packages ? [{ href: '/packages', label: words('packages') }] : []),
    ...(shop.offers.themes ? [{ href: '/themes', label: words('themes') }] : []),
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
              <span>{shop.openingLine.text}</span>
            </p>
          ) : null}
        </div>
        <nav className="site-nav" aria-label={t('nav')}>
          <Link href="/products">{t('all')}</Link>
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
        <SearchForm id="header-search" prefix={shop.prefix} />
        <span className="hidden items-center lg:flex">
          {language}
          {account ?? (shop.hasAccounts ? <AccountLink look="icon" /> : null)}
        </span>
        <Link className="icon-link search-link" href="/products#search" aria-label={t('search')}>
          <Icon name="search" size={22} />
        </Link>
        {cart ?? <CartLink prefix={shop.prefix} />}
        <SiteMenu>
          <SearchForm id="menu-search" prefix={shop.prefix} />
          <nav aria-label={t('menu')}>
            <Link href="/products">{t('all_products')}</Link>
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
            <Link href="/track">{t('track')}</Link>
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

export function CartLink({ prefix }: { prefix: string }) {
  const t = useTranslations('everywhere');
  return (
    <a className="icon-link" href={addressIn(prefix, '/cart')}>
      <Icon name="cart" size={24} />
      <span className="visually-hidden">{t('cart')}</span>
      <CartCount />
    </a>
  );
}

export function SearchForm({ id, prefix, query }: { id: string; prefix: string; query?: string }) {
  const t = useTranslations('shell');
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is not announced everywhere yet
    <form className="site-search" action={addressIn(prefix, '/products')} role="search">
      <Icon name="search" size={18} />
      <label className="visually-hidden" htmlFor={id}>
        {t('search_products')}
      </label>
      <input
        className="control"
        id={id}
        type="search"
        name="q"
        defaultValue={query}
        placeholder={t('search')}
        maxLength={100}
        enterKeyHint="search"
      />
    </form>
  );
}
