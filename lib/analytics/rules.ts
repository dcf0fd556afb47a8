import { addDays, weekdayOf } from '#lib/time';

/** Which days figures are about, which days they are compared with, and in which steps they are shown. Pure. */

export const VIEWS = ['sales', 'products', 'customers', 'slots'] as const;
export type View = (typeof VIEWS)[number];

export const PRESETS = ['today', '7d', '30d', '90d', 'this_month', 'last_month', 'this_year', 'custom'] as const;
export type Preset = (typeof PRESETS)[number];

export const STEPS = ['day', 'week', 'month'] as const;
export type Step = (typeof STEPS)[number];

/** First and last day, both included, `YYYY-MM-DD` on the shop's calendar. */
export type Span = { from: string; to: string };
export type Range = Span & { preset: Preset; days: number; step: Step; before: Span };

/** Three years and a little: more is an export. */
export const MOST_DAYS = 1100;

/** Above so many bars nobody tells one from the next. */
const MOST_DAY_STEPS = 62;
const MOST_WEEK_STEPS = 184;

const DAY_MS = 86_400_000;
export const daysIn = ({ from, to }: Span): number => (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;

const firstOfMonth = (day: string): string => `${day.slice(0, 8)}01`;
const monthBefore = (day: string): string => firstOfMonth(addDays(firstOfMonth(day), -1));
const earlier = (a: string, b: string): string => (a < b ? a : b);
const later = (a: string, b: string): string => (a > b ? a : b);

/** The same day a year before; 29 February has none and becomes the 28th. */
export function yearBefore(day: string): string {
  const moved = `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`;
  return moved.endsWith('-02-29') ? `${moved.slice(0, 8)}28` : moved;
}

export const stepFor = (days: number): Step =>
  days <= MOST_DAY_STEPS ? 'day' : days <= MOST_WEEK_STEPS ? 'week' : 'month';

/** As many days again, right before. */
const daysBefore = (span: Span): Span => ({ from: addDays(span.from, -daysIn(span)), to: addDays(span.from, -1) });

/** The part of the month before that is as far gone; it may be a shorter month. */
function monthToDateBefore({ from, to }: Span): Span {
  const first = monthBefore(from);
  return { from: first, to: earlier(addDays(first, daysIn({ from, to }) - 1), addDays(from, -1)) };
}

function spansOf(preset: Preset, today: string, custom: Span): { span: Span; before: Span } {
  const last = (days: number) => {
    const span = { from: addDays(today, 1 - days), to: today };
    return { span, before: daysBefore(span) };
  };
  switch (preset) {
    case 'today':
      return last(1);
    case '7d':
      return last(7);
    case '30d':
      return last(30);
    case '90d':
      return last(90);
    case 'this_month': {
      const span = { from: firstOfMonth(today), to: today };
      return { span, before: monthToDateBefore(span) };
    }
    case 'last_month': {
      const first = monthBefore(today);
      const span = { from: first, to: addDays(firstOfMonth(today), -1) };
      return { span, before: { from: monthBefore(first), to: addDays(first, -1) } };
    }
    case 'this_year': {
      const span = { from: `${today.slice(0, 5)}01-01`, to: today };
      return { span, before: { from: yearBefore(span.from), to: yearBefore(today) } };
    }
    case 'custom':
      return { span: custom, before: daysBefore(custom) };
  }
}

/** The days meant, seen from `today`; `custom` counts only for the preset of that name. */
export function resolveRange(preset: Preset, today: string, custom: Span = { from: today, to: today }): Range {
  const { span, before } = spansOf(preset, today, custom);
  const days = daysIn(span);
  return { ...span, preset, days, step: stepFor(days), before };
}

/** The first day of the step that `day` lies in; weeks begin on Monday. */
export const startOfStep = (day: string, step: Step): string =>
  step === 'day' ? day : step === 'week' ? addDays(day, 1 - weekdayOf(day)) : firstOfMonth(day);

const startOfNext = (day: string, step: Step): string =>
  step === 'day'
    ? addDays(day, 1)
    : step === 'week'
      ? addDays(startOfStep(day, step), 7)
      : firstOfMonth(addDays(firstOfMonth(day), 31));

/** A span cut into steps; the first and the last may be cut short. */
export function stepsOf({ from, to }: Span, step: Step): Span[] {
  const steps: Span[] = [];
  for (let day = from; day <= to; day = startOfNext(day, step)) {
    steps.push({ from: day, to: earlier(addDays(startOfNext(day, step), -1), to) });
  }
  return steps;
}

/**
 * What each step of a range is compared with: the days that lie as far into the period before, a year before the same
 * dates. Together they are that period, none twice; where it is shorter the last have nothing (null).
 */
export function stepsBefore(range: Range, steps: readonly Span[]): (Span | null)[] {
  const { before } = range;
  const shift = (day: string): string =>
    range.preset === 'this_year' ? yearBefore(day) : addDays(before.from, daysIn({ from: range.from, to: day }) - 1);
  return steps.map(({ from }, at) => {
    const next = steps[at + 1];
    const first = later(shift(from), before.from);
    const last = next ? earlier(addDays(shift(next.from), -1), before.to) : before.to;
    return first <= last ? { from: first, to: last } : null;
  });
}

/** The change from `before` to `now` as a fraction; null where there was nothing to compare with. */
export const changeOf = (now: number, before: number): number | null => (before === 0 ? null : (now - before) / before);

/** A part of a whole, to four decimals; 0 of nothing is 0. */
export const shareOf = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;

/** How many orders customers had; the last group is open. */
export const ORDER_GROUPS = [
  { from: 1, to: 1 },
  { from: 2, to: 2 },
  { from: 3, to: 3 },
  { from: 4, to: 5 },
  { from: 6, to: 10 },
  { from: 11, to: null },
] as const;

/** How long before its slot an order was placed, in hours; the last group is open. */
export const LEAD_GROUPS = [
  { from: 0, to: 2 },
  { from: 2, to: 6 },
  { from: 6, to: 24 },
  { from: 24, to: 48 },
  { from: 48, to: 72 },
  { from: 72, to: 168 },
  { from: 168, to: null },
] as const;

/** At or above it a slot is filling. */
export const FILLING = 0.8;

type Room = {
  booked_orders: number;
  booked_load: number;
  capacity_orders: number | null;
  capacity_load: number | null;
};

const fillBy = (booked: number, capacity: number | null): number | null =>
  capacity === null ? null : capacity === 0 ? (booked > 0 ? 1 : null) : booked / capacity;

/** How full a slot is, by orders or by load, whichever is fuller; null where it takes any number. */
export function fillOf(room: Room): number | null {
  const [orders, load] = [
    fillBy(room.booked_orders, room.capacity_orders),
    fillBy(room.booked_load, room.capacity_load),
  ];
  return orders === null ? load : load === null ? orders : Math.max(orders, load);
}
