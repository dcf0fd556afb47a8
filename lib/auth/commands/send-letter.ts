import 'server-only';
import { newId } from '#db/columns';
import type { Context } from '#lib/context';
import { env } from '#lib/env';
import { addressIn } from '#lib/i18n/address';
import { prefixOf } from '#lib/i18n/languages';
import { sendMail } from '#lib/mail/send';
import { getSettings } from '#lib/settings/queries';
import { type LetterKind, letterWords } from '../letter-words.ts';

/** Writes to somebody about their login; `path` and `other` are addresses of the shop. Throws SMS_001. */
export async function sendLetter(
  ctx: Context,
  kind: LetterKind,
  { to, name, path = '/login', other = '/reset' }: { to: string; name: string; path?: string; other?: string },
): Promise<void> {
  // Open to everybody: what may be written to whom is decided by the commands that call it.
  const { shop } = await getSettings(ctx);
  const at = (address: string) => new URL(addressIn(prefixOf(ctx.locale, shop), address), env().APP_URL).href;
  const { subject, text } = letterWords(ctx.locale, kind, {
    shop: shop.name,
    name,
    link: at(path),
    other: at(other),
  });
  await sendMail(ctx, { to, subject, text, event: `account_${kind}`, dedupeKey: `account:${newId()}`, isSecret: true });
}
