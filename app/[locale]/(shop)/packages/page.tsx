import type { Metadata } from 'next';
import { PackageRows } from '#components/shop/events/package-list';
import { ThemeWindows } from '#components/shop/events/theme-windows';
import { Breadcrumb } from '#components/ui/breadcrumb';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { Section } from '#components/ui/section';
import { listPackages, listThemes } from '#lib/events/queries';
import { wordsIn } from '#lib/i18n/words';
import { alternates, type ShopPageProps, shopPage } from '../shop-page.ts';

export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: ShopPageProps): Promise<Metadata> {
  const { ctx } = await shopPage(params);
  const t = wordsIn(ctx.locale, 'events');
  return { title: t('packages'), description: t('packages_text'), alternates: await alternates('/packages') };
}

export default async function PackagesPage({ params }: ShopPageProps) {
  const { ctx } = await shopPage(params);
  const [t, titles] = [wordsIn(ctx.locale, 'events'), wordsIn(ctx.locale, 'titles')];
  const [{ items: packages }, { items: themes }] = await Promise.all([listPackages(ctx), listThemes(ctx)]);
  return (
    <>
      <div className="wrap events-page">
        <Breadcrumb crumbs={[{ label: titles('home'), href: '/' }, { label: t('packages') }]} />
        <h1>{t('packages')}</h1>
        {packages.length > 0 ? (
          <>
            <p className="lead">{t('packages_text')}</p>
            <PackageRows packages={packages} locale={ctx.locale} />
          </>
        ) : (
          <EmptyState title={t('no_packages')} action={<ButtonLink href="/products">{titles('see_all')}</ButtonLink>}>
            {t('none_text')}
          </EmptyState>
        )}
      </div>
      {themes.length > 0 ? (
        <Section title={t('which_look')} more={{ href: '/themes', label: t('all_themes') }}>
          <ThemeWindows themes={themes.slice(0, 3)} />
        </Section>
      ) : null}
    </>
  );
}
