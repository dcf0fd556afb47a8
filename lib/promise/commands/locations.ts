import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { newId } from '#db/columns';
import { deliveryZones, locations } from '#db/schema/promise';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { DomainError } from '#lib/errors';
import type { CreateLocation, locationFormInput, ReplaceLocation, UpdateLocation } from '../desk-input.ts';
import type { LocationDto } from '../desk-output.ts';
import { ordersOfLocation } from '../queries/desk-dependents.ts';
import { getLocation } from '../queries/desk-places.ts';
import { changeRules, lastZone, promiseChanged, refuseUnseen } from './shared.ts';

const toColumns = ({ postal_code, display_order, ...rest }: Partial<CreateLocation>) => ({
  ...rest,
  ...(postal_code !== undefined && { postalCode: postal_code }),
  ...(display_order !== undefined && { displayOrder: display_order }),
});

async function read(ctx: Context, id: string): Promise<LocationDto> {
  const location = await getLocation(ctx, { id });
  if (!location) throw new DomainError('DB_002');
  return location;
}

/** Not stronger than needed: an order that names it is being placed while the write waits for that order. */
async function lock(tx: Context, id: string) {
  const [row] = await tx.db.select().from(locations).where(eq(locations.id, id)).for('no key update');
  if (!row) throw new DomainError('DB_002');
  return row;
}

/** Whether anything is delivered from there. */
const hasZones = async (tx: Context, id: string): Promise<boolean> =>
  (await tx.db.$count(
    deliveryZones,
    and(eq(deliveryZones.locationId, id), eq(deliveryZones.active, true), isNull(deliveryZones.archivedAt)),
  )) > 0;

/** Adds a place, the last in the list unless it says where. */
export async function createLocation(ctx: Context, input: CreateLocation): Promise<LocationDto> {
  requireRole(ctx, 'admin');
  const id = newId();
  await changeRules(ctx, async (tx) => {
    await tx.db.insert(locations).values({
      displayOrder: sql`(select coalesce(max(display_order) + 1, 0) from locations)`,
      ...toColumns(input),
      id,
      name: input.name,
      street: input.street,
      city: input.city,
    });
    await recordAudit(tx, { action: 'location.created', entity: 'location', entityId: id, after: input });
  });
  promiseChanged(ctx);
  return read(ctx, id);
}

/**
 * Changes what is named. Throws DB_002 when it is unknown or archived, CONF_002 (`orders`, `order_numbers`, `last_zone`)
 * when it is made inactive while something depends on it and `confirm` does not say that somebody knows.
 */
export async function updateLocation(ctx: Context, { id, confirm, ...input }: UpdateLocation): Promise<LocationDto> {
  requireRole(ctx, 'admin');
  const columns = toColumns(input);
  if (Object.keys(columns).length === 0) return read(ctx, id);
  await changeRules(ctx, async (tx) => {
    const before = await lock(tx, id);
    if (before.archivedAt !== null) throw new DomainError('DB_002');
    await tx.db.update(locations).set(columns).where(eq(locations.id, id));
    if (before.active && input.active === false) {
      const last = (await hasZones(tx, id)) ? await lastZone(tx) : {};
      refuseUnseen(confirm, await ordersOfLocation(tx, id), last);
    }
    await recordAudit(tx, { action: 'location.updated', entity: 'location', entityId: id, before, after: columns });
  });
  promiseChanged(ctx);
  return read(ctx, id);
}

/** Writes a place anew: what is not named goes back to its default; its position in the list stays. */
export async function replaceLocation(ctx: Context, input: ReplaceLocation): Promise<LocationDto> {
  // Open to staff only: the command it ends in asks.
  return updateLocation(ctx, {
    ...input,
    kind: input.kind ?? 'shop',
    postal_code: input.postal_code ?? null,
    lat: input.lat ?? null,
    lng: input.lng ?? null,
    instructions: input.instructions ?? null,
    active: input.active ?? true,
  });
}

/** The desk's form: a new place, or one that is there already. */
export async function saveLocation(
  ctx: Context,
  { id, confirm, ...input }: z.output<typeof locationFormInput>,
): Promise<LocationDto> {
  requireRole(ctx, 'admin');
  return id === undefined ? createLocation(ctx, input) : updateLocation(ctx, { id, confirm, ...input });
}

/**
 * Archives a place with its delivery zones; orders stay as they are. Throws DB_002, and CONF_002 (`orders`,
 * `order_numbers`, `last_zone`) until `confirm` says that somebody knows what depends on it.
 */
export async function archiveLocation(
  ctx: Context,
  { id, confirm }: { id: string; confirm?: boolean | undefined },
): Promise<void> {
  requireRole(ctx, 'admin');
  await changeRules(ctx, async (tx) => {
    const row = await lock(tx, id);
    if (row.archivedAt !== null) throw new DomainError('DB_002');
    await tx.db.update(locations).set({ archivedAt: ctx.now }).where(eq(locations.id, id));
    const hadZones = await hasZones(tx, id);
    const zones = await tx.db
      .update(deliveryZones)
      .set({ archivedAt: ctx.now })
      .where(and(eq(deliveryZones.locationId, id), isNull(deliveryZones.archivedAt)))
      .returning({ id: deliveryZones.id });
    refuseUnseen(confirm, await ordersOfLocation(tx, id), hadZones ? await lastZone(tx) : {});
    const after = { zones_archived: zones.length };
    await recordAudit(tx, { action: 'location.archived', entity: 'location', entityId: id, after });
  });
  promiseChanged(ctx);
}

/** Brings an archived place back with its hours and the zones that went with it. Throws DB_002. */
export async function restoreLocation(ctx: Context, { id }: { id: string }): Promise<LocationDto> {
  requireRole(ctx, 'admin');
  await changeRules(ctx, async (tx) => {
    const row = await lock(tx, id);
    if (row.archivedAt === null) return;
    await tx.db.update(locations).set({ archivedAt: null }).where(eq(locations.id, id));
    await tx.db
      .update(deliveryZones)
      .set({ archivedAt: null })
      .where(and(eq(deliveryZones.locationId, id), eq(deliveryZones.archivedAt, row.archivedAt)));
    await recordAudit(tx, { action: 'location.restored', entity: 'location', entityId: id });
  });
  promiseChanged(ctx);
  return read(ctx, id);
}
