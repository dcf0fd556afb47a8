'use client';

import { PictureManager } from '#components/admin/pictures/picture-manager';
import { describeProductImageAction, orderProductImagesAction, removeProductImageAction } from '#lib/catalog/actions';
import type { DeskProduct } from '#lib/catalog/output';

/** The pictures of a product. */
export function ProductPictures({ product: { id, name, images } }: { product: DeskProduct }) {
  return (
    <PictureManager
      name={name}
      images={images}
      address={`/api/admin/products/${id}/images`}
      most={5}
      full="A product has at most five pictures."
      actions={{
        order: (input) => orderProductImagesAction({ product_id: id, ...input }),
        describe: (input) => describeProductImageAction({ product_id: id, ...input }),
        remove: (input) => removeProductImageAction({ product_id: id, ...input }),
      }}
    />
  );
}
