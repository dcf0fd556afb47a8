'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button';
import type { ClosureRowDto, DeskSlotDto } from '#lib/promise/desk-output';
import { addDays } from '#lib/time';
import { closureWhat, type DeskShop, shortDay } from '../places/words.ts';
import { SlotButton } from './slot-button.tsx';
import { SlotDrawer } from './slot-drawer.tsx';

const closedOn = (closures: readonly ClosureRowDto[], day: string) =>
  closures.filter(({ from, to }) => from <= day && day <= to);

const hours = ({ from, to, from_time, to_time }: ClosureRowDto, day: string): string =>
  [day === from && from_time ? `from ${from_time}` : '', day === to && to_time ? `until ${to_time}` : '']
    .filter(Boolean)
    .join(' ');

/** A week of slots: how full each is, what is closed, and everything about one of them at a press. */
export function WeekGrid({
  monday,
  today,
  slots,
  closures,
  shop,
  mayChange,
}: {
  monday: string;
  today: string;
  slots: DeskSlotDto[];
  closures: ClosureRowDto[];
  shop: DeskShop;
  mayChange: boolean;
}) {
  const [chosen, setChosen] = useState<DeskSlotDto | null>(null);
  const [hasPast, setHasPast] = useState(false);
  const days = Array.from({ length: 7 }, (_, ahead) => addDays(monday, ahead));
  return (
    <>
      {monday < today && today <= addDays(monday, 6) && !hasPast ? (
        <div className="desk-calendar-past">
          <Button variant="secondary" size="sm" onClick={() => setHasPast(true)}>
            Show the days before today
          </Button>
        </div>
      ) : null}
      <div className="desk-calendar" data-folded={!hasPast && today <= addDays(monday, 6)}>
        {days.map((day) => {
          const own = slots.filter((slot) => slot.day === day);
          const booked = own.reduce((sum, slot) => sum + slot.booked_orders, 0);
          return (
            <section
              key={day}
              className="desk-calendar-day"
              data-today={day === today}
              data-past={day < today}
              aria-label={shortDay(day, shop.locale)}
            >
              <h3>
                {shortDay(day, shop.locale)}
                <span className="num">{booked === 1 ? '1 order' : `${booked} orders`}</span>
              </h3>
              {closedOn(closures, day).map((closure) => (
                <p key={closure.id} className="desk-calendar-closure">
                  <strong>Closed {hours(closure, day)}</strong>
                  <span>{closure.public_message ?? closureWhat(closure)}</span>
                </p>
              ))}
              {own.length === 0 ? <p className="desk-calendar-none">No slots</p> : null}
              <ul>
                {own.map((slot) => (
                  <li key={slot.id}>
                    <SlotButton slot={slot} shop={shop} onOpen={() => setChosen(slot)} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      <SlotDrawer slot={chosen} shop={shop} mayChange={mayChange} onClose={() => setChosen(null)} />
    </>
  );
}
