'use client';

import { useRouter } from 'next/navigation';
import { Button } from '#components/ui/button';
import { type FormShop, ProductDialog } from './product-dialog.tsx';
import { newProduct } from './product-values.ts';

/** A new product as a form; once saved, its own page takes the pictures. */
export function AddProduct({ shop, category }: { shop: FormShop; category?: string }) {
  const router = useRouter();
  return (
    <ProductDialog
      title="New product"
      values={newProduct(category ?? shop.categories[0]?.id)}
      shop={shop}
      trigger={<Button icon="plus">Add product</Button>}
      onSaved={({ id }) => router.push(`/admin/products/${id}#pictures`)}
    />
  );
}
