import { expect, test } from 'vitest';
import { type CheckName, countOf, type HealthFigures, judgeHealth, type Verdict } from './rules.ts';

const GB = 1024 ** 3;
const queue = {
  queue: 'maintenance' as const,
  waiting: 0,
  retrying: 0,
  running: 0,
  failed: 0,
  failed_last_hour: 0,
  done_last_day: 24,
  oldest_seconds: 0,
  idle_seconds: 20,
};
const fine: HealthFigures = {
  database: { version: '18.4', bytes: GB, connections: 10, connections_at_most: 100, clock_off_seconds: 0.01 },
  schema: { applied: 30, known: 30, isLoaded: true },
  queues: [queue, { ...queue, queue: 'user_events', idle_seconds: null }],
  lag: { events: 0, oldest_seconds: 0 },
  messages: { mail_sent_at: null, sms_sent_at: null, failed: 0, failed_since_sent: 0, waiting_seconds: 0 },
  webhooks: { failing: 0, switched_off: 0 },
  disk: { free_bytes: 50 * GB, bytes: 100 * GB },
  process: {
    version: '1.0.0',
    node: '26.0.0',
    pid: 1,
    uptime_seconds: 60,
    memory_bytes: GB / 4,
    heap_bytes: GB / 8,
    heap_bytes_at_most: 2 * GB,
    kept: { hits: 900, misses: 100, entries: 10, bytes: 1000 },
  },
  services: { mail: true, sms: true, cloudinary: false, upstash: false, worker: true },
};

test('a shop without trouble is fine in all', () => {
  const verdicts = judgeHealth(fine);
  expect(countOf(verdicts, 'fine')).toBe(Object.keys(verdicts).length);
});

const { database, messages, process } = fine;
test.each<[CheckName, Verdict, Partial<HealthFigures>]>([
  ['schema', 'broken', { schema: { applied: 29, known: 30, isLoaded: true } }],
  ['schema', 'broken', { schema: { applied: 30, known: 30, isLoaded: false } }],
  ['schema', 'look', { schema: { applied: 31, known: 30, isLoaded: true } }],
  ['connections', 'look', { database: { ...database, connections: 70 } }],
  ['connections', 'broken', { database: { ...database, connections: 95 } }],
  ['clock', 'look', { database: { ...database, clock_off_seconds: 5 } }],
  ['clock', 'broken', { database: { ...database, clock_off_seconds: 60 } }],
  ['worker', 'broken', { queues: null }],
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
  ['disk', 'broken', { disk: null }],
  ['disk', 'look', { disk: { free_bytes: 9 * GB, bytes: 100 * GB } }],
  ['disk', 'look', { disk: { free_bytes: 1.5 * GB, bytes: 4 * GB } }],
  ['disk', 'broken', { disk: { free_bytes: 0.4 * GB, bytes: 4 * GB } }],
])('%s is %s', (name, expected, trouble) => {
  const verdicts = judgeHealth({ ...fine, ...trouble });
  expect(verdicts[name]).toBe(expected);
});
