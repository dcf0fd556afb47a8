import { newId } from '#db/columns';
import type { closures, deliveryFees, deliveryZones, locations, openingRules, PostalRule } from '#db/schema/promise';
import { addDays, dayOf, momentAt, weekdayOf } from '#lib/time';
import type { LocationSeed, PostalRules, Preset } from '../preset.ts';

export type Place = LocationSeed & { id: string };
export type ZoneRow = typeof deliveryZones.$inferInsert & { id: string };

export interface PlaceRows {
  places: Place[];
  locations: (typeof locations.$inferInsert)[];
  rules: (typeof openingRules.$inferInsert & { id: string })[];
  closures: (typeof closures.$inferInsert)[];
  zones: ZoneRow[];
  fees: (typeof deliveryFees.$inferInsert)[];
}

const postalRules = ({ exact = [], prefix = [], range = [] }: PostalRules): PostalRule[] => [
  ...exact.map((code) => ({ kind: 'exact' as const, code })),
  ...prefix.map((start) => ({ kind: 'prefix' as const, prefix: start })),
  ...range.map(([from, to]) => ({ kind: 'range' as const, from, to })),
];

export function placeRows(preset: Preset, now: Date): PlaceRows {
  const { timeZone } = preset.shop;
  const today = dayOf(now, timeZone);
  const places = preset.locations.map((place) => ({ ...place, id: newId() }));
  const idOf = (key: string) => {
    const place = places.find((one) => one.key === key);
    if (!place) throw new Error(`no location is called ${key}`);
    return place.id;
  };
  const zones = preset.zones.map((zone, i) => ({
    id: newId(),
    locationId: idOf(zone.location),
    name: zone.name,
    postalRules: postalRules(zone.postal),
    minOrderMinor: zone.minOrder,
    extraLeadMinutes: zone.extraLeadMinutes,
    // The nearest zone is listed first and wins where two cover a code.
    priority: preset.zones.length - i,
  }));
  return {
    places,
    locations: places.map((place, i) => ({
      id: place.id,
      name: place.name,
      kind: place.kind,
      street: place.street,
      city: place.city,
      postalCode: place.postalCode,
      lat: place.lat,
      lng: place.lng,
      instructions: place.instructions,
      displayOrder: i,
    })),
    rules: places.flatMap((place) =>
      place.hours.flatMap((hours) =>
        hours.days.map((weekday) => ({
          id: newId(),
          locationId: place.id,
          purpose: hours.purpose,
          weekday,
          starts: hours.from,
          ends: hours.to,
          slotMinutes: hours.slotMinutes,
          capacityOrders: hours.capacityOrders,
          capacityLoad: hours.capacityLoad,
          cutoff:
            'at' in hours.cutoff
              ? { kind: 'time' as const, time: hours.cutoff.at, daysBefore: hours.cutoff.daysBefore }
              : { kind: 'minutes' as const, minutes: hours.cutoff.minutesBefore },
        })),
      ),
    ),
    closures: preset.closures.map((closure) => {
      const from = addDays(today, closure.inDays);
      const day = closure.weekday ? addDays(from, (closure.weekday - weekdayOf(from) + 7) % 7) : from;
      return {
        id: newId(),
        locationId: closure.location ? idOf(closure.location) : null,
        purpose: closure.purpose,
        startsAt: momentAt(day, '00:00', timeZone),
        endsAt: momentAt(addDays(day, closure.days), '00:00', timeZone),
        publicMessage: closure.message,
      };
    }),
    zones,
    fees: preset.zones.flatMap((zone, i) =>
      zone.fees.map((step) => ({
        zoneId: zones[i]?.id ?? '',
        fromSubtotalMinor: step.from,
        feeMinor: step.fee,
      })),
    ),
  };
}
