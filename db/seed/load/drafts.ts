import { newId } from '#db/columns';
import type { Channel, PaymentMethod } from '#db/enums';
import type { DeliveryAddress, Gift } from '#db/schema/orders';
import type { Slot } from '#lib/promise/rules/slots';
import { addDays, dayOf, momentAt, weekdayOf } from '#lib/time';
import type { AddressSeed, PastSeed, Preset, Weekday } from '../preset.ts';
import type { StockedVariant } from './catalog.ts';
import { type Chance, pickKey } from './chance.ts';
import { type Deal, findDeal } from './deals.ts';
import type { Ledger } from './ledger.ts';
import type { Person } from './people.ts';
import type { PlaceRows } from './places.ts';

/** What somebody wanted and was promised, before anything else happened to it. */
export interface Draft extends Deal {
  id: string;
  person: Person;
  channel: Channel;
  placedAt: Date;
  placedOn: string;
  slot: Slot;
  address: DeliveryAddress | null;
  method: PaymentMethod;
  gift: Gift | null;
  instructions: string | null;
  isCancelled: boolean;
  /** The customer says the transfer is on its way: somebody must look for it. */
  hasClaimed: boolean;
}

export type World = {
  preset: Preset;
  past: PastSeed;
  places: PlaceRows;
  people: Person[];
  variants: StockedVariant[];
  ledger: Ledger;
  now: Date;
};

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
const WEEKS = 5;
/** How many orders a desk should find waiting at the least, so that every list has something to show. */
const WAITING = 12;
/** Of the rush, over how many days before today its orders came in. */
const RUSH_DAYS = 4;

type Wish = { placedAt: Date; placedOn: string; weekday?: Weekday };

/** Orders of five weeks up to now, in the order of placing: most are handed over by now, the rest are still to come. */
export function draftOrders(world: World, chance: Chance): Draft[] {
  const drafts = wishesOf(world, chance).flatMap((wish) => draftOrder(world, chance, wish) ?? []);
  const isWaiting = ({ isCancelled, slot }: Draft) => !isCancelled && slot.endsAt > world.now;
  for (let waiting = drafts.filter(isWaiting).length; waiting < WAITING; waiting += 1) {
    const placedAt = new Date(world.now.getTime() - chance.between(6, 240) * MINUTE);
    const draft = draftOrder(world, chance, { placedAt, placedOn: dayOf(placedAt, world.preset.shop.timeZone) });
    if (draft) drafts.push({ ...draft, isCancelled: false });
  }
  return drafts.sort((a, b) => a.placedAt.getTime() - b.placedAt.getTime());
}

function wishesOf({ preset, past, now }: World, chance: Chance): Wish[] {
  const { timeZone } = preset.shop;
  const today = dayOf(now, timeZone);
  const wishes: Wish[] = [];
  const add = (placedOn: string, weekday?: Weekday) => {
    const placedAt = new Date(momentAt(placedOn, '00:00', timeZone).getTime() + hourOfDay(chance) * HOUR);
    if (placedAt.getTime() <= now.getTime() - 5 * MINUTE) wishes.push({ placedAt, placedOn, weekday });
  };
  for (let back = WEEKS * 7; back >= 0; back--) {
    const day = addDays(today, -back);
    const usual = past.perWeekday[weekdayOf(day) - 1] ?? 0;
    for (let left = Math.round(usual * chance.between(0.75, 1.3)); left > 0; left--) add(day);
  }
  for (let left = past.rush?.orders ?? 0; left > 0; left--) {
    add(addDays(today, -chance.whole(0, RUSH_DAYS)), past.rush?.weekday);
  }
  return wishes.sort((a, b) => a.placedAt.getTime() - b.placedAt.getTime());
}

/** People order at breakfast, at lunch and most of all in the evening. */
const hourOfDay = (chance: Chance): number =>
  chance.pick([8, 12.5, 19.5, 20, 17]) + (chance.next() + chance.next() - 1) * 3;

function draftOrder(world: World, chance: Chance, { placedAt, placedOn, weekday }: Wish): Draft | null {
  const { preset, past, ledger } = world;
  const isOnFile = chance.happens(past.onFile);
  const person = chance.weighted(
    world.people.filter((one) => one.isGuest !== isOnFile),
    (one) => one.weight,
  );
  const home = chance.pick(person.addresses.length > 0 ? person.addresses : past.places);
  const wished = pickKey(chance, past.delivery, ['pickup', 'delivery']);
  const ask = { placedAt, weekday, postalCode: home.postalCode };
  const deal =
    (wished === 'delivery' ? findDeal(world, chance, { ...ask, type: 'delivery' }) : null) ??
    findDeal(world, chance, { ...ask, type: 'pickup' });
  if (!deal) return null;
  ledger.take(deal.slot, deal.lines);
  const isDelivered = deal.deliveryType === 'delivery';
  const offered = preset.shop.payments.filter((way) => way.for.includes(deal.deliveryType)).map((way) => way.method);
  return {
    ...deal,
    id: newId(),
    person,
    channel: pickKey(chance, past.channels, ['web', 'desk', 'api']),
    placedAt,
    placedOn,
    address: isDelivered
      ? { street: home.street, city: home.city, postal_code: home.postalCode, ...notesOf(home) }
      : null,
    method: pickKey(chance, past.payment, offered),
    gift: chance.happens(past.gifts) ? giftFor(past, chance, person) : null,
    instructions: chance.happens(0.18) ? chance.pick(past.instructions) : null,
    isCancelled: chance.happens(past.cancelled),
    hasClaimed: false,
  };
}

const notesOf = (home: AddressSeed | PastSeed['places'][number]) =>
  'notes' in home && home.notes ? { notes: home.notes } : {};

function giftFor(past: PastSeed, chance: Chance, person: Person): Gift {
  const recipient = chance.pick(past.guests.filter((name) => name !== person.name));
  const card = past.cards ? { card_text: chance.pick(past.cards) } : {};
  return { recipient_name: recipient, ...card, hide_prices: true };
}
