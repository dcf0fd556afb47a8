import type { Metadata } from 'next';
import { ThemeWindows } from '#components/shop/events/theme-windows';
import { Breadcrumb } from '#components/ui/breadcrumb';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { listThemes } from '#lib/events/queries';
import { type ShopPageProps, shopPage } from '../shop-page.ts';

export const revalidate = 300;
export const generateStaticParams = () => [];

const TITLE = 'Themes';
const LEAD = 'Looks we know by heart. Choose one, or bring us a picture and we begin from there.';

export const metadata: Metadata = {
  title: TITLE,
  description: LEAD,
  alternates: { canonical: '/themes' },
};

export default async function ThemesPage({ params }: ShopPageProps) {
  const { ctx } = await shopPage(params);
  const { items } = await listThemes(ctx);
  return (
    <div className="wrap events-page">
      <Breadcrumb crumbs={[{ label: 'Home', href: '/' }, { label: TITLE }]} />
      <h1>{TITLE}</h1>
      {items.length > 0 ? (
        <>
          <p className="lead">{LEAD}</p>
          <ThemeWindows themes={items} heading="h2" />
        </>
      ) : (
        <EmptyState
          title="There is no theme at the moment"
          action={<ButtonLink href="/products">See what there is</ButtonLink>}
        >
          When there is one, it stands here.
        </EmptyState>
      )}
    </div>
  );
}
