import 'server-only';
import ical, { ICalCalendarMethod, type ICalEventStatus } from 'ical-generator';
import type { Context } from './context.ts';
import { env } from './env.ts';

export type CalendarEvent = {
  id: string;
  version: number;
  /** A moment, or the day of an event that takes the whole day (its `end` is the day after). */
  start: Date | string;
  end: Date | string | null;
  allDay?: boolean;
  createdAt: string;
  updatedAt: string;
  status: ICalEventStatus;
  summary: string;
  location: string;
  description: string;
  url: string;
};

/**
 * A calendar file (RFC 5545) of one event, whose UID stays and whose SEQUENCE is the version of what it is about, so that a
 * calendar takes a newer file for the same event; times are in UTC, which every calendar shows on its own clock.
 */
export function calendarFile({ now }: Context, { id, version, createdAt, updatedAt, ...event }: CalendarEvent): string {
  const calendar = ical({
    prodId: { company: 'Barrow', product: 'Orders', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    ...event,
    id: `${id}@${new URL(env().APP_URL).hostname}`,
    sequence: version,
    stamp: now,
    created: new Date(createdAt),
    lastModified: new Date(updatedAt),
  });
  return calendar.toString();
}
