import type { Metadata } from 'next';
import { Voices } from '#components/shop/home/voices';
import { Breadcrumb } from '#components/ui/breadcrumb';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { listTestimonials } from '#lib/content/queries';
import { wordsIn } from '#lib/i18n/words';
import { alternates, type ShopPageProps, shopPage } from '../shop-page.ts';

export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: ShopPageProps): Promise<Metadata> {
  const { ctx } = await shopPage(params);
  const t = wordsIn(ctx.locale, 'titles');
  return {
    title: t('testimonials'),
    description: t('testimonials_text'),
    alternates: await alternates('/testimonials'),
  };
}

export default async function TestimonialsPage({ params }: ShopPageProps) {
  const { ctx } = await shopPage(params);
  const t = wordsIn(ctx.locale, 'titles');
  const { items } = await listTestimonials(ctx);
  return (
    <div className="wrap testimonials">
      <Breadcrumb crumbs={[{ label: t('home'), href: '/' }, { label: t('testimonials') }]} />
      <h1>{t('testimonials')}</h1>
      {items.length > 0 ? (
        <Voices testimonials={items} />
      ) : (
        <EmptyState title={t('nobody_yet')} action={<ButtonLink href="/products">{t('see_all')}</ButtonLink>}>
          {t('nobody_yet_text')}
        </EmptyState>
      )}
    </div>
  );
}
