import { z } from 'zod';
import { NOTICE_CHANNELS, NOTICE_STATUSES } from '#db/enums';
import { AUDIENCES } from './rules.ts';

const moment = z.iso.datetime();

/** One message of the outbox. */
export const outboxOutput = z.object({
  id: z.uuid(),
  event: z.string().describe('What it is about, such as `order_placed`'),
  channel: z.enum(NOTICE_CHANNELS),
  audience: z.enum(AUDIENCES),
  recipient: z.string(),
  subject: z.string().nullable(),
  body: z.string(),
  locale: z.string().nullable(),
  order_id: z.uuid().nullable(),
  order_number: z.string().nullable(),
  status: z.enum(NOTICE_STATUSES).describe('`captured`: no mail or SMS service is set up, so it stayed here'),
  attempts: z.int(),
  error: z.string().nullable(),
  can_retry: z.boolean(),
  created_at: moment,
  sent_at: moment.nullable(),
});
export type OutboxDto = z.output<typeof outboxOutput>;
