import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { ClosuresPanel } from '#components/admin/places/closures-panel';
import { HoursPanel } from '#components/admin/places/hours-panel';
import { ArchivePlace, RestorePlace } from '#components/admin/places/place-actions';
import { PlaceDialog } from '#components/admin/places/place-dialog';
import { PlaceFacts } from '#components/admin/places/place-facts';
import { hasAllZones } from '#components/admin/places/places-table';
import { PreviewPanel } from '#components/admin/places/preview-panel';
import { ZonesPanel } from '#components/admin/places/zones-panel';
import { PageHeader } from '#components/admin/shell/page-header';
import { TranslateLink } from '#components/admin/translations/translate-link';
import { Status } from '#components/ui/badge';
import { Button } from '#components/ui/button';
import { staffPage } from '#lib/http/page';
import { listClosures } from '#lib/promise/queries/desk-closures';
import { listOpeningRules } from '#lib/promise/queries/desk-hours';
import { getLocation } from '#lib/promise/queries/desk-places';
import { firstDayAhead } from '#lib/promise/queries/desk-preview';
import { listDeskZones } from '#lib/promise/queries/desk-zones';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';

type Props = { params: Promise<{ id: string }> };

const readPlace = cache(async (id: string) => {
  const ctx = await staffPage();
  return z.uuid().safeParse(id).success ? getLocation(ctx, { id }) : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await readPlace((await params).id))?.name ?? 'Place' };
}

export default async function PlacePage({ params }: Props) {
  const ctx = await staffPage();
  const place = await readPlace((await params).id);
  if (!place) notFound();
  const { id, name } = place;
  const [{ shop, checkout }, rules, zones, closures] = await Promise.all([
    getSettings(ctx),
    listOpeningRules(ctx, { location_id: id }),
    listDeskZones(ctx),
    listClosures(ctx),
  ]);
  const today = dayOf(ctx.now, shop.time_zone);
  const method = checkout.delivery_types[0] ?? 'pickup';
  const firstDay = await firstDayAhead(ctx, { method, location_id: id });
  const isArchived = place.archived_at !== null;
  const words = { locale: shop.locale, timeZone: shop.time_zone, currency: shop.currency, languages: shop.languages };
  const isAdmin = ctx.actor.role === 'admin';
  const common = { shop: words, mayChange: isAdmin && !isArchived };

  return (
    <>
      <PageHeader
        title={name}
        crumbs={[{ label: 'Places', href: '/admin/places' }, { label: name }]}
        status={
          isArchived ? <Status>Archived</Status> : place.active ? null : <Status tone="warn">Switched off</Status>
        }
        actions={
          !isAdmin ? null : isArchived ? (
            <RestorePlace place={place} />
          ) : (
            <>
              <TranslateLink kind="location" id={id} shop={shop} />
              <ArchivePlace place={place} shop={words} hasAllZones={hasAllZones(zones.items, id)} isLarge />
              <PlaceDialog
                place={place}
                trigger={
                  <Button variant="secondary" icon="pencil">
                    Edit
                  </Button>
                }
              />
            </>
          )
        }
      />
      <div className="detail">
        <div>
          {(['pickup', 'delivery'] as const).map((purpose) => (
            <HoursPanel
              key={purpose}
              placeId={id}
              purpose={purpose}
              rules={rules.items.filter((rule) => rule.purpose === purpose)}
              today={today}
              {...common}
            />
          ))}
          <ZonesPanel
            zones={zones.items.filter(({ location }) => location.id === id)}
            places={isArchived ? [] : [place]}
            placeId={id}
            inUse={zones.items.filter(({ active }) => active).length}
            {...common}
          />
          <ClosuresPanel
            closures={closures.items.filter(({ location }) => location === null || location.id === id)}
            places={[place]}
            now={ctx.now.toISOString()}
            today={today}
            {...common}
          />
        </div>
        <div>
          <PlaceFacts place={place} />
          {isArchived ? null : (
            <PreviewPanel
              places={[place]}
              methods={checkout.delivery_types}
              placeId={id}
              today={today}
              firstDay={firstDay}
              shop={words}
            />
          )}
        </div>
      </div>
    </>
  );
}
