import 'server-only';
import { z } from 'zod';
import { defineJob, type Job, type Schedule } from '#lib/jobs/table';
import { completePastBookings, expireQuotes } from './booking-commands.ts';

const nothing = z.object({});

const expire = defineJob({
  queue: 'order_processing',
  name: 'expire-quotes',
  input: nothing,
  run: async (ctx) => {
    await expireQuotes(ctx);
  },
});

const complete = defineJob({
  queue: 'order_processing',
  name: 'complete-bookings',
  input: nothing,
  run: async (ctx) => {
    await completePastBookings(ctx);
  },
});

export const bookingJobs: readonly Job[] = [expire, complete];
export const bookingSchedules: readonly Schedule[] = [
  { job: expire, cron: '*/5 * * * *' },
  { job: complete, cron: '7 * * * *' },
];
