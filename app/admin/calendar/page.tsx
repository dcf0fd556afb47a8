import type { Metadata } from 'next';
import { z } from 'zod';
import { CalendarBar } from '#components/admin/calendar/calendar-bar';
import { EventWeek } from '#components/admin/calendar/event-week';
import { WeekGrid } from '#components/admin/calendar/week-grid';
import { VacationDialog } from '#components/admin/places/closure-dialog';
import { VacationNotice } from '#components/admin/places/closures-panel';
import { PageHeader } from '#components/admin/shell/page-header';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { DELIVERY_TYPES } from '#db/enums';
import { listBookingDays } from '#lib/events/queries/bookings';
import { dayInput } from '#lib/fields';
import { staffPage } from '#lib/http/page';
import { listClosures, listClosuresBetween } from '#lib/promise/queries/desk-closures';
import { listOpeningRules } from '#lib/promise/queries/desk-hours';
import { listLocations } from '#lib/promise/queries/desk-places';
import { listDeskSlots } from '#lib/promise/queries/desk-slots';
import { getSettings } from '#lib/settings/queries';
import { addDays, dayOf, weekdayOf } from '#lib/time';

export const metadata: Metadata = { title: 'Calendar' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** A mistyped part of the address counts as left out. */
const query = z.object({
  week: dayInput.optional().catch(undefined),
  place: z.uuid().optional().catch(undefined),
  method: z.enum(DELIVERY_TYPES).optional().catch(undefined),
});

export default async function CalendarPage({ searchParams }: Props) {
  const ctx = await staffPage();
  const asked = query.parse(await searchParams);
  const [{ shop, checkout }, { items: places }, { items: rules }] = await Promise.all([
    getSettings(ctx),
    listLocations(ctx),
    listOpeningRules(ctx),
  ]);
  const today = dayOf(ctx.now, shop.time_zone);
  const day = asked.week ?? today;
  const monday = addDays(day, 1 - weekdayOf(day));
  const events = await listBookingDays(ctx, { from: monday, to: addDays(monday, 6) });
  const week = (
    <EventWeek days={[...events.values()]} today={today} locale={shop.locale} hasNavigation={places.length === 0} />
  );
  const place = places.find(({ id }) => id === asked.place) ?? places[0];
  if (!place) {
    return (
      <>
        <PageHeader title="Calendar" />
        {week}
        <EmptyState title="No place yet" action={<ButtonLink href="/admin/places">To the places</ButtonLink>}>
          The calendar shows the times in which orders are handed over, once there is a place with hours.
        </EmptyState>
      </>
    );
  }
  const methods = DELIVERY_TYPES.filter(
    (method) =>
      checkout.delivery_types.includes(method) ||
      rules.some(({ location_id, purpose }) => location_id === place.id && purpose === method),
  );
  const hasHours = (method: string) =>
    rules.some(({ location_id, purpose }) => location_id === place.id && purpose === method);
  const method = asked.method ?? methods.find(hasHours) ?? 'pickup';
  const last = addDays(monday, 6);
  const [slots, closures, ahead] = await Promise.all([
    listDeskSlots(ctx, { from: monday, to: last, location_id: place.id, method }),
    listClosuresBetween(ctx, { from: monday, to: last, location_id: place.id, purpose: method }),
    listClosures(ctx),
  ]);
  const words = { locale: shop.locale, timeZone: shop.time_zone, currency: shop.currency };

  const mayChange = ctx.actor.role === 'admin';

  return (
    <>
      <PageHeader
        title="Calendar"
        actions={
          // Here one looks for it first, and for the way back; all that is closed is listed at the places.
          mayChange ? <VacationDialog shop={words} today={today} /> : null
        }
      />
      <VacationNotice
        closures={ahead.items}
        now={ctx.now.toISOString()}
        today={today}
        shop={words}
        mayChange={mayChange}
      />
      <CalendarBar
        monday={monday}
        today={today}
        place={place.id}
        places={places}
        method={method}
        methods={methods}
        locale={shop.locale}
      />
      {slots.items.length > 0 || closures.length > 0 ? (
        <WeekGrid
          monday={monday}
          today={today}
          slots={slots.items}
          closures={closures}
          shop={words}
          mayChange={mayChange}
        />
      ) : (
        <EmptyState
          title="No slots this week"
          action={
            <ButtonLink variant="secondary" href={`/admin/places/${place.id}`}>
              To the hours of {place.name}
            </ButtonLink>
          }
        >
          {hasHours(method)
            ? `${place.name} has no hours for this on these days.`
            : `${place.name} has no hours for this yet.`}
        </EmptyState>
      )}
      {week}
    </>
  );
}
