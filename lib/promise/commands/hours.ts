import 'server-only';
import { and, eq } from 'drizzle-orm';
import { newId } from '#db/columns';
import { openingRules } from '#db/schema/promise';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { breaks } from '#lib/database';
import { DomainError } from '#lib/errors';
import { parseInput } from '#lib/http/validation';
import { getSettings } from '#lib/settings/queries';
import type { OpeningRuleDto } from '../desk-output.ts';
import { findOverlap, type Window } from '../hours.ts';
import { type CreateRule, createRuleInput, type ReplaceRule, toCutoff, type UpdateRule } from '../hours-input.ts';
import { ordersWithoutHours } from '../queries/desk-dependents.ts';
import { getOpeningRule, toRule } from '../queries/desk-hours.ts';
import { changeRules, promiseChanged, refuseUnseen, requireLocation } from './shared.ts';

type Row = typeof openingRules.$inferSelect;
export type Hours = Pick<Row, 'locationId' | 'purpose'>;

/** Rules of one place and purpose: they must not overlap, and orders were promised under them. */
export const rulesOf = (ctx: Pick<Context, 'db'>, { locationId, purpose }: Hours): Promise<Row[]> =>
  ctx.db
    .select()
    .from(openingRules)
    .where(and(eq(openingRules.locationId, locationId), eq(openingRules.purpose, purpose)))
    .then((rows) => rows);

/**
 * Runs a write of hours. What the exclusion constraint refuses becomes CONF_001 with the `field` and, as `with`, the
 * window it overlaps. `wanted` are the windows written, each with its field; `replaced` tells rows that go.
 */
export async function refuseOverlaps<T>(
  ctx: Context,
  hours: Hours,
  wanted: readonly { window: Window; field: string }[],
  replaced: (row: Row) => boolean,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!breaks(error, 'opening_rules_no_overlap')) throw error;
    const others = (await rulesOf(ctx, hours)).filter((row) => !replaced(row));
    for (const { window, field } of wanted) {
      const other = findOverlap(others, window);
      if (!other) continue;
      const { id, weekday, starts, ends, valid_from, valid_to } = toRule(other);
      const overlapped = { id, weekday, starts, ends, valid_from, valid_to };
      throw new DomainError('CONF_001', { field, with: overlapped }, { cause: error });
    }
    throw new DomainError('CONF_001', { field: wanted[0]?.field ?? '' }, { cause: error });
  }
}

/** Refuses with CONF_002 when orders were promised under `before` that the rules of now have no slot for. */
export async function refuseLostOrders(
  tx: Context,
  hours: Hours,
  before: readonly Row[],
  confirm: boolean | undefined,
): Promise<void> {
  const { shop } = await getSettings(tx);
  const after = await rulesOf(tx, hours);
  refuseUnseen(confirm, await ordersWithoutHours(tx, { ...hours, timeZone: shop.time_zone }, before, after));
}

const toColumns = (input: CreateRule) => ({
  locationId: input.location_id,
  purpose: input.purpose,
  weekday: input.weekday,
  starts: input.starts,
  ends: input.ends,
  slotMinutes: input.slot_minutes,
  capacityOrders: input.capacity_orders ?? null,
  capacityLoad: input.capacity_load ?? null,
  cutoff: toCutoff(input.cutoff),
  validFrom: input.valid_from ?? null,
  validTo: input.valid_to ?? null,
});

async function read(ctx: Context, id: string): Promise<OpeningRuleDto> {
  const rule = await getOpeningRule(ctx, { id });
  if (!rule) throw new DomainError('DB_002');
  return rule;
}

/** Adds a weekly window. Throws VALIDATION_ERROR, CONF_001 (`field`, `with`) where it overlaps with another one. */
export async function createOpeningRule(ctx: Context, input: CreateRule): Promise<OpeningRuleDto> {
  requireRole(ctx, 'admin');
  const id = newId();
  const columns = toColumns(input);
  await refuseOverlaps(
    ctx,
    columns,
    [{ window: columns, field: 'starts' }],
    () => false,
    () =>
      changeRules(ctx, async (tx) => {
        await requireLocation(tx, input.location_id);
        await tx.db.insert(openingRules).values({ id, ...columns });
        await recordAudit(tx, { action: 'hours.created', entity: 'opening_rule', entityId: id, after: columns });
      }),
  );
  promiseChanged(ctx);
  return read(ctx, id);
}

/** A stored rule with what a change names, judged again as a whole. Throws VALIDATION_ERROR. */
function merged(row: Row, change: Omit<UpdateRule, 'id' | 'confirm'>): CreateRule {
  const { id: _id, created_at: _created, updated_at: _updated, ...known } = toRule(row);
  const named = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  return parseInput(createRuleInput, { ...known, ...named });
}

/**
 * Changes what is named. Throws DB_002, VALIDATION_ERROR, CONF_001 (`field`, `with`), and CONF_002 (`orders`,
 * `order_numbers`) when open orders lose their hours and `confirm` does not say that somebody knows.
 */
export async function updateOpeningRule(ctx: Context, { id, confirm, ...change }: UpdateRule): Promise<OpeningRuleDto> {
  requireRole(ctx, 'admin');
  const [known] = await ctx.db.select().from(openingRules).where(eq(openingRules.id, id));
  if (!known) throw new DomainError('DB_002');
  const columns = toColumns(merged(known, change));
  await refuseOverlaps(
    ctx,
    columns,
    [{ window: columns, field: 'starts' }],
    (row) => row.id === id,
    () =>
      changeRules(ctx, async (tx) => {
        if (columns.locationId !== known.locationId) await requireLocation(tx, columns.locationId);
        const before = await rulesOf(tx, known);
        const [row] = await tx.db.update(openingRules).set(columns).where(eq(openingRules.id, id)).returning();
        if (!row) throw new DomainError('DB_002');
        await refuseLostOrders(tx, known, before, confirm);
        const audit = { action: 'hours.updated', entity: 'opening_rule', entityId: id };
        await recordAudit(tx, { ...audit, before: known, after: columns });
      }),
  );
  promiseChanged(ctx);
  return read(ctx, id);
}

/** Writes a window anew: what is not named goes back to its default. Throws as `updateOpeningRule`. */
export async function replaceOpeningRule(ctx: Context, input: ReplaceRule): Promise<OpeningRuleDto> {
  // Open to staff only: the command it ends in asks.
  return updateOpeningRule(ctx, {
    ...input,
    capacity_orders: input.capacity_orders ?? null,
    capacity_load: input.capacity_load ?? null,
    valid_from: input.valid_from ?? null,
    valid_to: input.valid_to ?? null,
  });
}

/** Removes a window. Throws DB_002, and CONF_002 (`orders`, `order_numbers`) until `confirm`. */
export async function removeOpeningRule(
  ctx: Context,
  { id, confirm }: { id: string; confirm?: boolean | undefined },
): Promise<void> {
  requireRole(ctx, 'admin');
  await changeRules(ctx, async (tx) => {
    const [row] = await tx.db.delete(openingRules).where(eq(openingRules.id, id)).returning();
    if (!row) throw new DomainError('DB_002');
    const rest = await rulesOf(tx, row);
    await refuseLostOrders(tx, row, [...rest, row], confirm);
    await recordAudit(tx, { action: 'hours.removed', entity: 'opening_rule', entityId: id, before: row });
  });
  promiseChanged(ctx);
}
