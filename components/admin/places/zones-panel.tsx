import { Panel } from '#components/admin/shell/stat-tile';
import { Status } from '#components/ui/badge';
import { Button, IconButton } from '#components/ui/button';
import { Table, Td, Th } from '#components/ui/table';
import { formatAmount } from '#lib/money-text';
import type { LocationDto, ZoneDto } from '#lib/promise/desk-output';
import { feeWords, span, type WritingShop } from './words.ts';
import { ArchiveZone, RestoreZone } from './zone-actions.tsx';
import { ZoneDialog } from './zone-dialog.tsx';

type Props = {
  zones: ZoneDto[];
  archived?: ZoneDto[];
  places: LocationDto[];
  /** New zones start there. */
  placeId?: string;
  /** Zones in use in the whole shop: the last one is not like the others. */
  inUse: number;
  shop: WritingShop;
  mayChange: boolean;
};

/** Where the shop delivers, what it costs, and who has ordered from there. */
export function ZonesPanel({ zones, archived = [], places, placeId, inUse, shop, mayChange }: Props) {
  const { currency } = shop;
  return (
    <Panel
      title="Delivery zones"
      actions={
        mayChange && places.length > 0 ? (
          <ZoneDialog
            places={places}
            placeId={placeId}
            shop={shop}
            trigger={
              <Button variant="secondary" size="sm" icon="plus">
                Add zone
              </Button>
            }
          />
        ) : null
      }
    >
      {zones.length > 0 ? (
        <Table caption="Delivery zones" stack>
          <thead>
            <tr>
              <Th>Zone</Th>
              <Th>Fee</Th>
              <Th num>From</Th>
              <Th num>Open orders</Th>
              {mayChange ? <Th act /> : null}
            </tr>
          </thead>
          <tbody>
            {zones.map((zone) => (
              <tr key={zone.id} data-row={zone.id}>
                <Td data-card="1">
                  <span className="lead-cell">
                    <strong>{zone.name}</strong>
                    <span className="sub measure postal">{zone.postal_codes}</span>
                    {placeId === undefined && places.length > 1 ? (
                      <span className="sub">from {zone.location.name}</span>
                    ) : null}
                    {zone.extra_lead_minutes > 0 ? (
                      <span className="sub">{span(zone.extra_lead_minutes)} more for the way</span>
                    ) : null}
                    {zone.active ? null : <Status tone="warn">Switched off</Status>}
                  </span>
                </Td>
                <Td data-card="3">{feeWords(zone, shop.locale)}</Td>
                <Td num data-card="2">
                  <span className="phone-only">from </span>
                  {formatAmount(zone.min_order, currency, shop.locale)}
                </Td>
                <Td num data-card="4">
                  {zone.open_orders}
                  <span className="phone-only"> open</span>
                </Td>
                {mayChange ? (
                  <Td act data-card="6">
                    <span className="inline-flex">
                      <ZoneDialog
                        zone={zone}
                        places={places}
                        shop={shop}
                        trigger={<IconButton icon="pencil" label={`Edit ${zone.name}`} />}
                      />
                      <ArchiveZone zone={zone} isLast={zone.active && inUse === 1} shop={shop} />
                    </span>
                  </Td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </Table>
      ) : (
        <p className="text-ink-soft">
          {inUse === 0
            ? 'Without zones the shop delivers everywhere, at no charge.'
            : 'No zone is delivered from here.'}
        </p>
      )}
      {archived.length > 0 ? (
        <details className="archived-zones">
          <summary>
            {archived.length} archived {archived.length === 1 ? 'zone' : 'zones'}
          </summary>
          <ul className="rows">
            {archived.map((zone) => (
              <li key={zone.id} className="flex flex-wrap items-center justify-between gap-3">
                <span>
                  {zone.name} <span className="text-ink-soft">{zone.postal_codes}</span>
                </span>
                {mayChange ? <RestoreZone zone={zone} /> : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Panel>
  );
}
