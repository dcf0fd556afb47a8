import type { SetPlans } from '#lib/stock/input';
import type { Plans, PlanVariant } from '#lib/stock/output';
import { addDays, weekdayOf } from '#lib/time';

/** What was typed into the bake plan and is not saved yet: pure, so that every rule of the table is tested. */

/** A column is a day (`2026-11-28`) or a weekday of the pattern (`w1` … `w7`). */
export type CellKey = `${string} ${string}`;
/** `text` is what stands in the field; blank gives a day back to its pattern. */
export type CellEdit = { text?: string; closed?: boolean };
export type Draft = Readonly<Record<CellKey, CellEdit>>;
export type Errors = Readonly<Record<CellKey, string>>;

export const LARGEST = 100_000;
export const keyOf = (variantId: string, column: string): CellKey => `${variantId} ${column}`;
export const weekColumn = (weekday: number): string => `w${weekday}`;
const isWeek = (column: string): boolean => column.startsWith('w');

const partsOf = (key: string): [variantId: string, column: string] => {
  const [variantId = '', column = ''] = key.split(' ');
  return [variantId, column];
};

/** What is saved for a cell; a day outside of what was loaded is not known. `sold` and `closed` are of days only. */
export type Saved = {
  planned: number;
  sold: number;
  closed: boolean;
  isOverride: boolean;
  isSold: boolean;
  isKnown: boolean;
};

export function savedOf(variant: PlanVariant, column: string): Saved {
  const nothing = { sold: 0, closed: false, isOverride: false, isSold: true };
  if (isWeek(column)) {
    return { ...nothing, planned: variant.weekly_plan[Number(column.slice(1)) - 1] ?? 0, isKnown: true };
  }
  const day = variant.days.find(({ on_date }) => on_date === column);
  if (!day) return { ...nothing, planned: variant.weekly_plan[weekdayOf(column) - 1] ?? 0, isKnown: false };
  const { planned, sold, closed } = day;
  return { planned, sold, closed, isOverride: day.is_override, isSold: day.is_sold, isKnown: true };
}

const isBlank = (text: string): boolean => text.trim() === '';
const numberIn = (text: string): number | null => (/^\d{1,7}$/.test(text.trim()) ? Number(text) : null);
/** A weekday left blank makes nothing; a day left blank follows its weekday. */
const valueIn = (column: string, text: string): number | null => (isWeek(column) && isBlank(text) ? 0 : numberIn(text));

/** The pattern of a weekday, with what was typed for it. */
const usualOf = (draft: Draft, variant: PlanVariant, weekday: number): number => {
  const typed = draft[keyOf(variant.variant_id, weekColumn(weekday))]?.text;
  const saved = variant.weekly_plan[weekday - 1] ?? 0;
  return typed === undefined ? saved : (valueIn(weekColumn(weekday), typed) ?? saved);
};

/** A cell as it will be once everything is saved. */
export function cellOf(draft: Draft, variant: PlanVariant, column: string) {
  const saved = savedOf(variant, column);
  const edit = draft[keyOf(variant.variant_id, column)] ?? {};
  const typed = edit.text === undefined ? null : valueIn(column, edit.text);
  const isSilent = edit.text === undefined ? !saved.isOverride : isBlank(edit.text);
  const follows = !isWeek(column) && isSilent;
  const shown = follows ? Math.max(usualOf(draft, variant, weekdayOf(column)), saved.sold) : saved.planned;
  const planned = typed ?? shown;
  return {
    text: edit.text ?? String(shown),
    planned,
    sold: saved.sold,
    left: planned - saved.sold,
    closed: edit.closed ?? saved.closed,
    isSold: saved.isSold,
    /** Set for that day alone. */
    isOverride: edit.text === undefined ? saved.isOverride : typed !== null,
    isChanged: isMeant(column, edit, saved),
    saved,
  };
}

export type Cell = ReturnType<typeof cellOf>;

/** Whether an edit says anything but what is saved. */
function isMeant(column: string, { text, closed }: CellEdit, saved: Saved): boolean {
  if (!saved.isKnown) return text !== undefined || closed !== undefined;
  if (closed !== undefined && closed !== saved.closed) return true;
  if (text === undefined) return false;
  return isBlank(text) && !isWeek(column) ? saved.isOverride : valueIn(column, text) !== saved.planned;
}

/** The draft with another edit of one cell; what says nothing new is dropped, unless somebody is still typing. */
export function withEdit(draft: Draft, variant: PlanVariant, column: string, more: CellEdit, isTyping = false): Draft {
  const key = keyOf(variant.variant_id, column);
  const { [key]: before, ...rest } = draft;
  const edit = { ...before, ...more };
  return isTyping || isMeant(column, edit, savedOf(variant, column)) ? { ...rest, [key]: edit } : rest;
}

/** The draft without what is saved by now. */
export const prune = (draft: Draft, variants: readonly PlanVariant[]): Draft =>
  Object.fromEntries(changedCells(draft, variants).map(({ key, edit }) => [key, edit]));

export const countChanges = (draft: Draft, variants: readonly PlanVariant[]): number =>
  changedCells(draft, variants).length;

function changedCells(draft: Draft, variants: readonly PlanVariant[]) {
  const byId = new Map(variants.map((variant) => [variant.variant_id, variant]));
  return Object.entries(draft).flatMap(([key, edit]) => {
    const [variantId, column] = partsOf(key);
    const variant = byId.get(variantId);
    if (!variant) return [];
    const saved = savedOf(variant, column);
    return isMeant(column, edit, saved) ? [{ key: keyOf(variantId, column), variantId, column, edit, saved }] : [];
  });
}

const WHOLE = 'Enter a whole number.';
export const soldWords = (sold: number): string =>
  `${sold} ${sold === 1 ? 'is' : 'are'} sold already: enter ${sold} or more.`;

/** What is wrong with the numbers typed, before anybody is asked. */
export function findErrors(draft: Draft, variants: readonly PlanVariant[]): Errors {
  const found: Record<CellKey, string> = {};
  for (const { key, edit, saved } of changedCells(draft, variants)) {
    if (edit.text === undefined || isBlank(edit.text)) continue;
    const typed = numberIn(edit.text);
    if (typed === null) found[key] = WHOLE;
    else if (typed > LARGEST) found[key] = `Enter at most ${LARGEST}.`;
    else if (typed < saved.sold) found[key] = soldWords(saved.sold);
  }
  return found;
}

/** The draft as one request, and which cell each entry of its lists is. */
export function toRequest(draft: Draft, variants: readonly PlanVariant[]) {
  const days: SetPlans['days'] = [];
  const patterns: SetPlans['patterns'] = [];
  const cells: Record<'days' | 'patterns', CellKey[]> = { days: [], patterns: [] };
  for (const { key, variantId, column, edit, saved } of changedCells(draft, variants)) {
    if (isWeek(column)) {
      patterns.push({
        variant_id: variantId,
        weekday: Number(column.slice(1)),
        planned: valueIn(column, edit.text ?? '') ?? 0,
      });
      cells.patterns.push(key);
      continue;
    }
    const { text, closed } = edit;
    const isNumber = text !== undefined && isMeant(column, { text }, saved);
    days.push({
      variant_id: variantId,
      on_date: column,
      ...(isNumber && { planned: numberIn(text) }),
      ...(closed !== undefined && closed !== saved.closed && { closed }),
    });
    cells.days.push(key);
  }
  return { input: { days, patterns }, cells };
}

/** Numbers as a spreadsheet copies them: rows of lines, columns of tabs. Null for a single value. */
export function readPasted(text: string): string[][] | null {
  const rows = text
    .replace(/\r/g, '')
    .replace(/\n$/, '')
    .split('\n')
    .map((row) => row.split('\t').map((one) => one.trim()));
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1 ? rows : null;
}

/** What a cell of the plan means when it is pasted: a number, closed, or nothing that changes anything. */
export function editOf(pasted: string): CellEdit | null {
  if (pasted === '') return null;
  if (/^(x|closed)$/i.test(pasted)) return { closed: true };
  return { text: pasted };
}

/** The number of the same day a week before, as it will be once everything is saved. */
export const lastWeekOf = (draft: Draft, variant: PlanVariant, day: string): CellEdit => ({
  text: String(cellOf(draft, variant, addDays(day, -7)).planned),
});

/** Drafts are kept while one looks elsewhere; what belongs to days gone by or to goods no longer there is dropped. */
export function reviveDraft(stored: unknown, { variants, today }: Pick<Plans, 'variants' | 'today'>): Draft {
  if (typeof stored !== 'object' || stored === null) return {};
  let draft: Draft = {};
  const byId = new Map(variants.map((variant) => [variant.variant_id, variant]));
  for (const [key, value] of Object.entries(stored)) {
    const [variantId, column] = partsOf(key);
    const variant = byId.get(variantId);
    if (!variant || (!isWeek(column) && column < today)) continue;
    const { text, closed } = Object(value);
    const edit = {
      ...(typeof text === 'string' && { text }),
      ...(typeof closed === 'boolean' && { closed }),
    };
    draft = withEdit(draft, variant, column, edit);
  }
  return draft;
}
