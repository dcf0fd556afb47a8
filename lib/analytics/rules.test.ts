import { describe, expect, it } from 'vitest';
import { addDays } from '#lib/time';
import {
  changeOf,
  daysIn,
  fillOf,
  PRESETS,
  resolveRange,
  type Span,
  startOfStep,
  stepFor,
  stepsBefore,
  stepsOf,
  yearBefore,
} from './rules.ts';

const span = (from: string, to: string): Span => ({ from, to });

describe('a range', () => {
  it.each([
    ['today', '2026-03-29', span('2026-03-29', '2026-03-29'), span('2026-03-28', '2026-03-28')],
    ['7d', '2026-03-03', span('2026-02-25', '2026-03-03'), span('2026-02-18', '2026-02-24')],
    ['30d', '2026-05-31', span('2026-05-02', '2026-05-31'), span('2026-04-02', '2026-05-01')],
    ['90d', '2026-11-21', span('2026-08-24', '2026-11-21'), span('2026-05-26', '2026-08-23')],
    ['this_month', '2026-05-10', span('2026-05-01', '2026-05-10'), span('2026-04-01', '2026-04-10')],
    // A longer month than the one before: that one ends earlier.
    ['this_month', '2026-03-31', span('2026-03-01', '2026-03-31'), span('2026-02-01', '2026-02-28')],
    ['this_month', '2026-01-01', span('2026-01-01', '2026-01-01'), span('2025-12-01', '2025-12-01')],
    ['last_month', '2026-03-31', span('2026-02-01', '2026-02-28'), span('2026-01-01', '2026-01-31')],
    ['last_month', '2028-03-15', span('2028-02-01', '2028-02-29'), span('2028-01-01', '2028-01-31')],
    ['last_month', '2026-01-05', span('2025-12-01', '2025-12-31'), span('2025-11-01', '2025-11-30')],
    ['this_year', '2026-11-21', span('2026-01-01', '2026-11-21'), span('2025-01-01', '2025-11-21')],
    ['this_year', '2028-02-29', span('2028-01-01', '2028-02-29'), span('2027-01-01', '2027-02-28')],
  ] as const)('%s on %s', (preset, today, meant, before) => {
    expect(resolveRange(preset, today)).toMatchObject({ preset, ...meant, days: daysIn(meant), before });
  });

  it('of one’s own is compared with as many days right before', () => {
    const own = span('2026-03-01', '2026-03-10');
    expect(resolveRange('custom', '2026-11-21', own)).toMatchObject({
      ...own,
      before: span('2026-02-19', '2026-02-28'),
    });
  });

  it('counts days, not hours: clock changes are days like others', () => {
    // 29 March has 23 hours in Europe, 25 October has 25.
    expect(daysIn(span('2026-03-28', '2026-03-30'))).toBe(3);
    expect(daysIn(span('2026-10-24', '2026-10-26'))).toBe(3);
    expect(stepsOf(span('2026-03-28', '2026-03-30'), 'day')).toHaveLength(3);
    expect(stepsOf(span('2026-10-24', '2026-10-26'), 'day').map(({ from }) => from)).toEqual([
      '2026-10-24',
      '2026-10-25',
      '2026-10-26',
    ]);
  });
});

describe('steps', () => {
  it('grow with the length', () => {
    expect([1, 30, 62, 63, 184, 185, 1100].map(stepFor)).toEqual([
      'day',
      'day',
      'day',
      'week',
      'week',
      'month',
      'month',
    ]);
  });

  it('begin weeks on Monday and cut the first and the last short', () => {
    expect(startOfStep('2026-11-22', 'week')).toBe('2026-11-16');
    expect(stepsOf(span('2026-11-13', '2026-11-24'), 'week')).toEqual([
      span('2026-11-13', '2026-11-15'),
      span('2026-11-16', '2026-11-22'),
      span('2026-11-23', '2026-11-24'),
    ]);
  });

  it('end months where they end', () => {
    expect(stepsOf(span('2028-01-31', '2028-04-01'), 'month')).toEqual([
      span('2028-01-31', '2028-01-31'),
      span('2028-02-01', '2028-02-29'),
      span('2028-03-01', '2028-03-31'),
      span('2028-04-01', '2028-04-01'),
    ]);
  });

  it('cover every range without a gap, and so does what they are compared with', () => {
    for (const today of ['2026-01-01', '2026-03-31', '2027-02-28', '2028-02-29', '2028-12-31', '2026-10-25']) {
      for (const preset of PRESETS) {
        const range = resolveRange(preset, today, span(addDays(today, -500), addDays(today, -3)));
        const steps = stepsOf(range, range.step);
        const before = stepsBefore(range, steps);
        expect(before).toHaveLength(steps.length);
        for (const [parts, whole] of [
          [steps, range],
          [before.flatMap((part) => part ?? []), range.before],
        ] as const) {
          expect(parts[0]?.from, `${preset} ${today}`).toBe(whole.from);
          expect(parts.at(-1)?.to, `${preset} ${today}`).toBe(whole.to);
          for (const [at, part] of parts.entries()) {
            const next = parts[at + 1];
            if (next) expect(next.from, `${preset} ${today}`).toBe(addDays(part.to, 1));
          }
        }
      }
    }
  });

  it('are compared with the same months of the year before', () => {
    const range = resolveRange('this_year', '2028-08-15');
    const steps = stepsOf(range, range.step);
    expect(stepsBefore(range, steps)[2]).toEqual(span('2027-03-01', '2027-03-31'));
    expect(stepsBefore(range, steps).at(-1)).toEqual(span('2027-08-01', '2027-08-15'));
  });

  it('have nothing to be compared with where the month before was shorter', () => {
    const range = resolveRange('this_month', '2026-03-31');
    expect(
      stepsBefore(range, stepsOf(range, 'day'))
        .map((part) => part?.from ?? null)
        .slice(26),
    ).toEqual(['2026-02-27', '2026-02-28', null, null, null]);
  });

  it('know the day a year before', () => {
    expect(['2026-03-01', '2028-02-29', '2028-03-01'].map(yearBefore)).toEqual([
      '2025-03-01',
      '2027-02-28',
      '2027-03-01',
    ]);
  });
});

it('has no change from nothing', () => {
  expect([changeOf(15, 10), changeOf(5, 10), changeOf(5, 0), changeOf(0, 0)]).toEqual([0.5, -0.5, null, null]);
});

describe('a slot', () => {
  const room = { booked_orders: 0, booked_load: 0, capacity_orders: null, capacity_load: null };
  it.each([
    [{}, null],
    [{ capacity_orders: 4, booked_orders: 1 }, 0.25],
    [{ capacity_load: 10, booked_load: 8 }, 0.8],
    [{ capacity_orders: 4, booked_orders: 1, capacity_load: 10, booked_load: 8 }, 0.8],
    [{ capacity_orders: 4, booked_orders: 5 }, 1.25],
    [{ capacity_orders: 0 }, null],
    [{ capacity_orders: 0, booked_orders: 1 }, 1],
  ])('with %j is %s full', (given, fill) => {
    expect(fillOf({ ...room, ...given })).toBe(fill);
  });
});
