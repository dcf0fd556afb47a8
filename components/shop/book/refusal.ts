import type { ActionResult } from '#lib/http/action';
import type { Words } from '#lib/i18n/words';

/** A refused request in the words of the form: `errors` belong to fields. */
export type Refusal = { title: string; note: string | null; errors: { id: string; text: string }[] };

export function refusalOf(result: ActionResult<never> | null, t: Words<'booking'>): Refusal | null {
  if (!result || result.ok) return null;
  const { code, fields, details, message } = result;
  const errors = Object.entries(fields).flatMap(([id, [text]]) => (text ? [{ id, text }] : []));
  switch (code) {
    case 'VALIDATION_ERROR':
      return { title: t(errors.length === 1 ? 'one_again' : 'look_again'), note: null, errors };
    case 'AUTH_002':
      return { title: t('sign_in_first'), note: t('sign_in_text'), errors: [] };
    case 'AUTH_003':
      return {
        title: t('not_online'),
        note: details.phone ? t('call_us_at', { phone: String(details.phone) }) : t('speak_to_us'),
        errors: [],
      };
    case 'RATE_001':
      return { title: t('too_many'), note: t('later_or_call'), errors: [] };
    default:
      return { title: message, note: t('try_again'), errors: [] };
  }
}
