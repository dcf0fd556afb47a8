import { expect } from 'vitest';
import { addDays, clockAt, dayOf, momentAt, weekdayOf } from '#lib/time';
import type { App } from '#tests/support/app';
import { inDatabase } from './customer-steps.ts';

/** The clock of the server cannot be moved, so the hours of the shop are: a cut-off lies ahead, or has just passed. */

export const ZONE = 'Europe/Berlin';
const HOUR_MS = 3_600_000;
const CAPACITY = 5;

const today = () => dayOf(new Date(), ZONE);
/** The next Saturday that is not today, and the Monday after it. */
export const saturday = () => addDays(today(), (5 + 7 - (weekdayOf(today()) - 1)) % 7 || 7);
export const monday = () => addDays(saturday(), 2);

type Cutoff = { kind: 'time'; time: string; daysBefore: number };
/** A cut-off at that moment, as the hours of `day` spell it. */
export function cutoffAt(day: string, moment: Date): Cutoff {
  const on = dayOf(moment, ZONE);
  const daysBefore = Math.round((Date.parse(day) - Date.parse(on)) / 86_400_000);
  return { kind: 'time', time: clockAt(moment, ZONE), daysBefore };
}

export const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS);

let minute = 0;
/** Each test has slots of its own: the shop is full of orders already, on the full hour. */
export const takeFreshTimes = () => {
  minute += 1;
};
/** The hour of the slots that this test has to itself: `08:03`. */
export const at = (hour: number) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

export type Hours = { day: string; cutoff: Cutoff; capacity?: number; purpose?: 'pickup' | 'delivery' };

/** Two slots, from eight and from nine, on these days and no others. */
export async function setHours(app: App, hours: readonly Hours[]): Promise<void> {
  await inDatabase(app, async (sql) => {
    await sql`delete from opening_rules where purpose in ('pickup', 'delivery')`;
    for (const { day, cutoff, capacity = CAPACITY, purpose = 'pickup' } of hours) {
      await sql`insert into opening_rules
        (id, location_id, purpose, weekday, starts, ends, slot_minutes, capacity_orders, cutoff, valid_from, valid_to)
        select gen_random_uuid(), id, ${purpose}, ${weekdayOf(day)}, ${at(8)}, ${at(10)}, 60, ${capacity},
          ${sql.json(cutoff)}, ${day}, ${day} from locations where kind = 'shop'`;
    }
    await sql`select pg_notify('barrow_expire', 'shop')`;
  });
  const known = async () => {
    const answer = await fetch(`${app.url}/api/slots?method=${hours[0]?.purpose ?? 'pickup'}`);
    const { data } = await answer.json();
    const [slot] = data;
    return slot ? `${slot.cutoff_at} takes ${slot.capacity_orders}` : null;
  };
  const [first] = hours;
  const expected = first ? `${cutoffMoment(first)} takes ${first.capacity ?? CAPACITY}` : null;
  await expect.poll(known).toBe(expected);
}

/** The cut-off as the shop understands it: whole minutes on its clock. */
const cutoffMoment = ({ day, cutoff: { time, daysBefore } }: Hours): string =>
  momentAt(addDays(day, -daysBefore), time, ZONE).toISOString();

export const open = (): Hours[] => [
  { day: saturday(), cutoff: cutoffAt(saturday(), inHours(2)) },
  { day: monday(), cutoff: cutoffAt(monday(), inHours(26)) },
];
export const saturdayIsOver = (): Hours[] => [
  { day: saturday(), cutoff: cutoffAt(saturday(), inHours(-1)) },
  { day: monday(), cutoff: cutoffAt(monday(), inHours(26)) },
];
