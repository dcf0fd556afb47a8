import 'server-only';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { newId } from '#db/columns';
import { deliveryFees, deliveryZones } from '#db/schema/promise';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { DomainError } from '#lib/errors';
import type { ZoneDto } from '../desk-output.ts';
import { ordersOfZone } from '../queries/desk-dependents.ts';
import { getDeskZone } from '../queries/desk-zones.ts';
import type { CreateZone, ReplaceZone, UpdateZone, zoneFormInput } from '../zone-input.ts';
import { changeRules, lastZone, promiseChanged, refuseUnseen, requireLocation } from './shared.ts';

const toColumns = (input: Partial<CreateZone>) => ({
  ...(input.location_id !== undefined && { locationId: input.location_id }),
  ...(input.name !== undefined && { name: input.name }),
  ...(input.postal_rules !== undefined && { postalRules: input.postal_rules }),
  ...(input.min_order !== undefined && { minOrderMinor: input.min_order }),
  ...(input.extra_lead_minutes !== undefined && { extraLeadMinutes: input.extra_lead_minutes }),
  ...(input.priority !== undefined && { priority: input.priority }),
  ...(input.active !== undefined && { active: input.active }),
});

async function read(ctx: Context, id: string): Promise<ZoneDto> {
  const zone = await getDeskZone(ctx, { id });
  if (!zone) throw new DomainError('DB_002');
  return zone;
}

/** Not stronger than needed: an order that names it is being placed while the write waits for that order. */
async function lock(tx: Context, id: string) {
  const [row] = await tx.db.select().from(deliveryZones).where(eq(deliveryZones.id, id)).for('no key update');
  if (!row) throw new DomainError('DB_002');
  return row;
}

async function writeFees(tx: Context, zoneId: string, fees: CreateZone['fees']): Promise<void> {
  await tx.db.delete(deliveryFees).where(eq(deliveryFees.zoneId, zoneId));
  await tx.db
    .insert(deliveryFees)
    .values(fees.map(({ from_subtotal, fee }) => ({ zoneId, fromSubtotalMinor: from_subtotal, feeMinor: fee })));
}

/** Adds a zone with its fees (minor units). Throws VALIDATION_ERROR for an unknown place. */
export async function createZone(ctx: Context, input: CreateZone): Promise<ZoneDto> {
  requireRole(ctx, 'admin');
  const id = newId();
  await changeRules(ctx, async (tx) => {
    await requireLocation(tx, input.location_id);
    const { location_id: locationId, name, postal_rules: postalRules } = input;
    await tx.db.insert(deliveryZones).values({ ...toColumns(input), id, locationId, name, postalRules });
    await writeFees(tx, id, input.fees);
    await recordAudit(tx, { action: 'zone.created', entity: 'zone', entityId: id, after: input });
  });
  promiseChanged(ctx);
  return read(ctx, id);
}

/**
 * Changes what is named; `fees` come whole. Throws DB_002 when it is unknown or archived, VALIDATION_ERROR for an unknown
 * place, CONF_002 (`orders`, `order_numbers`, `last_zone`) when it is made inactive without `confirm`.
 */
export async function updateZone(ctx: Context, { id, confirm, ...input }: UpdateZone): Promise<ZoneDto> {
  requireRole(ctx, 'admin');
  const columns = toColumns(input);
  await changeRules(ctx, async (tx) => {
    const before = await lock(tx, id);
    if (before.archivedAt !== null) throw new DomainError('DB_002');
    if (input.location_id !== undefined) await requireLocation(tx, input.location_id);
    if (Object.keys(columns).length > 0) {
      await tx.db.update(deliveryZones).set(columns).where(eq(deliveryZones.id, id));
    }
    if (input.fees) await writeFees(tx, id, input.fees);
    if (before.active && input.active === false) {
      refuseUnseen(confirm, await ordersOfZone(tx, id), await lastZone(tx));
    }
    const after = { ...columns, ...(input.fees && { fees: input.fees }) };
    await recordAudit(tx, { action: 'zone.updated', entity: 'zone', entityId: id, before, after });
  });
  promiseChanged(ctx);
  return read(ctx, id);
}

/** Writes a zone anew: what is not named goes back to its default. */
export async function replaceZone(ctx: Context, input: ReplaceZone): Promise<ZoneDto> {
  // Open to staff only: the command it ends in asks.
  return updateZone(ctx, {
    ...input,
    min_order: input.min_order ?? 0,
    extra_lead_minutes: input.extra_lead_minutes ?? 0,
    priority: input.priority ?? 0,
    active: input.active ?? true,
  });
}

/** The desk's form: a new zone, or one that is there already. */
export async function saveZone(
  ctx: Context,
  { id, confirm, ...input }: z.output<typeof zoneFormInput>,
): Promise<ZoneDto> {
  requireRole(ctx, 'admin');
  return id === undefined ? createZone(ctx, input) : updateZone(ctx, { id, confirm, ...input });
}

/**
 * Archives a zone: nothing is delivered there any more, orders stay as they are. Throws DB_002, and CONF_002 (`orders`,
 * `order_numbers`, `last_zone`) until `confirm` says that somebody knows what depends on it.
 */
export async function archiveZone(
  ctx: Context,
  { id, confirm }: { id: string; confirm?: boolean | undefined },
): Promise<void> {
  requireRole(ctx, 'admin');
  await changeRules(ctx, async (tx) => {
    const row = await lock(tx, id);
    if (row.archivedAt !== null) throw new DomainError('DB_002');
    await tx.db.update(deliveryZones).set({ archivedAt: ctx.now }).where(eq(deliveryZones.id, id));
    refuseUnseen(confirm, await ordersOfZone(tx, id), row.active ? await lastZone(tx) : {});
    await recordAudit(tx, { action: 'zone.archived', entity: 'zone', entityId: id });
  });
  promiseChanged(ctx);
}

/** Brings an archived zone back. Throws DB_002, VALIDATION_ERROR while its place is archived. */
export async function restoreZone(ctx: Context, { id }: { id: string }): Promise<ZoneDto> {
  requireRole(ctx, 'admin');
  await changeRules(ctx, async (tx) => {
    const row = await lock(tx, id);
    if (row.archivedAt === null) return;
    await requireLocation(tx, row.locationId, 'Restore its place first.');
    await tx.db.update(deliveryZones).set({ archivedAt: null }).where(eq(deliveryZones.id, id));
    await recordAudit(tx, { action: 'zone.restored', entity: 'zone', entityId: id });
  });
  promiseChanged(ctx);
  return read(ctx, id);
}
