import 'server-only';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { newId } from '#db/columns';
import { closures } from '#db/schema/promise';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { DomainError, ValidationError } from '#lib/errors';
import { getSettings } from '#lib/settings/queries';
import { momentsOf } from '../closure-span.ts';
import type {
  CreateClosure,
  closureFormInput,
  replaceClosureInput,
  UpdateClosure,
  vacationInput,
} from '../desk-input.ts';
import type { ClosureDto } from '../desk-output.ts';
import { getClosure } from '../queries/desk-closures.ts';
import { changeRules, promiseChanged, requireLocation } from './shared.ts';

type Span = { startsAt: Date; endsAt: Date };

/** The span a change names, in days of the shop or in moments; a moment that is not named stays. */
function spanOf(input: Partial<CreateClosure>, timeZone: string, known?: Span): Span | null {
  const { from, to, from_time, to_time, starts_at, ends_at } = input;
  if (from) {
    const days = { from, to: to ?? from, from_time: from_time ?? null, to_time: to_time ?? null };
    return momentsOf(days, timeZone);
  }
  const startsAt = starts_at ?? known?.startsAt;
  const endsAt = ends_at ?? known?.endsAt;
  return (starts_at || ends_at) && startsAt && endsAt ? { startsAt, endsAt } : null;
}

/** Throws VALIDATION_ERROR at the field where the end stands. */
function requireSensible({ startsAt, endsAt }: Span, input: Partial<CreateClosure>, now: Date): void {
  const field = input.to_time ? 'to_time' : input.from ? 'to' : 'ends_at';
  // Also what the clock makes of it: an hour that a night in March leaves out.
  if (endsAt <= startsAt) throw ValidationError.of(field, 'VAL_003', 'It must end after it begins.');
  if (endsAt <= now) throw ValidationError.of(field, 'VAL_003', 'That is over already.');
}

const toColumns = (input: Partial<CreateClosure>) => ({
  ...(input.location_id !== undefined && { locationId: input.location_id }),
  ...(input.purpose !== undefined && { purpose: input.purpose }),
  ...(input.public_message !== undefined && { publicMessage: input.public_message }),
});

async function read(ctx: Context, id: string): Promise<ClosureDto> {
  const closure = await getClosure(ctx, { id });
  if (!closure) throw new DomainError('DB_002');
  return closure;
}

/** Closes a place, a purpose or everything for a time; the answer lists the open orders inside. Throws VALIDATION_ERROR. */
export async function createClosure(ctx: Context, input: CreateClosure): Promise<ClosureDto> {
  requireRole(ctx, 'admin');
  const { shop } = await getSettings(ctx);
  const span = spanOf(input, shop.time_zone);
  if (!span) throw ValidationError.of('from', 'VAL_001', 'Enter the first day.');
  requireSensible(span, input, ctx.now);
  const id = newId();
  const closure = await changeRules(ctx, async (tx) => {
    if (input.location_id) await requireLocation(tx, input.location_id);
    const columns = { ...toColumns(input), ...span };
    await tx.db.insert(closures).values({ id, ...columns });
    await recordAudit(tx, { action: 'closure.created', entity: 'closure', entityId: id, after: columns });
    return read(tx, id);
  });
  promiseChanged(ctx);
  return closure;
}

/** Changes what is named; days come whole, of two moments one may stay. Throws DB_002, VALIDATION_ERROR. */
export async function updateClosure(ctx: Context, { id, ...input }: UpdateClosure): Promise<ClosureDto> {
  requireRole(ctx, 'admin');
  const { shop } = await getSettings(ctx);
  const closure = await changeRules(ctx, async (tx) => {
    const [before] = await tx.db.select().from(closures).where(eq(closures.id, id)).for('update');
    if (!before) throw new DomainError('DB_002');
    const span = spanOf(input, shop.time_zone, before);
    if (span) requireSensible(span, input, ctx.now);
    if (input.location_id) await requireLocation(tx, input.location_id);
    const columns = { ...toColumns(input), ...span };
    if (Object.keys(columns).length > 0) {
      await tx.db.update(closures).set(columns).where(eq(closures.id, id));
      await recordAudit(tx, { action: 'closure.updated', entity: 'closure', entityId: id, before, after: columns });
    }
    // Before anybody can remove it: what was done is not answered with "there is no such thing".
    return read(tx, id);
  });
  promiseChanged(ctx);
  return closure;
}

/** Writes a closure anew: what is not named goes back to its default. Throws DB_002, VALIDATION_ERROR. */
export async function replaceClosure(ctx: Context, input: z.output<typeof replaceClosureInput>): Promise<ClosureDto> {
  // Open to staff only: the command it ends in asks.
  return updateClosure(ctx, {
    ...input,
    location_id: input.location_id ?? null,
    purpose: input.purpose ?? null,
    public_message: input.public_message ?? null,
  });
}

/** The desk's form: a new closure, or one that is there already. */
export async function saveClosure(
  ctx: Context,
  { id, ...input }: z.output<typeof closureFormInput>,
): Promise<ClosureDto> {
  requireRole(ctx, 'admin');
  return id === undefined ? createClosure(ctx, input) : updateClosure(ctx, { id, ...input });
}

/** "Close the shop from … to … with this message": everything, everywhere. Answers the open orders inside. */
export async function closeShop(ctx: Context, input: z.output<typeof vacationInput>): Promise<ClosureDto> {
  requireRole(ctx, 'admin');
  return createClosure(ctx, input);
}

/** Ends a closure now; one that has not begun is removed, one that is over stays. Throws DB_002. */
export async function endClosure(ctx: Context, { id }: { id: string }): Promise<void> {
  requireRole(ctx, 'admin');
  await changeRules(ctx, async (tx) => {
    const [before] = await tx.db.select().from(closures).where(eq(closures.id, id)).for('update');
    if (!before) throw new DomainError('DB_002');
    if (before.endsAt <= ctx.now) return;
    if (before.startsAt >= ctx.now) await tx.db.delete(closures).where(eq(closures.id, id));
    else await tx.db.update(closures).set({ endsAt: ctx.now }).where(eq(closures.id, id));
    const after = { ended_at: ctx.now };
    await recordAudit(tx, { action: 'closure.ended', entity: 'closure', entityId: id, before, after });
  });
  promiseChanged(ctx);
}

/** Removes a closure as if it had never been. Throws DB_002. */
export async function removeClosure(ctx: Context, { id }: { id: string }): Promise<void> {
  requireRole(ctx, 'admin');
  await changeRules(ctx, async (tx) => {
    const [before] = await tx.db.delete(closures).where(eq(closures.id, id)).returning();
    if (!before) throw new DomainError('DB_002');
    await recordAudit(tx, { action: 'closure.removed', entity: 'closure', entityId: id, before });
  });
  promiseChanged(ctx);
}
