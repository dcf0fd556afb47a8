import { z } from 'zod';
import { dayInput, filled } from '#lib/fields';
import { daysIn, MOST_DAYS, PRESETS } from './rules.ts';

const rangeFields = {
  range: filled(z.enum(PRESETS, { error: 'Choose one of the offered ranges.' })).describe(
    'Which days; `custom` takes `from` and `to`, which also mean it alone. Default 30d.',
  ),
  from: filled(dayInput).describe('First day'),
  to: filled(dayInput).describe('Last day, included'),
};

type Given = { range?: string | undefined; from?: string | undefined; to?: string | undefined };

type Complaint = readonly [field: string, sentence: string, code: string];

/** Days of one's own need both ends, in their order, and not more than anybody can look at. */
function complaintOf({ range, from, to }: Given): Complaint | null {
  const isOwn = range === 'custom' || (range === undefined && (from !== undefined || to !== undefined));
  if (!isOwn) return null;
  if (from === undefined) return ['from', 'Enter the first day.', 'VAL_001'];
  if (to === undefined) return ['to', 'Enter the last day.', 'VAL_001'];
  if (to < from) return ['to', 'The last day comes before the first.', 'VAL_003'];
  return daysIn({ from, to }) > MOST_DAYS ? ['to', `At most ${MOST_DAYS} days.`, 'VAL_003'] : null;
}

function checkDays(given: Given, issues: z.RefinementCtx): void {
  const complaint = complaintOf(given);
  if (!complaint) return;
  const [field, message, code] = complaint;
  issues.addIssue({ code: 'custom', path: [field], message, params: { code } });
}

export const rangeInput = z.object(rangeFields).superRefine(checkDays);
export type RangeInput = z.output<typeof rangeInput>;

/** Every table of the pages of figures, by the name of its file. */
export const TABLES = [
  'sales',
  'channels',
  'payment_methods',
  'delivery_types',
  'statuses',
  'products',
  'categories',
  'unsold',
  'customers',
  'top_customers',
  'orders_per_customer',
  'slots',
  'hours',
  'busiest_slots',
  'lead',
] as const;
export type TableName = (typeof TABLES)[number];

export const exportFiguresInput = z
  .object({ ...rangeFields, table: z.enum(TABLES, { error: 'Choose one of the tables.' }) })
  .superRefine(checkDays);
export type ExportFigures = z.output<typeof exportFiguresInput>;
