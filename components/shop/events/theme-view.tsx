import { useTranslations } from 'next-intl';
import { Breadcrumb } from '#components/ui/breadcrumb';
import { ButtonLink } from '#components/ui/button';
import { Section } from '#components/ui/section';
import type { Package } from '#lib/events/package-output';
import type { Theme } from '#lib/events/theme-output';
import { Photo } from '../catalog/photo.tsx';
import { PackageCards } from './package-list.tsx';
import { ThemeWindows } from './theme-windows.tsx';

const LARGE = '(min-width: 76rem) 48rem, (min-width: 48rem) 64vw, 100vw';
const SMALL = '(min-width: 76rem) 24rem, (min-width: 48rem) 32vw, 50vw';

/** One theme: its words, then its gallery, the first picture large. */
export function ThemeView({
  one,
  others,
  packages,
  locale,
}: {
  one: Theme;
  others: readonly Theme[];
  packages: readonly Package[];
  locale: string;
}) {
  const t = useTranslations('events');
  const titles = useTranslations('titles');
  return (
    <>
      <div className="wrap theme">
        <Breadcrumb
          crumbs={[{ label: titles('home'), href: '/' }, { label: t('themes'), href: '/themes' }, { label: one.name }]}
        />
        <div className="theme-head">
          <div className="theme-words">
            <h1>{one.name}</h1>
            {one.description ? <p className="lead">{one.description}</p> : null}
          </div>
          <ButtonLink href={`/book?theme=${one.slug}`} size="lg">
            {t('book_this')}
          </ButtonLink>
        </div>
        {one.gallery_images.length > 0 ? (
          <ul className="theme-gallery" aria-label={t('pictures_of', { name: one.name })}>
            {one.gallery_images.map((image, place) => (
              <li key={image.id}>
                <Photo
                  image={image}
                  alt={image.alt || t('picture_of', { name: one.name, number: place + 1 })}
                  sizes={place === 0 ? LARGE : SMALL}
                  first={place === 0}
                />
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      {packages.length > 0 ? (
        <Section title={t('goes_with')} more={{ href: '/packages', label: t('all_packages') }}>
          <PackageCards packages={packages} locale={locale} />
        </Section>
      ) : null}
      {others.length > 0 ? (
        <Section title={t('other_themes')} more={{ href: '/themes', label: t('all_themes') }}>
          <ThemeWindows themes={others} />
        </Section>
      ) : null}
    </>
  );
}
