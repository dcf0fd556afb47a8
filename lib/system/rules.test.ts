import { expect, test } from 'vitest';
import { fine, queue } from '#tests/factories/health';
import { type CheckName, countOf, type HealthFigures, judgeHealth, type Verdict } from './rules.ts';

const GB = 1024 ** 3;

test('a shop without trouble is fine in all', () => {
  const verdicts = judgeHealth(fine);
  expect(countOf(verdicts, 'fine')).toBe(Object.keys(verdicts).length);
});

const { database, messages, process } = fine;
const watch = {
  name: 'certificate' as const,
  checked_at: '2026-06-01T01:23:00.000Z',
  raised_at: null,
  facts: {},
};
test.each<[CheckName, Verdict, Partial<HealthFigures>]>([
  ['schema', 'broken', { schema: { ...fine.schema, applied: 29 } }],
  ['schema', 'broken', { schema: { ...fine.schema, applied: 30, isLoaded: false } }],
  ['schema', 'look', { schema: { ...fine.schema, applied: 31 } }],
  ['connections', 'look', { database: { ...database, connections: 70 } }],
  ['connections', 'broken', { database: { ...database, connections: 95 } }],
  ['clock', 'look', { database: { ...database, clock_off_seconds: 5 } }],
  ['clock', 'broken', { database: { ...database, clock_off_seconds: 60 } }],
  ['worker', 'broken', { queues: null }],
  ['backups', 'broken', { backups: { ...fine.backups, has_failed: true } }],
  ['backups', 'look', { backups: { ...fine.backups, overdue_seconds: 2 * 60 * 60 } }],
  ['backups', 'broken', { backups: { ...fine.backups, overdue_seconds: 25 * 60 * 60 } }],
  ['backups', 'look', { backups: { ...fine.backups, newest_at: null } }],
  [
    'backups',
    'broken',
    {
      backups: { ...fine.backups, newest_at: null },
      watches: [{ ...watch, name: 'backup', raised_at: watch.checked_at }],
    },
  ],
  ['backups', 'look', { backups: { ...fine.backups, is_planned: false } }],
  ['worker', 'broken', { queues: [{ ...queue, idle_seconds: null }] }],
  ['worker', 'look', { queues: [{ ...queue, idle_seconds: 240 }] }],
  ['worker', 'broken', { queues: [{ ...queue, idle_seconds: 900 }] }],
  ['events', 'broken', { lag: null }],
  ['events', 'look', { lag: { events: 3, oldest_seconds: 61 } }],
  ['events', 'broken', { lag: { events: 3, oldest_seconds: 601 } }],
  ['queues', 'look', { queues: [{ ...queue, oldest_seconds: 301 }] }],
  ['queues', 'broken', { queues: [{ ...queue, oldest_seconds: 3600 }] }],
  ['failedJobs', 'look', { queues: [{ ...queue, failed: 1, failed_last_hour: 1 }] }],
  ['failedJobs', 'broken', { queues: [{ ...queue, failed: 12, failed_last_hour: 12 }] }],
  ['outbox', 'look', { messages: { ...messages, failed: 1, failed_since_sent: 1 } }],
  ['outbox', 'look', { messages: { ...messages, waiting_seconds: 601 } }],
  ['outbox', 'broken', { messages: { ...messages, failed: 3, failed_since_sent: 3 } }],
  ['webhooks', 'look', { webhooks: { failing: 1, switched_off: 0 } }],
  ['mail', 'look', { services: { ...fine.services, mail: false } }],
  ['memory', 'look', { process: { ...process, heap_bytes: 1.5 * GB } }],
  ['memory', 'broken', { process: { ...process, heap_bytes: 1.9 * GB } }],
  ['kept', 'look', { process: { ...process, kept: { hits: 400, misses: 601, entries: 1, bytes: 1 } } }],
  ['kept', 'fine', { process: { ...process, kept: { hits: 0, misses: 600, entries: 1, bytes: 1 } } }],
  ['kept', 'fine', { process: { ...process, kept: null } }],
  ['streams', 'look', { process: { ...process, streams: { open: 80, most: 100 } } }],
  ['streams', 'broken', { process: { ...process, streams: { open: 100, most: 100 } } }],
  ['streams', 'fine', { process: { ...process, streams: null } }],
  ['stock', 'broken', { watches: [{ ...watch, name: 'stock', raised_at: watch.checked_at }] }],
  ['stock', 'fine', { watches: [{ ...watch, name: 'stock' }] }],
  [
    'certificate',
    'look',
    { isSecure: true, watches: [{ ...watch, raised_at: watch.checked_at, facts: { days: 20 } }] },
  ],
  [
    'certificate',
    'broken',
    { isSecure: true, watches: [{ ...watch, raised_at: watch.checked_at, facts: { days: 7 } }] },
  ],
  ['certificate', 'fine', { isSecure: true }],
  ['disk', 'broken', { disk: null }],
  ['disk', 'look', { disk: { free_bytes: 9 * GB, bytes: 100 * GB } }],
  ['disk', 'look', { disk: { free_bytes: 1.5 * GB, bytes: 4 * GB } }],
  ['disk', 'broken', { disk: { free_bytes: 0.4 * GB, bytes: 4 * GB } }],
])('%s is %s', (name, expected, trouble) => {
  const verdicts = judgeHealth({ ...fine, ...trouble });
  expect(verdicts[name]).toBe(expected);
});
