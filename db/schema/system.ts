import { jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { moment, oneOf } from '../columns.ts';
import { ALARMS } from '../enums.ts';

/**
 * Promises of the shop that are looked after by the clock: what was last seen of each, and since when it is at risk.
 * `riskSince` is set while it is at risk, also before that is an alarm; `raisedAt` as long as an alarm is on; `calmSince`
 * while what raised it is away and the alarm waits to see whether it stays away.
 */
export const watches = pgTable(
  'watches',
  {
    name: text({ enum: ALARMS }).primaryKey(),
    checkedAt: moment().notNull(),
    /** Figures and names of hosts, nothing of people. */
    facts: jsonb().notNull().default({}),
    riskSince: moment(),
    raisedAt: moment(),
    calmSince: moment(),
  },
  () => [oneOf('watches_name', 'name', ALARMS)],
);
