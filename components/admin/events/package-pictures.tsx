'use client';

import { PictureManager } from '#components/admin/pictures/picture-manager';
import {
  describePackageImageAction,
  orderPackageImagesAction,
  removePackageImageAction,
} from '#lib/events/actions/packages';
import type { DeskPackage } from '#lib/events/package-output';

/** The pictures of a package. */
export function PackagePictures({ one: { id, name, images } }: { one: DeskPackage }) {
  return (
    <PictureManager
      name={name}
      images={images}
      address={`/api/admin/packages/${id}/images`}
      most={5}
      full="A package has at most five pictures."
      actions={{
        order: (input) => orderPackageImagesAction({ package_id: id, ...input }),
        describe: (input) => describePackageImageAction({ package_id: id, ...input }),
        remove: (input) => removePackageImageAction({ package_id: id, ...input }),
      }}
    />
  );
}
