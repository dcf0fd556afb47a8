import type { HealthFigures } from '#lib/system/rules';

const GB = 1024 ** 3;
export const queue = {
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
/** Figures of a shop without trouble. */
export const fine = {
  database: { version: '18.4', bytes: GB, connections: 10, connections_at_most: 100, clock_off_seconds: 0.01 },
  schema: { applied: 30, known: 30, newest: '0029_bread', isLoaded: true },
  queues: [queue, { ...queue, queue: 'user_events', idle_seconds: null }],
  lag: { events: 0, oldest_seconds: 0 },
  messages: { mail_sent_at: null, sms_sent_at: null, failed: 0, failed_since_sent: 0, waiting_seconds: 0 },
  webhooks: { failing: 0, switched_off: 0 },
  backups: { newest_at: '2026-06-01T03:00:00.000Z', overdue_seconds: 0, has_failed: false, is_planned: true },
  disk: { free_bytes: 50 * GB, bytes: 100 * GB },
  process: {
    version: { app: '1.0.0', schema: '0029_bread', commit: '4f2a91c' },
    node: '26.0.0',
    pid: 1,
    uptime_seconds: 60,
    memory_bytes: GB / 4,
    heap_bytes: GB / 8,
    heap_bytes_at_most: 2 * GB,
    kept: { hits: 900, misses: 100, entries: 10, bytes: 1000 },
    streams: { open: 12, most: 12_000 },
  },
  watches: [],
  isSecure: false,
  services: { mail: true, sms: true, cloudinary: false, upstash: false, worker: true },
} satisfies HealthFigures;
