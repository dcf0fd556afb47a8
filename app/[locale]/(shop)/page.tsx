import type { Metadata } from 'next';
import { HomeView } from '#components/shop/home/home-view';
import { JsonLd } from '#components/shop/shell/json-ld';
import { listBestsellers, listCategories, listProducts } from '#lib/catalog/queries';
import { listTestimonials } from '#lib/content/queries';
import { listPackages, listThemes } from '#lib/events/queries';
import { markHoldsUntil } from '#lib/http/holds-until';
import { judgeSegment } from '#lib/i18n/languages';
import { getOpening } from '#lib/promise/queries/opening';
import { withEarliest } from '#lib/promise/queries/products';
import { holdsUntil } from '#lib/promise/rules';
import { getShopPicture, settingsIn } from '#lib/settings/in-language';
import { getSettings } from '#lib/settings/queries';
import { getTileShop } from '../../../components/shop/catalog/tile-shop.ts';
import { localBusiness } from '../../../components/shop/shell/linked-data.ts';
import { getShell } from '../../../components/shop/shell/shell-data.ts';
import { missingHead } from './missing.tsx';
import { alternates, type ShopPageProps, shopPage } from './shop-page.ts';

/** Of a shop that has marked and sold nothing yet: two rows of its goods all the same. */
const NEWEST = 8;

export const revalidate = 300;
export const generateStaticParams = () => [];

/** An unknown first segment lands here too, as the home page of no language (see the layout). */
export async function generateMetadata({ params }: ShopPageProps): Promise<Metadata> {
  const { ctx, params: place } = await shopPage(params);
  const { shop } = await getSettings(ctx);
  return judgeSegment(place.locale, shop) === 'ours' ? { alternates: await alternates('/') } : missingHead(ctx);
}

export default async function HomePage({ params }: ShopPageProps) {
  const { ctx } = await shopPage(params);
  const settings = await settingsIn(ctx);
  const { shop } = settings;
  const [shell, tiles, opening, scene, featured, bestsellers, categories, testimonials, packages, themes] =
    await Promise.all([
      getShell(ctx),
      getTileShop(ctx),
      getOpening(ctx),
      getShopPicture(ctx),
      listProducts(ctx, { featured: true, limit: 8 }),
      listBestsellers(ctx, { limit: 8 }),
      listCategories(ctx),
      listTestimonials(ctx, { limit: 4 }),
      listPackages(ctx),
      listThemes(ctx),
    ]);
  const isYoung = featured.items.length + bestsellers.items.length === 0;
  const newest = isYoung ? (await listProducts(ctx, { limit: NEWEST })).items : [];
  const shown = await withEarliest(ctx, [...featured.items, ...bestsellers.items, ...newest]);
  markHoldsUntil(holdsUntil(shown));
  return (
    <>
      <JsonLd data={localBusiness(settings, opening, scene?.url ?? null)} />
      <HomeView
        shell={shell}
        about={shop.about}
        scene={scene}
        featured={shown.slice(0, featured.items.length)}
        bestsellers={isYoung ? [] : shown.slice(featured.items.length)}
        newest={isYoung ? shown : []}
        categories={categories.items.filter((category) => category.product_count > 0)}
        testimonials={testimonials.items}
        packages={packages.items}
        themes={themes.items}
        shop={tiles}
      />
    </>
  );
}
