import 'server-only';
import { z } from 'zod';
import type { Context } from '#lib/context';
import { eventInput } from '#lib/jobs/event';
import { defineJob, type Job, type Schedule, type Subscription, type Try } from '#lib/jobs/table';
import { deliverHook, listDueDeliveries, tellWebhooks } from './commands.ts';
import { deliveryJobInput } from './input.ts';
import { hasListeners } from './queries.ts';

const deliver = defineJob({
  queue: 'webhooks',
  name: 'deliver-webhook',
  input: deliveryJobInput,
  run: deliverHook,
});

const each =
  ({ send }: Try) =>
  (ctx: Context, ids: readonly string[]) =>
    send(
      ctx,
      ids.map((id) => ({ job: deliver, data: { delivery_id: id } })),
    );

const tell = defineJob({
  queue: 'webhooks',
  name: 'tell-webhooks',
  input: eventInput,
  run: (ctx, event, attempt) => tellWebhooks(ctx, event, each(attempt)),
});

const asked = defineJob({
  queue: 'webhooks',
  name: 'deliver-asked-webhook',
  input: eventInput,
  run: (ctx, event) => deliverHook(ctx, { delivery_id: event.entity_id }),
});

const retry = defineJob({
  queue: 'webhooks',
  name: 'retry-webhooks',
  input: z.object({}),
  run: async (ctx, _, attempt) => {
    const ids = await listDueDeliveries(ctx);
    if (ids.length > 0) await each(attempt)(ctx, ids);
  },
});

export const webhookJobs: readonly Job[] = [tell, deliver, asked, retry];

export const webhookSubscriptions: readonly Subscription[] = [
  ...[
    ...['order.placed', 'order.changed', 'order.status_changed', 'payment.changed', 'stock.changed'],
    ...['booking.requested', 'booking.status_changed'],
  ].map((topic) => ({ topic, job: tell, isWanted: hasListeners })),
  { topic: 'webhook.asked', job: asked },
];

export const webhookSchedules: readonly Schedule[] = [{ job: retry, cron: '* * * * *' }];
