import 'server-only';
import { z } from 'zod';
import { sweepSessions } from '#lib/auth/commands';
import { userJobs, userSubscriptions } from '#lib/auth/user-events';
import { backupJobs, backupSchedules, backupSubscriptions } from '#lib/backup/jobs';
import { dropExpiredCarts } from '#lib/cart/commands';
import { sweepChats } from '#lib/chat/commands';
import { chatJobs, chatSchedules, chatSubscriptions } from '#lib/chat/jobs';
import { bookingJobs, bookingSchedules } from '#lib/events/booking-jobs';
import { sweepImports } from '#lib/imports/commands';
import { importJobs, importSchedules, importSubscriptions } from '#lib/imports/jobs';
import { sweepRecords } from '#lib/jobs/sweep';
import { defineJob, type Job, type JobTable } from '#lib/jobs/table';
import { sweepLimits } from '#lib/kv/limits';
import { sweepNotices } from '#lib/notices/commands';
import { noticeJobs, noticeSubscriptions } from '#lib/notices/jobs';
import { releaseUnpaidOrders, remindUnpaidOrders } from '#lib/orders/commands/deadlines';
import { privacyJobs, privacySchedules, privacySubscriptions } from '#lib/privacy/jobs';
import { systemJobs, systemSchedules } from '#lib/system/jobs';
import { sweepWebhooks } from '#lib/webhooks/commands';
import { webhookJobs, webhookSchedules, webhookSubscriptions } from '#lib/webhooks/jobs';

const nothing = z.object({});

const sweep: Job = defineJob({
  queue: 'maintenance',
  name: 'sweep',
  input: nothing,
  async run(ctx) {
    await dropExpiredCarts(ctx);
    await sweepLimits(ctx);
    await sweepRecords(ctx);
    await sweepSessions(ctx);
    await sweepNotices(ctx);
    await sweepWebhooks(ctx);
    await sweepImports(ctx);
    await sweepChats(ctx);
  },
});

const release: Job = defineJob({
  queue: 'order_processing',
  name: 'release-unpaid',
  input: nothing,
  async run(ctx) {
    await releaseUnpaidOrders(ctx);
  },
});

const remind: Job = defineJob({
  queue: 'order_processing',
  name: 'remind-unpaid',
  input: nothing,
  async run(ctx) {
    await remindUnpaidOrders(ctx);
  },
});

/**
 * All background work of the shop in one table: what is done about which event, and what is done by the clock. The only
 * file that knows both the machinery and the modules; the server and `npm run worker` run it.
 */
export const jobTable: JobTable = {
  jobs: [
    ...noticeJobs,
    ...webhookJobs,
    ...privacyJobs,
    ...userJobs,
    ...importJobs,
    ...chatJobs,
    ...bookingJobs,
    ...systemJobs,
    ...backupJobs,
    release,
    remind,
    sweep,
  ],
  subscriptions: [
    ...noticeSubscriptions,
    ...webhookSubscriptions,
    ...privacySubscriptions,
    ...userSubscriptions,
    ...importSubscriptions,
    ...chatSubscriptions,
    ...backupSubscriptions,
  ],
  schedules: [
    { job: release, cron: '* * * * *' },
    { job: remind, cron: '* * * * *' },
    ...webhookSchedules,
    ...privacySchedules,
    ...importSchedules,
    ...chatSchedules,
    ...bookingSchedules,
    ...systemSchedules,
    ...backupSchedules,
    { job: sweep, cron: '17 * * * *' },
  ],
};
