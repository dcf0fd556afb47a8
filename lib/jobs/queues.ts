import type { PgBoss, UpdateQueueOptions } from 'pg-boss';
import { QUEUES, type QueueName } from './table.ts';

const DAY = 24 * 60 * 60;

/**
 * Seconds. A process that dies says nothing: its work is taken back when its heartbeat stays away. Retries wait 5 s,
 * 10 s, 20 s and so on to an hour; twelve of them span about three hours, which most outages of a mail server do not.
 */
const COMMON: UpdateQueueOptions = {
  heartbeatSeconds: 10,
  expireInSeconds: 120,
  retryLimit: 12,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 3600,
  deleteAfterSeconds: 3 * DAY,
};

const OWN: Partial<Record<QueueName, UpdateQueueOptions>> = {
  // Comes again by itself.
  order_processing: { retryLimit: 2, retryBackoff: false, retryDelayMax: null },
  maintenance: { retryLimit: 2, retryBackoff: false, retryDelayMax: null, expireInSeconds: 600 },
  // A large shop on a slow disk.
  backups: { retryLimit: 2, retryDelay: 60, retryBackoff: false, retryDelayMax: null, expireInSeconds: 4 * 60 * 60 },
};

/** Makes the queues, or brings those of an older version up to date. */
export async function makeQueues(boss: PgBoss): Promise<void> {
  for (const name of QUEUES) {
    await boss.createQueue(name);
    await boss.updateQueue(name, { ...COMMON, ...OWN[name] });
  }
}
