import type { ActionResult } from '#lib/http/action';
import type { Words } from '#lib/i18n/words';

/** Why a form of the account came back: `text` for the whole of it, `fields` for those that are meant. */
export type AccountRefusal = { title: string; text?: string; fields: Record<string, string> };

const minutes = (seconds: unknown, t: Words<'account'>): string =>
  t('in_minutes', { count: Math.max(1, Math.ceil(Number(seconds) / 60) || 1) });

export function accountRefusal(result: ActionResult<unknown> | null, t: Words<'account'>): AccountRefusal | null {
  if (!result || result.ok) return null;
  const { code, details, message } = result;
  const at = (field: string, title: string): AccountRefusal => ({ title, fields: { [field]: title } });
  switch (code) {
    case 'VALIDATION_ERROR': {
      const fields = Object.fromEntries(
        Object.entries(result.fields).flatMap(([name, [text]]) => (text ? [[name, text]] : [])),
      );
      return { title: t('r_marked'), fields };
    }
    case 'AUTH_001':
      return {
        title: t('r_no_match'),
        text: t('r_no_match_text'),
        fields: {},
      };
    case 'AUTH_002':
      return {
        title: t('r_link'),
        text: t('r_link_text'),
        fields: {},
      };
    case 'AUTH_003':
      return { title: t('r_no_accounts'), text: t('r_no_accounts_text'), fields: {} };
    case 'CONF_001':
      return { title: t('r_taken'), text: t('r_taken_text'), fields: {} };
    case 'CONF_002':
      return details.reason === 'open_orders'
        ? {
            title: t('r_open'),
            text: t('r_open_text'),
            fields: {},
          }
        : { title: message, fields: {} };
    case 'RATE_001':
      return {
        title: t('r_tries'),
        text: t('r_tries_text', { when: minutes(details.retry_after, t) }),
        fields: {},
      };
    case 'SMS_001':
      return {
        title: t('r_sms'),
        text: t('r_sms_text'),
        fields: {},
      };
    case 'SMS_002': {
      const left = Number(details.tries_left);
      if (left <= 0) return at('code', t('r_code_last'));
      return at('code', t('r_code', { count: left }));
    }
    case 'SMS_003':
      return at('code', t('r_code_over'));
    case 'SMS_004':
      return { title: t('r_codes'), text: t('r_codes_text', { when: minutes(details.retry_after, t) }), fields: {} };
    default:
      return { title: message, fields: {} };
  }
}
