import type { ChatStatus } from '#db/enums';
import { fold } from '#lib/fold';

/** What a rule can answer by itself. */
export const INTENTS = ['hours', 'order', 'allergens'] as const;
export type Intent = (typeof INTENTS)[number];

/** Words that ask for something, folded, in the languages of the storefront. A word ending in * is the start of one. */
const ASKS: Record<Intent, readonly string[]> = {
  hours: [
    ...['open', 'opens', 'opening', 'close', 'closes', 'closed', 'hours'],
    ...['deschis', 'deschisi', 'deschideti', 'inchis', 'inchideti', 'program', 'programul', 'orar', 'orarul'],
    ...['geoffnet', 'offen', 'offnungszeit*', 'geschlossen', 'schliesst', 'wie lange auf'],
  ],
  order: [
    ...['my order', 'order status', 'track*', 'where is my'],
    ...['comanda mea', 'unde este comanda', 'unde e comanda', 'starea comenzii', 'stadiul comenzii'],
    ...['meine bestellung', 'bestellstatus', 'meiner bestellung', 'wo bleibt'],
  ],
  allergens: [
    ...['allerg*', 'gluten', 'lactose', 'nut free', 'contains nuts', 'coeliac', 'celiac'],
    ...['alerg*', 'lactoza', 'contine'],
    ...['laktose', 'zoliakie', 'enthalt'],
  ],
};

/** Letters, digits and single spaces: what is compared. */
const plain = (text: string): string =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

const says = (text: string, ask: string): boolean =>
  ask.endsWith('*') ? text.includes(` ${ask.slice(0, -1)}`) : text.includes(` ${ask} `);

/**
 * What a message asks for, when it asks for exactly one thing that a rule knows. Two things at once, or none, are for a
 * person: a wrong answer is worse than a late one.
 */
export function intentOf(message: string): Intent | null {
  const text = plain(message);
  const found = INTENTS.filter((intent) => ASKS[intent].some((ask) => says(text, ask)));
  return found.length === 1 ? (found[0] ?? null) : null;
}

const LONGEST_NAME = 6;
const MOST_WORDS = 40;

/** Every run of up to six words of the beginning of a message, folded: what a name in it could be. */
export function spansOf(message: string): string[] {
  const words = plain(message).trim().split(' ').slice(0, MOST_WORDS);
  const spans = words.flatMap((_, at) =>
    Array.from({ length: LONGEST_NAME }, (_, more) => words.slice(at, at + more + 1).join(' ')),
  );
  return [...new Set(spans)].filter((span) => span.length >= 3);
}

/** Those of the names that the message holds whole, case and marks aside; the longest first, at most three. */
export function namesIn<T extends { name: string }>(message: string, goods: readonly T[]): T[] {
  const text = plain(message);
  return goods
    .filter(({ name }) => name.trim() !== '' && text.includes(plain(name)))
    .toSorted((a, b) => b.name.length - a.name.length)
    .slice(0, 3);
}

/** To where staff may move a talk by hand; who wrote last moves it otherwise (`append_chat_message`). */
const STEPS: Record<ChatStatus, readonly ChatStatus[]> = {
  open: ['resolved', 'blocked'],
  waiting: ['open', 'resolved', 'blocked'],
  resolved: ['open', 'blocked'],
  blocked: ['open'],
};

export const canMoveChat = (from: ChatStatus, to: ChatStatus): boolean => from === to || STEPS[from].includes(to);

/** While somebody of the shop is in the talk no rule speaks up. */
export const STAFF_IS_HERE_MS = 15 * 60_000;

/** How long a message stays unread before its reader is written to. */
export const UNREAD_MS = 3 * 60_000;
