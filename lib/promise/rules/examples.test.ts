import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dayOf, momentAt, weekdayOf } from '#lib/time';
import {
  type Booking,
  type ClosureSpan,
  makeJudge,
  type PlanDay,
  type Refusal,
  type Wanted,
  type World,
} from './judge.ts';
import { type OpeningRule, slotId, slotsOn } from './slots.ts';

/** The table of docs/promise.md, which is written for shopkeepers, is the test. */

const ZONE = 'Europe/Berlin';
const PLACE = 'place';

const hours = (weekday: number, from: string, to: string, cutoff: OpeningRule['cutoff']): OpeningRule => ({
  id: `${weekday} ${from}`,
  locationId: PLACE,
  purpose: 'pickup',
  weekday,
  starts: from,
  ends: to,
  slotMinutes: 60,
  capacityOrders: 2,
  capacityLoad: 10,
  cutoff,
  validFrom: null,
  validTo: null,
});

const RULES = [
  ...[2, 3, 4, 5, 6].map((weekday) => hours(weekday, '07:00', '12:00', { kind: 'time', time: '18:00', daysBefore: 1 })),
  hours(6, '14:00', '16:00', { kind: 'minutes', minutes: 30 }),
];

const any = { availableWeekdays: null, availableFrom: null, availableUntil: null };
const GOODS: Record<string, Wanted['facts']> = {
  baguette: { ...any, stockMode: 'per_date', stockQuantity: 0, leadTimeMinutes: 60, loadPoints: 1 },
  rye: {
    ...any,
    availableWeekdays: [2, 5, 6],
    stockMode: 'per_date',
    stockQuantity: 0,
    leadTimeMinutes: 36 * 60,
    loadPoints: 1,
  },
  cake: { ...any, stockMode: 'unlimited', stockQuantity: 0, leadTimeMinutes: 48 * 60, loadPoints: 5 },
  jam: { ...any, stockMode: 'tracked', stockQuantity: 3, leadTimeMinutes: 0, loadPoints: 0 },
};
const BAKED: Record<string, number> = { baguette: 40, rye: 12 };

const ANSWERS: Record<Refusal | 'yes', string> = {
  yes: 'yes',
  passed: 'already past',
  closed: 'closed',
  cutoff: 'order-by time passed',
  lead_time: 'not ready by then',
  not_sold: 'not sold that day',
  sold_out: 'not enough made',
  full: 'full',
  load: 'not enough room: load',
};

const moment = (text: string) => momentAt(text.slice(0, 10), text.slice(11), ZONE);

function wantedFrom(text: string): Wanted[] {
  return text.split(', ').map((part) => {
    const [quantity = '', name = ''] = part.split(' ');
    const facts = GOODS[name];
    if (!facts) throw new Error(`there is no ${name} in this bakery`);
    return { variantId: name, quantity: Number(quantity), onDate: null, facts };
  });
}

/** What stands in the column "and": at most one circumstance. */
function circumstance(text: string, day: string, id: string) {
  const booking: Booking = { bookedOrders: 0, bookedLoad: 0, closed: false, own: null };
  const plans = new Map<string, PlanDay>();
  const closures: ClosureSpan[] = [];
  const [, orders] = /^slot has (\d) orders?$/.exec(text) ?? [];
  const [, load] = /^slot has load (\d+)$/.exec(text) ?? [];
  const [, name, sold] = /^(\w+) sold (\d+)$/.exec(text) ?? [];
  const [, shut] = /^(\w+) closed$/.exec(text) ?? [];
  const [, closedOn] = /^shop closed (\S+)$/.exec(text) ?? [];
  if (orders) booking.bookedOrders = Number(orders);
  else if (load) booking.bookedLoad = Number(load);
  else if (name && sold) plans.set(`${name} ${day}`, { planned: BAKED[name] ?? 0, sold: Number(sold), closed: false });
  else if (closedOn)
    closures.push({
      locationId: null,
      purpose: null,
      startsAt: momentAt(closedOn, '00:00', ZONE),
      endsAt: momentAt(closedOn, '24:00', ZONE),
      message: null,
    });
  else if (text === 'slot closed') booking.closed = true;
  else if (shut) plans.set(`${shut} ${day}`, { planned: BAKED[shut] ?? 0, sold: 0, closed: true });
  else if (text !== '') throw new Error(`the test does not understand "${text}"`);
  return { bookings: new Map([[id, booking]]), plans, closures };
}

const table = readFileSync(join(import.meta.dirname, '../../../docs/promise.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| \d{4}-/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

it('has rows', () => {
  expect(table.length).toBeGreaterThan(25);
});

it.each(table)('it is %s, wanted %s for %s (%s): %s', (now, wanted, at, and, answer) => {
  const day = (at ?? '').slice(0, 10);
  const startsAt = moment(at ?? '');
  const slot = slotsOn(RULES, 'pickup', day, ZONE).find((each) => each.startsAt.getTime() === startsAt.getTime());
  if (!slot) {
    expect(answer).toBe('no such time');
    return;
  }
  const world: World = {
    now: moment(now ?? ''),
    today: dayOf(moment(now ?? ''), ZONE),
    timeZone: ZONE,
    patterns: new Map(Object.entries(BAKED).map(([name, pieces]) => [`${name} ${weekdayOf(day)}`, pieces])),
    releaseAt: '15:00',
    ...circumstance(and ?? '', day, slotId(PLACE, 'pickup', startsAt)),
  };
  const { why } = makeJudge(world, { items: wantedFrom(wanted ?? ''), extraLeadMinutes: 0 })(slot);
  expect(ANSWERS[why?.reason ?? 'yes']).toBe(answer);
});
