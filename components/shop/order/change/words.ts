import type { ActionFailure } from '#lib/http/action';
import type { Words } from '#lib/i18n/words';
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

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const listOf = (value: unknown) => (Array.isArray(value) ? value.filter(isRecord) : []);
const isNext = (value: Record<string, unknown>): value is NextSlot =>
  ['id', 'starts_at', 'ends_at', 'location'].every((key) => typeof value[key] === 'string');

const ENDED = ['cutoff', 'passed', 'closed', 'unknown'] as const;

/** Which line is short, and what could be had of it. */
function shortErrors({ code, details }: ActionFailure, { before }: ChangeQuote, t: Words<'change'>): Refusal['errors'] {
  return listOf(details.items).flatMap(({ variant_id, left }) => {
    const index = before.items.findIndex((line) => line.variant_id === variant_id);
    if (index < 0) return [];
    const text = code === 'STK_002' ? t('off_sale') : t('at_most', { left: String(left) });
    return [{ id: quantityField(index), text }];
  });
}

function slotError(failure: ActionFailure, t: Words<'change'>): string {
  const reason = String(failure.details.reason ?? '');
  if (failure.code === 'SLOT_003') return t('too_soon');
  if (failure.code === 'SLOT_002') return t(`ended_${ENDED.find((one) => one === reason) ?? 'other'}`);
  if (failure.code === 'SLOT_001') {
    return reason === 'load' ? t('no_room') : t('full');
  }
  return failure.code === 'STK_002' ? t('not_made') : t('not_enough_day');
}

function fromFields(failure: ActionFailure, t: Words<'change'>): Refusal {
  const errors: Refusal['errors'] = [];
  const notes: string[] = [];
  for (const [id, [text]] of Object.entries(failure.fields)) {
    if (!text) continue;
    if (/^items\.\d+\.quantity$|^delivery_address\.|^slot_id$|^preferred_time$|^special_instructions$/.test(id))
      errors.push({ id, text });
    else notes.push(text);
  }
  const count = errors.length + notes.length;
  return { title: t(count === 1 ? 'one_again' : 'look_again'), errors, notes };
}

/** Why it was refused, or would be, in sentences at their fields. */
export function readRefusal(
  failure: ActionFailure,
  quote: ChangeQuote,
  { locale, phone }: ChangeShop,
  t: Words<'change'>,
): Refusal {
  const { code, details, message } = failure;
  const words = (amount: number) => formatAmount(amount, quote.currency, locale);
  const at = (id: string, text: string): Refusal => ({
    title: t('one_in_way'),
    errors: [{ id, text }],
    notes: [],
  });
  const said = (title: string, ...notes: string[]): Refusal => ({ title, errors: [], notes });
  const call = phone ? t('call_at', { phone }) : t('call');
  const next = listOf(details.next).filter(isNext);
  switch (code) {
    case 'VALIDATION_ERROR':
      return fromFields(failure, t);
    case 'STK_001':
    case 'STK_002': {
      const errors = shortErrors(failure, quote, t);
      // Where another time would do, that is said at the times.
      const time = next.length > 0 ? [{ id: 'slot_id', text: slotError(failure, t) }] : [];
      return {
        title: t('not_enough'),
        errors: [...errors, ...time],
        notes: errors.length > 0 ? [] : [t('kept')],
        next,
      };
    }
    case 'SLOT_001':
    case 'SLOT_002':
    case 'SLOT_003':
      return { ...at('slot_id', slotError(failure, t)), next };
    case 'ZONE_001':
      return at(POSTAL_CODE, t('zone_none'));
    case 'ZONE_002':
      return said(
        t('zone_from', { minimum: words(Number(details.minimum)) }),
        `${t('zone_missing', { missing: words(Number(details.missing)) })} ${t('kept')}`,
      );
    case 'PAY_001':
      return details.payment_status === 'submitted' || Number(details.claimed) > 0
        ? said(t('paying_now'), t('paying_text'), call)
        : said(t('no_way'), t('no_way_text'), call);
    case 'AUTH_004':
      return said(t('check_phone'), call);
    case 'CART_002':
      return said(t('new_total_is', { total: words(quote.total ?? Number(details.total)) }), t('price_changed'));
    case 'REQ_002':
      return said(t('order_changed'), t('order_changed_text'));
    default:
      return said(message || t('failed'), t('kept'));
  }
}

/** What the difference means for whoever pays. */
export function differenceWords(
  quote: ChangeQuote,
  locale: string,
  t: Words<'change'>,
): { title: string; note: string | null } {
  const { difference, to_pay: toPay, to_give_back: toGiveBack, paid } = quote;
  const words = (amount: number) => formatAmount(amount, quote.currency, locale);
  if (difference === null || difference === 0) return { title: t('same'), note: null };
  if (toGiveBack > 0) return { title: t('give_back', { amount: words(toGiveBack) }), note: null };
  if (difference > 0) {
    return {
      title: t('pay_more', { amount: words(difference) }),
      note: paid > 0 && toPay > 0 ? t('left_to_pay', { amount: words(toPay) }) : null,
    };
  }
  return {
    title: t('pay_less', { amount: words(-difference) }),
    note: paid > 0 ? t('left_to_pay', { amount: words(toPay) }) : null,
  };
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
export function differences({ before, after, fields }: ChangeQuote, clock: Clock, t: Words<'change'>): Difference[] {
  if (!after) return [];
  const count = (side: OrderSide, name: string) =>
    side.items.reduce((sum, item) => (nameOf(item) === name ? sum + item.quantity : sum), 0);
  const names = [...new Set([...before.items, ...after.items].map(nameOf))];
  const time = ({ slot, preferred_time: wish }: OrderSide) => (slot ? slotWords(slot, clock) : (wish ?? t('no_time')));
  return [
    ...names
      .map((name) => ({ label: name, from: count(before, name), to: count(after, name) }))
      .filter(({ from, to }) => from !== to)
      .map(({ label, from, to }) => ({ label, from: `${from} ×`, to: to === 0 ? t('taken_out') : `${to} ×` })),
    ...(fields.includes('slot') || fields.includes('preferred_time')
      ? [{ label: t('when'), from: time(before), to: time(after) }]
      : []),
    ...(fields.includes('delivery_address')
      ? [{ label: t('where'), from: addressWords(before), to: addressWords(after) }]
      : []),
    ...(fields.includes('special_instructions')
      ? [
          {
            label: t('your_note'),
            from: before.special_instructions ?? t('none'),
            to: after.special_instructions ?? t('none'),
          },
        ]
      : []),
  ];
}
