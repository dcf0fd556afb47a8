import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { ArchiveProduct, RestoreProduct } from '#components/admin/products/archive-product';
import { EditProduct } from '#components/admin/products/edit-product';
import { MovementList } from '#components/admin/products/movement-list';
import { ProductFacts } from '#components/admin/products/product-facts';
import { ProductPictures } from '#components/admin/products/product-pictures';
import { ProductState } from '#components/admin/products/product-state';
import { VariantsPanel } from '#components/admin/products/variants-panel';
import { PageHeader } from '#components/admin/shell/page-header';
import { Panel } from '#components/admin/shell/stat-tile';
import { TranslateLink } from '#components/admin/translations/translate-link';
import { Button, ButtonLink } from '#components/ui/button';
import { Link } from '#components/ui/link';
import { Notice } from '#components/ui/notice';
import { getDeskProduct, listDeskCategories } from '#lib/catalog/queries';
import { staffPage } from '#lib/http/page';
import { getSettings } from '#lib/settings/queries';
import { listMovements } from '#lib/stock/queries';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const SHOWN = 8;

const readProduct = cache(async (id: string) => {
  const ctx = await staffPage();
  return z.uuid().safeParse(id).success ? getDeskProduct(ctx, id) : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const product = await readProduct((await params).id);
  return { title: product?.name ?? 'Product' };
}

export default async function ProductPage({ params, searchParams }: Props) {
  const ctx = await staffPage();
  const product = await readProduct((await params).id);
  if (!product) notFound();
  const [{ shop }, { items: categories }, { items: movements }, { edit }] = await Promise.all([
    getSettings(ctx),
    listDeskCategories(ctx),
    listMovements(ctx, { product_id: product.id, page: 1, limit: SHOWN }),
    searchParams,
  ]);
  const form = { currency: shop.currency, categories: categories.map(({ id, name }) => ({ id, name })) };
  const isArchived = product.archived_at !== null;

  return (
    <>
      <PageHeader
        title={product.name}
        crumbs={[{ label: 'Products', href: '/admin/products' }, { label: product.name }]}
        status={<ProductState product={product} />}
        actions={
          isArchived ? (
            <RestoreProduct product={product} />
          ) : (
            <>
              {product.active ? (
                <ButtonLink variant="quiet" icon="globe" href={`/products/${product.slug}`}>
                  See it in the shop
                </ButtonLink>
              ) : null}
              <TranslateLink kind="product" id={product.id} shop={shop} />
              <ArchiveProduct
                product={product}
                trigger={
                  <Button variant="secondary" icon="archive">
                    Archive
                  </Button>
                }
              />
              <EditProduct product={product} shop={form} startOpen={edit === '1'} />
            </>
          )
        }
      />
      {isArchived ? (
        <Notice tone="warn" title="This product is archived">
          <p>Customers do not see it. Restore it to sell or change it again.</p>
        </Notice>
      ) : null}
      <div className="detail">
        <div>
          <VariantsPanel product={product} locale={shop.locale} />
          {isArchived ? null : (
            <Panel title={<span id="pictures">Pictures</span>}>
              <ProductPictures product={product} />
            </Panel>
          )}
          <Panel title="Stock movements" actions={<Link href={`/admin/stock?product_id=${product.id}`}>Show all</Link>}>
            <MovementList movements={movements} shop={{ locale: shop.locale, timeZone: shop.time_zone }} />
          </Panel>
        </div>
        <div>
          <ProductFacts product={product} locale={shop.locale} />
        </div>
      </div>
    </>
  );
}
