import { fold } from '#lib/fold';
import { addDays } from '#lib/time';

/** Days back in which the last digits of a number still mean that order. */
const DAYS_OF_TAILS = 31;
const MOST_WORDS = 6;
/** Of an order, whatever prefix the shop had when it was placed. */
const NUMBER = /^\p{L}[\p{L}\d-]*-\d{8}-\d{1,6}$/u;
/** Longer words are no slip of two fingers. */
const LONGEST_SWAPPED = 14;

/** What was typed into the search of the desk, as each kind of record wants it. */
export type Sought = {
  /** Every order number it may stand for: in full, with its day, or its last digits on one of the latest days. */
  numbers: string[];
  /** The digits of a phone without the zeros in front, where it can be one. */
  digits: string | null;
  /** Lower case, without marks. */
  text: string;
  /** Its words; none where there is no letter in it, or where it is the number of an order. */
  words: string[];
  /** The text with two neighbors swapped, each pair once: the slip that trigrams forgive least. */
  swapped: string[];
  isEmail: boolean;
};

function numbersOf(q: string, { prefix, today }: { prefix: string; today: string }): string[] {
  const upper = q.toUpperCase();
  const bare = upper.startsWith(`${prefix}-`) ? upper.slice(prefix.length + 1) : upper;
  const dated = /^(\d{4})?(\d{2})(\d{2})-(\d{1,6})$/.exec(bare);
  const number = (day: string, tail: string) => `${prefix}-${day.replaceAll('-', '')}-${tail.padStart(3, '0')}`;
  if (dated) {
    const [, year, month, day, tail = ''] = dated;
    const years = year ? [Number(year)] : [Number(today.slice(0, 4)), Number(today.slice(0, 4)) - 1];
    return years.map((one) => number(`${one}${month}${day}`, tail));
  }
  if (!/^#?\d{1,6}$/.test(bare)) return /^[\w-]{3,40}$/.test(upper) ? [upper] : [];
  const tail = bare.replace('#', '');
  return Array.from({ length: DAYS_OF_TAILS }, (_, back) => number(addDays(today, -back), tail));
}

function swapsOf(word: string): string[] {
  if (word.length < 3 || word.length > LONGEST_SWAPPED) return [];
  const swaps = Array.from({ length: word.length - 1 }, (_, at) =>
    [word.slice(0, at), word[at + 1], word[at], word.slice(at + 2)].join(''),
  );
  return [...new Set(swaps)].filter((swap) => swap !== word);
}

/** Reads what was typed; `prefix` begins the shop's order numbers, `today` is its business day. */
export function readSought(typed: string, shop: { prefix: string; today: string }): Sought {
  const q = typed.trim();
  const text = fold(q).replace(/\s+/g, ' ');
  const dialed = /^[\d\s()+./-]+$/.test(q) ? q.replace(/\D/g, '') : '';
  const national = dialed.replace(/^0+/, '');
  // Those of the last four that begin with a zero keep it.
  const digits = national.length >= 4 ? national : dialed;
  // The letters of a number are no name, and nothing is like it.
  const words = /\p{L}/u.test(text) && !NUMBER.test(text) ? text.split(' ').slice(0, MOST_WORDS) : [];
  const [only] = words;
  return {
    numbers: numbersOf(q, shop),
    digits: digits.length >= 4 ? digits : null,
    text,
    words,
    swapped: words.length === 1 && only !== undefined ? swapsOf(only) : [],
    isEmail: /^\S+@\S*$/.test(text),
  };
}
