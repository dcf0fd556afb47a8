import type { Metadata } from 'next';
import { Voices } from '#components/shop/home/voices';
import { Breadcrumb } from '#components/ui/breadcrumb';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { listTestimonials } from '#lib/content/queries';
import { type ShopPageProps, shopPage } from '../shop-page.ts';

export const revalidate = 300;
export const generateStaticParams = () => [];

export const metadata: Metadata = {
  title: 'What people say',
  description: 'What customers of the shop have said, in their own words.',
  alternates: { canonical: '/testimonials' },
};

export default async function TestimonialsPage({ params }: ShopPageProps) {
  const { ctx } = await shopPage(params);
  const { items } = await listTestimonials(ctx);
  return (
    <div className="wrap testimonials">
      <Breadcrumb crumbs={[{ label: 'Home', href: '/' }, { label: 'What people say' }]} />
      <h1>What people say</h1>
      {items.length > 0 ? (
        <Voices testimonials={items} />
      ) : (
        <EmptyState
          title="Nobody has said anything yet"
          action={<ButtonLink href="/products">See what there is</ButtonLink>}
        >
          When they do, it stands here.
        </EmptyState>
      )}
    </div>
  );
}
