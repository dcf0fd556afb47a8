import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { drawIcon } from '#db/seed/art/picture';
import { ICON_LETTERS, ICON_SIZES } from '#lib/look/icon';
import { LOOKS } from '#lib/look/tokens';

/** Draws the app icons of every look into `public/icons`; they are committed, so run it only after changing a drawing. */

const FOLDER = join(import.meta.dirname, '..', 'public', 'icons');
const PEN = /<path[^>]*stroke-width="62"[^>]*\/>/g;

await mkdir(FOLDER, { recursive: true });
for (const look of LOOKS) {
  const lettered = drawIcon(look, ICON_LETTERS[look]);
  for (const [name, svg] of [
    [look, lettered],
    [`${look}-plain`, lettered.replace(PEN, '')],
  ] as const) {
    for (const size of ICON_SIZES) {
      await sharp(Buffer.from(svg))
        .resize(size)
        .png({ palette: true, quality: 90, effort: 10 })
        .toFile(join(FOLDER, `${name}-${size}.png`));
    }
  }
}
