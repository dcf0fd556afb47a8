import 'server-only';
import { eventInput } from '#lib/jobs/event';
import { defineJob, type Job, type Subscription } from '#lib/jobs/table';
import { deliverNotice, tellOfEvent } from './commands.ts';
import { noticeRefInput } from './input.ts';

const deliver = defineJob({
  queue: 'notifications',
  name: 'deliver-notice',
  input: noticeRefInput,
  run: deliverNotice,
});

const tell = defineJob({
  queue: 'notifications',
  name: 'tell-of-event',
  input: eventInput,
  // One piece of work per message: each has its own tries.
  run: (ctx, event, { send }) =>
    tellOfEvent(ctx, event, (tx, ids) =>
      send(
        tx,
        ids.map((id) => ({ job: deliver, data: { notification_id: id } })),
      ),
    ),
});

const retry = defineJob({
  queue: 'notifications',
  name: 'retry-notice',
  input: eventInput,
  run: (ctx, event, attempt) => deliverNotice(ctx, { notification_id: event.entity_id }, attempt),
});

export const noticeJobs: readonly Job[] = [tell, deliver, retry];

export const noticeSubscriptions: readonly Subscription[] = [
  ...[
    'order.placed',
    'order.changed',
    'order.status_changed',
    'payment.changed',
    'payment.due',
    'stock.changed',
    'webhook.disabled',
    'alarm.raised',
    'alarm.ended',
    'backup.failed',
    'chat.unread',
    'booking.requested',
    'booking.status_changed',
    'booking.rescheduled',
    'booking.changed',
  ].map((topic) => ({ topic, job: tell })),
  { topic: 'notice.retried', job: retry },
];
