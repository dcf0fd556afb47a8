import 'server-only';
import { sql } from 'drizzle-orm';
import { newId } from '#db/columns';
import { recordAudit } from '#lib/audit/commands';
import type { Context, Tag } from '#lib/context';
import { transaction } from '#lib/database';
import { DomainError, ValidationError } from '#lib/errors';
import { deleteMedia, describeMedia, discardPicture, insertMedia, storePicture } from './commands.ts';
import type { Image } from './output.ts';
import { storedPictures } from './rows.ts';
import { type StoredPicture, toImage } from './urls.ts';

/** The pictures of something in their order. Whoever calls has asked who may. */
export type Gallery = {
  /** As the audit names the thing that has the pictures. */
  entity: 'product' | 'package' | 'theme';
  things: 'products' | 'packages' | 'themes';
  pictures: 'product_images' | 'package_images' | 'theme_images';
  thingId: 'product_id' | 'package_id' | 'theme_id';
  most: number;
  /** Said where there is no room for one more. */
  full: string;
  expires: Tag[];
};

type Placed = { id: string; media_id: string; created_at: string };

/** The pictures of a thing in their order, with the thing locked. Throws DB_002 for an unknown or archived one. */
async function lockPictures(tx: Context, { things, pictures, thingId }: Gallery, of: string): Promise<Placed[]> {
  const found = await tx.db.execute<{ archived_at: string | null }>(
    sql`select archived_at from ${sql.identifier(things)} where id = ${of}::uuid for no key update`,
  );
  if (!found[0] || found[0].archived_at !== null) throw new DomainError('DB_002');
  const rows = await tx.db.execute<Placed>(sql`
    select id, media_id, created_at::text from ${sql.identifier(pictures)}
    where ${sql.identifier(thingId)} = ${of}::uuid order by position`);
  return [...rows];
}

/** Writes the list anew: positions are unique and have an end, so there is no room to shift rows one by one. */
async function place(tx: Context, { pictures, thingId }: Gallery, of: string, rows: readonly Placed[]): Promise<void> {
  const table = sql.identifier(pictures);
  const thing = sql.identifier(thingId);
  await tx.db.execute(sql`delete from ${table} where ${thing} = ${of}::uuid`);
  if (rows.length === 0) return;
  await tx.db.execute(sql`
    insert into ${table} (id, media_id, created_at, updated_at, ${thing}, position)
    select r.id, r.media_id, r.created_at, now(), ${of}::uuid, row_number() over ()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, media_id uuid, created_at timestamptz)`);
}

function refuseWhenFull({ most, full }: Gallery, count: number): void {
  if (count >= most) throw ValidationError.of('file', 'VAL_003', full);
}

async function imagesOf(ctx: Context, { pictures, thingId }: Gallery, of: string): Promise<Image[]> {
  const [row] = await ctx.db.execute<{ images: StoredPicture[] }>(
    sql`select ${storedPictures(pictures, thingId, sql`${of}::uuid`)} as images`,
  );
  return (row?.images ?? []).map(toImage);
}

async function imageOf(ctx: Context, gallery: Gallery, of: string, id: string): Promise<Image> {
  const image = (await imagesOf(ctx, gallery, of)).find((candidate) => candidate.id === id);
  if (!image) throw new DomainError('DB_002');
  return image;
}

/** Adds a picture after the others. Throws DB_002, FILE_001, FILE_002, and VAL_003 beside `file` where all are there. */
export async function addPicture(
  ctx: Context,
  gallery: Gallery,
  { of, alt, file }: { of: string; alt?: string | undefined; file: Buffer },
): Promise<Image> {
  // Asked before the picture is rendered, and again under lock.
  refuseWhenFull(gallery, (await transaction(ctx, (tx) => lockPictures(tx, gallery, of))).length);
  const uploadedBy = ctx.actor.kind === 'staff' ? ctx.actor.userId : null;
  const stored = await storePicture(file, { alt, uploadedBy });
  const id = newId();
  try {
    await transaction(ctx, async (tx) => {
      const rows = await lockPictures(tx, gallery, of);
      refuseWhenFull(gallery, rows.length);
      await insertMedia(tx, stored);
      await tx.db.execute(sql`
        insert into ${sql.identifier(gallery.pictures)} (id, ${sql.identifier(gallery.thingId)}, media_id, position)
        values (${id}::uuid, ${of}::uuid, ${stored.id}::uuid, ${rows.length + 1})`);
      const after = { image_id: id, media_id: stored.id };
      await recordAudit(tx, { action: `${gallery.entity}.image_added`, entity: gallery.entity, entityId: of, after });
    });
  } catch (error) {
    await discardPicture(stored);
    throw error;
  }
  ctx.expire(gallery.expires);
  return imageOf(ctx, gallery, of, id);
}

/** Puts the pictures in the order of `ids`, which must name each once; the first is the face. Throws DB_002. */
export async function orderPictures(
  ctx: Context,
  gallery: Gallery,
  { of, ids }: { of: string; ids: readonly string[] },
): Promise<Image[]> {
  await transaction(ctx, async (tx) => {
    const rows = await lockPictures(tx, gallery, of);
    const ordered = ids.flatMap((id) => rows.filter((row) => row.id === id));
    if (ordered.length !== rows.length || new Set(ids).size !== rows.length) {
      throw ValidationError.of('ids', 'VAL_002', `Name each picture of the ${gallery.entity} once.`);
    }
    await place(tx, gallery, of, ordered);
    const { entity } = gallery;
    await recordAudit(tx, { action: `${entity}.images_ordered`, entity, entityId: of, after: { ids } });
  });
  ctx.expire(gallery.expires);
  return imagesOf(ctx, gallery, of);
}

/** Changes the words that stand for a picture. Throws DB_002. */
export async function describePicture(
  ctx: Context,
  gallery: Gallery,
  { of, id, alt }: { of: string; id: string; alt: string },
): Promise<Image> {
  await transaction(ctx, async (tx) => {
    const row = (await lockPictures(tx, gallery, of)).find((candidate) => candidate.id === id);
    if (!row) throw new DomainError('DB_002');
    await describeMedia(tx, row.media_id, alt);
    const { entity } = gallery;
    const after = { image_id: id, alt };
    await recordAudit(tx, { action: `${entity}.image_described`, entity, entityId: of, after });
  });
  ctx.expire(gallery.expires);
  return imageOf(ctx, gallery, of, id);
}

/** Removes a picture and, when nothing else shows it, its files. Throws DB_002. */
export async function removePicture(
  ctx: Context,
  gallery: Gallery,
  { of, id }: { of: string; id: string },
): Promise<void> {
  const gone = await transaction(ctx, async (tx) => {
    const rows = await lockPictures(tx, gallery, of);
    const row = rows.find((candidate) => candidate.id === id);
    if (!row) throw new DomainError('DB_002');
    const left = rows.filter((candidate) => candidate !== row);
    await place(tx, gallery, of, left);
    const { entity } = gallery;
    await recordAudit(tx, { action: `${entity}.image_removed`, entity, entityId: of, after: { image_id: id } });
    return deleteMedia(tx, row.media_id);
  });
  ctx.expire(gallery.expires);
  if (gone) await discardPicture(gone);
}
