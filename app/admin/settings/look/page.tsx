import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LookForm } from '#components/admin/settings/look/look-form';
import { ShopPicture } from '#components/admin/settings/look/shop-picture';
import { PageHeader } from '#components/admin/shell/page-header';
import { listProducts } from '#lib/catalog/queries';
import { staffPage } from '#lib/http/page';
import { getImage } from '#lib/media/queries';
import { formatAmount } from '#lib/money-text';
import { getSettings } from '#lib/settings/queries';

export const metadata: Metadata = { title: 'Look' };

export default async function LookPage() {
  const ctx = await staffPage();
  if (ctx.actor.role !== 'admin') notFound();
  const { shop } = await getSettings(ctx);
  const [picture, products] = await Promise.all([
    shop.hero_media_id ? getImage(ctx, shop.hero_media_id) : null,
    listProducts(ctx, { limit: 3, featured: true }),
  ]);
  return (
    <>
      <PageHeader title="Look" crumbs={[{ label: 'Settings', href: '/admin/settings' }, { label: 'Look' }]} />
      <div className="grid gap-5">
        <LookForm
          key={shop.look}
          look={shop.look}
          shop={{
            name: shop.name,
            tagline: shop.tagline,
            picture,
            products: products.items.map(({ id, name, price, currency, images }) => ({
              id,
              name,
              price: formatAmount(price, currency, shop.locale),
              image: images[0] ?? null,
            })),
          }}
        />
        <ShopPicture picture={picture} />
      </div>
    </>
  );
}
