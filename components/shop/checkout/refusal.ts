import type { ActionFailure, ActionResult } from '#lib/http/action';
import type { FormValues } from '#lib/http/form-state';
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

const KEPT = 'Nothing was ordered yet, and nothing you typed is lost.';
const POSTAL_CODE = 'delivery_address.postal_code';

const minutes = (seconds: unknown) => {
  const count = Math.max(1, Math.ceil(Number(seconds) / 60));
  return Number.isFinite(count) ? (count === 1 ? 'in a minute' : `in ${count} minutes`) : 'a little later';
};

const WAYS: Record<string, string> = {
  cash: 'cash',
  bank_transfer: 'bank transfer',
  card_terminal: 'card at hand-over',
  other: 'another way',
};

/** Which ways are left, where some are: a shop may ask to be paid ahead. */
function paymentWords(offered: unknown): string {
  const ways = (Array.isArray(offered) ? offered : []).flatMap((method) => WAYS[String(method)] ?? []);
  if (ways.length === 0) return 'None of the ways to pay is offered for this order. Please call us.';
  return `For this order we offer: ${ways.join(', ')}. Please choose again.`;
}

/** Fields of the whole order that the form has no place for: their sentences are only listed. */
const WITHOUT_FIELD = new Set(['items', '', 'idempotency_key', 'total_seen', 'delivery_address', 'gift']);

function fromFields(failure: ActionFailure): Refusal {
  const errors: Refusal['errors'] = [];
  const notes: string[] = [];
  for (const [id, [text]] of Object.entries(failure.fields)) {
    if (!text) continue;
    if (WITHOUT_FIELD.has(id)) notes.push(text);
    else errors.push({ id, text });
  }
  const count = errors.length + notes.length;
  return { title: count === 1 ? 'One thing needs another look' : 'Please look at these again', errors, notes };
}

export function readRefusal(
  result: ActionResult<never> | null,
  { cart, total, slots }: CheckoutReview,
  locale: string,
  values: FormValues,
): Refusal | null {
  if (!result || result.ok) return null;
  const { code, details, message } = result;
  const words = (amount: number) => formatAmount(amount, cart?.currency ?? 'EUR', locale);
  const at = (id: string, text: string): Refusal => ({
    title: 'One thing is in the way',
    errors: [{ id, text }],
    notes: [],
  });
  const said = (title: string, ...notes: string[]): Refusal => ({ title, errors: [], notes });
  const time = slotRefusal(result, cart);
  if (time) {
    const method = methodOf(values);
    const id = SLOT_FIELDS[method];
    if (!slots[method]?.has_slots) return said(time.title, time.text, KEPT);
    return { title: time.title, errors: [{ id, text: time.text }], notes: [KEPT], next: time.next };
  }
  switch (code) {
    case 'VALIDATION_ERROR':
      return fromFields(result);
    case 'ZONE_001':
      return at(POSTAL_CODE, 'We do not deliver to this postal code.');
    case 'ZONE_002':
      return at(
        POSTAL_CODE,
        `We deliver there from ${words(Number(details.minimum))}; ${words(Number(details.missing))} more is needed.`,
      );
    case 'PAY_001':
      return at('payment_method', paymentWords(details.offered));
    case 'STK_001':
    case 'STK_002':
      return said('Somebody was faster', `${KEPT} See below what is left.`);
    case 'CART_002':
      return total === null
        ? said('A price has changed', 'Please look at the new total.')
        : said(`The total is ${words(total)}`, 'Please look at it once more, then order.');
    case 'REQ_002':
      return said('Your cart has changed', 'Perhaps in another window. Please look at it once more, then order.');
    case 'SMS_002':
      return at(
        'phone_code',
        Number(details.tries_left) > 0
          ? `This is not the code. ${Number(details.tries_left) === 1 ? 'One try is left.' : `${details.tries_left} tries are left.`}`
          : 'This is not the code, and it was the last try. Send a new one.',
      );
    case 'SMS_003':
      return at('phone_code', 'This code is no longer good. Send a new one.');
    case 'SMS_004':
      return said(
        details.reason === 'guesses' ? 'Too many codes were tried' : 'Too many codes were asked for',
        `Please try again ${minutes(details.retry_after)}, or call us. Nothing you typed is lost.`,
      );
    case 'AUTH_002':
      return said(
        'Please sign in to order',
        'Orders here go with an account. Open your account above, then come back.',
      );
    case 'AUTH_003':
      return said(
        'We cannot take this order online',
        details.phone
          ? `Please call us: ${details.phone}. Nothing you typed is lost.`
          : 'Please speak to us in person.',
      );
    case 'RATE_001':
      return said(
        'Too many orders at once',
        `Please try again ${minutes(details.retry_after)}, or call us. Nothing you typed is lost.`,
      );
    default:
      return said(message, 'Nothing you typed is lost: please try again.');
  }
}
