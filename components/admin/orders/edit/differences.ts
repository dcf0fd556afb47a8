import { formatAmount } from '#lib/money';
import type { ChangeLine, DeskChangeQuote, OrderSide } from '#lib/orders/change-output';
import { dateFormat } from '#lib/time';
import { DELIVERY_TYPE, ORDER_STATUS } from '../words.ts';

export type Difference = { what: string; was: string; is: string };

type Words = { locale: string; timeZone: string };
type State = Pick<DeskChangeQuote, 'status' | 'currency' | 'before'>;

const NONE = 'none';
const nameOf = ({ product_name: name, variant_title: title, note }: ChangeLine) =>
  [name, title, note && `“${note}”`].filter(Boolean).join(', ');

function piecesOf(lines: readonly ChangeLine[]): Map<string, number> {
  const pieces = new Map<string, number>();
  for (const line of lines) pieces.set(nameOf(line), (pieces.get(nameOf(line)) ?? 0) + line.quantity);
  return pieces;
}

const addressOf = ({ delivery_address: address }: OrderSide): string =>
  address
    ? [address.street, [address.postal_code, address.city].filter(Boolean).join(' '), address.notes]
        .filter(Boolean)
        .join(', ')
    : NONE;

/** What is different about an order between two readings of it, in the words of the form. */
export function differences(seen: State, now: State, { locale, timeZone }: Words): Difference[] {
  const clock = dateFormat(locale, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  const facts = ({ status, currency, before }: State): [string, string][] => [
    ['Status', ORDER_STATUS[status].label],
    ['Hand-over', DELIVERY_TYPE[before.delivery_type]],
    ['Time', before.slot ? clock.format(new Date(before.slot.starts_at)) : (before.preferred_time ?? NONE)],
    ['Address', addressOf(before)],
    ['Instructions', before.special_instructions ?? NONE],
    ['Total', formatAmount(before.total, currency, locale)],
  ];
  const [had, has] = [piecesOf(seen.before.items), piecesOf(now.before.items)];
  const goods = [...new Set([...had.keys(), ...has.keys()])].map((name) => ({
    what: name,
    was: String(had.get(name) ?? 0),
    is: String(has.get(name) ?? 0),
  }));
  const after = new Map(facts(now));
  const rest = facts(seen).map(([what, was]) => ({ what, was, is: after.get(what) ?? NONE }));
  return [...goods, ...rest].filter(({ was, is }) => was !== is);
}
