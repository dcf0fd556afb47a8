import type { Metadata } from 'next';
import { PackageRows } from '#components/shop/events/package-list';
import { ThemeWindows } from '#components/shop/events/theme-windows';
import { Breadcrumb } from '#components/ui/breadcrumb';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { Section } from '#components/ui/section';
import { listPackages, listThemes } from '#lib/events/queries';
import { type ShopPageProps, shopPage } from '../shop-page.ts';

export const revalidate = 300;
export const generateStaticParams = () => [];

const TITLE = 'Packages';
const LEAD = 'What we set up, from a table for two to a tent for two hundred: what is in it, and what it costs.';

export const metadata: Metadata = {
  title: TITLE,
  description: LEAD,
  alternates: { canonical: '/packages' },
};

export default async function PackagesPage({ params }: ShopPageProps) {
  const { ctx } = await shopPage(params);
  const [{ items: packages }, { items: themes }] = await Promise.all([listPackages(ctx), listThemes(ctx)]);
  return (
    <>
      <div className="wrap events-page">
        <Breadcrumb crumbs={[{ label: 'Home', href: '/' }, { label: TITLE }]} />
        <h1>{TITLE}</h1>
        {packages.length > 0 ? (
          <>
            <p className="lead">{LEAD}</p>
            <PackageRows packages={packages} locale={ctx.locale} />
          </>
        ) : (
          <EmptyState
            title="There is no package at the moment"
            action={<ButtonLink href="/products">See what there is</ButtonLink>}
          >
            When there is one, it stands here.
          </EmptyState>
        )}
      </div>
      {themes.length > 0 ? (
        <Section title="In which look?" more={{ href: '/themes', label: 'All themes' }}>
          <ThemeWindows themes={themes.slice(0, 3)} />
        </Section>
      ) : null}
    </>
  );
}
