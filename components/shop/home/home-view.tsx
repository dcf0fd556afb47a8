import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { Goods } from '#components/ui/goods';
import { Hero, Section } from '#components/ui/section';
import type { Category, ProductCard } from '#lib/catalog/output';
import type { Testimonial } from '#lib/content/output';
import type { Package } from '#lib/events/package-output';
import type { Theme } from '#lib/events/theme-output';
import type { ShellShop } from '#lib/look/shell';
import type { Image } from '#lib/media/output';
import { Photo } from '../catalog/photo.tsx';
import { ProductTile, type TileShop } from '../catalog/product-tile.tsx';
import { PackageCards } from '../events/package-list.tsx';
import { ThemeWindows } from '../events/theme-windows.tsx';
import { CategoryTiles } from './category-tiles.tsx';
import { Visit } from './visit.tsx';
import { Voices } from './voices.tsx';

const SCENE_SIZES = '(min-width: 56rem) 50vw, 100vw';
/** A row on wide screens, two on phones. */
const ROW = 4;
const VOICES = 3;
/** Of packages and themes: a row. */
const OFFERS = 3;

/** The first sentence opens the page; the whole story stands further down. */
const firstSentence = (text: string) => /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;

/** The home page: who we are and whether we are open, then the goods. */
export function HomeView({
  shell,
  about,
  scene,
  featured,
  bestsellers,
  newest,
  categories,
  testimonials,
  packages,
  themes,
  shop,
}: {
  shell: ShellShop;
  about: string;
  scene: Image | null;
  featured: readonly ProductCard[];
  bestsellers: readonly ProductCard[];
  /** Of a shop that has neither marked nor sold anything yet. */
  newest: readonly ProductCard[];
  categories: readonly Category[];
  testimonials: readonly Testimonial[];
  packages: readonly Package[];
  themes: readonly Theme[];
  shop: TileShop;
}) {
  const t = useTranslations('home');
  const words = useTranslations('events');
  const shown = featured.slice(0, featured.length > ROW ? featured.length - (featured.length % ROW) : ROW);
  // What stands in the first grid already is not worth a second look.
  const sold = bestsellers.filter(({ id }) => !shown.some((one) => one.id === id)).slice(0, ROW);
  // A shop on its first day has not said yet where it is, when it is open, or who it is.
  const { openingLine, hours, addressLines, phone, email } = shell;
  const canVisit = Boolean(about || openingLine || hours?.length || addressLines.length > 0 || phone || email);
  const isEmpty = [shown, sold, newest, packages, themes].every(({ length }) => length === 0);
  const tiles = (products: readonly ProductCard[]) => (
    <Goods>
      {products.map((product) => (
        <ProductTile key={product.id} product={product} shop={shop} />
      ))}
    </Goods>
  );
  return (
    <div className="home">
      <Hero
        eyebrow={shell.openingLine?.text}
        title={shell.tagline || shell.name}
        lead={firstSentence(about)}
        actions={
          <>
            {isEmpty ? null : (
              <ButtonLink href="/products" size="lg">
                {t('see_all')}
              </ButtonLink>
            )}
            {canVisit ? (
              <ButtonLink href="#visit" size="lg" variant="secondary">
                {t('visit_us')}
              </ButtonLink>
            ) : null}
          </>
        }
        picture={scene ? <Photo image={scene} sizes={SCENE_SIZES} first /> : null}
      />
      {isEmpty ? <EmptyState title={t('soon')}>{t('soon_more')}</EmptyState> : null}
      {packages.length > 0 ? (
        <Section title={words('packages')} more={{ href: '/packages', label: words('all_packages') }}>
          <PackageCards packages={packages.slice(0, OFFERS)} locale={shop.locale} />
        </Section>
      ) : null}
      {themes.length > 0 ? (
        <Section title={words('themes')} more={{ href: '/themes', label: words('all_themes') }}>
          <ThemeWindows themes={themes.slice(0, OFFERS)} />
        </Section>
      ) : null}
      {categories.length > 1 ? (
        <Section title={t('what_we_have')}>
          <CategoryTiles categories={categories} />
        </Section>
      ) : null}
      {shown.length > 0 ? <Section title={t('favorites')}>{tiles(shown)}</Section> : null}
      {sold.length > 0 ? (
        <Section title={t('most_wanted')} more={{ href: '/products?sort=popularity', label: t('by_popularity') }}>
          {tiles(sold)}
        </Section>
      ) : null}
      {newest.length > 0 ? <Section title={t('new_here')}>{tiles(newest)}</Section> : null}
      {testimonials.length > 0 ? (
        <Section
          title={t('voices')}
          more={testimonials.length > VOICES ? { href: '/testimonials', label: t('read_all') } : undefined}
          plate
        >
          <Voices testimonials={testimonials.slice(0, VOICES)} />
        </Section>
      ) : null}
      {canVisit ? (
        <Section title={t('come_by')} id="visit">
          <Visit shell={shell} about={about} />
        </Section>
      ) : null}
    </div>
  );
}
