import { z } from 'zod';
import { NOTICE_CHANNELS, NOTICE_STATUSES } from '#db/enums';
import { filled, idInput, words } from '#lib/fields';
import { pagingInput } from '#lib/paging';
import { kindOf, NOTICE_KINDS, NOTICE_LANGUAGES, type NoticeKind, unknownPlaceholders } from './rules.ts';

const kind = z.enum(NOTICE_KINDS, { error: 'There is no such message.' });
const language = z.enum(NOTICE_LANGUAGES, { error: 'There is no such language.' });
const email = z
  .email('Enter an address such as shop@example.com.')
  .max(254, 'Use at most 254 characters.')
  .or(z.literal(''));

const parts = {
  subject: words(150),
  body: words(4000),
  /** Three to four SMS long with its link. */
  sms: words(480),
};
const editedText = z.strictObject({
  subject: parts.subject.optional(),
  body: parts.body.optional(),
  sms: parts.sms.optional(),
});

const channels = z.strictObject({ email: z.boolean().optional(), sms: z.boolean().optional() });

/** What is stored of the shop's messages: only what differs from the defaults. */
export const messageSettings = z.strictObject({
  /** Where the staff's mail goes; empty = the shop's address. */
  staff_email: email.default(''),
  /** Where answers of customers go; empty = the shop's address. */
  reply_to: email.default(''),
  channels: z.partialRecord(kind, channels).default({}),
  texts: z.partialRecord(language, z.partialRecord(kind, editedText)).default({}),
});
export type MessageSettings = z.output<typeof messageSettings>;

const sentence = (of: NoticeKind, unknown: readonly string[]) =>
  `${unknown.join(', ')} cannot be filled in here. Use ${kindOf(of)
    .placeholders.map((word) => `{${word}}`)
    .join(', ')}.`;

/** Names every word in braces that nothing would fill, beside the part it stands in. */
function refusePlaceholders(of: NoticeKind, text: z.output<typeof editedText>, ctx: z.RefinementCtx, path: string[]) {
  for (const [part, written] of Object.entries(text)) {
    const unknown = unknownPlaceholders(of, written ?? '');
    if (unknown.length > 0) ctx.addIssue({ code: 'custom', message: sentence(of, unknown), path: [...path, part] });
  }
}

/** As somebody may set them: what is stored may be older than the placeholders and ways there are now. */
export const messageSettingsInput = messageSettings.superRefine(({ texts, channels: chosen }, ctx) => {
  for (const [spoken, ofKind] of Object.entries(texts)) {
    for (const [of, text] of Object.entries(ofKind ?? {})) {
      const parsed = kind.parse(of);
      if (text) refusePlaceholders(parsed, text, ctx, ['texts', spoken, of]);
    }
  }
  for (const [of, ways] of Object.entries(chosen)) {
    if (ways?.sms !== undefined && kindOf(kind.parse(of)).channels.sms === undefined) {
      ctx.addIssue({ code: 'custom', message: 'This goes by mail only.', path: ['channels', of, 'sms'] });
    }
  }
});

/** The words of one notice in one language; an empty part, or one like the default, goes back to the default. */
export const changeNoticeTextInput = z
  .strictObject({ kind, language, subject: parts.subject, body: parts.body, sms: parts.sms.optional() })
  .superRefine(({ kind: of, subject, body, sms }, ctx) => refusePlaceholders(of, { subject, body, sms }, ctx, []));
export type ChangeNoticeText = z.output<typeof changeNoticeTextInput>;

/** Who is told by which way, and where mail goes. */
export const changeNoticeWaysInput = z.strictObject({
  staff_email: email,
  reply_to: email,
  channels: z.partialRecord(kind, channels),
});
export type ChangeNoticeWays = z.output<typeof changeNoticeWaysInput>;

export const listOutboxInput = z.object({
  channel: filled(z.enum(NOTICE_CHANNELS, { error: 'Choose email or sms.' })),
  status: filled(z.enum(NOTICE_STATUSES, { error: `Choose one of ${NOTICE_STATUSES.join(', ')}.` })),
  order_id: filled(idInput),
  q: filled(words(100)).describe('A part of the recipient or of the subject, or the number of the order'),
  ...pagingInput,
});
export type ListOutbox = z.output<typeof listOutboxInput>;

export const noticeRefInput = z.strictObject({ notification_id: idInput });
export type NoticeRef = z.output<typeof noticeRefInput>;
