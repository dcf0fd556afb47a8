import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { WeekForm } from '#components/admin/places/week-form';
import { PageHeader } from '#components/admin/shell/page-header';
import { dayInput } from '#lib/fields';
import { staffPage } from '#lib/http/page';
import { listOpeningRules } from '#lib/promise/queries/desk-hours';
import { getLocation } from '#lib/promise/queries/desk-places';
import { getSettings } from '#lib/settings/queries';
import { toWindow } from '../../../../../components/admin/places/week-values.ts';
import { PURPOSE, seasonWords } from '../../../../../components/admin/places/words.ts';

export const metadata: Metadata = { title: 'Hours' };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const query = z.object({
  id: z.uuid(),
  purpose: z.enum(['pickup', 'delivery']),
  from: dayInput.nullable().default(null),
  to: dayInput.nullable().default(null),
});

export default async function HoursPage({ params, searchParams }: Props) {
  const ctx = await staffPage();
  // Staff see the hours on the page of the place; no link leads them here.
  if (ctx.actor.role !== 'admin') notFound();
  const asked = query.safeParse({ ...(await searchParams), ...(await params) });
  if (!asked.success) notFound();
  const { id, purpose, from, to } = asked.data;
  const season = { valid_from: from, valid_to: to };
  const [{ shop }, place, rules] = await Promise.all([
    getSettings(ctx),
    getLocation(ctx, { id }),
    listOpeningRules(ctx, { location_id: id, purpose }),
  ]);
  if (!place || place.archived_at !== null) notFound();
  const windows = rules.items.filter((rule) => rule.valid_from === from && rule.valid_to === to).map(toWindow);
  // A season that is gone, or never was; the whole year may begin empty.
  if (windows.length === 0 && (from !== null || to !== null)) notFound();
  const placeHref = `/admin/places/${id}`;

  return (
    <>
      <PageHeader
        title={`${PURPOSE[purpose]} hours`}
        crumbs={[
          { label: 'Places', href: '/admin/places' },
          { label: place.name, href: placeHref },
          { label: `${PURPOSE[purpose]} hours: ${seasonWords(season, shop.locale)}` },
        ]}
      />
      <WeekForm
        values={{ location_id: id, purpose, season, ...season, windows, confirm: false }}
        placeHref={placeHref}
        locale={shop.locale}
      />
    </>
  );
}
