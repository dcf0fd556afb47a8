import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { FieldError } from '#components/ui/field';
import { Icon } from '#components/ui/icons';
import type { BookView } from '#lib/events/book-input';
import { addDays, dateFormat, formatDay, weekdayOf } from '#lib/time';

const MONTH = { timeZone: 'UTC', month: 'long', year: 'numeric' } as const;
const monthWords = (month: string, locale: string): string =>
  dateFormat(locale, MONTH).format(new Date(`${month}-01T00:00:00Z`));

const nextMonth = (month: string): string => addDays(`${month}-28`, 4).slice(0, 7);
const lastMonth = (month: string): string => addDays(`${month}-01`, -1).slice(0, 7);

/** One of the days of a month. Its buttons look at another month and keep what is typed; they work without script. */
export function DayChoice({
  view: { month, days },
  chosen,
  today,
  locale,
  error,
}: {
  view: BookView;
  chosen: string | undefined;
  today: string;
  locale: string;
  error: string | undefined;
}) {
  const t = useTranslations('booking');
  const isElsewhere = chosen !== undefined && chosen !== '' && chosen.slice(0, 7) !== month;
  const lead = days[0] ? weekdayOf(days[0].date) - 1 : 0;
  const weekdays = Array.from({ length: 7 }, (_, at) =>
    dateFormat(locale, { timeZone: 'UTC', weekday: 'short' }).format(new Date(Date.UTC(2024, 0, 1 + at))),
  );
  return (
    <fieldset id="date" className="field" tabIndex={-1} aria-describedby={error ? 'date-error' : undefined}>
      <legend className="field-label">{t('day')}</legend>
      <FieldError id="date-error">{error}</FieldError>
      {isElsewhere ? (
        <label className="book-kept">
          <input type="radio" name="date" value={chosen} defaultChecked key={chosen} />
          <span>{t('day_chosen', { day: formatDay(chosen, locale) })}</span>
        </label>
      ) : null}
      <div className="book-month">
        <div className="book-month-head">
          <Button
            type="submit"
            name="intent"
            value={`look${lastMonth(month)}`}
            variant="quiet"
            disabled={month <= today.slice(0, 7)}
          >
            <Icon name="chevronLeft" />
            <span className="visually-hidden">{t('month_before')}</span>
          </Button>
          <p aria-live="polite">{monthWords(month, locale)}</p>
          <Button type="submit" name="intent" value={`look${nextMonth(month)}`} variant="quiet">
            <Icon name="chevronRight" />
            <span className="visually-hidden">{t('month_after')}</span>
          </Button>
        </div>
        <div className="book-week" aria-hidden="true">
          {weekdays.map((day) => (
            <span key={day}>{day}</span>
          ))}
        </div>
        <ol className="book-days">
          {days.map(({ date, state }, at) => (
            <li key={`${date} ${state}`} style={at === 0 && lead > 0 ? { gridColumnStart: lead + 1 } : undefined}>
              <label className="book-day" data-state={state} title={state === 'free' ? undefined : t(`day_${state}`)}>
                <input
                  type="radio"
                  name="date"
                  value={date}
                  disabled={state !== 'free'}
                  defaultChecked={date === chosen && state === 'free'}
                  aria-label={`${formatDay(date, locale)}, ${t(`day_${state}`)}`}
                />
                <span aria-hidden="true">{Number(date.slice(8))}</span>
              </label>
            </li>
          ))}
        </ol>
        <p className="field-hint">{t('days_hint')}</p>
      </div>
    </fieldset>
  );
}
