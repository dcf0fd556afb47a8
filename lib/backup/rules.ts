import { z } from 'zod';
import { addDays, clockAt, dayOf, momentAt, weekdayOf } from '#lib/time';

/** What is known of a backup without opening it, and how many are kept. Pure. */

/** Beside each backup lies a file of these facts under the same name. */
export const recordSchema = z.object({
  taken_at: z.iso.datetime(),
  app: z.string(),
  /** The last migration it knows. */
  schema: z.string(),
  shop: z.string(),
  bytes: z.int(),
  /** Of the encrypted file. */
  sha256: z.string(),
  rows: z.int(),
  orders: z.int(),
  customers: z.int(),
  files: z.int(),
  missing_files: z.int(),
  seconds: z.number(),
  /** `reason`: why it cannot be relied on, null when it can. */
  checked: z
    .object({ at: z.iso.datetime(), how: z.enum(['restored', 'read']), reason: z.string().nullable() })
    .nullable(),
});
export type BackupRecord = z.output<typeof recordSchema>;

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** `6.4 MB`. */
export function bytesWords(bytes: number): string {
  let value = bytes;
  let unit = 0;
  for (; value >= 1000 && unit < UNITS.length - 1; unit += 1) value /= 1000;
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[unit]}`;
}

export const BACKUP_EVERY = ['day', 'week', 'never'] as const;

/** When backups are made by themselves, which they are once BACKUP_PASSPHRASE is set, and how many stay. */
export const backupSettings = z.strictObject({
  every: z.enum(BACKUP_EVERY).default('day'),
  /** By the clock of the shop, at the full hour. */
  hour: z.int().min(0, 'Use an hour from 0 to 23.').max(23, 'Use an hour from 0 to 23.').default(3),
  /** For `week`: 1 is Monday. */
  weekday: z.int().min(1).max(7).default(7),
  keep_days: z.int().min(1, 'Keep at least one.').max(90, 'At most 90.').default(7),
  keep_weeks: z.int().min(0).max(104, 'At most 104.').default(4),
  /** Each is restored beside the shop and compared. */
  check: z.boolean().default(true),
});
export type BackupSettings = z.output<typeof backupSettings>;

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** The moment at or before `now` for which a backup was planned last; null when none ever is. */
export function lastPlanned({ every, hour, weekday }: BackupSettings, timeZone: string, now: Date): Date | null {
  if (every === 'never') return null;
  let day = dayOf(now, timeZone);
  if (clockAt(now, timeZone) < clock(hour)) day = addDays(day, -1);
  while (every === 'week' && weekdayOf(day) !== weekday) day = addDays(day, -1);
  return momentAt(day, clock(hour), timeZone);
}

/** The next moment for which one is planned. */
export function nextPlanned(settings: BackupSettings, timeZone: string, now: Date): Date | null {
  const last = lastPlanned(settings, timeZone, now);
  if (last === null) return null;
  return momentAt(addDays(dayOf(last, timeZone), settings.every === 'week' ? 7 : 1), clock(settings.hour), timeZone);
}

/**
 * Since when a backup is missing that was planned; null when none is. `goodAt` is the moment of the last that can be
 * relied on; without any, one has been missing since it was planned last.
 */
export function overdueSince(settings: BackupSettings, timeZone: string, goodAt: Date | null, now: Date): Date | null {
  const due = goodAt === null ? lastPlanned(settings, timeZone, now) : nextPlanned(settings, timeZone, goodAt);
  return due !== null && due <= now ? due : null;
}

type Judged = Pick<BackupRecord, 'taken_at' | 'checked'>;

export const hasFailed = ({ checked }: Judged): boolean => (checked?.reason ?? null) !== null;
export const hasPassed = ({ checked }: Judged): boolean => checked !== null && checked.reason === null;

const newestFirst = <B extends Judged>(backups: readonly B[]): B[] =>
  backups.toSorted((a, b) => Date.parse(b.taken_at) - Date.parse(a.taken_at));

/**
 * Which of the backups may go. The last of each of the newest days and weeks that count stay, and the last that passed
 * its check, whatever came after it. One that failed its check stands for no day and no week: it goes once a newer one
 * passed, and until then the last of each day that counts stay, for whoever has nothing better.
 */
export function surplus<B extends Judged>(
  backups: readonly B[],
  { keep_days, keep_weeks }: Pick<BackupSettings, 'keep_days' | 'keep_weeks'>,
  timeZone: string,
): B[] {
  const all = newestFirst(backups);
  const lastGood = all.findIndex(hasPassed);
  const kept = new Set<B>(all.slice(lastGood, lastGood + 1));
  const keepNewestOf = (of: readonly B[], count: number, keyOf: (day: string) => string) => {
    const seen = new Set<string>();
    for (const backup of of) {
      const key = keyOf(dayOf(new Date(backup.taken_at), timeZone));
      if (seen.has(key) || seen.size >= count) continue;
      seen.add(key);
      kept.add(backup);
    }
  };
  const trusted = all.filter((backup) => !hasFailed(backup));
  keepNewestOf(trusted, keep_days, (day) => day);
  // A week is named by its Monday.
  keepNewestOf(trusted, keep_weeks, (day) => addDays(day, 1 - weekdayOf(day)));
  const sinceGood = lastGood === -1 ? all : all.slice(0, lastGood);
  keepNewestOf(sinceGood.filter(hasFailed), keep_days, (day) => day);
  return all.filter((backup) => !kept.has(backup));
}
