import 'server-only';
import type { DeliveryType } from '#db/enums';
import type { Context } from '#lib/context';
import { ValidationError } from '#lib/errors';
import { getSettings } from '#lib/settings/queries';
import { addDays } from '#lib/time';
import { type Held, withoutHeld } from '../rules/held.ts';
import { type ClosureSpan, type Judged, makeJudge, type Wanted, type World } from '../rules/judge.ts';
import { shutBy } from '../rules/shut.ts';
import type { Slot } from '../rules/slots.ts';
import { matchZone, type Zone } from '../rules.ts';
import { type Places, placesOf } from './book-in-language.ts';
import { getRuleBook, type RuleBook, slotsOfDay } from './rule-book.ts';
import { getWorld, offeredSpan, type Span } from './world.ts';

type Reader = Pick<Context, 'db' | 'now' | 'locale'>;

/** What is asked for, how and where. Without items only places and hours are judged. */
export type Wish = {
  method: DeliveryType;
  items: readonly Wanted[];
  /** For delivery: decides the zone, and with it the place and the extra lead. */
  postalCode?: string | null;
  locationId?: string | null;
  /** Days looked at; within what the shop offers when silent. */
  span?: Span;
  /** What the order gives up that is being changed to this wish. */
  held?: Held;
};

export type Answer = {
  /** False where the shop has no hours for this method: then a wish in words takes the place of a slot. */
  hasSlots: boolean;
  /** Without hours: the closure for which nothing is taken now, or for the days that were chosen. */
  shut: ClosureSpan | null;
  slots: Judged[];
  places: Places;
  zone: Zone | null;
  /** Of the rule book that was asked; the order statement refuses another one. */
  version: number;
};

/** Where orders of this wish are handed over; null = anywhere. Outside every zone nowhere: an empty set. */
function placesFor(book: RuleBook, wish: Wish): { zone: Zone | null; ids: ReadonlySet<string> | null } {
  if (wish.method === 'pickup') return { zone: null, ids: wish.locationId ? new Set([wish.locationId]) : null };
  if (book.zones.length === 0) return { zone: null, ids: null };
  if (!wish.postalCode) return { zone: null, ids: new Set(book.zones.map(({ locationId }) => locationId)) };
  const zone = matchZone(book.zones, wish.postalCode);
  return { zone, ids: new Set(zone ? [zone.locationId] : []) };
}

/** Extra minutes until the van is there; without a postal code the nearest zone's. */
const extraLead = (book: RuleBook, { method, postalCode }: Wish, zone: Zone | null): number => {
  if (method === 'pickup') return 0;
  if (zone || postalCode) return zone?.extraLeadMinutes ?? 0;
  return book.zones.length === 0 ? 0 : Math.min(...book.zones.map(({ extraLeadMinutes }) => extraLeadMinutes));
};

const daysOf = ({ first, last }: Span): string[] => {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
};

function candidates(book: RuleBook, wish: Wish, ids: ReadonlySet<string> | null, span: Span, zone: string): Slot[] {
  return daysOf(span).flatMap((day) =>
    slotsOfDay(book, wish.method, day, zone).filter(({ locationId }) => ids === null || ids.has(locationId)),
  );
}

function judgeAll(
  { book, places, world }: { book: RuleBook; places: Places; world: World },
  wish: Wish,
  span: Span,
): Answer {
  const { zone, ids } = placesFor(book, wish);
  const seen = wish.held ? withoutHeld(world, wish.held) : world;
  const judge = makeJudge(seen, { items: wish.items, extraLeadMinutes: extraLead(book, wish, zone) });
  const hasSlots = hasHours(book, wish.method, ids);
  return {
    hasSlots,
    shut: hasSlots ? null : shutWithoutHours(world, wish, zone),
    slots: candidates(book, wish, ids, span, world.timeZone).map(judge),
    places,
    zone,
    version: book.version,
  };
}

const shutWithoutHours = ({ closures, now, timeZone }: World, wish: Wish, zone: Zone | null): ClosureSpan | null =>
  shutBy(closures, {
    method: wish.method,
    locationId: zone?.locationId ?? wish.locationId ?? null,
    days: wish.items.flatMap(({ onDate }) => onDate ?? []),
    now,
    timeZone,
  });

const hasHours = (book: RuleBook, method: DeliveryType, ids: ReadonlySet<string> | null): boolean =>
  book.rules.some(({ purpose, locationId }) => purpose === method && (ids === null || ids.has(locationId)));

const perDate = (items: readonly Wanted[]): string[] =>
  items.flatMap(({ variantId, facts }) => (facts.stockMode === 'per_date' ? [variantId] : []));

export const isFree = ({ why }: Judged): boolean => why === null;

/** Judges any number of wishes about the same items by one reading of the world, and asks nothing more for it. */
export type Asker = {
  world: World;
  /** The days that are offered. */
  days: readonly string[];
  places: Places;
  zoneOf: (postalCode: string) => Zone | null;
  /** Every slot of the wish. */
  answer: (wish: Wish) => Answer;
  /** The first free slot of each day that has one, of the earliest `days` such days. */
  firsts: (wish: Wish, days: number) => Judged[];
};

/** Reads once what `answer` and `firsts` need for these methods and (parts of) these items. One query. */
export async function openWorld(
  ctx: Reader,
  { methods, items, span: asked }: { methods: readonly DeliveryType[]; items: readonly Wanted[]; span?: Span },
): Promise<Asker> {
  // Open to everybody: what the shop offers.
  const span = asked ?? (await offeredSpan(ctx));
  const { world, book } = await getWorld(ctx, { methods, span, variantIds: perDate(items) });
  const offered = daysOf(span);
  const places = placesOf(book);
  return {
    world,
    days: offered,
    places,
    zoneOf: (postalCode) => matchZone(book.zones, postalCode),
    answer: (wish) => judgeAll({ book, places, world }, wish, wish.span ?? span),
    firsts(wish, days) {
      const { zone, ids } = placesFor(book, wish);
      const judge = makeJudge(world, { items: wish.items, extraLeadMinutes: extraLead(book, wish, zone) });
      const found: Judged[] = [];
      for (const day of offered) {
        if (found.length === days) break;
        for (const slot of slotsOfDay(book, wish.method, day, world.timeZone)) {
          const judged = ids === null || ids.has(slot.locationId) ? judge(slot) : null;
          if (judged === null || !isFree(judged)) continue;
          found.push(judged);
          break;
        }
      }
      return found;
    },
  };
}

/**
 * Every slot of the wished days, earliest first, with its state and the reason of each refusal. One query, however many
 * slots and items there are.
 */
export async function findSlots(ctx: Reader, wish: Wish): Promise<Answer> {
  // Open to everybody: what the shop offers.
  const { answer } = await openWorld(ctx, { methods: [wish.method], items: wish.items, span: wish.span });
  return answer(wish);
}

/** The day of a slot by its id, or null where the rules have no such slot in `span`. Reads only what is kept. */
export async function findDayOfSlot(
  ctx: Reader,
  { method, slotId, span }: { method: DeliveryType; slotId: string; span: Span },
): Promise<string | null> {
  // Open to everybody: what the shop offers.
  const [{ shop }, book] = await Promise.all([getSettings(ctx), getRuleBook(ctx)]);
  const hasIt = (day: string) => slotsOfDay(book, method, day, shop.time_zone).some(({ id }) => id === slotId);
  return daysOf(span).find(hasIt) ?? null;
}

/** The days asked for, as far as they are offered. Throws VALIDATION_ERROR when they are the wrong way round. */
export function requireSpan({ first, last }: Span, offered: Span): Span {
  if (last < first) throw ValidationError.of('to', 'VAL_003', 'The last day comes before the first.');
  return { first: first < offered.first ? offered.first : first, last: last > offered.last ? offered.last : last };
}
