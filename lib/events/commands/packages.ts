import 'server-only';
import { eq, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { newId } from '#db/columns';
import { packageItems, packages } from '#db/schema/events';
import { changesAfter } from '#lib/audit/changes';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole, type Tag } from '#lib/context';
import { transaction } from '#lib/database';
import { writeOrder } from '#lib/display-order';
import { duplicatesOf, freeSlugFor } from '#lib/duplicates';
import { DomainError, ValidationError } from '#lib/errors';
import type {
  CreatePackage,
  orderPackagesInput,
  replacePackageInput,
  SentItem,
  UpdatePackage,
} from '../package-input.ts';
import type { DeskPackage } from '../package-output.ts';
import { keepItemIds, settledPrice } from '../package-rules.ts';
import { getDeskPackage } from '../queries/packages.ts';

/** `shop` because every page leads to the packages once there is one. */
export const EVENT_TAGS: Tag[] = ['content', 'shop'];

const refuseDuplicates = duplicatesOf({ packages_slug_key: 'slug' });

type Row = typeof packages.$inferSelect;

async function read(ctx: Context, id: string): Promise<DeskPackage> {
  const found = await getDeskPackage(ctx, id);
  if (!found) throw new DomainError('DB_002');
  return found;
}

/** Locked until the transaction ends. Throws DB_002 when it is unknown. */
async function lock(tx: Context, id: string): Promise<Row> {
  const [row] = await tx.db.select().from(packages).where(eq(packages.id, id)).for('no key update');
  if (!row) throw new DomainError('DB_002');
  return row;
}

function priceColumns(input: CreatePackage | UpdatePackage, now?: Pick<Row, 'priceKind' | 'priceMinor'>) {
  const settled = settledPrice(input, now && { price_kind: now.priceKind, price: now.priceMinor });
  if (!('problem' in settled)) return { priceKind: settled.price_kind, priceMinor: settled.price };
  if (settled.problem === 'missing') throw ValidationError.of('price', 'VAL_001', 'Enter a price.');
  throw ValidationError.of('price', 'VAL_002', 'On request there is no price. Name another kind beside it.');
}

const toColumns = (input: CreatePackage | UpdatePackage) => ({
  ...(input.name !== undefined && { name: input.name }),
  ...(input.slug !== undefined && { slug: input.slug }),
  ...(input.description !== undefined && { description: input.description }),
  ...(input.duration_minutes !== undefined && { durationMinutes: input.duration_minutes }),
  ...(input.deposit_percent !== undefined && { depositPercent: input.deposit_percent }),
  ...(input.max_guests !== undefined && { maxGuests: input.max_guests }),
  ...(input.per_day_capacity !== undefined && { perDayCapacity: input.per_day_capacity }),
  ...(input.active !== undefined && { active: input.active }),
});

/** Written anew, as positions are unique; a line that stays keeps its id, which its translations hang on. */
async function writeItems(tx: Context, packageId: string, items: readonly SentItem[]): Promise<void> {
  const known = await tx.db
    .delete(packageItems)
    .where(eq(packageItems.packageId, packageId))
    .returning({ id: packageItems.id, label: packageItems.label });
  const kept = keepItemIds(known, items);
  if ('unknown' in kept) {
    throw ValidationError.of(`included_items.${kept.unknown}.id`, 'VAL_002', 'That line is not of this package.');
  }
  if (items.length === 0) return;
  await tx.db.insert(packageItems).values(
    items.map(({ label, quantity }, at) => ({
      id: kept.ids[at] ?? newId(),
      label,
      quantity,
      packageId,
      position: at + 1,
    })),
  );
}

/** The package as the audit keeps it, under the names of the API. */
async function snapshot(tx: Context, id: string): Promise<Record<string, unknown>> {
  const { images, image_url, items, updated_at, created_at, archived_at, currency, ...state } = await read(tx, id);
  return state;
}

/** Adds a package after the others. Price in minor units. Throws CONF_001 when its address is taken. */
export async function createPackage(ctx: Context, input: CreatePackage): Promise<DeskPackage> {
  requireRole(ctx, 'staff');
  const id = newId();
  await refuseDuplicates(() =>
    transaction(ctx, async (tx) => {
      const slug = input.slug ?? (await freeSlugFor(tx, 'packages', input.name));
      const displayOrder = sql`(select coalesce(max(display_order), 0) + 1 from packages)`;
      await tx.db
        .insert(packages)
        .values({ ...toColumns(input), ...priceColumns(input), id, name: input.name, slug, displayOrder });
      await writeItems(tx, id, input.included_items ?? []);
      const after = await snapshot(tx, id);
      await recordAudit(tx, { action: 'package.created', entity: 'package', entityId: id, after });
    }),
  );
  ctx.expire(EVENT_TAGS);
  return read(ctx, id);
}

/**
 * Changes what is named; `included_items` is the whole list. Throws DB_002 when it is unknown or archived, CONF_001, and
 * REQ_002 with the newest version and what changed since the one that was named.
 */
export async function updatePackage(ctx: Context, input: UpdatePackage): Promise<DeskPackage> {
  requireRole(ctx, 'staff');
  const { id, version } = input;
  await refuseDuplicates(() =>
    transaction(ctx, async (tx) => {
      const row = await lock(tx, id);
      if (row.archivedAt !== null) throw new DomainError('DB_002');
      if (version !== undefined && version !== row.version) {
        const changes = await changesAfter(tx, { entity: 'package', id, version });
        throw new DomainError('REQ_002', { version: row.version, changes });
      }
      const before = await snapshot(tx, id);
      const columns = { ...toColumns(input), ...priceColumns(input, row), version: row.version + 1 };
      await tx.db.update(packages).set(columns).where(eq(packages.id, id));
      if (input.included_items) await writeItems(tx, id, input.included_items);
      const after = await snapshot(tx, id);
      await recordAudit(tx, { action: 'package.updated', entity: 'package', entityId: id, before, after });
    }),
  );
  ctx.expire(EVENT_TAGS);
  return read(ctx, id);
}

/** Writes a package anew: what is not named goes back to its default; address and pictures stay. Throws as a change does. */
export async function replacePackage(ctx: Context, input: z.output<typeof replacePackageInput>): Promise<DeskPackage> {
  // Open to staff only: the command it ends in asks.
  return updatePackage(ctx, {
    ...input,
    description: input.description ?? '',
    price_kind: input.price_kind ?? (input.price === null ? 'on_request' : 'fixed'),
    price: input.price ?? null,
    duration_minutes: input.duration_minutes ?? null,
    deposit_percent: input.deposit_percent ?? 0,
    max_guests: input.max_guests ?? null,
    per_day_capacity: input.per_day_capacity ?? 1,
    active: input.active ?? true,
    included_items: input.included_items ?? [],
  });
}

async function setArchived(ctx: Context, id: string, isArchived: boolean): Promise<void> {
  await transaction(ctx, async (tx) => {
    const row = await lock(tx, id);
    if ((row.archivedAt !== null) === isArchived) return;
    await tx.db
      .update(packages)
      .set({ archivedAt: isArchived ? ctx.now : null, version: row.version + 1 })
      .where(eq(packages.id, id));
    const action = isArchived ? 'package.archived' : 'package.restored';
    await recordAudit(tx, { action, entity: 'package', entityId: id, after: { version: row.version + 1 } });
  });
  ctx.expire(EVENT_TAGS);
}

/** Takes a package out of the shop; bookings keep it, and its address stays its own. Throws DB_002. */
export async function archivePackage(ctx: Context, { id }: { id: string }): Promise<void> {
  requireRole(ctx, 'staff');
  await setArchived(ctx, id, true);
}

/** Brings an archived package back as it was. Throws DB_002. */
export async function restorePackage(ctx: Context, { id }: { id: string }): Promise<DeskPackage> {
  requireRole(ctx, 'staff');
  await setArchived(ctx, id, false);
  return read(ctx, id);
}

/** Puts packages in the order of `ids`; the ones not named follow as they were. Throws DB_002 for an unknown id. */
export async function orderPackages(ctx: Context, { ids }: z.output<typeof orderPackagesInput>): Promise<void> {
  requireRole(ctx, 'staff');
  await transaction(ctx, async (tx) => {
    const rows = await tx.db
      .select({ id: packages.id })
      .from(packages)
      .where(isNull(packages.archivedAt))
      .orderBy(packages.displayOrder, packages.id)
      .for('update');
    await writeOrder(tx, 'package', rows, ids);
  });
  ctx.expire(EVENT_TAGS);
}
