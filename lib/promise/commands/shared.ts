import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { deliveryZones, locations } from '#db/schema/promise';
import type { Context } from '#lib/context';
import { transaction } from '#lib/database';
import { DomainError, ValidationError } from '#lib/errors';
import { getSettings } from '#lib/settings/queries';
import type { DependentsDto } from '../desk-output.ts';
import { forgetRuleBook } from '../queries/rule-book.ts';

/**
 * A transaction that changes what promises follow from. The lock that orders share comes before those of rows, as it does
 * in the triggers of these tables: who took a row first and who took this one first would wait for each other.
 */
export function changeRules<T>(ctx: Context, work: (tx: Context) => Promise<T>): Promise<T> {
  return transaction(ctx, async (tx) => {
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('promise_rules', 7))`);
    return work(tx);
  });
}

/** After the commit of a change that promises follow from: nobody is told what held before. */
export function promiseChanged(ctx: Context): void {
  forgetRuleBook();
  ctx.expire(['shop', 'stock', 'catalog']);
}

/** Whatever an error answer can usefully carry. */
const MOST_NUMBERS = 50;

/**
 * Refuses with CONF_002 while open orders depend on what goes, until somebody who saw them says `confirm`. Call it after
 * the write, in its transaction: the write waits for orders that are being placed, so none is missed.
 */
export function refuseUnseen(
  confirm: boolean | undefined,
  { total, orders }: DependentsDto,
  more: Record<string, unknown> = {},
): void {
  if (confirm || (total === 0 && Object.keys(more).length === 0)) return;
  const order_numbers = orders.slice(0, MOST_NUMBERS).map((order) => order.order_number);
  throw new DomainError('CONF_002', { orders: total, order_numbers, ...more });
}

/** `{ last_zone: true }` when no zone is left that was there: the shop then delivers everywhere, at no charge. */
export async function lastZone(tx: Context): Promise<{ last_zone?: true }> {
  const { checkout } = await getSettings(tx);
  if (!checkout.delivery_types.includes('delivery')) return {};
  const [zone] = await tx.db
    .select({ id: deliveryZones.id })
    .from(deliveryZones)
    .innerJoin(locations, eq(locations.id, deliveryZones.locationId))
    .where(
      and(
        eq(deliveryZones.active, true),
        isNull(deliveryZones.archivedAt),
        eq(locations.active, true),
        isNull(locations.archivedAt),
      ),
    )
    .limit(1);
  return zone ? {} : { last_zone: true };
}

/** Throws VALIDATION_ERROR at `location_id` for a place that is not there (any more). */
export async function requireLocation(tx: Context, id: string, message = 'Choose one of the places.'): Promise<void> {
  const [row] = await tx.db
    .select({ id: locations.id })
    .from(locations)
    .where(and(eq(locations.id, id), isNull(locations.archivedAt)))
    .for('share');
  if (!row) throw ValidationError.of('location_id', 'VAL_003', message);
}
