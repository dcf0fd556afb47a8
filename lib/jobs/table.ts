import type { z } from 'zod';
import type { Context } from '#lib/context';

/** The queues of background work. Those without a handler keep what is put into them. */
export const QUEUES = [
  'order_processing',
  'user_events',
  'notifications',
  'webhooks',
  'maintenance',
  'backups',
] as const;
export type QueueName = (typeof QUEUES)[number];

/** One piece of work that is asked for: of which job, with which input (ids and figures, no personal data). */
export type Work = { job: Job; data: object };

/** What a handler may know of its try. */
export type Try = {
  /** The queue gives it no further one: whoever waits for the outcome must be told now. */
  isLast: boolean;
  /** Asks for more work, in the transaction of `ctx` where it is one. */
  send: (ctx: Context, orders: readonly Work[]) => Promise<void>;
};

export type Job = {
  queue: QueueName;
  name: string;
  /** Runs at least once, so it must come to the same when it runs again. A throw is tried again, later and later. */
  run: (ctx: Context, data: unknown, attempt: Try) => Promise<void>;
};

/** Defines a job; what is queued for it is parsed by `input` before it runs. */
export function defineJob<S extends z.ZodType>(definition: {
  queue: QueueName;
  name: string;
  input: S;
  run: (ctx: Context, input: z.output<S>, attempt: Try) => Promise<void>;
}): Job {
  const { queue, name, input, run } = definition;
  return { queue, name, run: (ctx, data, attempt) => run(ctx, input.parse(data), attempt) };
}

/** Every event of this topic becomes one piece of work, whose input is the event (`eventInput`). */
export type Subscription = {
  topic: string;
  job: Job;
  /** Asked once per batch of events; where nobody listens no work is made of them. */
  isWanted?: (ctx: Context) => Promise<boolean>;
};

/** Five fields of cron, in UTC; its input is `{}`. Of several processes one asks for it. */
export type Schedule = { job: Job; cron: string };

/** All background work of the shop: made in one place (lib/worker/table.ts), because this module knows no other. */
export type JobTable = {
  jobs: readonly Job[];
  subscriptions: readonly Subscription[];
  schedules: readonly Schedule[];
};
