import type { ActionFailure } from '#lib/http/action';
import { formatAmount } from '#lib/money-text';
import { quantityField } from '#lib/orders/change-form';
import type { ChangeQuote, ChangeShop, OrderSide } from '#lib/orders/change-output';
import type { NextSlot } from '#lib/promise/output';
import { type Clock, slotWords } from '../../slots/words.ts';

/** A refused change in the words of the form: `errors` belong to fields, `notes` to none. */
export type Refusal = {
  title: string;
  errors: { id: string; text: string }[];
  notes: string[];
  next?: readonly NextSlot[];
};

const POSTAL_CODE = 'delivery_address.postal_code';
const KEPT = 'Nothing was changed yet, and nothing you entered is lost.';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const listOf = (value: unknown) => (Array.isArray(value) ? value.filter(isRecord) : []);
const isNext = (value: Record<string, unknown>): value is NextSlot =>
  ['id', 'starts_at', 'ends_at', 'location'].every((key) => typeof value[key] === 'string');

const ENDED: Record<string, string> = {
  cutoff: 'Ordering for this time has ended. Choose another one.',
  passed: 'This time is over by now. Choose another one.',
  closed: 'We are closed at this time. Choose another one, or leave the quantities as they were.',
  unknown: 'This time is not offered any more. Choose another one, or leave the quantities as they were.',
};

/** Which line is short, and what could be had of it. */
function shortErrors({ code, details }: ActionFailure, { before }: ChangeQuote): Refusal['errors'] {
  return listOf(details.items).flatMap(({ variant_id, left }) => {
    const index = before.items.findIndex((line) => line.variant_id === variant_id);
    if (index < 0) return [];
    const text =
      code === 'STK_002'
        ? 'There is no more of it: it is not on sale now. You may keep what you have, or take less.'
        : `At most ${String(left)} can be had.`;
    return [{ id: quantityField(index), text }];
  });
}

function slotError(failure: ActionFailure): string {
  const reason = String(failure.details.reason ?? '');
  if (failure.code === 'SLOT_003') return 'This is too soon for what you want more of. Choose a later time.';
  if (failure.code === 'SLOT_002') return ENDED[reason] ?? 'This time cannot be had any more. Choose another one.';
  if (failure.code === 'SLOT_001') {
    return reason === 'load'
      ? 'There is no room left at this time for an order of this size. Choose another one, or take less.'
      : 'This time is fully booked. Choose another one.';
  }
  return failure.code === 'STK_002'
    ? 'Not everything you chose is made on that day. Choose another one.'
    : 'There is not enough left for that day. Choose another one, or take less.';
}

function fromFields(failure: ActionFailure): Refusal {
  const errors: Refusal['errors'] = [];
  const notes: string[] = [];
  for (const [id, [text]] of Object.entries(failure.fields)) {
    if (!text) continue;
    if (/^items\.\d+\.quantity$|^delivery_address\.|^slot_id$|^preferred_time$|^special_instructions$/.test(id))
      errors.push({ id, text });
    else notes.push(text);
  }
  const count = errors.length + notes.length;
  return { title: count === 1 ? 'One thing needs another look' : 'Please look at these again', errors, notes };
}

/** Why it was refused, or would be, in sentences at their fields. */
export function readRefusal(failure: ActionFailure, quote: ChangeQuote, { locale, phone }: ChangeShop): Refusal {
  const { code, details, message } = failure;
  const words = (amount: number) => formatAmount(amount, quote.currency, locale);
  const at = (id: string, text: string): Refusal => ({
    title: 'One thing is in the way',
    errors: [{ id, text }],
    notes: [],
  });
  const said = (title: string, ...notes: string[]): Refusal => ({ title, errors: [], notes });
  const call = phone ? `Please call us at ${phone}.` : 'Please call us.';
  const next = listOf(details.next).filter(isNext);
  switch (code) {
    case 'VALIDATION_ERROR':
      return fromFields(failure);
    case 'STK_001':
    case 'STK_002': {
      const errors = shortErrors(failure, quote);
      // Where another time would do, that is said at the times.
      const time = next.length > 0 ? [{ id: 'slot_id', text: slotError(failure) }] : [];
      return {
        title: 'There is not enough left',
        errors: [...errors, ...time],
        notes: errors.length > 0 ? [] : [KEPT],
        next,
      };
    }
    case 'SLOT_001':
    case 'SLOT_002':
    case 'SLOT_003':
      return { ...at('slot_id', slotError(failure)), next };
    case 'ZONE_001':
      return at(POSTAL_CODE, 'We do not deliver to this postal code.');
    case 'ZONE_002':
      return said(
        `We deliver there from ${words(Number(details.minimum))}`,
        `${words(Number(details.missing))} more is needed. ${KEPT}`,
      );
    case 'PAY_001':
      return details.payment_status === 'submitted' || Number(details.claimed) > 0
        ? said('We are looking at your payment', 'As soon as it is confirmed the order can become cheaper.', call)
        : said('This cannot be paid the way you chose', 'The way to pay is not offered for such an order.', call);
    case 'AUTH_004':
      return said('For a larger order we check your phone number', call);
    case 'CART_002':
      return said(
        `The new total is ${words(quote.total ?? Number(details.total))}`,
        'A price has changed. Please look at it once more.',
      );
    case 'REQ_002':
      return said(
        'The order has changed meanwhile',
        'Perhaps in another window, or by us. What you entered is still here: please look at it once more.',
      );
    default:
      return said(message || 'That did not work', KEPT);
  }
}

/** What the difference means for whoever pays. */
export function differenceWords(quote: ChangeQuote, locale: string): { title: string; note: string | null } {
  const { difference, to_pay: toPay, to_give_back: toGiveBack, paid } = quote;
  const words = (amount: number) => formatAmount(amount, quote.currency, locale);
  if (difference === null || difference === 0) return { title: 'It costs the same', note: null };
  if (toGiveBack > 0) return { title: `We give you back ${words(toGiveBack)}`, note: null };
  if (difference > 0) {
    return {
      title: `You pay ${words(difference)} more`,
      note: paid > 0 && toPay > 0 ? `${words(toPay)} is left to pay.` : null,
    };
  }
  return { title: `You pay ${words(-difference)} less`, note: paid > 0 ? `${words(toPay)} is left to pay.` : null };
}

export type Difference = { label: string; from: string; to: string };

const nameOf = ({ product_name: product, variant_title: variant }: { product_name: string; variant_title: string }) =>
  [product, variant].filter(Boolean).join(', ');

const addressWords = ({ delivery_address: address }: OrderSide): string =>
  address
    ? [address.street, [address.postal_code, address.city].filter(Boolean).join(' '), address.notes]
        .filter(Boolean)
        .join(', ')
    : '';

/** What becomes different besides money, in pairs of words. */
export function differences({ before, after, fields }: ChangeQuote, clock: Clock): Difference[] {
  if (!after) return [];
  const count = (side: OrderSide, name: string) =>
    side.items.reduce((sum, item) => (nameOf(item) === name ? sum + item.quantity : sum), 0);
  const names = [...new Set([...before.items, ...after.items].map(nameOf))];
  const time = ({ slot, preferred_time: wish }: OrderSide) => (slot ? slotWords(slot, clock) : (wish ?? 'no time'));
  return [
    ...names
      .map((name) => ({ label: name, from: count(before, name), to: count(after, name) }))
      .filter(({ from, to }) => from !== to)
      .map(({ label, from, to }) => ({ label, from: `${from} ×`, to: to === 0 ? 'taken out' : `${to} ×` })),
    ...(fields.includes('slot') || fields.includes('preferred_time')
      ? [{ label: 'When', from: time(before), to: time(after) }]
      : []),
    ...(fields.includes('delivery_address')
      ? [{ label: 'Where', from: addressWords(before), to: addressWords(after) }]
      : []),
    ...(fields.includes('special_instructions')
      ? [{ label: 'Your note', from: before.special_instructions ?? 'none', to: after.special_instructions ?? 'none' }]
      : []),
  ];
}
