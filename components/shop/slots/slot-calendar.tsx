'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import type { OfferedDay } from '#lib/promise/offer-output';
import { addDays, dateFormat, weekdayOf } from '#lib/time';
import { dayMark, dayReason, type NameOf } from './reasons.ts';
import { dayId } from './slot-days.tsx';
import { type Clock, longDayWords } from './words.ts';

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Whole weeks from Monday on around the days; null where a day is not offered. */
function weeksOf(days: readonly OfferedDay[]): (OfferedDay | string)[][] {
  const [first] = days;
  if (!first) return [];
  const known = new Map(days.map((day) => [day.day, day]));
  const start = addDays(first.day, 1 - weekdayOf(first.day));
  const last = days.at(-1)?.day ?? first.day;
  const weeks: (OfferedDay | string)[][] = [];
  for (let monday = start; monday <= last; monday = addDays(monday, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, at) => {
        const day = addDays(monday, at);
        return known.get(day) ?? day;
      }),
    );
  }
  return weeks;
}

/** Opens a day of the list and goes to it. */
function openDay(id: string): void {
  const day = document.getElementById(id);
  if (!(day instanceof HTMLDetailsElement)) return;
  day.open = true;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  day.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' });
  const target = day.querySelector<HTMLElement>('input:checked') ?? day.querySelector<HTMLElement>('input');
  (target ?? day.querySelector('summary'))?.focus({ preventScroll: true });
}

/**
 * The days at a glance, beside the list: a way to a day, nothing one could not do without it. Links first; with script
 * one stop for the keyboard, moved by arrows.
 */
export function SlotCalendar({
  name,
  days,
  chosenDay,
  nameOf,
  clock,
}: {
  name: string;
  days: readonly OfferedDay[];
  chosenDay: string | undefined;
  nameOf: NameOf;
  clock: Clock;
}) {
  const t = useTranslations('slots');
  const table = useRef<HTMLTableElement>(null);
  const [isLive, setLive] = useState(false);
  const [stop, setStop] = useState<string | null>(null);
  useEffect(() => setLive(true), []);
  const weeks = weeksOf(days);
  const at = stop ?? chosenDay ?? days.find(({ free }) => free.length > 0)?.day ?? days[0]?.day;

  function move(event: KeyboardEvent) {
    const place = days.findIndex(({ day }) => day === at);
    const weekday = at ? weekdayOf(at) : 1;
    const step = { ...STEPS, Home: 1 - weekday, End: 7 - weekday }[event.key];
    if (step === undefined || place < 0) return;
    event.preventDefault();
    const next = days[Math.min(days.length - 1, Math.max(0, place + step))];
    if (!next) return;
    setStop(next.day);
    table.current?.querySelector<HTMLElement>(`[data-day="${next.day}"]`)?.focus();
  }

  function go(event: MouseEvent, day: string) {
    event.preventDefault();
    setStop(day);
    openDay(dayId(name, day));
  }

  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  const month = (day: string | undefined) =>
    day ? dateFormat(clock.locale, { timeZone: 'UTC', month: 'long' }).format(new Date(`${day}T12:00:00Z`)) : '';
  const title = month(first) === month(last) ? month(first) : `${month(first)} – ${month(last)}`;
  const weekday = (day: string, style: 'short' | 'long') =>
    dateFormat(clock.locale, { timeZone: 'UTC', weekday: style }).format(new Date(`${day}T12:00:00Z`));
  return (
    <div className="slot-calendar">
      <table ref={table} role={isLive ? 'grid' : undefined} aria-label={t('at_a_glance')} onKeyDown={move}>
        <caption>{title}</caption>
        <thead>
          <tr>
            {weeks[0]?.map((cell) => {
              const day = typeof cell === 'string' ? cell : cell.day;
              return (
                <th key={day} scope="col" abbr={weekday(day, 'long')}>
                  {weekday(day, 'short')}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={typeof week[0] === 'string' ? week[0] : week[0]?.day}>
              {week.map((cell) =>
                typeof cell === 'string' ? (
                  <td key={cell} />
                ) : (
                  <td key={cell.day} data-chosen={cell.day === chosenDay}>
                    <Cell
                      day={cell}
                      href={`#${dayId(name, cell.day)}`}
                      tabIndex={isLive ? (cell.day === at ? 0 : -1) : undefined}
                      isChosen={cell.day === chosenDay}
                      onGo={(event) => go(event, cell.day)}
                      {...{ nameOf, clock }}
                    />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({
  day,
  href,
  tabIndex,
  isChosen,
  nameOf,
  clock,
  onGo,
}: {
  day: OfferedDay;
  href: string;
  tabIndex: number | undefined;
  isChosen: boolean;
  nameOf: NameOf;
  clock: Clock;
  onGo: (event: MouseEvent) => void;
}) {
  const t = useTranslations('slots');
  const count = day.free.length;
  const number = Number(day.day.slice(8));
  const label = `${longDayWords(day.day, clock.locale)}: ${
    count > 0 ? t('free_times', { count }) : (dayReason(day, nameOf, { t, locale: clock.locale }) ?? t('no_times'))
  }`;
  const mark = dayMark(day, t);
  const face = (
    <>
      <span className="visually-hidden">{label}</span>
      <b aria-hidden="true">{number}</b>
      {mark ? <small aria-hidden="true">{mark}</small> : null}
    </>
  );
  if (count === 0) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: a day that leads nowhere, still one of the grid to be read
      <span role="link" aria-disabled="true" title={label} tabIndex={tabIndex} data-day={day.day}>
        {face}
      </span>
    );
  }
  return (
    <a href={href} aria-current={isChosen ? 'date' : undefined} tabIndex={tabIndex} data-day={day.day} onClick={onGo}>
      {face}
    </a>
  );
}
