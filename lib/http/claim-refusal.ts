import 'server-only';
import type { FieldMessages } from '#lib/errors';
import { errorText } from '#lib/i18n/error-text';
import { fieldTexts } from '#lib/i18n/field-text';
import { readRefusal } from './refusal-cookie.ts';

type ClaimRefusal = {
  code: string;
  message: string;
  what: string | null;
  fields: FieldMessages;
  /** What was typed. */
  reference: string;
};

/** What the form "I have paid" begins with after a refusal without script; null when there was none. */
export async function readClaimRefusal(
  refused: string | string[] | undefined,
  locale: string,
): Promise<ClaimRefusal | null> {
  const refusal = refused === '1' ? await readRefusal() : null;
  if (!refusal) return null;
  const { values, code, what, fields } = refusal;
  return {
    code,
    what,
    message: errorText(code, locale),
    fields: fieldTexts(fields, locale),
    reference: values.reference ?? '',
  };
}
