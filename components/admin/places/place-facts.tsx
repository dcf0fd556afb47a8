import { Panel } from '#components/admin/shell/stat-tile';
import { Link } from '#components/ui/link';
import type { LocationDto } from '#lib/promise/desk-output';
import { KIND, ordersWords } from './words.ts';

const mapHref = (lat: number, lng: number) =>
  `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lng}#map=17/${lat}/${lng}`;

/** Where a place is and how one finds it. */
export function PlaceFacts({ place }: { place: LocationDto }) {
  const { lat, lng } = place;
  return (
    <Panel title={KIND[place.kind]}>
      <dl className="fact-list">
        <div>
          <dt>Address</dt>
          <dd>
            {place.street}
            <br />
            {[place.postal_code, place.city].filter(Boolean).join(' ')}
          </dd>
        </div>
        {place.instructions ? (
          <div>
            <dt>How to find it</dt>
            <dd>{place.instructions}</dd>
          </div>
        ) : null}
        {lat !== null && lng !== null ? (
          <div>
            <dt>Coordinates</dt>
            <dd>
              <a href={mapHref(lat, lng)} target="_blank" rel="noreferrer">
                {lat}, {lng}
                <span className="visually-hidden"> on a map, in a new tab</span>
              </a>
            </dd>
          </div>
        ) : null}
        <div>
          <dt>Orders</dt>
          <dd>
            {ordersWords(place.open_orders)}, <Link href={`/admin/calendar?place=${place.id}`}>see the calendar</Link>
          </dd>
        </div>
      </dl>
    </Panel>
  );
}
