import { expect, test } from 'vitest';
import { type HealthFigures, judgeHealth } from '#lib/system/rules';
import { fine } from '#tests/factories/health';
import { linesOf } from './lines.ts';

const GB = 1024 ** 3;
const NIGHT = '2026-06-01T01:23:00.000Z';
const linesFor = (figures: HealthFigures) =>
  linesOf({ figures, verdicts: judgeHealth(figures), slow: null }, 'en').flatMap(({ lines }) => lines);

const { queues, process } = fine;
/** In each everything is wrong that can be wrong at once. */
const troubles: Record<string, HealthFigures> = {
  'before anything has run': {
    ...fine,
    schema: { ...fine.schema, applied: 0, isLoaded: false },
    queues: null,
    lag: null,
    disk: null,
    services: { mail: false, sms: false, cloudinary: false, upstash: false, worker: true },
  },
  'when all is late and full': {
    backups: { newest_at: null, overdue_seconds: 0, has_failed: true, is_planned: true },
    database: { ...fine.database, connections: 99, clock_off_seconds: 90 },
    schema: { ...fine.schema, applied: 31 },
    queues: queues.map((one) => ({
      ...one,
      waiting: 5,
      failed: 12,
      failed_last_hour: 12,
      oldest_seconds: 9000,
      idle_seconds: 9000,
    })),
    lag: { events: 1, oldest_seconds: 9000 },
    messages: { ...fine.messages, failed: 4, failed_since_sent: 4 },
    webhooks: { failing: 1, switched_off: 1 },
    disk: { free_bytes: GB / 4, bytes: 100 * GB },
    process: {
      ...process,
      heap_bytes: 1.95 * GB,
      kept: { hits: 1, misses: 5000, entries: 3, bytes: 900 },
      streams: { open: 9, most: 9 },
    },
    services: { ...fine.services, worker: false },
    watches: [
      {
        name: 'stock',
        checked_at: NIGHT,
        raised_at: NIGHT,
        facts: { variants: 1, days: 0, slots: 0, product_id: 'x' },
      },
      { name: 'certificate', checked_at: NIGHT, raised_at: NIGHT, facts: { host: 'shop.example.com', days: 3 } },
    ],
    isSecure: true,
  },
  'when messages wait': { ...fine, messages: { ...fine.messages, waiting_seconds: 9000 } },
  'when a migration is missing': { ...fine, schema: { ...fine.schema, applied: 29 } },
  'when no shop is loaded': { ...fine, schema: { ...fine.schema, applied: 30, isLoaded: false } },
};

test('there is a line for every verdict, and where all is fine nothing to do', () => {
  const lines = linesFor(fine);
  expect(lines).toHaveLength(Object.keys(judgeHealth(fine)).length);
  expect(new Set(lines.map(({ name }) => name)).size).toBe(lines.length);
  expect(lines.filter(({ advice, href }) => advice !== undefined || href !== undefined)).toEqual([]);
});

test.each(Object.entries(troubles))('%s every line that is not fine says what to do', (_, figures) => {
  const lines = linesFor(figures).filter(({ verdict }) => verdict !== 'fine');
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter(({ advice }) => advice === undefined)).toEqual([]);
  expect(lines.map(({ fact }) => fact).join()).not.toMatch(/undefined|NaN|null/);
});
