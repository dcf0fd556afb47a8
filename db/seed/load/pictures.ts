import type { media } from '#db/schema/content';
import { drawPicture, drawScene, type ShopKey } from '../art/picture.ts';
import { drawRoom } from '../art/room.ts';
import type { Drawn, Preset } from '../preset.ts';

type MediaRow = typeof media.$inferInsert & { id: string };

/** Keeps one drawing the way an upload is kept; answers the row that is still to be inserted. */
export type KeepPicture = (drawing: Drawing) => Promise<MediaRow>;

export interface Drawing {
  svg: string;
  alt: string;
}

export interface Pictures {
  rows: MediaRow[];
  idOf: (picture: Drawn) => string | null;
  heroId: string | null;
}

export const NO_PICTURES: Pictures = { rows: [], idOf: () => null, heroId: null };

/** The scene's width in pixels; the widest rendition decides what is kept of it. */
const SCENE = { width: 2400, height: 1350 };

/** Tells pictures of a shop apart: the same drawing is one picture. */
export const pictureKey = (picture: Drawn): string =>
  'motif' in picture ? JSON.stringify(picture, Object.keys(picture).sort()) : JSON.stringify(picture);

const svgOf = (shop: ShopKey, picture: Drawn): string =>
  'motif' in picture ? drawPicture(shop, picture) : drawRoom(shop, picture);

/** Every picture of a shop once, with the words that describe it. */
export function picturesOf(preset: Preset): Map<string, { picture: Drawn; alt: string }> {
  const wanted = new Map<string, { picture: Drawn; alt: string }>();
  const want = (picture: Drawn, alt: string) => {
    if (!wanted.has(pictureKey(picture))) wanted.set(pictureKey(picture), { picture, alt });
  };
  for (const product of preset.products) for (const picture of product.pictures) want(picture, product.alt);
  for (const category of preset.categories) want(category.picture, category.name);
  for (const { pictures, alts, name } of [...(preset.packages ?? []), ...(preset.themes ?? [])]) {
    pictures.forEach((picture, at) => {
      want(picture, alts[at] ?? name);
    });
  }
  for (const { picture, name } of preset.testimonials) if (picture) want(picture, name);
  return wanted;
}

/** Draws and keeps all pictures of a shop, `lanes` at a time. */
export async function keepPictures(
  preset: Preset,
  keep: KeepPicture,
  lanes: number,
  progress: (done: number, all: number) => void,
): Promise<Pictures> {
  if (preset.products.length === 0) return NO_PICTURES;
  const shop: ShopKey = preset.shop.look;
  const queue = [...picturesOf(preset)];
  const all = queue.length + 1;
  const ids = new Map<string, string>();
  const rows: MediaRow[] = [];
  let done = 0;
  const one = async (svg: string, alt: string) => {
    const row = await keep({ svg, alt });
    rows.push(row);
    progress(++done, all);
    return row.id;
  };
  let heroId: string | null = null;
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [key, { picture, alt }] = next;
      ids.set(key, await one(svgOf(shop, picture), alt));
    }
  };
  await Promise.all([
    one(drawScene(shop, SCENE), preset.shop.name).then((id) => {
      heroId = id;
    }),
    ...Array.from({ length: Math.max(1, lanes) }, lane),
  ]);
  return { rows, idOf: (picture) => ids.get(pictureKey(picture)) ?? null, heroId };
}
