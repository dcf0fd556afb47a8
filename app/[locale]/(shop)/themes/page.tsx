import type { Metadata } from 'next';
import { ThemeWindows } from '#components/shop/events/theme-windows';
import { Breadcrumb } from '#components/ui/breadcrumb';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { listThemes } from '#lib/events/queries';
import { wordsIn } from '#lib/i18n/words';
import { alternates, type ShopPageProps, shopPage } from '../shop-page.ts';

export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: ShopPageProps): Promise<Metadata> {
  const { ctx } = await shopPage(params);
  const t = wordsIn(ctx.locale, 'events');
  return { title: t('themes'), description: t('themes_text'), alternates: await alternates('/themes') };
}

export default async function ThemesPage({ params }: ShopPageProps) {
  const { ctx } = await shopPage(params);
  const [t, titles] = [wordsIn(ctx.locale, 'events'), wordsIn(ctx.locale, 'titles')];
  const { items } = await listThemes(ctx);
  return (
    <div className="wrap events-page">
      <Breadcrumb crumbs={[{ label: titles('home'), href: '/' }, { label: t('themes') }]} />
      <h1>{t('themes')}</h1>
      {items.length > 0 ? (
        <>
          <p className="lead">{t('themes_text')}</p>
          <ThemeWindows themes={items} heading="h2" />
        </>
      ) : (
        <EmptyState title={t('no_themes')} action={<ButtonLink href="/products">{titles('see_all')}</ButtonLink>}>
          {t('none_text')}
        </EmptyState>
      )}
    </div>
  );
}
