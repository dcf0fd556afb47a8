import { Status } from '#components/ui/badge';
import { IconButton } from '#components/ui/button';
import { Link } from '#components/ui/link';
import { Table, Td, Th } from '#components/ui/table';
import type { LocationDto, OpeningRuleDto, ZoneDto } from '#lib/promise/desk-output';
import { ArchivePlace, RestorePlace } from './place-actions.tsx';
import { PlaceDialog } from './place-dialog.tsx';
import { type DeskShop, KIND, weekdayName } from './words.ts';

const addressOf = ({ street, postal_code, city }: LocationDto) =>
  `${street}, ${[postal_code, city].filter(Boolean).join(' ')}`;

/** "Mon–Fri, Sat" of the hours that hold on `today` or later. */
function daysOf(rules: readonly OpeningRuleDto[], purpose: 'pickup' | 'delivery', today: string): string {
  const open = new Set(
    rules
      .filter((rule) => rule.purpose === purpose && (rule.valid_to === null || rule.valid_to >= today))
      .map(({ weekday }) => weekday),
  );
  const runs: [number, number][] = [];
  for (let weekday = 1; weekday <= 7; weekday++) {
    const last = runs.at(-1);
    if (!open.has(weekday)) continue;
    if (last && last[1] === weekday - 1) last[1] = weekday;
    else runs.push([weekday, weekday]);
  }
  const short = (weekday: number) => weekdayName(weekday).slice(0, 3);
  return runs.map(([from, to]) => (from === to ? short(from) : `${short(from)}–${short(to)}`)).join(', ');
}

/** Whether no zone in use is delivered from anywhere else. */
export function hasAllZones(zones: readonly ZoneDto[], placeId: string): boolean {
  const used = zones.filter(({ active }) => active);
  return used.length > 0 && used.every(({ location }) => location.id === placeId);
}

export function PlacesTable({
  places,
  rules,
  zones,
  today,
  shop,
  mayChange,
}: {
  places: LocationDto[];
  rules: OpeningRuleDto[];
  zones: ZoneDto[];
  today: string;
  shop: DeskShop;
  mayChange: boolean;
}) {
  return (
    <Table caption="Places" stack>
      <thead>
        <tr>
          <Th>Place</Th>
          <Th>Pickup</Th>
          <Th>Delivery</Th>
          <Th num>Open orders</Th>
          {mayChange ? <Th act /> : null}
        </tr>
      </thead>
      <tbody>
        {places.map((place) => {
          const own = rules.filter(({ location_id }) => location_id === place.id);
          const [pickup, delivery] = [daysOf(own, 'pickup', today), daysOf(own, 'delivery', today)];
          return (
            <tr key={place.id} data-row={place.id}>
              <Td data-card="1">
                <span className="lead-cell">
                  <Link href={`/admin/places/${place.id}`}>{place.name}</Link>
                  <span className="sub">
                    {KIND[place.kind]}, {addressOf(place)}
                  </span>
                  {place.active ? null : <Status tone="warn">Switched off</Status>}
                </span>
              </Td>
              <Td data-card="3">
                <span className="phone-only text-ink-soft">Pickup </span>
                {pickup || <span className="text-ink-soft">none</span>}
              </Td>
              <Td data-card="4">
                <span className="phone-only text-ink-soft">Delivery </span>
                {delivery || <span className="text-ink-soft">none</span>}
              </Td>
              <Td num data-card="2">
                {place.open_orders}
                <span className="phone-only"> open</span>
              </Td>
              {mayChange ? (
                <Td act data-card="6">
                  <span className="inline-flex">
                    <PlaceDialog place={place} trigger={<IconButton icon="pencil" label={`Edit ${place.name}`} />} />
                    <ArchivePlace place={place} shop={shop} hasAllZones={hasAllZones(zones, place.id)} />
                  </span>
                </Td>
              ) : null}
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

export function ArchivedPlaces({ places, mayChange }: { places: LocationDto[]; mayChange: boolean }) {
  return (
    <Table caption="Archived places" stack>
      <thead>
        <tr>
          <Th>Place</Th>
          {mayChange ? <Th act /> : null}
        </tr>
      </thead>
      <tbody>
        {places.map((place) => (
          <tr key={place.id}>
            <Td data-card="1">
              <span className="lead-cell">
                <Link href={`/admin/places/${place.id}`}>{place.name}</Link>
                <span className="sub">{addressOf(place)}</span>
              </span>
            </Td>
            {mayChange ? (
              <Td act data-card="2">
                <RestorePlace place={place} />
              </Td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
