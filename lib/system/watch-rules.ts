import type { AlarmName } from '#db/enums';
import type { DiskFigures } from './queries/process.ts';

/** When a promise is at risk, and when an alarm begins and ends. Pure. */

export type Facts = Record<string, number | string | null>;
/** What was seen of a promise. */
export type Finding = { isAtRisk: boolean; facts: Facts };

const MINUTE = 60_000;
const GB = 1024 ** 3;

/** Something that comes and goes is one alarm: it is over when nothing was seen for so long. */
const CALM_MS: Record<AlarmName, number> = {
  jobs: 0,
  events: 10 * MINUTE,
  messages: 10 * MINUTE,
  disk: 30 * MINUTE,
  // Counted once a night and looked at once an hour: each look stands for itself.
  stock: 0,
  certificate: 0,
  backup: 0,
};

/** What may yet come right by itself is an alarm when it has been seen for so long. */
const PATIENCE_MS: Partial<Record<AlarmName, number>> = {
  // A machine that was switched on, or a schedule that was changed a moment ago, makes what is due within minutes.
  backup: 60 * MINUTE,
};

export type Watched = { riskSince: Date | null; raisedAt: Date | null; calmSince: Date | null };
export type Turn = Watched & { turn: 'raised' | 'ended' | null };

/** How an alarm stands after one more look: it is told of when it begins and when it is over, never in between. */
export function turnOf(name: AlarmName, before: Watched, isAtRisk: boolean, now: Date): Turn {
  const riskSince = isAtRisk ? (before.riskSince ?? now) : null;
  if (riskSince !== null) {
    const isAlarm = now.getTime() - riskSince.getTime() >= (PATIENCE_MS[name] ?? 0);
    return before.raisedAt === null && isAlarm
      ? { riskSince, raisedAt: now, calmSince: null, turn: 'raised' }
      : { riskSince, raisedAt: before.raisedAt, calmSince: null, turn: null };
  }
  if (before.raisedAt === null) return { riskSince, raisedAt: null, calmSince: null, turn: null };
  const calmSince = before.calmSince ?? now;
  return now.getTime() - calmSince.getTime() >= CALM_MS[name]
    ? { riskSince, raisedAt: null, calmSince: null, turn: 'ended' }
    : { riskSince, raisedAt: before.raisedAt, calmSince, turn: null };
}

/** Days of a certificate at which somebody has to see why it was not renewed: most are renewed with thirty left. */
const CERTIFICATE_DAYS = 21;
/** Seconds for which nothing that happened was told to anybody. */
const EVENTS_SECONDS = 10 * 60;
const MESSAGES_SECONDS = 30 * 60;
/** Of a service that may only have stumbled over one address. */
const IN_A_ROW = 3;

/** Enough to go on for days, however large the disk is. */
export const isDiskShort = ({ free_bytes: free, bytes }: DiskFigures): boolean =>
  free < 2 * GB || (free < 20 * GB && free / bytes < 0.05);

export const areEventsLate = (seconds: number): boolean => seconds >= EVENTS_SECONDS;

export const areMessagesStuck = (messages: { failed_since_sent: number; waiting_seconds: number }): boolean =>
  messages.failed_since_sent >= IN_A_ROW || messages.waiting_seconds >= MESSAGES_SECONDS;

export const isCertificateEnding = (days: number): boolean => days <= CERTIFICATE_DAYS;
