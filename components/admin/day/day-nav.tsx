import { Button } from '#components/ui/button';
import { Icon } from '#components/ui/icons';
import { Link } from '#components/ui/link';
import type { BusyDay } from '#lib/orders/day-output';
import { addDays, dateFormat } from '#lib/time';
import { withParams } from '../address.ts';
import { count } from './words.ts';

type Props = {
  date: string;
  today: string;
  days: readonly BusyDay[];
  /** What is chosen in the address goes along to the other day. */
  query: string;
  locale: string;
};

const shortDay = (day: string, locale: string): string =>
  dateFormat(locale, { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** The day before, the day after, today, and a list of the days that have orders. */
export function DayNav({ date, today, days, query, locale }: Props) {
  const to = (day: string) => withParams(`/admin/day/${day}`, query, {});
  const [before, after] = [addDays(date, -1), addDays(date, 1)];
  return (
    <nav className="day-nav" aria-label="Days">
      <Link
        className="btn"
        data-variant="secondary"
        data-icon="true"
        href={to(before)}
        title={shortDay(before, locale)}
      >
        <Icon name="chevronLeft" />
        <span className="visually-hidden">Day before, {shortDay(before, locale)}</span>
      </Link>
      <DayList {...{ date, today, days, query, locale }} />
      <Link className="btn" data-variant="secondary" data-icon="true" href={to(after)} title={shortDay(after, locale)}>
        <Icon name="chevronRight" />
        <span className="visually-hidden">Day after, {shortDay(after, locale)}</span>
      </Link>
      {date === today ? null : (
        <Link className="btn" data-variant="secondary" href={to(today)}>
          Today
        </Link>
      )}
    </nav>
  );
}

function DayList({ date, today, days, query, locale }: Props) {
  const known = new Map(days.map((day) => [day.day, day]));
  const listed = [...new Set([...known.keys(), today, date])].sort();
  const params = new URLSearchParams(query);
  return (
    // A key of its own: the list closes once one has gone to another day.
    <details className="menu day-menu" key={date}>
      <summary className="btn" data-variant="secondary">
        <Icon name="calendar" size={18} />
        Days
        <Icon name="chevronDown" size={16} />
      </summary>
      <div>
        <ul>
          {listed.map((day) => {
            const busy = known.get(day);
            return (
              <li key={day}>
                <Link
                  className="day-choice"
                  href={withParams(`/admin/day/${day}`, query, {})}
                  aria-current={day === date ? 'page' : undefined}
                >
                  <span>
                    {shortDay(day, locale)}
                    {day === today ? ', today' : ''}
                  </span>
                  <span className="day-soft">
                    {busy
                      ? `${count(busy.orders, 'order')}${busy.open > 0 ? `, ${busy.open} open` : ', done'}`
                      : 'none'}
                  </span>
                </Link>
              </li>
            );
          })}
        </ul>
        <form className="day-other" action="/admin/day">
          {[...params].map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <label htmlFor="other-day">Another day</label>
          <input id="other-day" className="control" type="date" name="date" defaultValue={date} required />
          <Button type="submit" size="sm" variant="secondary">
            Go
          </Button>
        </form>
      </div>
    </details>
  );
}
