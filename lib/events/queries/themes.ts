import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { themes } from '#db/schema/events';
import { type Context, requireRole } from '#lib/context';
import { describedIn, descriptionsOf, fieldsOf, sayIn } from '#lib/i18n/content';
import { storedPictures } from '#lib/media/rows';
import { type StoredPicture, toImage } from '#lib/media/urls';
import { type Page, wholeList } from '#lib/paging';
import { isAddress, isUuid } from '#lib/slug';
import type { DeskTheme, Theme } from '../theme-output.ts';

/** More than anybody shows: the list comes whole. */
const MOST = 200;

const t = alias(themes, 't');

const columns = {
  id: t.id,
  slug: t.slug,
  name: t.name,
  description: t.description,
  active: t.active,
  version: t.version,
  archivedAt: t.archivedAt,
  createdAt: t.createdAt,
  updatedAt: t.updatedAt,
  images: storedPictures('theme_images', 'theme_id', sql`t.id`),
};

type Row = Omit<typeof themes.$inferSelect, 'displayOrder'> & { images: StoredPicture[] };

function toTheme(row: Row): Theme {
  const images = row.images.map(toImage);
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    description: row.description,
    gallery_images: images,
    image_url: images[0]?.url ?? null,
    updated_at: row.updatedAt.toISOString(),
  };
}

const isShown = sql`t.active and t.archived_at is null`;

const read = (ctx: Context, where: SQL) =>
  ctx.db.select(columns).from(t).where(where).orderBy(t.displayOrder, t.id).limit(MOST);

/** The rows as somebody reads them who speaks the language of `ctx`. */
async function inLanguage(ctx: Context, rows: readonly Row[]): Promise<Row[]> {
  const say = await sayIn(
    ctx,
    fieldsOf(
      'theme',
      rows.map(({ id }) => id),
      'name',
      'description',
    ),
    descriptionsOf(
      'theme_picture',
      rows.flatMap(({ images }) => images),
    ),
  );
  return rows.map((row) => ({
    ...row,
    ...say('theme', row.id, { name: row.name, description: row.description }),
    images: row.images.map((image) => describedIn(say, 'theme_picture', image)),
  }));
}

/** The themes on show in the shop's order, with their galleries. */
export async function listThemes(ctx: Context): Promise<Page<Theme>> {
  return wholeList((await inLanguage(ctx, await read(ctx, isShown))).map(toTheme));
}

/** One theme on show by its id or slug; null when there is none, or it is hidden or archived. */
export async function getTheme(ctx: Context, idOrSlug: string): Promise<Theme | null> {
  if (!isAddress(idOrSlug)) return null;
  const wanted = isUuid(idOrSlug) ? sql`t.id = ${idOrSlug}::uuid` : sql`t.slug = ${idOrSlug}`;
  const [row] = await inLanguage(ctx, await read(ctx, sql`${wanted} and ${isShown}`));
  return row ? toTheme(row) : null;
}

const toDeskTheme = (row: Row): DeskTheme => ({
  ...toTheme(row),
  active: row.active,
  archived_at: row.archivedAt?.toISOString() ?? null,
  created_at: row.createdAt.toISOString(),
  version: row.version,
});

/** For staff: all themes in their order, hidden ones too; the archived ones on demand. */
export async function listDeskThemes(
  ctx: Context,
  { archived = false }: { archived?: boolean } = {},
): Promise<Page<DeskTheme>> {
  requireRole(ctx, 'staff');
  return wholeList(
    (await read(ctx, archived ? sql`t.archived_at is not null` : sql`t.archived_at is null`)).map(toDeskTheme),
  );
}

/** For staff: one theme, hidden or archived or not; null when there is none. */
export async function getDeskTheme(ctx: Context, id: string): Promise<DeskTheme | null> {
  requireRole(ctx, 'staff');
  const [row] = await read(ctx, sql`t.id = ${id}::uuid`);
  return row ? toDeskTheme(row) : null;
}

/** Whether there is any package or theme on show, for whatever leads to them. */
export async function getOffered(ctx: Context): Promise<{ packages: boolean; themes: boolean }> {
  const [row] = await ctx.db.execute<{ packages: boolean; themes: boolean }>(sql`
    select exists (select 1 from packages where active and archived_at is null) as packages,
      exists (select 1 from themes where active and archived_at is null) as themes`);
  return row ?? { packages: false, themes: false };
}
