import { newId } from '#db/columns';
import type { Channel, DeliveryType, PaymentMethod } from '#db/enums';
import type { DeliveryAddress, Gift } from '#db/schema/orders';
import { feeFor, matchZone, type Zone } from '#lib/promise/rules';
import { addDays, dayOf, momentAt, weekdayOf } from '#lib/time';
import type { AddressSeed, PastSeed, Preset, ProductSeed } from '../preset.ts';
import { type StockedVariant, seasonAround } from './catalog.ts';
import { type Chance, pickKey } from './chance.ts';
import type { Person } from './people.ts';
import type { Place, PlaceRows } from './places.ts';

/** What somebody wanted, before anything happened to it. */
export interface Draft {
  id: string;
  person: Person;
  channel: Channel;
  placedAt: Date;
  placedOn: string;
  due: Due;
  deliveryType: DeliveryType;
  address: DeliveryAddress | null;
  method: PaymentMethod;
  lines: { variant: StockedVariant; quantity: number }[];
  subtotal: number;
  fee: number;
  gift: Gift | null;
  instructions: string | null;
  isCancelled: boolean;
  /** The customer says the transfer is on its way: somebody must look for it. */
  hasClaimed: boolean;
}

export interface Due {
  locationId: string;
  startsAt: Date;
  endsAt: Date;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
const WEEKS = 5;

type World = {
  preset: Preset;
  past: PastSeed;
  places: PlaceRows;
  people: Person[];
  variants: StockedVariant[];
  now: Date;
};

export function draftOrders(world: World, chance: Chance): Draft[] {
  const { preset, past, now } = world;
  const { timeZone } = preset.shop;
  const today = dayOf(now, timeZone);
  const drafts: Draft[] = [];
  for (let back = WEEKS * 7; back >= 0; back--) {
    const day = addDays(today, -back);
    const usual = past.perWeekday[weekdayOf(day) - 1] ?? 0;
    const count = Math.round(usual * chance.between(0.75, 1.3));
    for (let i = 0; i < count; i++) {
      const placedAt = new Date(momentAt(day, '00:00', timeZone).getTime() + hourOfDay(chance) * HOUR);
      if (placedAt.getTime() > now.getTime() - 5 * MINUTE) continue;
      drafts.push(draftOrder(world, chance, placedAt, day));
    }
  }
  return drafts.sort((a, b) => a.placedAt.getTime() - b.placedAt.getTime());
}

/** People order at breakfast, at lunch and most of all in the evening. */
const hourOfDay = (chance: Chance): number =>
  chance.pick([8, 12.5, 19.5, 20, 17]) + (chance.next() + chance.next() - 1) * 3;

function draftOrder(world: World, chance: Chance, placedAt: Date, placedOn: string): Draft {
  const { preset, past, places } = world;
  const isOnFile = chance.happens(past.onFile);
  const person = chance.weighted(
    world.people.filter((one) => one.isGuest !== isOnFile),
    (one) => one.weight,
  );
  let deliveryType = pickKey(chance, past.delivery, ['pickup', 'delivery']);
  let due = dueAfter(world, deliveryType, placedAt, chance.whole(0, 1));
  const lines = pickLines(world, chance, placedOn, weekdayOf(dayOf(due.startsAt, preset.shop.timeZone)));
  const subtotal = lines.reduce((sum, line) => sum + line.quantity * line.variant.seed.price, 0);
  const home = chance.pick(person.addresses.length > 0 ? person.addresses : past.places);
  const zone = matchZone(zonesOf(places), home.postalCode);
  let fee = 0;
  if (deliveryType === 'delivery' && zone && subtotal >= zone.minOrderMinor) {
    fee = feeFor(zone.fees, subtotal);
  } else if (deliveryType === 'delivery') {
    deliveryType = 'pickup';
    due = dueAfter(world, deliveryType, placedAt, 0);
  }
  const isDelivered = deliveryType === 'delivery';
  const offered = preset.shop.payments.filter((way) => way.for.includes(deliveryType)).map((way) => way.method);
  return {
    id: newId(),
    person,
    channel: pickKey(chance, past.channels, ['web', 'desk', 'api']),
    placedAt,
    placedOn,
    due,
    deliveryType,
    address: isDelivered
      ? { street: home.street, city: home.city, postal_code: home.postalCode, ...notesOf(home) }
      : null,
    method: pickKey(chance, past.payment, offered),
    lines,
    subtotal,
    fee,
    gift: chance.happens(past.gifts) ? giftFor(past, chance, person) : null,
    instructions: chance.happens(0.18) ? chance.pick(past.instructions) : null,
    isCancelled: chance.happens(past.cancelled),
    hasClaimed: false,
  };
}

const notesOf = (home: AddressSeed | PastSeed['places'][number]) =>
  'notes' in home && home.notes ? { notes: home.notes } : {};

const zonesOf = ({ zones, fees }: PlaceRows): Zone[] =>
  zones.map((zone) => ({
    id: zone.id,
    locationId: zone.locationId,
    name: zone.name,
    postalRules: zone.postalRules,
    minOrderMinor: zone.minOrderMinor ?? 0,
    extraLeadMinutes: zone.extraLeadMinutes ?? 0,
    priority: zone.priority ?? 0,
    fees: fees.filter((step) => step.zoneId === zone.id),
  }));

function giftFor(past: PastSeed, chance: Chance, person: Person): Gift {
  const recipient = chance.pick(past.guests.filter((name) => name !== person.name));
  const card = past.cards ? { card_text: chance.pick(past.cards) } : {};
  return { recipient_name: recipient, ...card, hide_prices: true };
}

function pickLines(
  { variants, past, now, preset }: World,
  chance: Chance,
  placedOn: string,
  weekday: number,
): Draft['lines'] {
  const today = dayOf(now, preset.shop.timeZone);
  const isSold = ({ season, weekdays }: ProductSeed) => {
    const [from, until] = season ? seasonAround(season, today) : ['', '9999'];
    return from <= placedOn && placedOn <= until && (!weekdays || weekdays.some((day) => day === weekday));
  };
  const open = variants.filter((variant) => isSold(variant.product));
  const wanted = 1 + Math.floor(chance.next() ** 1.6 * past.maxLines);
  const lines: Draft['lines'] = [];
  for (let i = 0; i < wanted; i++) {
    const variant = chance.weighted(
      open,
      ({ product, seed }) => (product.weight ?? 1) / (seed === product.variants[0] ? 1 : 3),
    );
    if (lines.some((line) => line.variant.productId === variant.productId)) continue;
    const most = Math.min(past.maxQuantity, variant.product.maxPerOrder ?? past.maxQuantity, stockCeiling(variant));
    lines.push({ variant, quantity: 1 + Math.floor(chance.next() ** 2.6 * most) });
  }
  return lines;
}

/** Nobody buys half of what there is. */
const stockCeiling = ({ seed }: StockedVariant): number =>
  seed.stock === 'unlimited' ? 3 : Math.max(1, Math.floor(seed.stock / 4));

type Window = { place: Place; from: string; to: string; minutes: number; weekday: number };

/** The slot somebody takes who orders at `after`: the first that can still be had, or `skip` days of opening later. */
export function dueAfter({ places, preset }: World, type: DeliveryType, after: Date, skip: number): Due {
  const { timeZone } = preset.shop;
  const windows: Window[] = places.places.flatMap((place) =>
    place.hours
      .filter((hours) => hours.purpose === type)
      .flatMap(({ days, from, to, slotMinutes }) =>
        days.map((weekday) => ({ place, from, to, minutes: slotMinutes, weekday })),
      ),
  );
  const start = dayOf(after, timeZone);
  let left = skip;
  for (let ahead = 1; ahead <= 28; ahead++) {
    const day = addDays(start, ahead);
    const open = windows.filter((window) => window.weekday === weekdayOf(day));
    // Orders spread over the windows and slots of a day by the minute they were placed in.
    const window = open[after.getUTCMinutes() % Math.max(1, open.length)];
    if (!window || left-- > 0) continue;
    const opens = momentAt(day, window.from, timeZone).getTime();
    const closes = momentAt(day, window.to, timeZone).getTime();
    const slots = Math.max(1, Math.floor((closes - opens) / (window.minutes * MINUTE)));
    const startsAt = opens + (after.getUTCSeconds() % slots) * window.minutes * MINUTE;
    return {
      locationId: window.place.id,
      startsAt: new Date(startsAt),
      endsAt: new Date(startsAt + window.minutes * MINUTE),
    };
  }
  throw new Error(`${preset.key} is never open for ${type}`);
}
