import type { Metadata } from 'next';
import { VacationDialog } from '#components/admin/places/closure-dialog';
import { ClosuresPanel, VacationNotice } from '#components/admin/places/closures-panel';
import { PlaceDialog } from '#components/admin/places/place-dialog';
import { ArchivedPlaces, PlacesTable } from '#components/admin/places/places-table';
import { PreviewPanel } from '#components/admin/places/preview-panel';
import { ZonesPanel } from '#components/admin/places/zones-panel';
import { PageHeader } from '#components/admin/shell/page-header';
import { Button, ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { TabLinks } from '#components/ui/tabs';
import { staffPage } from '#lib/http/page';
import { listClosures } from '#lib/promise/queries/desk-closures';
import { listOpeningRules } from '#lib/promise/queries/desk-hours';
import { listLocations } from '#lib/promise/queries/desk-places';
import { firstDayAhead } from '#lib/promise/queries/desk-preview';
import { listDeskZones } from '#lib/promise/queries/desk-zones';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';

export const metadata: Metadata = { title: 'Places' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PlacesPage({ searchParams }: Props) {
  const ctx = await staffPage();
  const isArchive = (await searchParams).archived === 'true';
  const [{ shop, checkout }, places, archived, rules, zones, oldZones, closures] = await Promise.all([
    getSettings(ctx),
    listLocations(ctx),
    listLocations(ctx, { archived: true }),
    listOpeningRules(ctx),
    listDeskZones(ctx),
    listDeskZones(ctx, { archived: true }),
    listClosures(ctx),
  ]);
  const method = checkout.delivery_types[0] ?? 'pickup';
  const firstDay = await firstDayAhead(ctx, { method, location_id: null });
  const words = { locale: shop.locale, timeZone: shop.time_zone, currency: shop.currency, languages: shop.languages };
  const today = dayOf(ctx.now, shop.time_zone);
  const now = ctx.now.toISOString();
  const mayChange = ctx.actor.role === 'admin';
  const common = { shop: words, mayChange };

  return (
    <>
      <PageHeader
        title="Places"
        actions={
          mayChange ? (
            <>
              <VacationDialog shop={words} today={today} />
              <PlaceDialog trigger={<Button icon="plus">Add place</Button>} />
            </>
          ) : null
        }
      />
      <VacationNotice closures={closures.items} now={now} today={today} {...common} />
      <div className="detail">
        <div>
          {archived.total > 0 || isArchive ? (
            <TabLinks
              label="Places by state"
              tabs={[
                { href: '/admin/places', label: 'In use', count: places.total, current: !isArchive },
                {
                  href: '/admin/places?archived=true',
                  label: 'Archived',
                  count: archived.total,
                  current: isArchive,
                },
              ]}
            />
          ) : null}
          {isArchive ? (
            archived.total > 0 ? (
              <ArchivedPlaces places={archived.items} mayChange={mayChange} />
            ) : (
              <EmptyState
                title="Nothing is archived"
                action={
                  <ButtonLink variant="secondary" href="/admin/places">
                    To the places in use
                  </ButtonLink>
                }
              />
            )
          ) : places.total > 0 ? (
            <PlacesTable places={places.items} rules={rules.items} zones={zones.items} today={today} {...common} />
          ) : (
            <EmptyState
              title="No place yet"
              action={mayChange ? <PlaceDialog trigger={<Button icon="plus">Add place</Button>} /> : undefined}
            >
              Add where customers collect or deliveries start; then say when it is open.
            </EmptyState>
          )}
          <ZonesPanel
            zones={zones.items}
            archived={oldZones.items}
            places={places.items}
            inUse={zones.items.filter(({ active }) => active).length}
            {...common}
          />
          <ClosuresPanel closures={closures.items} places={places.items} now={now} today={today} {...common} />
        </div>
        <div className="stays">
          <PreviewPanel
            places={places.items}
            methods={checkout.delivery_types}
            today={today}
            firstDay={firstDay}
            shop={words}
          />
        </div>
      </div>
    </>
  );
}
