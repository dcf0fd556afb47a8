import type { ActionResult } from '#lib/http/action';

/** Why a form of the account came back: `text` for the whole of it, `fields` for those that are meant. */
export type AccountRefusal = { title: string; text?: string; fields: Record<string, string> };

const minutes = (seconds: unknown): string => {
  const count = Math.max(1, Math.ceil(Number(seconds) / 60) || 1);
  return count === 1 ? 'in a minute' : `in ${count} minutes`;
};

export function accountRefusal(result: ActionResult<unknown> | null): AccountRefusal | null {
  if (!result || result.ok) return null;
  const { code, details, message } = result;
  const at = (field: string, title: string): AccountRefusal => ({ title, fields: { [field]: title } });
  switch (code) {
    case 'VALIDATION_ERROR': {
      const fields = Object.fromEntries(
        Object.entries(result.fields).flatMap(([name, [text]]) => (text ? [[name, text]] : [])),
      );
      return { title: 'Please look at the marked fields', fields };
    }
    case 'AUTH_001':
      return {
        title: 'That did not match',
        text: 'Please check what you typed. Passwords tell small from capital letters.',
        fields: {},
      };
    case 'AUTH_002':
      return {
        title: 'This link is no longer good',
        text: 'It was used already, or too much time has passed. Please ask for a new one.',
        fields: {},
      };
    case 'AUTH_003':
      return { title: 'There are no accounts in this shop', text: 'Everybody orders here as a guest.', fields: {} };
    case 'CONF_001':
      return { title: 'Another account has this already', text: 'Sign in there, or choose another one.', fields: {} };
    case 'CONF_002':
      return details.reason === 'open_orders'
        ? {
            title: 'An order is still open',
            text: 'Your data can be erased once it is handed over or cancelled, and its payment is checked.',
            fields: {},
          }
        : { title: message, fields: {} };
    case 'RATE_001':
      return {
        title: 'Too many tries',
        text: `To keep accounts safe we pause here. Please try again ${minutes(details.retry_after)}.`,
        fields: {},
      };
    case 'SMS_001':
      return {
        title: 'Messages cannot be sent right now',
        text: 'Nothing is lost. Please try again in a few minutes.',
        fields: {},
      };
    case 'SMS_002': {
      const left = Number(details.tries_left);
      if (left <= 0) return at('code', 'This is not the code, and it was the last try. Send a new one.');
      return at('code', `This is not the code. ${left === 1 ? 'One try is left.' : `${left} tries are left.`}`);
    }
    case 'SMS_003':
      return at('code', 'This code is no longer good. Send a new one.');
    case 'SMS_004':
      return { title: 'Too many codes', text: `Please try again ${minutes(details.retry_after)}.`, fields: {} };
    default:
      return { title: message, fields: {} };
  }
}
