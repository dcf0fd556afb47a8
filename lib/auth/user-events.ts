import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordOnce } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { type EventInput, eventInput } from '#lib/jobs/event';
import { defineJob, type Job, type Subscription } from '#lib/jobs/table';

/** What logins are followed by. */
const USER_EVENTS = ['user.registered', 'user.signed_in', 'user.sign_in_failed'] as const;
type UserEvent = (typeof USER_EVENTS)[number];

/** Where somebody came to the door: the desk, the storefront, or as a program. */
type Door = 'staff' | 'customer' | 'api';

const payloadShape = z.object({ user_id: z.uuid().nullable(), door: z.string(), request_id: z.string() });

/**
 * Says that somebody registered, signed in, or failed to, in the transaction of `ctx` where it is one. Never with a name or
 * an address. A failure is told whether there is such a login or not: how long the answer takes must not say which.
 */
export async function tellUserEvent(
  ctx: Context,
  topic: UserEvent,
  { userId, door }: { userId: string | null; door: Door },
): Promise<void> {
  // Open to everybody: called by commands that know what has happened.
  const payload = JSON.stringify({ user_id: userId, door, request_id: ctx.requestId });
  await ctx.db.execute(sql`SELECT append_event(${topic}, 'user', ${userId ?? 'unknown'}, ${payload}::jsonb)`);
}

/**
 * Writes into the history of a login what the event says, unless the deed itself has. What nobody's name was tried with
 * leaves no line. Comes to the same when it runs again.
 */
export async function trackUser(ctx: Context, { topic, payload, at }: EventInput): Promise<void> {
  requireRole(ctx, 'admin');
  const { user_id, door, request_id } = payloadShape.parse(payload);
  if (user_id === null) return;
  await recordOnce(ctx, {
    action: topic,
    entity: 'user',
    entityId: user_id,
    after: { kind: door },
    actorKind: 'visitor',
    requestId: request_id,
    at,
  });
}

const track = defineJob({ queue: 'user_events', name: 'track-user', input: eventInput, run: trackUser });

export const userJobs: readonly Job[] = [track];
export const userSubscriptions: readonly Subscription[] = USER_EVENTS.map((topic) => ({ topic, job: track }));
