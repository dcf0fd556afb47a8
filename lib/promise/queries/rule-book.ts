import 'server-only';
import { asc, gt, isNull, sql } from 'drizzle-orm';
import type { DeliveryType, LocationKind } from '#db/enums';
import { closures, deliveryFees, deliveryZones, locations, openingRules, promiseRules } from '#db/schema/promise';
import type { Context } from '#lib/context';
import { keepValue } from '#lib/keep-value';
import type { ClosureSpan } from '../rules/judge.ts';
import { type OpeningRule, type Slot, slotsOn } from '../rules/slots.ts';
import type { FeeStep, Zone } from '../rules.ts';

export type BookClosure = ClosureSpan & { id: string };

export type Place = {
  id: string;
  name: string;
  kind: LocationKind;
  street: string;
  city: string;
  postalCode: string | null;
  lat: number | null;
  lng: number | null;
  instructions: string | null;
};

/** Everything a promise follows from that is not stock: where, when, how far. What is archived or inactive is not in it. */
export type RuleBook = {
  /** Raised by every write to these tables; an order is refused when it was promised under another one. */
  version: number;
  /** The shop itself first. */
  places: readonly Place[];
  rules: readonly OpeningRule[];
  /** Those that are not over. */
  closures: readonly BookClosure[];
  zones: readonly Zone[];
};

/** What everybody may know of a place. */
export const placeColumns = {
  id: locations.id,
  name: locations.name,
  kind: locations.kind,
  street: locations.street,
  city: locations.city,
  postalCode: locations.postalCode,
  lat: locations.lat,
  lng: locations.lng,
  instructions: locations.instructions,
};

const DAY_MS = 86_400_000;

async function readRuleBook(ctx: Pick<Context, 'db' | 'now'>): Promise<RuleBook> {
  const { db } = ctx;
  // The version first: what is read after it can only be newer, and then the order is refused and computed anew.
  const [row] = await db.select({ version: promiseRules.version }).from(promiseRules);
  const [places, rules, spans, zones] = await Promise.all([
    db
      .select(placeColumns)
      .from(locations)
      .where(sql`${locations.active} and ${locations.archivedAt} is null`)
      .orderBy(sql`${locations.kind} <> 'shop'`, asc(locations.displayOrder), asc(locations.id)),
    db
      .select({
        id: openingRules.id,
        locationId: openingRules.locationId,
        purpose: openingRules.purpose,
        weekday: openingRules.weekday,
        starts: openingRules.starts,
        ends: openingRules.ends,
        slotMinutes: openingRules.slotMinutes,
        capacityOrders: openingRules.capacityOrders,
        capacityLoad: openingRules.capacityLoad,
        cutoff: openingRules.cutoff,
        validFrom: openingRules.validFrom,
        validTo: openingRules.validTo,
      })
      .from(openingRules),
    db
      .select({
        id: closures.id,
        locationId: closures.locationId,
        purpose: closures.purpose,
        startsAt: closures.startsAt,
        endsAt: closures.endsAt,
        message: closures.publicMessage,
      })
      .from(closures)
      .where(gt(closures.endsAt, new Date(ctx.now.getTime() - DAY_MS)))
      .orderBy(asc(closures.startsAt), asc(closures.id)),
    db
      .select({
        id: deliveryZones.id,
        locationId: deliveryZones.locationId,
        name: deliveryZones.name,
        postalRules: deliveryZones.postalRules,
        minOrderMinor: deliveryZones.minOrderMinor,
        extraLeadMinutes: deliveryZones.extraLeadMinutes,
        priority: deliveryZones.priority,
        // Spelled out: inside a select list drizzle writes columns without their table.
        fees: sql<FeeStep[]>`coalesce((
          SELECT json_agg(json_build_object('fromSubtotalMinor', f.from_subtotal_minor, 'feeMinor', f.fee_minor))
          FROM ${deliveryFees} f WHERE f.zone_id = "delivery_zones"."id"), '[]')`,
      })
      .from(deliveryZones)
      .where(sql`${deliveryZones.active} and ${isNull(deliveryZones.archivedAt)}`)
      .orderBy(asc(deliveryZones.createdAt), asc(deliveryZones.id)),
  ]);
  const known = new Set(places.map(({ id }) => id));
  return {
    version: row?.version ?? 0,
    places,
    rules: rules.filter(({ locationId }) => known.has(locationId)),
    closures: spans,
    // Nothing is delivered from a place that is switched off.
    zones: zones.filter(({ locationId }) => known.has(locationId)),
  };
}

const kept = keepValue(['shop'], readRuleBook);

/** The rule book of the shop, kept in process until a command changes it. */
export const getRuleBook = kept.get;

/** For the one who changes it, for an order that was refused for an old version, and for tests. */
export const forgetRuleBook = kept.forget;

const slotsOfRules = new WeakMap<RuleBook['rules'], Map<string, readonly Slot[]>>();

/**
 * The slots of a day as the book has them. Cutting them needs many clock readings, so they are kept with its rules, which
 * are the same in every language.
 */
export function slotsOfDay(book: RuleBook, method: DeliveryType, day: string, timeZone: string): readonly Slot[] {
  const days = slotsOfRules.get(book.rules) ?? new Map<string, readonly Slot[]>();
  slotsOfRules.set(book.rules, days);
  const key = `${method} ${day} ${timeZone}`;
  const slots = days.get(key) ?? slotsOn(book.rules, method, day, timeZone);
  days.set(key, slots);
  return slots;
}
