'use client';

import { OnePicture } from '#components/admin/pictures/one-picture';
import { Panel } from '#components/admin/shell/stat-tile';
import type { Image } from '#lib/media/output';
import { removeShopPictureAction } from '#lib/settings/actions';

/** The wide picture of the home page and of shared links. */
export function ShopPicture({ picture }: { picture: Image | null }) {
  return (
    <Panel title="Picture of the shop">
      <OnePicture
        label="Picture of the shop"
        picture={picture}
        alt="The picture of the shop"
        frame="shop-picture"
        sizes="(min-width: 40rem) 36rem, 92vw"
        empty="Without a picture the home page begins with its words."
        hint="JPEG, PNG or WebP, up to 8 MB. Wide ones fit best."
        address="/api/admin/settings/shop/picture"
        remove={{
          action: removeShopPictureAction,
          input: {},
          words: 'The home page then begins with its words, and shared links show the icon of the shop.',
        }}
      />
    </Panel>
  );
}
