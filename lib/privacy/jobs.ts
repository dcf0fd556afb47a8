import 'server-only';
import { z } from 'zod';
import { eventInput } from '#lib/jobs/event';
import { defineJob, type Job, type Schedule, type Subscription } from '#lib/jobs/table';
import { anonymiseIdleGuests, finishErasure } from './commands.ts';

const finish = defineJob({ queue: 'maintenance', name: 'finish-erasure', input: eventInput, run: finishErasure });

const forget = defineJob({
  queue: 'maintenance',
  name: 'anonymise-idle-guests',
  input: z.object({}),
  run: async (ctx) => {
    await anonymiseIdleGuests(ctx);
  },
});

export const privacyJobs: readonly Job[] = [finish, forget];
export const privacySubscriptions: readonly Subscription[] = [{ topic: 'customer.erased', job: finish }];
/** At night, when nobody orders bread. */
export const privacySchedules: readonly Schedule[] = [{ job: forget, cron: '23 2 * * *' }];
