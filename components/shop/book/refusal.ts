import type { ActionResult } from '#lib/http/action';

/** A refused request in the words of the form: `errors` belong to fields. */
export type Refusal = { title: string; note: string | null; errors: { id: string; text: string }[] };

const KEPT = 'Nothing you typed is lost.';

export function refusalOf(result: ActionResult<never> | null): Refusal | null {
  if (!result || result.ok) return null;
  const { code, fields, details, message } = result;
  const errors = Object.entries(fields).flatMap(([id, [text]]) => (text ? [{ id, text }] : []));
  switch (code) {
    case 'VALIDATION_ERROR':
      return {
        title: errors.length === 1 ? 'One thing needs another look' : 'Please look at these again',
        note: null,
        errors,
      };
    case 'AUTH_002':
      return {
        title: 'Please sign in to book',
        note: 'Bookings here go with an account. Sign in, then come back.',
        errors: [],
      };
    case 'AUTH_003':
      return {
        title: 'We cannot take this online',
        note: details.phone ? `Please call us: ${details.phone}. ${KEPT}` : 'Please speak to us in person.',
        errors: [],
      };
    case 'RATE_001':
      return { title: 'Too many requests at once', note: `Please try again later, or call us. ${KEPT}`, errors: [] };
    default:
      return { title: message, note: `${KEPT} Please try again.`, errors: [] };
  }
}
