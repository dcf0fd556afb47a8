import { z } from 'zod';
import { CHAT_STATUSES } from '#db/enums';
import { filled, idInput, optional, required, words } from '#lib/fields';
import { pagingInput } from '#lib/paging';

export const LONGEST_MESSAGE = 4000;

/** The secret of the visitor's talk, from cookie or header; the doors put it in. */
const chatKey = z
  .string()
  .max(300)
  .nullish()
  .transform((key) => key || null);

const message = required(LONGEST_MESSAGE, 'Write a message.').meta({ examples: ['Do you bake on Sundays?'] });
/** Made once per message by whoever sends it: sending again under it is the same message. */
const clientId = z
  .string('Enter text.')
  .regex(/^[\x21-\x7e]{1,64}$/, 'Use up to 64 visible characters.')
  .describe('Made by the sender; the same again is the same message');

const email = optional(
  z.email('Enter an address such as anna@example.com.').max(254, 'Use at most 254 characters.').toLowerCase(),
);

/** Who writes, as far as they say so; what is left out stays as it was. */
const visitor = { name: words(100).optional(), email: email.optional() };

export const startChatInput = z.strictObject({
  chat_key: chatKey,
  cart_key: chatKey,
  ...visitor,
  path: words(300).optional().describe('Where in the shop the talk began'),
});
export type StartChat = z.output<typeof startChatInput>;

export const chatKeyInput = z.strictObject({ chat_key: chatKey });
export type ChatKey = z.output<typeof chatKeyInput>;

/** No further than the column counts. */
export const MOST_SEQ = 2_000_000_000;

export const readChatInput = z.object({
  after: filled(z.coerce.number('Enter a whole number.').int('Enter a whole number.').min(0).max(MOST_SEQ))
    .transform((seq) => seq ?? 0)
    .describe('Only messages after this number'),
});

export const sendChatInput = z.strictObject({ chat_key: chatKey, message, client_id: clientId });
export type SendChat = z.output<typeof sendChatInput>;

/** The form that works without script: who, where to, what, in one go. */
export const writeToShopInput = z.strictObject({
  chat_key: chatKey,
  cart_key: chatKey,
  name: required(100, 'Tell us your name.'),
  email: z.email('Enter an address such as anna@example.com.').max(254, 'Use at most 254 characters.').toLowerCase(),
  message,
  client_id: clientId,
});
export type WriteToShop = z.output<typeof writeToShopInput>;

export const CHAT_FILTERS = ['unread', 'mine', ...CHAT_STATUSES] as const;

export const listChatsInput = z.object({
  show: filled(z.enum(CHAT_FILTERS, { error: `Choose one of ${CHAT_FILTERS.join(', ')}.` })),
  q: filled(words(100)).describe('A part of the name or the address of the visitor'),
  ...pagingInput,
});
export type ListChats = z.output<typeof listChatsInput>;

export const chatIdInput = z.strictObject({ session_id: idInput });
export const readDeskChatInput = chatIdInput.extend({ before: z.int().min(1).max(MOST_SEQ).optional() });

export const answerChatInput = z.strictObject({
  session_id: idInput,
  message,
  client_id: clientId.optional().describe('Made by the sender; the same again is the same message'),
  sender_type: z.enum(['staff', 'bot'], { error: 'Choose staff or bot.' }).default('staff'),
});
export type AnswerChat = z.output<typeof answerChatInput>;

export const changeChatInput = z.strictObject({
  session_id: idInput,
  status: z.enum(CHAT_STATUSES, { error: `Choose one of ${CHAT_STATUSES.join(', ')}.` }).optional(),
  assigned_to: idInput.nullable().optional().describe('Who of the staff answers'),
  customer_id: idInput.nullable().optional(),
  user_id: idInput.nullable().optional().describe('The login of a customer; their record comes with it'),
});
export type ChangeChat = z.output<typeof changeChatInput>;

const cannedReply = z.strictObject({
  /** Left out of a new one. */
  id: idInput.optional(),
  title: required(60, 'Enter a title.'),
  text: required(1000, 'Enter the text.'),
});

export const cannedReplies = z.array(cannedReply).max(50, 'At most 50 replies.').default([]);

/** How the shop talks with its visitors. */
export const chatSettings = z.strictObject({
  enabled: z.boolean().default(true),
  /** What stands above an empty talk; empty = the words of the language. */
  greeting: words(300).default(''),
  /** Rules answer what they know: hours, allergens, where an order is. */
  answers: z.boolean().default(true),
  replies: cannedReplies,
});
