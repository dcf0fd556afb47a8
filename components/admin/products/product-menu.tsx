'use client';

import { ButtonLink, IconButton } from '#components/ui/button';
import { Icon } from '#components/ui/icons';
import type { DeskProductCard } from '#lib/catalog/output';
import { ArchiveProduct, RestoreProduct } from './archive-product.tsx';

/** What can be done with a product from its row. */
export function ProductMenu({ product }: { product: DeskProductCard }) {
  if (product.archived_at !== null) return <RestoreProduct product={product} size="sm" />;
  return (
    <span className="inline-flex">
      <ButtonLink
        variant="quiet"
        data-icon="true"
        href={`/admin/products/${product.id}?edit=1`}
        aria-label={`Edit ${product.name}`}
        title="Edit"
      >
        <Icon name="pencil" size={18} />
      </ButtonLink>
      <ArchiveProduct
        product={product}
        trigger={<IconButton icon="archive" label={`Archive ${product.name}`} title="Archive" />}
      />
    </span>
  );
}
