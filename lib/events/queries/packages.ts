import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { packages } from '#db/schema/events';
import { type Context, requireRole } from '#lib/context';
import { describedIn, descriptionsOf, fieldsOf, sayIn } from '#lib/i18n/content';
import { storedPictures } from '#lib/media/rows';
import { type StoredPicture, toImage } from '#lib/media/urls';
import { fromMinor } from '#lib/money';
import { type Page, wholeList } from '#lib/paging';
import { getSettings } from '#lib/settings/queries';
import { isAddress, isUuid } from '#lib/slug';
import type { DeskPackage, Package, PackageItem } from '../package-output.ts';
import { itemLine } from '../package-rules.ts';

/** More than anybody offers: the list comes whole. */
const MOST = 200;

const p = alias(packages, 'p');

const columns = {
  id: p.id,
  slug: p.slug,
  name: p.name,
  description: p.description,
  priceMinor: p.priceMinor,
  priceKind: p.priceKind,
  durationMinutes: p.durationMinutes,
  depositPercent: p.depositPercent,
  maxGuests: p.maxGuests,
  perDayCapacity: p.perDayCapacity,
  active: p.active,
  version: p.version,
  archivedAt: p.archivedAt,
  createdAt: p.createdAt,
  updatedAt: p.updatedAt,
  items: sql<PackageItem[]>`coalesce((
    select json_agg(json_build_object('id', i.id, 'label', i.label, 'quantity', i.quantity) order by i.position)
    from package_items i where i.package_id = p.id), '[]'::json)`,
  images: storedPictures('package_images', 'package_id', sql`p.id`),
};

type Row = Omit<typeof packages.$inferSelect, 'displayOrder'> & { items: PackageItem[]; images: StoredPicture[] };

function toPackage(row: Row, currency: string): Package {
  const images = row.images.map(toImage);
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    description: row.description,
    price: row.priceMinor === null ? null : fromMinor(row.priceMinor),
    currency,
    price_kind: row.priceKind,
    included_items: row.items.map(itemLine),
    items: row.items,
    duration_minutes: row.durationMinutes,
    deposit_percent: row.depositPercent,
    max_guests: row.maxGuests,
    images,
    image_url: images[0]?.url ?? null,
    updated_at: row.updatedAt.toISOString(),
  };
}

const isShown = sql`p.active and p.archived_at is null`;

const currencyOf = async (ctx: Context): Promise<string> => (await getSettings(ctx)).shop.currency;

const read = (ctx: Context, where: SQL) =>
  ctx.db.select(columns).from(p).where(where).orderBy(p.displayOrder, p.id).limit(MOST);

/** The rows as somebody reads them who speaks the language of `ctx`. */
async function inLanguage(ctx: Context, rows: readonly Row[]): Promise<Row[]> {
  const items = rows.flatMap((row) => row.items.map(({ id }) => id));
  const say = await sayIn(
    ctx,
    fieldsOf(
      'package',
      rows.map(({ id }) => id),
      'name',
      'description',
    ),
    fieldsOf('package_item', items, 'label'),
    descriptionsOf(
      'package_picture',
      rows.flatMap(({ images }) => images),
    ),
  );
  return rows.map((row) => ({
    ...row,
    ...say('package', row.id, { name: row.name, description: row.description }),
    images: row.images.map((image) => describedIn(say, 'package_picture', image)),
    items: row.items.map((item) => ({ ...item, ...say('package_item', item.id, { label: item.label }) })),
  }));
}

const readShown = async (ctx: Context, where: SQL): Promise<Row[]> => inLanguage(ctx, await read(ctx, where));

/** The packages on offer in the shop's order, pictures and what is in them with them. */
export async function listPackages(ctx: Context): Promise<Page<Package>> {
  const [rows, currency] = await Promise.all([readShown(ctx, isShown), currencyOf(ctx)]);
  return wholeList(rows.map((row) => toPackage(row, currency)));
}

/** One package on offer by its id or slug; null when there is none, or it is hidden or archived. */
export async function getPackage(ctx: Context, idOrSlug: string): Promise<Package | null> {
  if (!isAddress(idOrSlug)) return null;
  const wanted = isUuid(idOrSlug) ? sql`p.id = ${idOrSlug}::uuid` : sql`p.slug = ${idOrSlug}`;
  const [[row], currency] = await Promise.all([readShown(ctx, sql`${wanted} and ${isShown}`), currencyOf(ctx)]);
  return row ? toPackage(row, currency) : null;
}

const toDeskPackage = (row: Row, currency: string): DeskPackage => ({
  ...toPackage(row, currency),
  active: row.active,
  per_day_capacity: row.perDayCapacity,
  archived_at: row.archivedAt?.toISOString() ?? null,
  created_at: row.createdAt.toISOString(),
  version: row.version,
});

/** For staff: all packages in their order, hidden ones too; the archived ones on demand. */
export async function listDeskPackages(
  ctx: Context,
  { archived = false }: { archived?: boolean } = {},
): Promise<Page<DeskPackage>> {
  requireRole(ctx, 'staff');
  const where = archived ? sql`p.archived_at is not null` : sql`p.archived_at is null`;
  const [rows, currency] = await Promise.all([read(ctx, where), currencyOf(ctx)]);
  return wholeList(rows.map((row) => toDeskPackage(row, currency)));
}

/** For staff: one package, hidden or archived or not; null when there is none. */
export async function getDeskPackage(ctx: Context, id: string): Promise<DeskPackage | null> {
  requireRole(ctx, 'staff');
  const [[row], currency] = await Promise.all([read(ctx, sql`p.id = ${id}::uuid`), currencyOf(ctx)]);
  return row ? toDeskPackage(row, currency) : null;
}
