'use client';

import { Button, ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { Link } from '#components/ui/link';
import { Notice } from '#components/ui/notice';
import { TabLinks } from '#components/ui/tabs';
import { Time } from '#components/ui/time';
import type { BusyDay, DayOrderDto, DaySheetDto } from '#lib/orders/day-output';
import { isHandedOver, isPacked } from '#lib/orders/day-rules';
import { formatDay } from '#lib/time';
import { withParams } from '../address.ts';
import { DayPaper } from './day-paper.tsx';
import { DeliverPart, HandOverPart } from './hand-over-parts.tsx';
import { MakePart } from './make-part.tsx';
import { NoTimePart, PackPart } from './pack-part.tsx';
import type { PartProps } from './part.tsx';
import { type Role, walkTicks } from './tick.tsx';
import { type Day, useDay } from './use-day.ts';
import { count, PART, PARTS, type Part, type Shop } from './words.ts';

const VIEW: Record<Part, (props: PartProps) => React.ReactNode> = {
  make: MakePart,
  pack: PackPart,
  'hand-over': HandOverPart,
  deliver: DeliverPart,
  'no-time': NoTimePart,
};

const isLive = ({ status }: DayOrderDto) => status !== 'cancelled';

/** The day as a tool: what is ticked moves its order. Printed, it becomes the same sheet on paper. */
export function DayBoard({
  sheet,
  next,
  part,
  location,
  query,
  shop,
  role,
}: {
  sheet: DaySheetDto;
  /** The next one with something to do, for a day without. */
  next: BusyDay | undefined;
  /** Only this part; null = all of them under one another. */
  part: Part | null;
  location: string | null;
  /** Of the address, to keep what is chosen there. */
  query: string;
  shop: Shop;
  role: Role;
}) {
  const day = useDay(sheet, location);
  const { date, locations } = day.sheet;
  const props: PartProps = { day, date, shop, role, hasPlaces: locations.length > 1 };
  const shown = PARTS.filter((one) => part === null || one === part);
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: adds arrows to the boxes inside, which have their own keys */}
      <div className="day no-print" onKeyDown={walkTicks}>
        <PartTabs day={day} part={part} query={query} />
        <State day={day} shop={shop} />
        {part === null && day.pack.length + day.noTime.length === 0 ? (
          <EmptyState
            title="Nothing is ordered for this day"
            action={
              next ? (
                <ButtonLink variant="secondary" href={withParams(`/admin/day/${next.day}`, query, {})}>
                  To {formatDay(next.day, shop.locale)} ({next.open} open)
                </ButtonLink>
              ) : undefined
            }
          >
            What is ordered for it appears here by itself.
          </EmptyState>
        ) : (
          shown.map((one) => {
            const View = VIEW[one];
            return <View key={one} {...props} />;
          })
        )}
        {day.sheet.has_more_no_time && shown.includes('no-time') ? (
          <p>
            There are more orders without a time. <Link href="/admin/orders?status=ordered">Show all open orders</Link>
          </p>
        ) : null}
      </div>
      <div className="print-only">
        <DayPaper
          day={day.sheet}
          pack={day.pack.filter(isLive)}
          noTime={day.noTime.filter(isLive)}
          part={part}
          shop={shop}
          paper="a4"
        />
      </div>
    </>
  );
}

function PartTabs({ day, part, query }: { day: Day; part: Part | null; query: string }) {
  const left = (some: readonly DayOrderDto[], isDone: (status: DayOrderDto['status']) => boolean) =>
    some.filter((order) => isLive(order) && !isDone(order.status)).length;
  const of = (type: DayOrderDto['delivery_type']) => day.pack.filter(({ delivery_type }) => delivery_type === type);
  const counts: Record<Part, number | undefined> = {
    make: undefined,
    pack: left(day.pack, isPacked),
    'hand-over': left(of('pickup'), isHandedOver),
    deliver: left(of('delivery'), isHandedOver),
    'no-time': day.noTime.length,
  };
  const path = `/admin/day/${day.sheet.date}`;
  const offered = PARTS.filter((one) => one !== 'no-time' || day.noTime.length > 0 || part === 'no-time');
  return (
    <div className="day-tabs">
      <TabLinks
        label="Parts of the sheet"
        tabs={[
          { href: withParams(path, query, { part: null }), label: 'All', current: part === null },
          ...offered.map((one) => ({
            href: withParams(path, query, { part: one }),
            label: PART[one],
            count: counts[one],
            current: part === one,
          })),
        ]}
      />
    </div>
  );
}

/** Whether what one sees is what there is. */
function State({ day, shop }: { day: Day; shop: Shop }) {
  const { arrived, left, changed } = day.news;
  const hasNews = arrived.length + left.length + changed.length > 0;
  const { date, today, read_at: readAt } = day.sheet;
  return (
    <div aria-live="polite" className="day-state">
      {day.trouble === null ? null : (
        <Notice tone="warn" title={day.trouble === 'offline' ? 'The shop does not answer.' : 'You are signed out.'}>
          <p>
            This is the sheet as of <Time at={readAt} {...shop} format="clock" />.{' '}
            {day.trouble === 'offline' ? (
              <Button variant="link" onClick={() => void day.read()}>
                Try again
              </Button>
            ) : (
              <Button variant="link" onClick={() => window.open('/admin', '_blank', 'noopener')}>
                Sign in in another tab
              </Button>
            )}
          </p>
        </Notice>
      )}
      {hasNews ? (
        <Notice title={arrived.length > 0 ? count(arrived.length, 'new order') : 'The sheet has changed'}>
          {arrived.length > 0 ? <p>{arrived.join(', ')}</p> : null}
          {changed.length > 0 ? <p>Changed by its customer or the desk: {changed.join(', ')}</p> : null}
          {left.length > 0 ? <p>Cancelled, or moved to another day: {left.join(', ')}</p> : null}
          <Button variant="link" onClick={day.dismissNews}>
            Seen
          </Button>
        </Notice>
      ) : null}
      {date < today ? (
        <p className="day-soft">
          This day is over. <Link href="/admin/day">Open today’s sheet</Link>
        </p>
      ) : null}
    </div>
  );
}
