import { toMinor } from '#lib/money';
import type { OrderDto } from '../output.ts';
import { epcPayload, type Transfer } from './epc.ts';

/** An order, or anything else that has a number and something due. */
export type Payable = Pick<OrderDto, 'due' | 'currency' | 'order_number' | 'payment_account'>;

/** The transfer that pays what is due; null when nothing is, or the order is not paid by transfer. */
export function transferOf(order: Payable): Transfer | null {
  const { payment_account: account, due, currency, order_number: reference } = order;
  if (account === null || due <= 0) return null;
  return { ...account, amountMinor: toMinor(due), currency, reference };
}

/** What the picture of that transfer says; null where there can be none (see `epcPayload`). */
export function transferCode(order: Payable): string | null {
  const transfer = transferOf(order);
  return transfer && epcPayload(transfer);
}

/**
 * The number of one of our orders or bookings in the words of a bank statement: banks drop hyphens, add spaces, and put
 * names around it. Null when there is none.
 */
export function numberIn(text: string, prefix: string): string | null {
  const found = new RegExp(
    `(?:^|[^A-Z0-9])${prefix}[^A-Z0-9]{0,2}(B?)[^A-Z0-9]{0,2}(\\d{8})[^A-Z0-9]{0,2}(\\d{3,6})(?!\\d)`,
  ).exec(text.toUpperCase());
  if (!found) return null;
  const [, letter, day, count] = found;
  return [prefix, letter, day, count].filter(Boolean).join('-');
}
