import type { CartDto } from '#lib/cart/output';
import type { ActionFailure } from '#lib/http/action';
import type { NextSlot } from '#lib/promise/output';
import { andWords } from './reasons.ts';

/** What a refused time means to whoever chose it. */
export type SlotRefusal = { title: string; text: string; next: readonly NextSlot[] };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isNext = (value: unknown): value is NextSlot =>
  isRecord(value) && ['id', 'starts_at', 'ends_at', 'location'].every((key) => typeof value[key] === 'string');

const listOf = <T>(value: unknown, is: (one: unknown) => one is T): T[] =>
  Array.isArray(value) ? value.filter(is) : [];

/** Goods of which too little is made on the chosen day, or none. */
function shortWords({ details }: ActionFailure, cart: CartDto | null): string {
  const told = listOf(details.items, isRecord).flatMap(({ variant_id: id, left }) => {
    const name = cart?.items.find(({ variant_id }) => variant_id === id)?.product_name;
    if (!name) return [];
    return [typeof left === 'number' && left > 0 ? `only ${left} ${name}` : `no ${name}`];
  });
  const what = told.length > 0 ? andWords(told) : 'not enough';
  return `There is ${what} left for that day. Choose another one, or take less.`;
}

const ENDED: Record<string, string> = {
  cutoff: 'Ordering for this time has just ended. Choose another one.',
  passed: 'This time is over by now. Choose another one.',
  closed: 'We have closed at this time. Choose another one.',
  unknown: 'This time is not offered here. Choose another one.',
};

/** The refusal of a chosen time in words and with what is free instead; null where something else was refused. */
export function slotRefusal(failure: ActionFailure, cart: CartDto | null): SlotRefusal | null {
  const { code, details } = failure;
  const next = listOf(details.next, isNext);
  const reason = typeof details.reason === 'string' ? details.reason : '';
  const said = (text: string, title = 'That time is no longer free'): SlotRefusal => ({ title, text, next });
  switch (code) {
    case 'SLOT_001':
      return reason === 'load'
        ? said('There is no room left at this time for an order of this size. Choose another one.')
        : said('This time has just filled up. Choose another one.');
    case 'SLOT_002':
      // Without hours there was no time to choose: the whole shop is what is closed.
      if (reason === 'closed' && details.slot_id === null) {
        const words = typeof details.message === 'string' ? details.message : '';
        return said(words || 'Please come back when we are open again.', 'We take no orders while we are closed');
      }
      return said(ENDED[reason] ?? 'This time cannot be had any more. Choose another one.');
    case 'SLOT_003':
      return said('This is too soon for what you chose. Choose a later time.', 'That is too soon');
    case 'STK_001':
    case 'STK_002':
      // Where no day has enough, another time is no help: that is told per item.
      if (cart?.has_problems || next.length === 0) return null;
      return said(shortWords(failure, cart), 'Somebody was faster');
    default:
      return null;
  }
}
