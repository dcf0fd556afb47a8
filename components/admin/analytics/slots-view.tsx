import { Tiles } from '#components/admin/shell/stat-tile';
import { Link } from '#components/ui/link';
import { Time } from '#components/ui/time';
import type { SlotFiguresDto } from '#lib/analytics/view-output';
import { countLocale } from '../figure.ts';
import { DELIVERY_TYPE } from '../orders/words.ts';
import { type ExportOf, FigurePanel, FigureTable, FigureTile, Share } from './figure-panel.tsx';
import { HourGrid } from './hour-grid.tsx';
import { LazyBars } from './lazy-bars.tsx';
import { count, hourWords, leadLabel, leadWords, percent, STEP, stepWords, type Words, weekdayWords } from './words.ts';

type Props = { figures: SlotFiguresDto; words: Words; exportOf: ExportOf };

const fillWords = (fill: number | null, locale: string) => (fill === null ? '–' : percent(fill, locale));
/** How many orders had room: any number where nothing limits them, none to speak of where there was no slot. */
function room({ capacity, slots = 1 }: { capacity: number | null; slots?: number }, locale: string): string {
  if (capacity !== null) return count(capacity, locale);
  return slots === 0 ? '–' : 'any';
}

/** How full the times of hand-over are. */
export function SlotsView({ figures, words, exportOf }: Props) {
  const { locale } = words;
  const { totals, before } = figures;
  return (
    <>
      <Tiles>
        <FigureTile
          label="Fill"
          value={fillWords(totals.fill, locale)}
          now={totals.fill}
          before={before.fill}
          was={fillWords(before.fill, locale)}
          locale={locale}
        />
        <FigureTile
          label="Booked"
          value={count(totals.booked, locale)}
          now={totals.booked}
          before={before.booked}
          was={count(before.booked, locale)}
          locale={locale}
        />
        <FigureTile
          label="Slots"
          value={count(totals.slots, locale)}
          now={totals.slots}
          before={before.slots}
          was={count(before.slots, locale)}
          locale={locale}
        />
        <FigureTile
          label="Cancelled orders"
          value={count(totals.cancelled, locale)}
          now={totals.cancelled}
          before={before.cancelled}
          was={count(before.cancelled, locale)}
          locale={locale}
        />
      </Tiles>
      <ByHour figures={figures} words={words} exportOf={exportOf} />
      <OverTime figures={figures} words={words} exportOf={exportOf} />
      <div className="figures-pair">
        <Busiest figures={figures} words={words} exportOf={exportOf} />
        <Lead figures={figures} words={words} exportOf={exportOf} />
      </div>
    </>
  );
}

function ByHour({ figures, words: { locale }, exportOf }: Props) {
  const { hours } = figures;
  const top = hours.reduce<(typeof hours)[number] | null>(
    (most, cell) => ((cell.fill ?? 0) > (most?.fill ?? 0) ? cell : most),
    null,
  );
  return (
    <FigurePanel
      title="By weekday and hour"
      exportHref={exportOf('hours')}
      summary={
        top
          ? `Fullest on ${weekdayWords(top.weekday, locale)} at ${hourWords(top.hour)}: ${fillWords(top.fill, locale)} on average. Slots without any order count as the hours say today.`
          : hours.length > 0
            ? 'No slot with a limit was booked in these days.'
            : undefined
      }
      table={
        <FigureTable
          caption="Slots by weekday and hour"
          rows={hours}
          keyOf={({ weekday, hour }) => `${weekday} ${hour}`}
          empty="There were no slots in these days."
          columns={[
            { label: 'Begins', cell: (cell) => `${weekdayWords(cell.weekday, locale)} ${hourWords(cell.hour)}` },
            { label: 'Slots', num: true, isWide: true, cell: (cell) => count(cell.slots, locale) },
            { label: 'Booked', num: true, cell: (cell) => count(cell.booked, locale) },
            { label: 'Capacity', num: true, cell: (cell) => room(cell, locale) },
            { label: 'Cancelled', num: true, isWide: true, cell: (cell) => count(cell.cancelled, locale) },
            { label: 'Fill', num: true, cell: (cell) => fillWords(cell.fill, locale) },
          ]}
        />
      }
    >
      {hours.length > 0 ? <HourGrid hours={hours} locale={locale} /> : null}
    </FigurePanel>
  );
}

function OverTime({ figures, words: { locale }, exportOf }: Props) {
  const { steps, range, totals } = figures;
  return (
    <FigurePanel
      title="Booked and capacity"
      exportHref={exportOf('slots')}
      summary={
        totals.slots === 0
          ? 'There were no slots in these days.'
          : totals.capacity === null
            ? `${count(totals.booked, locale)} orders were booked; no slot has a limit of orders.`
            : `${count(totals.booked, locale)} orders were booked where ${count(totals.capacity, locale)} had room.`
      }
      table={
        <FigureTable
          caption="Booked and capacity"
          rows={steps}
          keyOf={({ from }) => from}
          empty="There are no days here."
          columns={[
            {
              label: STEP[range.step],
              cell: (step) =>
                range.step === 'day' ? (
                  <Link href={`/admin/day/${step.from}`}>{stepWords(step, range.step, locale).title}</Link>
                ) : (
                  stepWords(step, range.step, locale).title
                ),
            },
            { label: 'Slots', num: true, isWide: true, cell: (step) => count(step.slots, locale) },
            { label: 'Booked', num: true, cell: (step) => count(step.booked, locale) },
            { label: 'Capacity', num: true, cell: (step) => room(step, locale) },
            { label: 'Cancelled', num: true, isWide: true, cell: (step) => count(step.cancelled, locale) },
            { label: 'Fill', num: true, cell: (step) => fillWords(step.fill, locale) },
          ]}
        />
      }
    >
      {steps.length > 1 && totals.slots > 0 ? (
        <LazyBars
          title="Booked and capacity over time"
          locale={locale}
          unit={{ kind: 'count' }}
          series={[
            { key: 'booked', name: 'Booked', tone: 'main' },
            { key: 'capacity', name: 'Capacity', tone: 'soft', as: 'line' },
          ]}
          rows={steps.map((step) => ({
            ...stepWords(step, range.step, locale),
            values: { booked: step.booked, capacity: step.capacity },
          }))}
        />
      ) : null}
    </FigurePanel>
  );
}

function Busiest({ figures, words: { locale, timeZone }, exportOf }: Props) {
  return (
    <FigurePanel
      title="Busiest slots"
      exportHref={exportOf('busiest_slots')}
      table={
        <FigureTable
          caption="Busiest slots"
          rows={figures.busiest}
          keyOf={(slot) => slot.slot_id}
          empty="No slot was booked in these days."
          columns={[
            {
              label: 'Slot',
              cell: (slot) => (
                <>
                  <Link href={`/admin/day/${slot.day}`}>
                    <Time at={slot.starts_at} locale={locale} timeZone={timeZone} format="appointment" />
                  </Link>
                  <span className="sub">
                    {DELIVERY_TYPE[slot.method]}, {slot.location}
                  </span>
                </>
              ),
            },
            {
              label: 'Booked',
              num: true,
              cell: (slot) => `${count(slot.booked, locale)} of ${room(slot, locale)}`,
            },
            { label: 'Fill', num: true, cell: (slot) => fillWords(slot.fill, locale) },
          ]}
        />
      }
    />
  );
}

function Lead({ figures, words: { locale }, exportOf }: Props) {
  const { lead, median_lead_hours: median } = figures;
  const hours = new Intl.NumberFormat(countLocale(locale), { maximumFractionDigits: 1 });
  const said =
    median === null ? '' : median < 48 ? `${hours.format(median)} hours` : `${hours.format(median / 24)} days`;
  return (
    <FigurePanel
      title="From order to slot"
      exportHref={exportOf('lead')}
      summary={
        median === null
          ? 'No order was for a slot in these days.'
          : `Half of the orders were placed more than ${said} before their slot.`
      }
      table={
        <FigureTable
          caption="From order to slot"
          rows={lead}
          keyOf={({ from_hours }) => String(from_hours)}
          empty=""
          columns={[
            { label: 'Placed before', cell: leadWords },
            { label: 'Orders', num: true, cell: (row) => count(row.orders, locale) },
            { label: 'Share', num: true, cell: (row) => <Share value={row.share} locale={locale} /> },
          ]}
        />
      }
    >
      {median === null ? null : (
        <LazyBars
          title="Orders by how long before their slot they were placed"
          locale={locale}
          unit={{ kind: 'count' }}
          series={[{ key: 'orders', name: 'Orders', tone: 'main' }]}
          rows={lead.map((row) => ({ label: leadLabel(row), title: leadWords(row), values: { orders: row.orders } }))}
        />
      )}
    </FigurePanel>
  );
}
