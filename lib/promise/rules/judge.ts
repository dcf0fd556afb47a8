import type { DeliveryType, OpeningPurpose, StockMode } from '#db/enums';
import { isSoldOn, type Selling } from '#lib/catalog/rules';
import { momentAt, weekdayOf } from '#lib/time';
import type { Slot } from './slots.ts';

/** What the engine has to know of something that is asked for. */
export type Wanted = {
  variantId: string;
  quantity: number;
  /** The day the customer chose for it, if any. */
  onDate: string | null;
  facts: Selling & {
    stockMode: StockMode;
    stockQuantity: number;
    leadTimeMinutes: number;
    loadPoints: number;
  };
};

export type ClosureSpan = {
  locationId: string | null;
  purpose: OpeningPurpose | null;
  startsAt: Date;
  endsAt: Date;
  message: string | null;
};

/** What the row of a slot says, where it has one. */
export type Booking = {
  bookedOrders: number;
  bookedLoad: number;
  closed: boolean;
  /** Set for this slot alone, in place of what the opening rules say. */
  own: { capacityOrders: number | null; capacityLoad: number | null } | null;
};

export type PlanDay = { planned: number; sold: number; closed: boolean };

/** What the world looks like while a demand is judged. */
export type World = {
  now: Date;
  today: string;
  timeZone: string;
  closures: readonly ClosureSpan[];
  bookings: ReadonlyMap<string, Booking>;
  /** By `${variantId} ${day}`: days of production that have a row. */
  plans: ReadonlyMap<string, PlanDay>;
  /** By `${variantId} ${weekday}`: pieces made on days without one. */
  patterns: ReadonlyMap<string, number>;
  /** `HH:MM` from which today's unsold pieces are for walk-in customers. */
  releaseAt: string | null;
};

/** Why a slot cannot be had, the first that applies in this order. */
export const REFUSALS = ['passed', 'closed', 'cutoff', 'lead_time', 'not_sold', 'sold_out', 'full', 'load'] as const;
export type Refusal = (typeof REFUSALS)[number];

export const SLOT_STATES = ['open', 'few', 'full', 'closed'] as const;
export type SlotState = (typeof SLOT_STATES)[number];

/** `short`: per variant what is left that day, where pieces are what is missing. */
export type Why = {
  reason: Refusal;
  variantIds: string[];
  message: string | null;
  short: { variantId: string; left: number }[];
};

export type Judged = {
  slot: Slot;
  state: SlotState;
  why: Why | null;
  capacityOrders: number | null;
  capacityLoad: number | null;
  /** Orders, and load points, it still takes; null = any number. */
  roomOrders: number | null;
  roomLoad: number | null;
  bookedOrders: number;
  bookedLoad: number;
  /** Until then this demand can have it, as far as the clock goes: its cut-off, or earlier for what takes longer. */
  orderBy: Date;
};

export type Demand = { items: readonly Wanted[]; extraLeadMinutes: number };

const because = (reason: Refusal, more: Partial<Why> = {}): Why => ({
  reason,
  variantIds: [],
  message: null,
  short: [],
  ...more,
});

export const loadOf = (items: readonly Wanted[]): number =>
  items.reduce((sum, { quantity, facts }) => sum + quantity * facts.loadPoints, 0);

/** Minutes from now until the slowest of the items can be ready. */
export const leadOf = ({ items, extraLeadMinutes }: Demand): number =>
  extraLeadMinutes + items.reduce((slowest, { facts }) => Math.max(slowest, facts.leadTimeMinutes), 0);

/** Pieces of a variant that can still be ordered for `day`; null where they are not counted. */
export function leftOn(
  world: World,
  { variantId, facts }: Pick<Wanted, 'variantId' | 'facts'>,
  day: string,
): number | null {
  if (facts.stockMode === 'unlimited') return null;
  if (facts.stockMode === 'tracked') return facts.stockQuantity;
  if (isReleased(world, day)) return 0;
  const plan = world.plans.get(`${variantId} ${day}`);
  if (!plan) return world.patterns.get(`${variantId} ${weekdayOf(day)}`) ?? 0;
  return plan.closed ? 0 : Math.max(0, plan.planned - plan.sold);
}

/** The moment from which what was not ordered for `day` is for walk-in customers; null = never. */
const releaseOf = ({ releaseAt, timeZone }: World, day: string): Date | null =>
  releaseAt === null ? null : momentAt(day, releaseAt, timeZone);

function isReleased(world: World, day: string): boolean {
  if (day !== world.today) return day < world.today;
  const release = releaseOf(world, day);
  return release !== null && world.now >= release;
}

/** What speaks against having these items on that day at all, whatever the hour. */
function refusalOfDay(world: World, { items }: Demand, day: string): Why | null {
  const off = items.filter(({ onDate, facts }) => (onDate !== null && onDate !== day) || !isSoldOn(facts, day));
  if (off.length > 0) return because('not_sold', { variantIds: off.map(({ variantId }) => variantId) });
  const wanted = new Map<string, number>();
  for (const { variantId, quantity } of items) wanted.set(variantId, (wanted.get(variantId) ?? 0) + quantity);
  const short = items.flatMap((item) => {
    const left = leftOn(world, item, day);
    return left !== null && (wanted.get(item.variantId) ?? 0) > left ? [{ variantId: item.variantId, left }] : [];
  });
  if (short.length === 0) return null;
  return because('sold_out', { variantIds: [...new Set(short.map(({ variantId }) => variantId))], short });
}

export const covers = (closure: ClosureSpan, { locationId, method, startsAt, endsAt }: Slot): boolean =>
  (closure.locationId === null || closure.locationId === locationId) &&
  (closure.purpose === null || closure.purpose === (method satisfies DeliveryType)) &&
  closure.startsAt < endsAt &&
  startsAt < closure.endsAt;

/** Below this share of its places a slot is nearly full. */
const FEW_SHARE = 5;

/**
 * Judges slots for one demand, in the order given. Make it once per demand: what is the same for all slots, or for all
 * slots of a day, is worked out once.
 */
export function makeJudge(world: World, demand: Demand): (slot: Slot) => Judged {
  const leadMs = leadOf(demand) * 60_000;
  const readyAt = world.now.getTime() + leadMs;
  const isMadePerDay = demand.items.some(({ facts }) => facts.stockMode === 'per_date');
  // Whoever asks for nothing in particular still wants room for something.
  const needs = demand.items.length === 0 ? 1 : loadOf(demand.items);
  const ofDay = remember((day) => refusalOfDay(world, demand, day));
  const releaseOn = remember((day) => (isMadePerDay ? releaseOf(world, day) : null));

  return (slot) => {
    const booking = world.bookings.get(slot.id);
    const { capacityOrders, capacityLoad } = booking?.own ?? slot;
    const bookedOrders = booking?.bookedOrders ?? 0;
    const bookedLoad = booking?.bookedLoad ?? 0;
    const roomOrders = capacityOrders === null ? null : Math.max(0, capacityOrders - bookedOrders);
    const roomLoad = capacityLoad === null ? null : Math.max(0, capacityLoad - bookedLoad);
    const closure = world.closures.find((span) => covers(span, slot));
    const why = ((): Why | null => {
      if (slot.startsAt <= world.now) return because('passed');
      if (closure || booking?.closed) return because('closed', { message: closure?.message ?? null });
      if (slot.cutoffAt <= world.now) return because('cutoff');
      if (slot.startsAt.getTime() < readyAt) return because('lead_time');
      const day = ofDay(slot.day);
      if (day) return day;
      if (roomOrders === 0) return because('full');
      if (roomLoad !== null && needs > roomLoad) return because(roomLoad === 0 ? 'full' : 'load');
      return null;
    })();
    return {
      slot,
      state: stateOf(why, capacityOrders, roomOrders),
      why,
      capacityOrders,
      capacityLoad,
      roomOrders,
      roomLoad,
      bookedOrders,
      bookedLoad,
      orderBy: earliestOf(slot.cutoffAt, new Date(slot.startsAt.getTime() - leadMs), releaseOn(slot.day)),
    };
  };
}

const earliestOf = (...moments: (Date | null)[]): Date =>
  new Date(Math.min(...moments.flatMap((moment) => (moment === null ? [] : [moment.getTime()]))));

/** Works out once per day what is the same for all its slots. */
function remember<T>(find: (day: string) => T | null): (day: string) => T | null {
  const days = new Map<string, T | null>();
  return (day) => {
    const known = days.get(day);
    if (known !== undefined) return known;
    const found = find(day);
    days.set(day, found);
    return found;
  };
}

/** Of a share this small, what is left may be gone with the next few orders. */
const isFew = (capacity: number | null, room: number | null): boolean =>
  capacity !== null && room !== null && room <= Math.max(1, Math.floor(capacity / FEW_SHARE));

/** Whether this order may be the one that closes the slot for others. */
export const isScarce = ({ capacityOrders, roomOrders, slot, roomLoad }: Judged, load: number): boolean =>
  isFew(capacityOrders, roomOrders) || isFew(slot.capacityLoad, roomLoad === null ? null : roomLoad - load);

function stateOf(why: Why | null, capacity: number | null, room: number | null): SlotState {
  if (why) return why.reason === 'full' || why.reason === 'load' || why.reason === 'sold_out' ? 'full' : 'closed';
  return isFew(capacity, room) ? 'few' : 'open';
}
