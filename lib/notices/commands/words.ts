import 'server-only';
import type { NoticeChannel } from '#db/enums';
import { type Context, requireRole } from '#lib/context';
import { rewriteSetting } from '#lib/settings/commands';
import { type ChangeNoticeText, type ChangeNoticeWays, type MessageSettings, messageSettings } from '../input.ts';
import { kindOf, NOTICE_KINDS } from '../rules.ts';
import { editedPart } from '../texts.ts';

/** Changes the stored messages as they stand now: two admins at two texts do not undo each other. */
async function change(ctx: Context, next: (now: MessageSettings) => MessageSettings): Promise<void> {
  await rewriteSetting(ctx, 'messages', (stored) =>
    next(messageSettings.catch(messageSettings.parse({})).parse(stored)),
  );
}

/** Stores the words of one notice in one language, as far as they differ from the default. Admins only. */
export async function changeNoticeText(ctx: Context, input: ChangeNoticeText): Promise<void> {
  requireRole(ctx, 'admin');
  const { kind, language, subject, body, sms } = input;
  const edited = editedPart(language, kind, { subject, body, ...(sms !== undefined && { sms }) });
  await change(ctx, (now) => {
    const { [kind]: _, ...others } = now.texts[language] ?? {};
    return {
      ...now,
      texts: { ...now.texts, [language]: { ...others, ...(edited && { [kind]: edited }) } },
    };
  });
}

/** Stores by which ways whom is told, as far as it differs from the default, and where mail goes. Admins only. */
export async function changeNoticeWays(ctx: Context, input: ChangeNoticeWays): Promise<void> {
  requireRole(ctx, 'admin');
  const channels: MessageSettings['channels'] = {};
  for (const kind of NOTICE_KINDS) {
    const standard = kindOf(kind).channels;
    const chosen = Object.entries(input.channels[kind] ?? {}).filter(
      ([channel, isOn]) =>
        isOn !== undefined &&
        standard[channel as NoticeChannel] !== undefined &&
        standard[channel as NoticeChannel] !== isOn,
    );
    if (chosen.length > 0) channels[kind] = Object.fromEntries(chosen);
  }
  await change(ctx, (now) => ({ ...now, staff_email: input.staff_email, reply_to: input.reply_to, channels }));
}
