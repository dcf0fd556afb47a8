import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, weekdayOf } from '#lib/time';
import { type Booking, type Demand, leadOf, loadOf, makeJudge, type Wanted, type World } from './judge.ts';
import { type Slot, slotsOn } from './slots.ts';

const ZONE = 'Europe/Berlin';
const MONDAY = '2026-11-23';

const slots: readonly Slot[] = [0, 1, 2, 3].flatMap((ahead) =>
  slotsOn(
    [1, 2, 3, 4].map((weekday) => ({
      id: String(weekday),
      locationId: 'place',
      purpose: 'pickup',
      weekday,
      starts: '08:00',
      ends: '12:00',
      slotMinutes: 60,
      capacityOrders: 4,
      capacityLoad: 12,
      cutoff: { kind: 'time', time: '18:00', daysBefore: 1 },
      validFrom: null,
      validTo: null,
    })),
    'pickup',
    `2026-11-${23 + ahead}`,
    ZONE,
  ),
);

const minutes = (count: number) => new Date(Date.parse('2026-11-22T00:00:00Z') + count * 60_000);

const worlds = fc
  .record({
    now: fc.integer({ min: 0, max: 6 * 1440 }).map(minutes),
    booked: fc.array(fc.record({ orders: fc.integer({ min: 0, max: 5 }), load: fc.integer({ min: 0, max: 14 }) }), {
      minLength: slots.length,
      maxLength: slots.length,
    }),
    closed: fc.subarray([...slots.keys()]),
    sold: fc.integer({ min: 0, max: 9 }),
    closure: fc.option(fc.tuple(fc.integer({ min: 0, max: 5 * 1440 }), fc.integer({ min: 1, max: 1440 }))),
    releaseAt: fc.option(fc.constantFrom('09:00', '15:00')),
  })
  .map(
    ({ now, booked, closed, sold, closure, releaseAt }): World => ({
      now,
      today: dayOf(now, ZONE),
      timeZone: ZONE,
      closures: closure
        ? [
            {
              locationId: null,
              purpose: 'pickup',
              startsAt: minutes(closure[0]),
              endsAt: minutes(closure[0] + closure[1]),
              message: 'away',
            },
          ]
        : [],
      bookings: new Map(
        slots.map((slot, index): [string, Booking] => [
          slot.id,
          {
            bookedOrders: booked[index]?.orders ?? 0,
            bookedLoad: booked[index]?.load ?? 0,
            closed: closed.includes(index),
            own: null,
          },
        ]),
      ),
      plans: new Map([[`bread ${MONDAY}`, { planned: 9, sold, closed: false }]]),
      patterns: new Map([1, 2, 3, 4].map((weekday) => [`bread ${weekday}`, 6])),
      releaseAt,
    }),
  );

const items = fc
  .array(
    fc.record({
      variantId: fc.constantFrom('bread', 'jam', 'cake'),
      quantity: fc.integer({ min: 1, max: 5 }),
      lead: fc.integer({ min: 0, max: 3000 }),
      load: fc.integer({ min: 0, max: 3 }),
      weekdays: fc.option(fc.subarray([1, 2, 3, 4], { minLength: 1 })),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((list): Wanted[] =>
    list.map(({ variantId, quantity, lead, load, weekdays }) => ({
      variantId,
      quantity,
      onDate: null,
      facts: {
        stockMode: variantId === 'bread' ? 'per_date' : variantId === 'jam' ? 'tracked' : 'unlimited',
        stockQuantity: 7,
        leadTimeMinutes: lead,
        loadPoints: load,
        availableWeekdays: weekdays,
        availableFrom: null,
        availableUntil: null,
      },
    })),
  );
const demands = fc.record({ items, extraLeadMinutes: fc.integer({ min: 0, max: 600 }) });

const free = (world: World, demand: Demand) =>
  slots.map(makeJudge(world, demand)).flatMap(({ why, slot }) => (why === null ? [slot.id] : []));

describe('the engine', () => {
  it('never promises what cannot be made', () => {
    fc.assert(
      fc.property(worlds, demands, (world, demand) => {
        for (const { slot, why, state } of slots.map(makeJudge(world, demand))) {
          expect(why === null).toBe(state === 'open' || state === 'few');
          if (why) continue;
          const booking = world.bookings.get(slot.id);
          expect(slot.startsAt > world.now && slot.cutoffAt > world.now).toBe(true);
          expect(slot.startsAt.getTime() - world.now.getTime()).toBeGreaterThanOrEqual(leadOf(demand) * 60_000);
          expect(booking?.closed).toBe(false);
          expect((booking?.bookedOrders ?? 0) + 1).toBeLessThanOrEqual(slot.capacityOrders ?? 0);
          const load = loadOf(demand.items);
          if (load > 0) expect((booking?.bookedLoad ?? 0) + load).toBeLessThanOrEqual(slot.capacityLoad ?? 0);
          for (const { startsAt, endsAt } of world.closures)
            expect(endsAt <= slot.startsAt || slot.endsAt <= startsAt).toBe(true);
          const bread = demand.items.reduce((sum, item) => (item.variantId === 'bread' ? sum + item.quantity : sum), 0);
          const sold = world.plans.get(`bread ${slot.day}`)?.sold ?? 0;
          expect(bread).toBeLessThanOrEqual(slot.day === MONDAY ? 9 - sold : 6);
          for (const { facts } of demand.items)
            expect(facts.availableWeekdays?.includes(weekdayOf(slot.day)) ?? true).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('promises no more when more is asked for, or when time goes on', () => {
    fc.assert(
      fc.property(worlds, demands, items, fc.integer({ min: 1, max: 3000 }), (world, demand, more, later) => {
        const now = new Set(free(world, demand));
        const asked = { ...demand, items: [...demand.items, ...more] };
        for (const id of free(world, asked)) expect(now).toContain(id);
        const then = new Date(world.now.getTime() + later * 60_000);
        for (const id of free({ ...world, now: then, today: dayOf(then, ZONE) }, demand)) expect(now).toContain(id);
      }),
      { numRuns: 200 },
    );
  });

  it('holds, when nobody else orders, until the moment it names and no longer', () => {
    const judgeAt = (world: World, demand: Demand, at: number) =>
      makeJudge({ ...world, now: new Date(at), today: dayOf(new Date(at), ZONE) }, demand);
    fc.assert(
      fc.property(worlds, demands, (world, demand) => {
        const judge = makeJudge(world, demand);
        for (const slot of slots) {
          const { why, orderBy } = judge(slot);
          if (why !== null) continue;
          const last = orderBy.getTime();
          expect(judgeAt(world, demand, Math.max(world.now.getTime(), last - 1))(slot).why).toBeNull();
          expect(judgeAt(world, demand, last + 1)(slot).why).not.toBeNull();
        }
      }),
      { numRuns: 200 },
    );
  });

  it('takes what was set for a slot alone in place of the rules', () => {
    const [slot] = slots;
    if (!slot) throw new Error('no slot');
    const booking = { bookedOrders: 1, bookedLoad: 0, closed: false };
    const world = (own: Booking['own']): World => ({
      now: minutes(0),
      today: '2026-11-22',
      timeZone: ZONE,
      closures: [],
      bookings: new Map([[slot.id, { ...booking, own }]]),
      plans: new Map(),
      patterns: new Map(),
      releaseAt: null,
    });
    const judge = (own: Booking['own']) => makeJudge(world(own), { items: [], extraLeadMinutes: 0 })(slot);
    expect(judge(null)).toMatchObject({ state: 'open', roomOrders: 3, capacityOrders: 4 });
    expect(judge({ capacityOrders: 1, capacityLoad: null })).toMatchObject({ state: 'full', roomOrders: 0 });
    expect(judge({ capacityOrders: 2, capacityLoad: null })).toMatchObject({ state: 'few', roomOrders: 1 });
    expect(judge({ capacityOrders: null, capacityLoad: null })).toMatchObject({ state: 'open', roomOrders: null });
    expect(judge({ capacityOrders: null, capacityLoad: 0 })).toMatchObject({ state: 'full', why: { reason: 'full' } });
  });
});
