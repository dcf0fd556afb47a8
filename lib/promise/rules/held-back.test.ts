import { expect, it } from 'vitest';
import { momentAt } from '#lib/time';
import { findHeldBack } from './held-back.ts';
import { makeJudge, type Wanted, type World } from './judge.ts';
import { slotsOn } from './slots.ts';

/** Monday to Sunday, one slot a day at 8. Asked on the Sunday before. */
const ZONE = 'Europe/Berlin';
const WEEK = ['23', '24', '25', '26', '27', '28', '29'].map((day) => `2026-11-${day}`);
const slots = WEEK.flatMap((day) =>
  slotsOn(
    [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      id: String(weekday),
      locationId: 'shop',
      purpose: 'pickup' as const,
      weekday,
      starts: '08:00',
      ends: '09:00',
      slotMinutes: 60,
      capacityOrders: null,
      capacityLoad: null,
      cutoff: { kind: 'minutes' as const, minutes: 0 },
      validFrom: null,
      validTo: null,
    })),
    'pickup',
    day,
    ZONE,
  ),
);
const world: World = {
  now: momentAt('2026-11-22', '12:00', ZONE),
  today: '2026-11-22',
  timeZone: ZONE,
  closures: [],
  bookings: new Map(),
  plans: new Map(),
  patterns: new Map(),
  releaseAt: null,
};

const sold = (variantId: string, availableWeekdays: number[] | null): Wanted => ({
  variantId,
  quantity: 1,
  onDate: null,
  facts: {
    stockMode: 'unlimited',
    stockQuantity: 0,
    leadTimeMinutes: 0,
    loadPoints: 1,
    availableWeekdays,
    availableFrom: null,
    availableUntil: null,
  },
});
const ANY = sold('any', null);
const OTHER = sold('other', null);

function first(items: readonly Wanted[]) {
  const judge = makeJudge(world, { items, extraLeadMinutes: 0 });
  return slots.map(judge).find(({ why }) => why === null) ?? null;
}

it.each([
  { name: 'nothing, when all are there on the first day', items: [ANY, OTHER], names: null, day: null },
  { name: 'nothing, when there is one thing only', items: [sold('rye', [5])], names: null, day: null },
  { name: 'what is made on later days only', items: [ANY, sold('rye', [2, 5]), OTHER], names: ['rye'], day: '23' },
  {
    name: 'all that are equally late',
    items: [ANY, sold('rye', [5]), sold('babka', [5])],
    names: ['rye', 'babka'],
    day: '23',
  },
  {
    name: 'one of two that meet late only',
    items: [ANY, sold('rye', [2, 6]), sold('babka', [3, 6])],
    names: ['babka'],
    day: '24',
  },
  {
    name: 'those that never meet',
    items: [ANY, sold('rye', [2]), sold('babka', [3])],
    names: ['babka', 'rye'],
    day: '24',
  },
  {
    name: 'all of three that meet only two by two',
    items: [sold('a', [1, 2]), sold('b', [2, 3]), sold('c', [3, 1]), sold('d', [1, 2, 3])],
    names: ['a', 'b', 'c'],
    day: '23',
  },
  { name: 'what cannot be had at all', items: [ANY, sold('never', [])], names: ['never'], day: '23' },
])('names $name', ({ items, names, day }) => {
  const held = findHeldBack(items, first);
  expect(held?.variantIds.toSorted() ?? null).toEqual(names?.toSorted() ?? null);
  expect(held?.rest?.slot.day ?? null).toBe(day && `2026-11-${day}`);
});
