import { z } from 'zod';
import { OPENING_PURPOSES } from '#db/enums';
import type { Cutoff } from '#db/schema/promise';
import { dayInput, filled, idInput } from '#lib/fields';
import { clockInput, confirmInput, emptiable, whole } from './desk-input.ts';

/** Opening hours as the desk sends them: single rules for the API, a whole week for the page. */

/** Two weeks: the furthest a cut-off can lie before its slot. */
const FURTHEST_DAYS = 14;
const LONGEST_SLOT = 1440;

/** On the wire `days_before`; `18:00, 1` is "order by 18:00 the day before". */
export const cutoffInput = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('minutes'), minutes: whole(0, FURTHEST_DAYS * 1440) }),
    z.strictObject({ kind: z.literal('time'), time: clockInput, days_before: whole(0, FURTHEST_DAYS) }),
  ],
  { error: 'Choose how the cut-off is set: minutes or time.' },
);
export type CutoffInput = z.output<typeof cutoffInput>;

export const toCutoff = (cutoff: CutoffInput): Cutoff =>
  cutoff.kind === 'minutes' ? cutoff : { kind: 'time', time: cutoff.time, daysBefore: cutoff.days_before };

export const fromCutoff = (cutoff: Cutoff): CutoffInput =>
  cutoff.kind === 'minutes'
    ? { kind: 'minutes', minutes: cutoff.minutes }
    : { kind: 'time', time: cutoff.time.slice(0, 5), days_before: cutoff.daysBefore };

const capacity = whole(0, 100_000).nullable();
const windowFields = {
  weekday: whole(1, 7).meta({ description: '1 = Monday … 7 = Sunday.' }),
  starts: clockInput,
  ends: clockInput,
  slot_minutes: whole(5, LONGEST_SLOT),
  capacity_orders: capacity.optional().meta({ description: 'Orders a slot takes; null = any number.' }),
  capacity_load: capacity.optional().meta({ description: 'Load points a slot takes; null = any number.' }),
  cutoff: cutoffInput,
};
const seasonFields = {
  valid_from: emptiable(dayInput).meta({ description: 'First day on which it holds; null = since ever.' }),
  valid_to: emptiable(dayInput).meta({ description: 'Last day on which it holds; null = for ever.' }),
};

type Hours = { starts?: string; ends?: string; slot_minutes?: number };
type Season = { valid_from?: string | null; valid_to?: string | null };
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** What is wrong with a window as a whole, at the field where it is mended. */
function checkHours({ starts, ends, slot_minutes }: Hours, issues: z.RefinementCtx, at: PropertyKey[] = []): void {
  if (starts === undefined || ends === undefined) return;
  const say = (field: string, message: string) =>
    issues.addIssue({ code: 'custom', path: [...at, field], message, params: { code: 'VAL_003' } });
  const length = minutesOf(ends) - minutesOf(starts);
  if (length <= 0) say('ends', 'It must end after it begins.');
  else if (slot_minutes !== undefined && slot_minutes > length && slot_minutes <= LONGEST_SLOT) {
    say('slot_minutes', `A slot cannot be longer than the ${length} minutes of its window.`);
  }
}
function checkSeason({ valid_from, valid_to }: Season, issues: z.RefinementCtx): void {
  if (!valid_from || !valid_to || valid_from <= valid_to) return;
  const message = 'The last day must not come before the first.';
  issues.addIssue({ code: 'custom', path: ['valid_to'], message, params: { code: 'VAL_003' } });
}
const checkRule = (rule: Hours & Season, issues: z.RefinementCtx) => {
  checkHours(rule, issues);
  checkSeason(rule, issues);
};

const ruleFields = {
  location_id: idInput,
  purpose: z.enum(OPENING_PURPOSES, { error: 'Choose what these hours are for.' }),
  ...windowFields,
  ...seasonFields,
};
export const createRuleInput = z.strictObject(ruleFields).superRefine(checkRule);
export const replaceRuleInput = z
  .strictObject({ id: idInput, ...ruleFields, confirm: confirmInput })
  .superRefine(checkRule);
/** Only what is named changes; what it comes to together with the rest is judged by the command. */
export const updateRuleInput = z
  .strictObject({
    id: idInput,
    location_id: idInput.optional(),
    purpose: ruleFields.purpose.optional(),
    weekday: windowFields.weekday.optional(),
    starts: clockInput.optional(),
    ends: clockInput.optional(),
    slot_minutes: windowFields.slot_minutes.optional(),
    capacity_orders: windowFields.capacity_orders,
    capacity_load: windowFields.capacity_load,
    cutoff: cutoffInput.optional(),
    ...seasonFields,
    confirm: confirmInput,
  })
  .superRefine(checkRule);
export const rulesQuery = z.object({
  location_id: filled(idInput),
  purpose: filled(z.enum(OPENING_PURPOSES, { error: 'Choose what the hours are for.' })),
});

const windowInput = z.strictObject(windowFields);
const MOST_WINDOWS = 70;

/** Two windows of one day that share a minute. */
const overlap = (a: z.output<typeof windowInput>, b: z.output<typeof windowInput>): boolean =>
  a.weekday === b.weekday && a.starts < b.ends && b.starts < a.ends;

/**
 * The hours of a place for one purpose and season, as a whole: what is not in `windows` is removed. `season` names the
 * one that is replaced, as it was read; `valid_from` and `valid_to` are how it will be.
 */
export const weekInput = z
  .strictObject({
    location_id: idInput,
    purpose: ruleFields.purpose,
    season: z.strictObject({ valid_from: dayInput.nullable(), valid_to: dayInput.nullable() }),
    ...seasonFields,
    windows: z.array(windowInput).max(MOST_WINDOWS, `Use at most ${MOST_WINDOWS} windows.`),
    confirm: confirmInput,
  })
  .superRefine((week, issues) => {
    checkSeason(week, issues);
    week.windows.forEach((window, at) => {
      checkHours(window, issues, ['windows', at]);
      const other = week.windows.find((one, index) => index < at && overlap(one, window));
      if (!other) return;
      issues.addIssue({
        code: 'custom',
        path: ['windows', at, 'starts'],
        message: `This overlaps with ${other.starts}–${other.ends}.`,
        params: { code: 'VAL_003' },
      });
    });
  });

/** New hours for some days of the year; what held until then is cut around them. */
export const startSeasonInput = z
  .strictObject({
    location_id: idInput,
    purpose: ruleFields.purpose,
    valid_from: dayInput,
    valid_to: emptiable(dayInput),
  })
  .superRefine(checkSeason);

export type CreateRule = z.output<typeof createRuleInput>;
export type UpdateRule = z.output<typeof updateRuleInput>;
export type ReplaceRule = z.output<typeof replaceRuleInput>;
export type Week = z.output<typeof weekInput>;
export type StartSeason = z.output<typeof startSeasonInput>;
