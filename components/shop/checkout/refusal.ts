import type { ActionFailure, ActionResult } from '#lib/http/action';
import type { FormValues } from '#lib/http/form-state';
import type { Words } from '#lib/i18n/words';
import { formatAmount } from '#lib/money-text';
import type { CheckoutReview } from '#lib/orders/output';
import { methodOf, SLOT_FIELDS } from '#lib/orders/slot-fields';
import type { NextSlot } from '#lib/promise/output';
import { slotRefusal } from '../slots/slot-refusal.ts';

/** A refused order in the words of the form: `errors` belong to fields, `notes` to none. */
export type Refusal = {
  title: string;
  errors: { id: string; text: string }[];
  notes: string[];
  /** Free times in place of one that was refused. */
  next?: readonly NextSlot[];
};

const POSTAL_CODE = 'delivery_address.postal_code';

/** What refusals are said with: words of the form and of times, and how amounts are written. */
export type Tongue = { t: Words<'checkout'>; slots: Words<'slots'>; locale: string };

function minutes(seconds: unknown, t: Words<'checkout'>): string {
  const count = Math.max(1, Math.ceil(Number(seconds) / 60));
  return Number.isFinite(count) ? t('in_minutes', { count }) : t('little_later');
}

const WAYS = ['cash', 'bank_transfer', 'card_terminal', 'other'] as const;

/** Which ways are left, where some are: a shop may ask to be paid ahead. */
function paymentWords(offered: unknown, t: Words<'checkout'>): string {
  const known = Array.isArray(offered) ? offered : [];
  const ways = known.flatMap((method) => WAYS.filter((way) => way === method)).map((way) => t(`way_${way}`));
  return ways.length === 0 ? t('no_way') : t('ways_left', { ways: ways.join(', ') });
}

/** Fields of the whole order that the form has no place for: their sentences are only listed. */
const WITHOUT_FIELD = new Set(['items', '', 'idempotency_key', 'total_seen', 'delivery_address', 'gift']);

function fromFields(failure: ActionFailure, t: Words<'checkout'>): Refusal {
  const errors: Refusal['errors'] = [];
  const notes: string[] = [];
  for (const [id, [text]] of Object.entries(failure.fields)) {
    if (!text) continue;
    if (WITHOUT_FIELD.has(id)) notes.push(text);
    else errors.push({ id, text });
  }
  const count = errors.length + notes.length;
  return { title: t(count === 1 ? 'one_again' : 'look_again'), errors, notes };
}

export function readRefusal(
  result: ActionResult<never> | null,
  { cart, total, slots }: CheckoutReview,
  values: FormValues,
  { t, slots: say, locale }: Tongue,
): Refusal | null {
  if (!result || result.ok) return null;
  const { code, details, message } = result;
  const words = (amount: number) => formatAmount(amount, cart?.currency ?? 'EUR', locale);
  const at = (id: string, text: string): Refusal => ({
    title: t('one_in_way'),
    errors: [{ id, text }],
    notes: [],
  });
  const said = (title: string, ...notes: string[]): Refusal => ({ title, errors: [], notes });
  const time = slotRefusal(result, cart, { t: say, locale });
  if (time) {
    const method = methodOf(values);
    const id = SLOT_FIELDS[method];
    if (!slots[method]?.has_slots) return said(time.title, time.text, t('kept'));
    return { title: time.title, errors: [{ id, text: time.text }], notes: [t('kept')], next: time.next };
  }
  switch (code) {
    case 'VALIDATION_ERROR':
      return fromFields(result, t);
    case 'ZONE_001':
      return at(POSTAL_CODE, t('zone_none'));
    case 'ZONE_002':
      return at(
        POSTAL_CODE,
        t('zone_minimum_refused', {
          minimum: words(Number(details.minimum)),
          missing: words(Number(details.missing)),
        }),
      );
    case 'PAY_001':
      return at('payment_method', paymentWords(details.offered, t));
    case 'STK_001':
    case 'STK_002':
      return said(t('faster'), `${t('kept')} ${t('see_left')}`);
    case 'CART_002':
      return total === null
        ? said(t('price_changed'), t('look_total'))
        : said(t('total_is', { total: words(total) }), t('look_then_order'));
    case 'REQ_002':
      return said(t('cart_changed'), t('other_window'));
    case 'SMS_002':
      return at(
        'phone_code',
        Number(details.tries_left) > 0 ? t('wrong_code', { count: Number(details.tries_left) }) : t('wrong_last'),
      );
    case 'SMS_003':
      return at('phone_code', t('code_over'));
    case 'SMS_004':
      return said(
        t(details.reason === 'guesses' ? 'codes_tried' : 'codes_asked'),
        t('try_or_call', { when: minutes(details.retry_after, t) }),
      );
    case 'AUTH_002':
      return said(t('sign_in_first'), t('sign_in_text'));
    case 'AUTH_003':
      return said(
        t('not_online'),
        details.phone ? t('call_us_at', { phone: String(details.phone) }) : t('speak_to_us'),
      );
    case 'RATE_001':
      return said(t('too_many'), t('try_or_call', { when: minutes(details.retry_after, t) }));
    default:
      return said(message, t('try_again'));
  }
}
