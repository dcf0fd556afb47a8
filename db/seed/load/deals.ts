import type { DeliveryType } from '#db/enums';
import { feeFor, matchZone, type Zone } from '#lib/promise/rules';
import type { Slot } from '#lib/promise/rules/slots';
import { addDays, clockAt, dayOf, weekdayOf } from '#lib/time';
import type { ProductSeed, Weekday } from '../preset.ts';
import { type StockedVariant, seasonAround } from './catalog.ts';
import type { Chance } from './chance.ts';
import { type Draft, MINUTE, type World } from './drafts.ts';
import { loadOf, type Taken } from './ledger.ts';
import type { PlaceRows } from './places.ts';

/** What can be promised to somebody: which goods, in which slot, for which fee (minor units). */
export interface Deal {
  deliveryType: DeliveryType;
  slot: Slot;
  zoneId: string | null;
  lines: Taken[];
  subtotal: number;
  fee: number;
}

type Ask = { type: DeliveryType; placedAt: Date; weekday?: Weekday; postalCode: string };

const AHEAD = [6, 3, 2, 1, 1, 1];
/** How far ahead anybody looks for a day. */
const MOST_DAYS = 21;

/**
 * A day somebody likes among those that can still be had, goods that are sold and left for it, and one of its slots
 * that has room for them; null when there is none, or when the order stays below the minimum of its zone.
 */
export function findDeal(world: World, chance: Chance, ask: Ask): Deal | null {
  const { preset, past, places, ledger } = world;
  const { type, placedAt, weekday } = ask;
  const zone = type === 'delivery' ? matchZone(zonesOf(places), ask.postalCode) : null;
  if (type === 'delivery' && !zone) return null;
  const extraLead = zone?.extraLeadMinutes ?? 0;
  const start = dayOf(placedAt, preset.shop.timeZone);
  const today = dayOf(world.now, preset.shop.timeZone);
  const ways = past.ahead ?? AHEAD;
  let skip = weekday === undefined ? ways.indexOf(chance.weighted(ways, (share) => share)) : 0;
  for (let ahead = 0; ahead <= MOST_DAYS; ahead++) {
    const day = addDays(start, ahead);
    if (weekday !== undefined && (weekdayOf(day) !== weekday || day <= today)) continue;
    const open = ledger.openSlots(type, day, placedAt);
    if (open.length === 0 || skip-- > 0) continue;
    const inTime = (minutes: number) =>
      open.filter(({ startsAt }) => startsAt.getTime() >= placedAt.getTime() + (extraLead + minutes) * MINUTE);
    const lines = pickLines(world, chance, day, (lead) => inTime(lead).length > 0);
    const slot = pickSlot(world, chance, lines, inTime);
    if (!slot) continue;
    const subtotal = lines.reduce((sum, line) => sum + line.quantity * line.variant.seed.price, 0);
    if (zone && subtotal < zone.minOrderMinor) return null;
    return {
      deliveryType: type,
      slot,
      zoneId: zone?.id ?? null,
      lines,
      subtotal,
      fee: zone ? feeFor(zone.fees, subtotal) : 0,
    };
  }
  return null;
}

const leadOf = (lines: readonly Taken[]): number =>
  Math.max(0, ...lines.map(({ variant }) => variant.product.leadMinutes ?? 0));

/** Puts goods back until some slot takes what is left of `lines`; null when not even the first finds room. */
function pickSlot(
  { ledger, preset }: World,
  chance: Chance,
  lines: Taken[],
  inTime: (minutes: number) => Slot[],
): Slot | null {
  for (; lines.length > 0; lines.pop()) {
    const load = loadOf(lines);
    const fit = inTime(leadOf(lines)).filter((slot) => ledger.roomOf(slot) >= load);
    if (fit.length > 0) return chance.weighted(fit, (slot) => liking(slot, preset.shop.timeZone));
  }
  return null;
}

/** People come before work and after it. */
function liking({ startsAt }: Slot, timeZone: string): number {
  const [hours = 0, minutes = 0] = clockAt(startsAt, timeZone).split(':').map(Number);
  const near = (peak: number, width: number) => Math.exp(-(((hours + minutes / 60 - peak) / width) ** 2));
  return 0.25 + near(8.75, 1.6) + near(17, 1.4);
}

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

function pickLines(
  { variants, past, now, preset, ledger }: World,
  chance: Chance,
  day: string,
  isSoonEnough: (leadMinutes: number) => boolean,
): Draft['lines'] {
  const today = dayOf(now, preset.shop.timeZone);
  const isSold = ({ season, weekdays, leadMinutes }: ProductSeed) => {
    const [from, until] = season ? seasonAround(season, today) : ['', '9999'];
    const isIn = from <= day && day <= until && (!weekdays || weekdays.some((one) => one === weekdayOf(day)));
    return isIn && isSoonEnough(leadMinutes ?? 0);
  };
  const open = variants.filter((variant) => isSold(variant.product) && ledger.leftOn(variant, day) > 0);
  if (open.length === 0) return [];
  const wanted = 1 + Math.floor(chance.next() ** 1.6 * past.maxLines);
  const lines: Draft['lines'] = [];
  for (let i = 0; i < wanted; i++) {
    const variant = chance.weighted(
      open,
      ({ product, seed }) => (product.weight ?? 1) / (seed === product.variants[0] ? 1 : 3),
    );
    if (lines.some((line) => line.variant.productId === variant.productId)) continue;
    const most = Math.min(
      past.maxQuantity,
      variant.product.maxPerOrder ?? past.maxQuantity,
      stockCeiling(variant),
      ledger.leftOn(variant, day),
    );
    lines.push({ variant, quantity: 1 + Math.floor(chance.next() ** 2.6 * most) });
  }
  return lines;
}

/** Nobody buys half of what there is. */
const stockCeiling = ({ seed }: StockedVariant): number =>
  typeof seed.stock === 'number' ? Math.max(1, Math.floor(seed.stock / 4)) : seed.stock === 'unlimited' ? 3 : 100;
