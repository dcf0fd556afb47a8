'use client';

import { PictureManager } from '#components/admin/pictures/picture-manager';
import { describeThemeImageAction, orderThemeImagesAction, removeThemeImageAction } from '#lib/events/actions/themes';
import type { DeskTheme } from '#lib/events/theme-output';

/** The pictures of a theme. */
export function ThemePictures({ one: { id, name, gallery_images } }: { one: DeskTheme }) {
  return (
    <PictureManager
      name={name}
      images={gallery_images}
      address={`/api/admin/themes/${id}/images`}
      most={12}
      full="A theme has at most twelve pictures."
      actions={{
        order: (input) => orderThemeImagesAction({ theme_id: id, ...input }),
        describe: (input) => describeThemeImageAction({ theme_id: id, ...input }),
        remove: (input) => removeThemeImageAction({ theme_id: id, ...input }),
      }}
    />
  );
}
