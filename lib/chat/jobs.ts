import 'server-only';
import { z } from 'zod';
import { eventInput } from '#lib/jobs/event';
import { defineJob, type Job, type Schedule, type Subscription } from '#lib/jobs/table';
import { announceUnread, answerByRule } from './commands.ts';

const said = z.object({ session_id: z.uuid(), seq: z.int(), sender_type: z.string() });

const answer = defineJob({
  queue: 'notifications',
  name: 'answer-chat',
  input: eventInput,
  async run(ctx, { payload }) {
    const { sender_type, ...message } = said.parse(payload);
    if (sender_type === 'visitor') await answerByRule(ctx, message);
  },
});

const announce = defineJob({
  queue: 'notifications',
  name: 'announce-unread-chats',
  input: z.object({}),
  async run(ctx) {
    await announceUnread(ctx);
  },
});

export const chatJobs: readonly Job[] = [answer, announce];
export const chatSubscriptions: readonly Subscription[] = [{ topic: 'chat.message', job: answer }];
export const chatSchedules: readonly Schedule[] = [{ job: announce, cron: '* * * * *' }];
