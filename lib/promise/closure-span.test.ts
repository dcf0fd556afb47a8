import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClosureDays, daysOf, momentsOf } from './closure-span.ts';

const BERLIN = 'Europe/Berlin';
const whole = (from: string, to = from): ClosureDays => ({ from, to, from_time: null, to_time: null });
const hours = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) =>
  (endsAt.getTime() - startsAt.getTime()) / 3_600_000;

describe('a closure of days', () => {
  it('lasts a day of 24 hours, and of 23 or 25 where the clocks change', () => {
    expect(hours(momentsOf(whole('2026-12-24'), BERLIN))).toBe(24);
    expect(hours(momentsOf(whole('2026-03-29'), BERLIN))).toBe(23);
    expect(hours(momentsOf(whole('2026-10-25'), BERLIN))).toBe(25);
    expect(hours(momentsOf(whole('2026-10-24', '2026-10-26'), BERLIN))).toBe(73);
  });

  it('begins and ends with the day of the shop, not of Greenwich', () => {
    expect(momentsOf(whole('2026-10-25'), BERLIN)).toEqual({
      startsAt: new Date('2026-10-24T22:00:00Z'),
      endsAt: new Date('2026-10-25T23:00:00Z'),
    });
  });

  it('may be a part of its days', () => {
    const afternoon = { from: '2026-03-28', to: '2026-03-29', from_time: '13:00', to_time: '10:00' };
    expect(momentsOf(afternoon, BERLIN)).toEqual({
      startsAt: new Date('2026-03-28T12:00:00Z'),
      endsAt: new Date('2026-03-29T08:00:00Z'),
    });
    expect(daysOf(momentsOf(afternoon, BERLIN), BERLIN)).toEqual(afternoon);
  });

  it('is the same days again when it is read back, in every zone', () => {
    const zones = ['Europe/Berlin', 'Europe/Bucharest', 'America/Santiago', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC'];
    const day = fc
      .date({ min: new Date('2024-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.constantFrom(...zones), day, day, (zone, one, other) => {
        const days = one <= other ? whole(one, other) : whole(other, one);
        expect(daysOf(momentsOf(days, zone), zone)).toEqual(days);
      }),
      // There the clock skips the hour after midnight.
      { examples: [['America/Santiago', '2028-09-03', '2028-09-03']] },
    );
  });
});
