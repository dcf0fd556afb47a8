import 'server-only';
import { z } from 'zod';
import { defineJob, type Job, type Schedule } from '#lib/jobs/table';
import { watchPromises } from './commands.ts';

const nothing = z.object({});

const watch = defineJob({
  queue: 'maintenance',
  name: 'watch',
  input: nothing,
  run: (ctx) => watchPromises(ctx, ['jobs', 'events', 'messages', 'disk', 'backup']),
});

const watchCertificate = defineJob({
  queue: 'maintenance',
  name: 'watch-certificate',
  input: nothing,
  run: (ctx) => watchPromises(ctx, ['certificate']),
});

const recountStock = defineJob({
  queue: 'maintenance',
  name: 'recount-stock',
  input: nothing,
  run: (ctx) => watchPromises(ctx, ['stock']),
});

export const systemJobs: readonly Job[] = [watch, watchCertificate, recountStock];

export const systemSchedules: readonly Schedule[] = [
  { job: watch, cron: '*/5 * * * *' },
  { job: watchCertificate, cron: '41 * * * *' },
  // At night, when few order: it reads every movement there is.
  { job: recountStock, cron: '23 1 * * *' },
];
