import 'server-only';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { newId } from '#db/columns';
import { openingRules } from '#db/schema/promise';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { ValidationError } from '#lib/errors';
import { sameSeason, sharesDays, type Validity, withoutDays } from '../hours.ts';
import { type StartSeason, toCutoff, type Week } from '../hours-input.ts';
import { type Hours, refuseLostOrders, refuseOverlaps, rulesOf } from './hours.ts';
import { changeRules, promiseChanged, requireLocation } from './shared.ts';

const ofSeason = ({ locationId, purpose }: Hours, { validFrom, validTo }: Validity): SQL | undefined =>
  and(
    eq(openingRules.locationId, locationId),
    eq(openingRules.purpose, purpose),
    sql`${openingRules.validFrom} is not distinct from ${validFrom}::date`,
    sql`${openingRules.validTo} is not distinct from ${validTo}::date`,
  );

const entityOf = ({ locationId, purpose }: Hours): string => `${locationId} ${purpose}`;

/**
 * Writes the hours of a place for one purpose and season as a whole. Throws VALIDATION_ERROR, CONF_001 (`field`, `with`)
 * where a window overlaps with one of another season, and CONF_002 (`orders`, `order_numbers`) when open orders lose
 * their hours and `confirm` does not say that somebody knows.
 */
export async function saveWeek(ctx: Context, week: Week): Promise<{ windows: number }> {
  requireRole(ctx, 'admin');
  const hours: Hours = { locationId: week.location_id, purpose: week.purpose };
  const old: Validity = { validFrom: week.season.valid_from, validTo: week.season.valid_to };
  const season: Validity = { validFrom: week.valid_from ?? null, validTo: week.valid_to ?? null };
  const rows = week.windows.map((window) => ({
    id: newId(),
    ...hours,
    ...season,
    weekday: window.weekday,
    starts: window.starts,
    ends: window.ends,
    slotMinutes: window.slot_minutes,
    capacityOrders: window.capacity_orders ?? null,
    capacityLoad: window.capacity_load ?? null,
    cutoff: toCutoff(window.cutoff),
  }));
  const fields = rows.map((window, at) => ({ window, field: `windows.${at}.starts` }));
  await refuseOverlaps(
    ctx,
    hours,
    fields,
    (row) => sameSeason(row, old),
    () =>
      changeRules(ctx, async (tx) => {
        await requireLocation(tx, week.location_id);
        const before = await rulesOf(tx, hours);
        await tx.db.delete(openingRules).where(ofSeason(hours, old));
        if (rows.length > 0) await tx.db.insert(openingRules).values(rows);
        await refuseLostOrders(tx, hours, before, week.confirm);
        await recordAudit(tx, {
          action: 'hours.week_saved',
          entity: 'location',
          entityId: entityOf(hours),
          before: { windows: before.filter((row) => sameSeason(row, old)) },
          after: { windows: rows },
        });
      }),
  );
  promiseChanged(ctx);
  return { windows: rows.length };
}

/**
 * Makes the days from `valid_from` to `valid_to` a season of their own, with the windows that hold on them now: nothing
 * changes yet. Throws VALIDATION_ERROR where there are no hours on these days, or hours of several seasons.
 */
export async function startSeason(ctx: Context, input: StartSeason): Promise<{ windows: number }> {
  requireRole(ctx, 'admin');
  const hours: Hours = { locationId: input.location_id, purpose: input.purpose };
  const season = { validFrom: input.valid_from, validTo: input.valid_to ?? null };
  const refuse = (message: string) => ValidationError.of('valid_from', 'VAL_003', message);
  const windows = await changeRules(ctx, async (tx) => {
    await requireLocation(tx, input.location_id);
    const cut = (await rulesOf(tx, hours)).filter((row) => sharesDays(row, season));
    const [first] = cut;
    if (!first) throw refuse('There are no hours on these days to begin with. Add hours first.');
    if (!cut.every((row) => sameSeason(row, first))) {
      throw refuse('These days reach into more than one season. Choose days inside one.');
    }
    if (sameSeason(first, season)) throw refuse('These days have hours of their own already.');
    await tx.db.delete(openingRules).where(
      inArray(
        openingRules.id,
        cut.map(({ id }) => id),
      ),
    );
    const spans = [season, ...withoutDays(first, season)];
    await tx.db
      .insert(openingRules)
      .values(
        cut.flatMap(({ id: _id, createdAt: _created, updatedAt: _updated, ...row }) =>
          spans.map((span) => ({ ...row, ...span, id: newId() })),
        ),
      );
    const audit = { action: 'hours.season_started', entity: 'location', entityId: entityOf(hours) };
    await recordAudit(tx, { ...audit, after: { ...season, windows: cut.length } });
    return cut.length;
  });
  promiseChanged(ctx);
  return { windows };
}
