import { z } from 'zod';
import { CHAT_SENDERS, CHAT_STATUSES } from '#db/enums';

export const chatMessageOutput = z.object({
  id: z.uuid(),
  seq: z.int().describe('Number within the talk, from 1'),
  sender_type: z.enum(CHAT_SENDERS).describe('`bot`: answered by a rule and not by a person'),
  sender_name: z.string().nullable().describe('Who of the shop wrote it'),
  message: z.string(),
  at: z.iso.datetime(),
});

/** A talk as its visitor sees it. */
export const chatSessionOutput = z.object({
  id: z.uuid(),
  status: z.enum(CHAT_STATUSES),
  visitor_name: z.string(),
  visitor_email: z.string().nullable(),
  unread: z.int().describe('Messages of the shop that were not read yet'),
});

export const startedChatOutput = chatSessionOutput.extend({
  session: z
    .string()
    .nullable()
    .meta({ description: 'The key of the talk, only when it was just made: send it as `Barrow-Chat`.' }),
});

export const chatViewOutput = z.object({
  session: chatSessionOutput.nullable(),
  messages: z.array(chatMessageOutput),
});

/** The same with what opens its stream for a minute. */
export const heardChatOutput = chatViewOutput.extend({ live_token: z.string().nullable() });

export const chatDoorOutput = heardChatOutput.extend({
  is_enabled: z.boolean(),
  is_open: z.boolean().describe('Somebody of the shop is there now'),
  opens_at: z.iso.datetime().nullable(),
  time_zone: z.string(),
  greeting: z.string().describe('The shop’s own words; empty = those of the language'),
});

export const connectedChatOutput = z.object({
  stream_url: z.string().describe('An event stream of this talk alone; its token is good for 60 seconds'),
  session: chatSessionOutput,
  messages: z.array(chatMessageOutput),
});

export const chatRowOutput = z.object({
  id: z.uuid(),
  status: z.enum(CHAT_STATUSES),
  visitor_name: z.string(),
  visitor_email: z.string().nullable(),
  customer_id: z.uuid().nullable(),
  customer_name: z.string().nullable(),
  user_id: z.uuid().nullable(),
  assigned_to: z.uuid().nullable(),
  assigned_name: z.string().nullable(),
  unread: z.int().describe('Messages of the visitor that nobody of the staff has read'),
  last_message: z.string().nullable(),
  last_message_at: z.iso.datetime().nullable(),
  locale: z.string(),
  created_at: z.iso.datetime(),
});

const chatCartOutput = z.object({
  items: z.array(z.object({ product_name: z.string(), variant_title: z.string(), quantity: z.int() })),
  subtotal: z.number(),
  currency: z.string(),
});

export const deskChatOutput = chatRowOutput.extend({
  path: z.string().nullable().describe('Where in the shop the talk began'),
  messages: z.array(chatMessageOutput),
  has_older: z.boolean(),
  cart: chatCartOutput.nullable().describe('What is in the visitor’s cart now'),
});

export type ChatMessageDto = z.infer<typeof chatMessageOutput>;
export type ChatSessionDto = z.infer<typeof chatSessionOutput>;
export type ChatViewDto = z.infer<typeof chatViewOutput>;
export type HeardChatDto = z.infer<typeof heardChatOutput>;
export type ChatDoorDto = z.infer<typeof chatDoorOutput>;
export type ChatRowDto = z.infer<typeof chatRowOutput>;
export type DeskChatDto = z.infer<typeof deskChatOutput>;
