import type { CartDto } from '#lib/cart/output';
import type { ActionFailure } from '#lib/http/action';
import type { Words } from '#lib/i18n/words';
import type { NextSlot } from '#lib/promise/output';
import { listWords } from '../catalog/words.ts';

type Say = { t: Words<'slots'>; locale: string };

/** What a refused time means to whoever chose it. */
export type SlotRefusal = { title: string; text: string; next: readonly NextSlot[] };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isNext = (value: unknown): value is NextSlot =>
  isRecord(value) && ['id', 'starts_at', 'ends_at', 'location'].every((key) => typeof value[key] === 'string');

const listOf = <T>(value: unknown, is: (one: unknown) => one is T): T[] =>
  Array.isArray(value) ? value.filter(is) : [];

/** Goods of which too little is made on the chosen day, or none. */
function shortWords({ details }: ActionFailure, cart: CartDto | null, { t, locale }: Say): string {
  const told = listOf(details.items, isRecord).flatMap(({ variant_id: id, left }) => {
    const name = cart?.items.find(({ variant_id }) => variant_id === id)?.product_name;
    if (!name) return [];
    return [typeof left === 'number' && left > 0 ? t('only_of', { left, name }) : t('none_of', { name })];
  });
  const what = told.length > 0 ? listWords(told, locale) : t('not_enough');
  return t('choose_or_less', { what });
}

const ENDED = ['cutoff', 'passed', 'closed', 'unknown'] as const;

/** The refusal of a chosen time in words and with what is free instead; null where something else was refused. */
export function slotRefusal(failure: ActionFailure, cart: CartDto | null, say: Say): SlotRefusal | null {
  const { t } = say;
  const { code, details } = failure;
  const next = listOf(details.next, isNext);
  const reason = typeof details.reason === 'string' ? details.reason : '';
  const said = (text: string, title = t('no_longer_free')): SlotRefusal => ({ title, text, next });
  switch (code) {
    case 'SLOT_001':
      return reason === 'load' ? said(t('no_room')) : said(t('filled_up'));
    case 'SLOT_002':
      // Without hours there was no time to choose: the whole shop is what is closed.
      if (reason === 'closed' && details.slot_id === null) {
        const words = typeof details.message === 'string' ? details.message : '';
        return said(words || t('come_back'), t('no_orders_closed'));
      }
      return said(t(`ended_${ENDED.find((one) => one === reason) ?? 'other'}`));
    case 'SLOT_003':
      return said(t('too_soon_text'), t('too_soon'));
    case 'STK_001':
    case 'STK_002':
      // Where no day has enough, another time is no help: that is told per item.
      if (cart?.has_problems || next.length === 0) return null;
      return said(shortWords(failure, cart, say), t('faster'));
    default:
      return null;
  }
}
