import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link';
import type { ShellShop } from '#lib/look/shell';
import { LanguageSwitch } from './language-switch.tsx';

/** Where we are, when we are there, how to reach us, and the small print. */
export function ShopFooter({ shop }: { shop: ShellShop }) {
  const t = useTranslations('shell');
  const phone = shop.phone?.replace(/[^+\d]/g, '');
  return (
    <footer className="site-footer">
      <div className="wrap">
        <div className="footer-grid">
          <div>
            <p className="wordmark">{shop.name}</p>
            <p className="mt-2 max-w-[32ch] text-ink-soft">{shop.tagline}</p>
          </div>
          {shop.addressLines.length > 0 || shop.phone || shop.email ? (
            <div>
              <h2>{t('visit')}</h2>
              <address>
                {shop.addressLines.map((line) => (
                  <span key={line} className="block">
                    {line}
                  </span>
                ))}
                {shop.phone ? (
                  <span className="num block">
                    <a href={`tel:${phone}`}>{shop.phone}</a>
                  </span>
                ) : null}
                {shop.email ? <a href={`mailto:${shop.email}`}>{shop.email}</a> : null}
              </address>
            </div>
          ) : null}
          {shop.hours?.length ? (
            <div>
              <h2>{t('hours')}</h2>
              <dl className="hours">
                {shop.hours.map(({ days, times }) => (
                  <div key={days} className="contents">
                    <dt>{days}</dt>
                    <dd>{times}</dd>
                  </div>
                ))}
              </dl>
            </div>
          ) : null}
          <nav aria-label={t('about')}>
            <h2>{t('good_to_know')}</h2>
            <ul>
              {shop.pages.map(({ slug, title }) => (
                <li key={slug}>
                  <Link href={`/pages/${slug}`}>{title}</Link>
                </li>
              ))}
              <li>
                <Link href="/track">{t('track')}</Link>
              </li>
            </ul>
          </nav>
        </div>
        <div className="footer-end">
          <span>{shop.openingLine?.text}</span>
          <LanguageSwitch languages={shop.languages} label={t('language')} />
          <span>{shop.name}</span>
        </div>
      </div>
    </footer>
  );
}
