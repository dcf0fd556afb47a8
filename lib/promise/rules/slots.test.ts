import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, clockAt, dayOf } from '#lib/time';
import { cutoffOf, type OpeningRule, slotId, slotsOn } from './slots.ts';

const rule = (more: Partial<OpeningRule> = {}): OpeningRule => ({
  id: 'rule',
  locationId: 'place',
  purpose: 'pickup',
  weekday: 7,
  starts: '00:00',
  ends: '06:00',
  slotMinutes: 60,
  capacityOrders: 5,
  capacityLoad: null,
  cutoff: { kind: 'minutes', minutes: 60 },
  validFrom: null,
  validTo: null,
  ...more,
});

const hours = (slots: readonly { startsAt: Date; endsAt: Date }[], zone: string) =>
  slots.map(({ startsAt, endsAt }) => `${clockAt(startsAt, zone)}–${clockAt(endsAt, zone)}`);
const minutesOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) =>
  (endsAt.getTime() - startsAt.getTime()) / 60_000;

describe('slots of a day', () => {
  it('leave out a rest that is too short, and windows of other days, purposes and seasons', () => {
    const rules = [
      rule({ weekday: 1, starts: '07:00:00', ends: '09:45:00', slotMinutes: 60 }),
      rule({ weekday: 1, starts: '15:00', ends: '16:00', slotMinutes: 90 }),
      rule({ weekday: 2, starts: '07:00', ends: '09:00' }),
      rule({ weekday: 1, starts: '10:00', ends: '12:00', purpose: 'chat' }),
      rule({ weekday: 1, starts: '13:00', ends: '14:00', validFrom: '2026-12-01' }),
      rule({ weekday: 1, starts: '17:00', ends: '18:00', validTo: '2026-11-22' }),
      rule({ weekday: 1, starts: '18:00', ends: '19:00', validFrom: '2026-11-23', validTo: '2026-11-23' }),
    ];
    expect(hours(slotsOn(rules, 'pickup', '2026-11-23', 'Europe/Berlin'), 'Europe/Berlin')).toEqual([
      '07:00–08:00',
      '08:00–09:00',
      '18:00–19:00',
    ]);
  });

  it('skip the hour that a spring night leaves out', () => {
    const slots = slotsOn([rule()], 'pickup', '2027-03-28', 'Europe/Berlin');
    expect(hours(slots, 'Europe/Berlin')).toEqual([
      '00:00–01:00',
      '01:00–03:00',
      '03:00–04:00',
      '04:00–05:00',
      '05:00–06:00',
    ]);
    expect(slots.map(minutesOf)).toEqual([60, 60, 60, 60, 60]);
  });

  it('last longer over the hour that an autumn night repeats', () => {
    const slots = slotsOn([rule()], 'pickup', '2026-10-25', 'Europe/Berlin');
    expect(slots).toHaveLength(6);
    expect(slots.reduce((sum, slot) => sum + minutesOf(slot), 0)).toBe(7 * 60);
  });

  it('end at midnight when the window does', () => {
    const [slot] = slotsOn([rule({ weekday: 6, starts: '23:00', ends: '24:00' })], 'pickup', '2026-11-21', 'UTC');
    expect(slot?.endsAt.toISOString()).toBe('2026-11-22T00:00:00.000Z');
  });

  it('have an id before they have a row, the same everywhere', () => {
    const at = new Date('2026-11-21T09:00:00Z');
    const id = slotId('3f0c6a5e-4a0c-4d6a-8f0e-5f3c2a1b0c9d', 'pickup', at);
    expect(id).toBe(slotId('3f0c6a5e-4a0c-4d6a-8f0e-5f3c2a1b0c9d', 'pickup', new Date(at)));
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-/);
    expect(id).not.toBe(slotId('3f0c6a5e-4a0c-4d6a-8f0e-5f3c2a1b0c9d', 'delivery', at));
  });

  const zones = fc.constantFrom('Europe/Berlin', 'Europe/Bucharest', 'America/New_York', 'Pacific/Apia', 'UTC');
  const days = fc.integer({ min: 0, max: 800 }).map((count) => addDays('2026-01-01', count));
  const windows = fc.record({ from: fc.integer({ min: 0, max: 22 }), hours: fc.integer({ min: 1, max: 24 }) });

  it('lie inside their window, one after the other, on their day, each with its own id', () => {
    fc.assert(
      fc.property(zones, days, windows, fc.integer({ min: 5, max: 300 }), (zone, day, { from, hours }, slotMinutes) => {
        const ends = Math.min(24, from + hours);
        const two = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
        const weekdays = [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
          rule({ weekday, starts: two(from), ends: two(ends), slotMinutes }),
        );
        const slots = slotsOn(weekdays, 'pickup', day, zone);
        expect(new Set(slots.map(({ id }) => id)).size).toBe(slots.length);
        expect(slots.length).toBeLessThanOrEqual(Math.floor(((ends - from) * 60) / slotMinutes));
        for (const [index, slot] of slots.entries()) {
          expect(dayOf(slot.startsAt, zone)).toBe(day);
          expect(slot.day).toBe(day);
          expect(slot.startsAt < slot.endsAt).toBe(true);
          expect(clockAt(slot.startsAt, zone) >= two(from)).toBe(true);
          const next = slots[index + 1];
          if (next) expect(slot.endsAt <= next.startsAt).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the order-by time', () => {
  const startsAt = new Date('2027-03-29T05:00:00Z');
  it('counts back minutes from the start, or names a time some days before', () => {
    expect(cutoffOf({ kind: 'minutes', minutes: 90 }, '2027-03-29', startsAt, 'Europe/Berlin').toISOString()).toBe(
      '2027-03-29T03:30:00.000Z',
    );
    expect(
      cutoffOf({ kind: 'time', time: '18:00', daysBefore: 1 }, '2027-03-29', startsAt, 'Europe/Berlin').toISOString(),
    ).toBe('2027-03-28T16:00:00.000Z');
    // Two days before, the clocks had not been put forward yet.
    expect(
      cutoffOf({ kind: 'time', time: '18:00', daysBefore: 2 }, '2027-03-29', startsAt, 'Europe/Berlin').toISOString(),
    ).toBe('2027-03-27T17:00:00.000Z');
  });
});
