import { expect, it } from 'vitest';
import { groupWords, leadLabel, leadWords, signed, spanWords, stepWords, weekdayWords } from './words.ts';

const span = (from: string, to: string) => ({ from, to });

it('names steps: a day by its weekday, a week by its ends, a whole month by its name', () => {
  expect(stepWords(span('2026-03-29', '2026-03-29'), 'day', 'en-IE').title).toBe('Sun, 29 Mar');
  expect(stepWords(span('2026-03-23', '2026-03-29'), 'week', 'en-IE').title).toBe('23–29 Mar 2026');
  expect(stepWords(span('2026-02-01', '2026-02-28'), 'month', 'en-IE')).toEqual({
    label: 'Feb',
    title: 'February 2026',
  });
  expect(stepWords(span('2026-02-03', '2026-02-28'), 'month', 'en-IE').title).toBe('3–28 Feb 2026');
  expect(spanWords(span('2026-02-03', '2026-02-03'), 'en-IE')).toContain('2026');
});

it('names weekdays from Monday to Sunday', () => {
  expect([1, 7].map((weekday) => weekdayWords(weekday, 'en-IE'))).toEqual(['Monday', 'Sunday']);
});

it('says how long before and how often', () => {
  const lead = (from_hours: number, to_hours: number | null) => leadWords({ from_hours, to_hours });
  expect([lead(0, 2), lead(2, 6), lead(6, 24), lead(24, 48), lead(168, null)]).toEqual([
    'Under 2 hours',
    '2–6 hours',
    '6–24 hours',
    '1–2 days',
    'Over 7 days',
  ]);
  expect(leadLabel({ from_hours: 24, to_hours: 48 })).toBe('1–2 d');
  expect([groupWords({ from: 1, to: 1 }), groupWords({ from: 4, to: 5 }), groupWords({ from: 11, to: null })]).toEqual([
    '1 order',
    '4–5 orders',
    '11 or more',
  ]);
});

it('gives a change its sign', () => {
  expect([signed(0.123, 'en-IE'), signed(-0.031, 'en-IE'), signed(0, 'en-IE')]).toEqual(['+12%', '-3%', '0%']);
});
