'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import type { DeskProduct } from '#lib/catalog/output';
import { type FormShop, ProductDialog } from './product-dialog.tsx';
import { valuesOf } from './product-values.ts';

/** The edit button of a product; `startOpen` when a list asked for the form right away. */
export function EditProduct({
  product,
  shop,
  startOpen,
}: {
  product: DeskProduct;
  shop: FormShop;
  startOpen: boolean;
}) {
  const router = useRouter();
  const path = usePathname();
  const [isOpen, setOpen] = useState(startOpen);
  return (
    <ProductDialog
      title={`Edit ${product.name}`}
      values={valuesOf(product)}
      shop={shop}
      open={isOpen}
      onOpenChange={(next) => {
        setOpen(next);
        if (!next && startOpen) router.replace(path, { scroll: false });
      }}
      trigger={<Button icon="pencil">Edit</Button>}
    />
  );
}
