import { FILLING } from '#lib/analytics/rules';
import type { SlotFiguresDto } from '#lib/analytics/view-output';
import { hourWords, percent, weekdayWords } from './words.ts';

type Cell = SlotFiguresDto['hours'][number];

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** How dark a cell is: five steps, for nobody tells more apart. The last says that slots there fill up. */
function heatOf(fill: number | null): number {
  if (fill === null || fill === 0) return 0;
  if (fill >= FILLING) return 4;
  return fill >= 0.5 ? 3 : fill >= 0.25 ? 2 : 1;
}

/** The week as a grid: darker is fuller. The same stands below with its figures. */
export function HourGrid({ hours, locale }: { hours: readonly Cell[]; locale: string }) {
  const first = Math.min(...hours.map(({ hour }) => hour));
  const last = Math.max(...hours.map(({ hour }) => hour));
  const columns = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const cells = new Map(hours.map((cell) => [`${cell.weekday} ${cell.hour}`, cell]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="hour-grid-box" tabIndex={0} aria-label="How full slots are by weekday and hour">
      <table className="hour-grid">
        <thead>
          <tr>
            <td />
            {columns.map((hour) => (
              <th key={hour} scope="col">
                {hourWords(hour)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {WEEKDAYS.map((weekday) => (
            <tr key={weekday}>
              <th scope="row">{weekdayWords(weekday, locale, 'short')}</th>
              {columns.map((hour) => {
                const cell = cells.get(`${weekday} ${hour}`);
                if (!cell) return <td key={hour} data-heat="none" />;
                const { fill, booked, capacity } = cell;
                return (
                  <td
                    key={hour}
                    data-heat={heatOf(fill)}
                    title={`${booked} booked${capacity === null ? '' : ` of ${capacity}`}`}
                  >
                    {fill === null ? booked : percent(Math.round(fill * 100) / 100, locale)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
