import type { Metadata } from 'next';
import { NewBooking } from '#components/admin/bookings/new-booking';
import { PageHeader } from '#components/admin/shell/page-header';
import { listPackages, listThemes } from '#lib/events/queries';
import { staffPage } from '#lib/http/page';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';

export const metadata: Metadata = { title: 'New booking' };

export default async function NewBookingPage() {
  const ctx = await staffPage();
  const [{ shop }, packages, themes] = await Promise.all([getSettings(ctx), listPackages(ctx), listThemes(ctx)]);
  const named = ({ id, name }: { id: string; name: string }) => ({ id, name });
  return (
    <>
      <PageHeader
        title="New booking"
        crumbs={[{ label: 'Bookings', href: '/admin/bookings' }, { label: 'New booking' }]}
      />
      <NewBooking
        packages={packages.items.map(named)}
        themes={themes.items.map(named)}
        today={dayOf(ctx.now, shop.time_zone)}
      />
    </>
  );
}
