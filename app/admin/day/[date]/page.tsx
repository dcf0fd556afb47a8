import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DayBoard } from '#components/admin/day/day-board';
import { DayNav } from '#components/admin/day/day-nav';
import { DayPaper } from '#components/admin/day/day-paper';
import { PaperTools } from '#components/admin/day/paper-tools';
import { PrintMenu } from '#components/admin/day/print-menu';
import { RollPage } from '#components/admin/day/roll-page';
import { PageHeader } from '#components/admin/shell/page-header';
import { Badge } from '#components/ui/badge';
import { TabLinks } from '#components/ui/tabs';
import { staffPage } from '#lib/http/page';
import { dayParam, daySheetQuery, NO_PLACE } from '#lib/orders/day-input';
import { getDaySheet, listBusyDays } from '#lib/orders/queries';
import { getSettings } from '#lib/settings/queries';
import { dateFormat, formatDay } from '#lib/time';
import { toSearch, withParams } from '../../../../components/admin/address.ts';
import { oneOf, PAPER, PAPERS } from '../../../../components/admin/day/paper.ts';
import { PART, PARTS } from '../../../../components/admin/day/words.ts';

type Props = {
  params: Promise<{ date: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { date } = await params;
  return { title: `Day sheet ${date}` };
}

/** With its year, where that is not the one we are in. */
const longDay = (date: string, locale: string): string =>
  dateFormat(locale, { timeZone: 'UTC', dateStyle: 'full' }).format(new Date(`${date}T00:00:00Z`));

export default async function DayPage({ params, searchParams }: Props) {
  const ctx = await staffPage();
  const [asked, search] = [dayParam.safeParse(await params), await searchParams];
  if (!asked.success) notFound();
  const { date } = asked.data;
  // A place that cannot be read is none: the sheet of all places is shown.
  const location = daySheetQuery.safeParse({ location_id: search.location }).data?.location_id ?? null;
  const part = oneOf(search, 'part', PARTS);
  const paper = oneOf(search, 'paper', PAPERS);
  const [{ shop: settings }, sheet, days] = await Promise.all([
    getSettings(ctx),
    getDaySheet(ctx, { date, location_id: location ?? undefined }),
    paper === null ? listBusyDays(ctx, { date }) : [],
  ]);
  const shop = { name: settings.name, locale: settings.locale, timeZone: settings.time_zone };
  const path = `/admin/day/${date}`;
  const query = toSearch(search).toString();
  const orders = [...sheet.pack, ...sheet.no_time];
  const places = [
    { href: withParams(path, query, { location: null }), label: 'All places', current: location === null },
    ...sheet.locations.map(({ id, name, orders: count }) => ({
      href: withParams(path, query, { location: id ?? NO_PLACE }),
      label: name ?? 'No place',
      count,
      current: location === (id ?? NO_PLACE),
    })),
  ];
  const hasPlaces = sheet.locations.length > 1 || location !== null;

  if (paper !== null) {
    const place = location === null ? null : (places.find(({ current }) => current)?.label ?? null);
    const sheetOnPaper = (
      <DayPaper
        day={sheet}
        pack={sheet.pack}
        noTime={sheet.no_time}
        part={part}
        shop={shop}
        paper={paper}
        place={place}
      />
    );
    return (
      <>
        <PaperTools
          title="Print the sheet"
          crumbs={[
            { label: formatDay(date, shop.locale), href: withParams(path, query, { paper: null }) },
            { label: 'Print the sheet' },
          ]}
          choices={[
            {
              label: 'Paper',
              options: PAPERS.map((one) => ({
                href: withParams(path, query, { paper: one }),
                label: PAPER[one],
                current: one === paper,
              })),
            },
            {
              label: 'Parts to print',
              options: [null, ...PARTS].map((one) => ({
                href: withParams(path, query, { part: one }),
                label: one === null ? 'Everything' : PART[one],
                current: one === part,
              })),
            },
            ...(hasPlaces ? [{ label: 'Places', options: places }] : []),
          ]}
        />
        {paper === 'a4' ? sheetOnPaper : <RollPage paper={paper}>{sheetOnPaper}</RollPage>}
      </>
    );
  }

  return (
    <>
      <div className="day-top no-print">
        <PageHeader
          title={
            date.slice(0, 4) === sheet.today.slice(0, 4) ? formatDay(date, shop.locale) : longDay(date, shop.locale)
          }
          status={date === sheet.today ? <Badge tone="accent">Today</Badge> : undefined}
          actions={
            <>
              <DayNav date={date} today={sheet.today} days={days} query={query} locale={shop.locale} />
              <PrintMenu date={date} query={query} hasGifts={orders.some(({ gift }) => gift !== null)} />
            </>
          }
        />
        {hasPlaces ? <TabLinks label="Places" tabs={places} /> : null}
      </div>
      <DayBoard
        key={`${date} ${location}`}
        sheet={sheet}
        next={days.find(({ day, open }) => day > date && open > 0)}
        part={part}
        location={location}
        query={query}
        shop={shop}
        role={ctx.actor.role}
      />
    </>
  );
}
