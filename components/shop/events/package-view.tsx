import { useTranslations } from 'next-intl';
import { Breadcrumb } from '#components/ui/breadcrumb';
import { ButtonLink } from '#components/ui/button';
import { Section } from '#components/ui/section';
import type { Package } from '#lib/events/package-output';
import type { Theme } from '#lib/events/theme-output';
import { Gallery } from '../product/gallery.tsx';
import { factsOf } from './package-facts.ts';
import { Facts, IncludedLine, PackageCards } from './package-list.tsx';
import { PackagePrice } from './package-price.tsx';
import { ThemeWindows } from './theme-windows.tsx';

/** One package: pictures left, what it is and how to ask for it right; looks and sisters below. */
export function PackageView({
  one,
  others,
  themes,
  locale,
}: {
  one: Package;
  others: readonly Package[];
  themes: readonly Theme[];
  locale: string;
}) {
  const t = useTranslations('events');
  const titles = useTranslations('titles');
  return (
    <>
      <div className="wrap product package">
        <div className="product-crumbs">
          <Breadcrumb
            crumbs={[
              { label: titles('home'), href: '/' },
              { label: t('packages'), href: '/packages' },
              { label: one.name },
            ]}
          />
        </div>
        <Gallery images={one.images} name={one.name} slug={one.slug} />
        <div className="product-decide">
          <h1>{one.name}</h1>
          <p className="product-price">
            <PackagePrice one={one} locale={locale} />
          </p>
          {one.description ? <p className="lead">{one.description}</p> : null}
          <Facts facts={factsOf(one, t)} />
          {one.included_items.length > 0 ? (
            <section className="included-box" aria-labelledby="included">
              <h2 id="included">{t('included')}</h2>
              <ul className="included">
                {one.included_items.map((line, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
                  <IncludedLine key={place} line={line} />
                ))}
              </ul>
            </section>
          ) : null}
          <div className="book-this">
            <ButtonLink href={`/book?package=${one.slug}`} size="lg">
              {t('book_this')}
            </ButtonLink>
            <p>
              {t('book_how')}
              {one.deposit_percent === 0 ? null : ` ${t('book_deposit', { percent: one.deposit_percent })}`}
            </p>
          </div>
        </div>
      </div>
      {themes.length > 0 ? (
        <Section title={t('which_look')} more={{ href: '/themes', label: t('all_themes') }}>
          <ThemeWindows themes={themes} />
        </Section>
      ) : null}
      {others.length > 0 ? (
        <Section title={t('other_packages')} more={{ href: '/packages', label: t('all_packages') }}>
          <PackageCards packages={others} locale={locale} />
        </Section>
      ) : null}
    </>
  );
}
