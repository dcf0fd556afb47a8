import type { BackupFigures } from '#lib/backup/queries';
import type { SchemaState } from '#lib/http/health';
import type { EventLag, QueueFigures } from '#lib/jobs/queries';
import type { DatabaseFigures } from './queries/database.ts';
import type { MessageFigures, WebhookFigures } from './queries/messages.ts';
import type { DiskFigures, ProcessFigures, Services } from './queries/process.ts';
import type { Watch } from './queries/watches.ts';

/** What is fine, what somebody should look at, and what does not work. Pure. */
export const VERDICTS = ['fine', 'look', 'broken'] as const;
export type Verdict = (typeof VERDICTS)[number];

export type HealthFigures = {
  database: DatabaseFigures;
  schema: SchemaState;
  /** Null before a worker has run for the first time. */
  queues: readonly QueueFigures[] | null;
  lag: EventLag | null;
  messages: MessageFigures;
  webhooks: WebhookFigures;
  disk: DiskFigures | null;
  backups: BackupFigures;
  process: ProcessFigures;
  services: Services;
  /** What the clock looked at last. */
  watches: readonly Watch[];
  /** The address of the shop is https. */
  isSecure: boolean;
};

const MINUTE = 60;
const GB = 1024 ** 3;
/** Of a service nobody asked for a while, this many failures in a row are no accident. */
const IN_A_ROW = 3;
/** A process that has just begun has kept nothing yet. */
const ENOUGH_LOOKS = 1000;

/** `look` from the first bound on, `broken` from the second. */
const above = (value: number, look: number, broken: number): Verdict =>
  value >= broken ? 'broken' : value >= look ? 'look' : 'fine';

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

function judgeDisk(disk: DiskFigures | null): Verdict {
  if (disk === null) return 'broken';
  const { free_bytes: free, bytes } = disk;
  if (free < GB / 2 || share(free, bytes) < 0.02) return 'broken';
  return free < 2 * GB || share(free, bytes) < 0.1 ? 'look' : 'fine';
}

function judgeBackups(figures: HealthFigures): Verdict {
  const { has_failed, is_planned, overdue_seconds, newest_at } = figures.backups;
  if (has_failed) return 'broken';
  const late = above(overdue_seconds, 60 * MINUTE, 24 * 60 * MINUTE);
  if (is_planned && newest_at !== null) return late;
  // Where there was never any, nothing says since when one is missing but the alarm.
  return is_planned && watchOf(figures, 'backup')?.raised_at ? 'broken' : 'look';
}

/** Something is asked for every minute: a worker that runs has always just finished something. */
function judgeWorker(queues: HealthFigures['queues']): Verdict {
  const idle = idleSeconds(queues);
  return idle === null ? 'broken' : above(idle, 3 * MINUTE, 10 * MINUTE);
}

/** Seconds since any work was finished; null when none ever was. */
export function idleSeconds(queues: HealthFigures['queues']): number | null {
  const known = (queues ?? []).flatMap(({ idle_seconds: idle }) => (idle === null ? [] : [idle]));
  return known.length === 0 ? null : Math.min(...known);
}

export const sumOf = (
  queues: HealthFigures['queues'],
  of: 'waiting' | 'retrying' | 'running' | 'failed' | 'failed_last_hour',
): number => (queues ?? []).reduce((sum, queue) => sum + queue[of], 0);

export const oldestSeconds = (queues: HealthFigures['queues']): number =>
  Math.max(0, ...(queues ?? []).map(({ oldest_seconds: oldest }) => oldest));

export const hitRate = ({ hits, misses }: { hits: number; misses: number }): number => share(hits, hits + misses);

/** The last look at a promise; undefined before the first. */
export const watchOf = ({ watches }: Pick<HealthFigures, 'watches'>, name: Watch['name']): Watch | undefined =>
  watches.find((one) => one.name === name);

/** What is looked at by the clock is wrong as long as its alarm is on. */
const judgeWatch = (figures: HealthFigures, name: Watch['name']): Verdict =>
  watchOf(figures, name)?.raised_at ? 'broken' : 'fine';

function judgeCertificate(figures: HealthFigures): Verdict {
  if (!figures.isSecure) return 'fine';
  const days = watchOf(figures, 'certificate')?.facts.days;
  return typeof days === 'number' && days <= 7
    ? 'broken'
    : watchOf(figures, 'certificate')?.raised_at
      ? 'look'
      : 'fine';
}

/** A verdict on everything that can be told from the figures. */
export function judgeHealth(figures: HealthFigures) {
  const { database, schema, queues, lag, messages, webhooks, disk, process, services } = figures;
  const { kept, streams } = process;
  const looks = kept === null ? 0 : kept.hits + kept.misses;
  const verdict = (isFine: boolean, otherwise: Verdict): Verdict => (isFine ? 'fine' : otherwise);
  return {
    database: 'fine' as Verdict,
    schema:
      schema.applied < schema.known || !schema.isLoaded ? 'broken' : verdict(schema.applied === schema.known, 'look'),
    connections: above(share(database.connections, database.connections_at_most), 0.7, 0.9),
    clock: above(database.clock_off_seconds, 2, 30),
    worker: judgeWorker(queues),
    events: lag === null ? 'broken' : above(lag.oldest_seconds, MINUTE, 10 * MINUTE),
    queues: above(oldestSeconds(queues), 5 * MINUTE, 30 * MINUTE),
    failedJobs: sumOf(queues, 'failed_last_hour') >= 10 ? 'broken' : verdict(sumOf(queues, 'failed') === 0, 'look'),
    outbox:
      messages.failed_since_sent >= IN_A_ROW
        ? 'broken'
        : verdict(messages.failed === 0 && messages.waiting_seconds < 10 * MINUTE, 'look'),
    webhooks: verdict(webhooks.failing + webhooks.switched_off === 0, 'look'),
    mail: verdict(services.mail, 'look'),
    sms: verdict(services.sms, 'look'),
    pictures: 'fine' as Verdict,
    limits: 'fine' as Verdict,
    app: 'fine' as Verdict,
    memory: above(share(process.heap_bytes, process.heap_bytes_at_most), 0.7, 0.9),
    kept: verdict(kept === null || looks < ENOUGH_LOOKS || hitRate(kept) >= 0.5, 'look'),
    streams: streams === null ? 'fine' : above(share(streams.open, streams.most), 0.8, 1),
    disk: judgeDisk(disk),
    stock: judgeWatch(figures, 'stock'),
    certificate: judgeCertificate(figures),
    backups: judgeBackups(figures),
  } satisfies Record<string, Verdict>;
}

export type CheckName = keyof ReturnType<typeof judgeHealth>;
export type Verdicts = Record<CheckName, Verdict>;

export const countOf = (verdicts: Verdicts, wanted: Verdict): number =>
  Object.values(verdicts).filter((verdict) => verdict === wanted).length;
