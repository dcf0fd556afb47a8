import 'server-only';
import { and, asc, eq, type SQL } from 'drizzle-orm';
import type { OpeningPurpose } from '#db/enums';
import { openingRules } from '#db/schema/promise';
import { type Context, requireRole } from '#lib/context';
import { type Page, wholeList } from '#lib/paging';
import type { OpeningRuleDto } from '../desk-output.ts';
import { fromCutoff } from '../hours-input.ts';

type Row = typeof openingRules.$inferSelect;

export const toRule = (row: Row): OpeningRuleDto => ({
  id: row.id,
  location_id: row.locationId,
  purpose: row.purpose,
  weekday: row.weekday,
  // The database keeps seconds, which no shop has.
  starts: row.starts.slice(0, 5),
  ends: row.ends.slice(0, 5),
  slot_minutes: row.slotMinutes,
  capacity_orders: row.capacityOrders,
  capacity_load: row.capacityLoad,
  cutoff: fromCutoff(row.cutoff),
  valid_from: row.validFrom,
  valid_to: row.validTo,
  created_at: row.createdAt.toISOString(),
  updated_at: row.updatedAt.toISOString(),
});

const select = (ctx: Context, where: SQL | undefined) =>
  ctx.db
    .select()
    .from(openingRules)
    .where(where)
    .orderBy(
      asc(openingRules.locationId),
      asc(openingRules.purpose),
      asc(openingRules.weekday),
      asc(openingRules.starts),
      asc(openingRules.id),
    );

/** For staff: opening hours by place, purpose, weekday and time. */
export async function listOpeningRules(
  ctx: Context,
  { location_id, purpose }: { location_id?: string; purpose?: OpeningPurpose } = {},
): Promise<Page<OpeningRuleDto>> {
  requireRole(ctx, 'staff');
  const rows = await select(
    ctx,
    and(
      location_id === undefined ? undefined : eq(openingRules.locationId, location_id),
      purpose === undefined ? undefined : eq(openingRules.purpose, purpose),
    ),
  );
  return wholeList(rows.map(toRule));
}

/** For staff: one opening rule, or null. */
export async function getOpeningRule(ctx: Context, { id }: { id: string }): Promise<OpeningRuleDto | null> {
  requireRole(ctx, 'staff');
  const [row] = await select(ctx, eq(openingRules.id, id));
  return row ? toRule(row) : null;
}
