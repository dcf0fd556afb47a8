import type { z } from 'zod';
import type { OpeningRuleDto } from '#lib/promise/desk-output';
import type { weekInput } from '#lib/promise/hours-input';
import type { ActionForm } from '../use-action-form.ts';

export type WeekValues = z.input<typeof weekInput>;
export type WeekForm = ActionForm<WeekValues>;
export type WindowValues = WeekValues['windows'][number];

export const toWindow = (rule: OpeningRuleDto): WindowValues => ({
  weekday: rule.weekday,
  starts: rule.starts,
  ends: rule.ends,
  slot_minutes: rule.slot_minutes,
  capacity_orders: rule.capacity_orders,
  capacity_load: rule.capacity_load,
  cutoff: rule.cutoff,
});

/** What the first window of a shop begins with. */
const FIRST: WindowValues = {
  weekday: 1,
  starts: '',
  ends: '',
  slot_minutes: 60,
  capacity_orders: null,
  capacity_load: null,
  cutoff: { kind: 'time', time: '18:00', days_before: 1 },
};

/** One more window of a day: cut like the one before it, its times still to be entered. */
export function nextWindow(windows: readonly WindowValues[], weekday: number): WindowValues {
  const like = windows.findLast((window) => window.weekday === weekday) ?? windows.at(-1) ?? FIRST;
  return { ...like, cutoff: { ...like.cutoff }, weekday, starts: '', ends: '' };
}

/** The week with the windows of `from` on the days of `to`, in place of theirs. */
export function copyDay(windows: readonly WindowValues[], from: number, to: readonly number[]): WindowValues[] {
  const copied = windows.filter(({ weekday }) => weekday === from);
  const kept = windows.filter(({ weekday }) => !to.includes(weekday));
  return [
    ...kept,
    ...to.flatMap((weekday) => copied.map((window) => ({ ...window, cutoff: { ...window.cutoff }, weekday }))),
  ].sort((a, b) => a.weekday - b.weekday || (a.starts < b.starts ? -1 : 1));
}
