import { type SQL, sql } from 'drizzle-orm';
import type { StoredPicture } from './urls.ts';

/** The row `m` of `media` as `toImage` takes it, under the id of what shows it (or its own). */
export const storedPicture = (id: SQL) => sql<StoredPicture>`json_build_object('id', ${id}, 'driver', m.driver,
  'path', m.path, 'width', m.width, 'height', m.height, 'alt', m.alt, 'blurDataUrl', m.blur_data_url)`;

/** The pictures of a gallery in their order: those rows of `table` whose `owner` column is `id`. */
export const storedPictures = (table: string, owner: string, id: SQL) => sql<StoredPicture[]>`coalesce((
  select json_agg(${storedPicture(sql`i.id`)} order by i.position)
  from ${sql.identifier(table)} i join media m on m.id = i.media_id
  where i.${sql.identifier(owner)} = ${id}), '[]'::json)`;
