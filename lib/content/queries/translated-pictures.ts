import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { type PictureType, SHOP_CONTENT } from '#lib/i18n/content-fields';
import { RENDITION_WIDTHS, renditionUrl, type StoredPicture } from '#lib/media/urls';
import { PART_OF, TRANSLATED_PICTURES, type TranslatedKind } from '../translation-rules.ts';

/** What pictures show, as SQL: the descriptions stand with the pictures, the pictures with what shows them. */

/** The rows `i` that show a picture `m`: its id there, whose it is, and its place among the others. */
type Shown = { table: string; id: 'i.id' | 'm.id'; owner: string; place: string };
const gallery = (table: string, owner: string): Shown => ({
  table,
  id: 'i.id',
  owner: `i.${owner}`,
  place: 'i.position',
});
/** What has one picture shows it under the id of its file. */
const single = (table: string): Shown => ({ table, id: 'm.id', owner: 'i.id', place: '1' });

const SHOWN: Record<Exclude<PictureType, 'shop_picture'>, Shown> = {
  product_picture: gallery('product_images', 'product_id'),
  package_picture: gallery('package_images', 'package_id'),
  theme_picture: gallery('theme_images', 'theme_id'),
  category_picture: single('categories'),
  testimonial_picture: single('testimonials'),
};

const DESCRIBED = `m.alt, json_build_object('driver', m.driver, 'path', m.path, 'width', m.width) as picture`;

/** Every picture of a type: `id`, `owner`, `place`, `alt`, and what makes its address. `hero` is the id of the shop's. */
export function picturesOf(type: PictureType, hero: SQL): SQL {
  if (type === 'shop_picture') {
    return sql`select m.id, ${SHOP_CONTENT}::uuid as owner, 1 as place, ${sql.raw(DESCRIBED)}
      from media m where m.id = ${hero}`;
  }
  const { table, id, owner, place } = SHOWN[type];
  return sql.raw(`select ${id} as id, ${owner} as owner, ${place} as place, ${DESCRIBED}
    from ${table} i join media m on m.id = i.media_id`);
}

/** What the pictures of row `o` show, to follow its own texts and those of its other parts. */
export function descriptionsOf(kind: TranslatedKind): SQL {
  const type = TRANSLATED_PICTURES.find((one) => PART_OF[one] === kind);
  if (type === undefined) return sql``;
  return sql`union all select ${sql.raw(`'${type}'`)}, x.id, 1000 + x.place, 'alt', 0, x.alt::text, x.picture
    from (${picturesOf(type, sql`o.hero_media_id`)}) x where x.owner = o.id`;
}

export type SmallPicture = Pick<StoredPicture, 'driver' | 'path' | 'width'>;

/** The address of a picture in its smallest size. */
export const smallUrl = (picture: SmallPicture | null): string | null =>
  picture && renditionUrl(picture, Math.min(picture.width, RENDITION_WIDTHS[0]), 'webp');
