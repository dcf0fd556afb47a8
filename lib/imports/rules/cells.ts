import type { FieldCode } from '#lib/errors';

/** From the text of a cell to a value, for everything that shops write into spreadsheets. Pure. */

/** What is wrong with one cell. */
export class CellError extends Error {
  readonly code: FieldCode;
  constructor(code: FieldCode, message: string) {
    super(message);
    this.name = 'CellError';
    this.code = code;
  }
}

const wrong = (message: string): never => {
  throw new CellError('VAL_002', message);
};

/** What spreadsheets take for the beginning of a formula, the wide signs of East Asian keyboards among it. */
const FORMULA = '=+\\-@\\t\\r\uFF1D\uFF0B\uFF0D\uFF20';
const MUST_GUARD = new RegExp(`^'*[${FORMULA}]`);
const GUARDED = new RegExp(`^'+[${FORMULA}]`);

/** A cell no spreadsheet runs. An apostrophe that was there already is doubled, so that `unguardCell` undoes it. */
export const guardCell = (text: string): string => (MUST_GUARD.test(text) ? `'${text}` : text);
export const unguardCell = (text: string): string => (GUARDED.test(text) ? text.slice(1) : text);

/** The one word that empties a field: an empty cell leaves it as it is. */
export const CLEAR = '-';

/** Spreadsheets and typewriters end lines differently; we keep one spelling. */
export const toText = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

const SHORTENED = /^\d+([.,]\d+)?e\+?\d+$/i;
const SHORTENED_TEXT = 'The spreadsheet has shortened this number. Format the column as text and enter it again.';

/** A phone as it was typed, for the schema to judge. */
export function toPhoneText(text: string): string {
  const typed = toText(text);
  return SHORTENED.test(typed) ? wrong(SHORTENED_TEXT) : typed;
}

const CURRENCY = '(?:\\p{Sc}|[A-Za-z]{2,4}\\.?)';
const AROUND = new RegExp(`^${CURRENCY}\\s*|\\s*${CURRENCY}$`, 'gu');
const PLAIN = /^-?\d+([.,]\d{1,2})?$/;
const GROUPED = /^-?\d{1,3}(?:(?<group>[.,'’ \u00A0\u202F])\d{3})(?:\k<group>\d{3})*(?:(?<point>[.,])\d{1,2})?$/;
const MANY_DECIMALS = /^-?\d+[.,]\d{3,}$/;

/**
 * Major units. `12,50`, `€ 12.50`, `1.234,50` and `1,234.50` are plain; `1.234` is not, for it is one thing in one
 * country and another in the next.
 */
export function toAmount(text: string): number {
  const typed = toText(text).replace(AROUND, '').trim();
  if (PLAIN.test(typed)) return Number(typed.replace(',', '.'));
  const { group, point } = GROUPED.exec(typed)?.groups ?? {};
  const isPlainGroup = group !== undefined && !'.,'.includes(group);
  if (group !== undefined && group !== point && (point !== undefined || isPlainGroup)) {
    return Number(typed.replaceAll(group, '').replace(',', '.'));
  }
  if (MANY_DECIMALS.test(typed)) {
    return wrong('Use at most two decimals, and write a thousand as 1000.');
  }
  return wrong('Enter an amount such as 12.50.');
}

/** `12` and what spreadsheets make of it: `12,00`. `1.000` is refused, for it would be one. */
export function toWhole(text: string): number {
  const typed = toText(text);
  if (/^-?\d{1,15}([.,]0{1,2})?$/.test(typed)) return Number(typed.replace(',', '.'));
  if (SHORTENED.test(typed)) return wrong(SHORTENED_TEXT);
  if (/^-?\d{1,3}([.,'’ \u00A0\u202F]\d{3})+$/.test(typed)) return wrong('Write a thousand as 1000.');
  return wrong('Enter a whole number.');
}

const YES = new Set(['yes', 'y', 'true', '1', 'x', 'on', 'ja', 'wahr', 'da', 'adevarat', 'oui', 'vrai', 'si']);
const NO = new Set(['no', 'n', 'false', '0', 'off', 'nein', 'falsch', 'nu', 'fals', 'non', 'faux']);

export function toFlag(text: string): boolean {
  const word = toText(text).toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : wrong('Write yes or no.');
}

/** As the API spells days, or with points as in half of Europe; with slashes nobody knows which is the month. */
export function toDay(text: string): string {
  const typed = toText(text);
  if (/^\d{4}-\d{2}-\d{2}$/.test(typed)) return typed;
  const [, day = '', month = '', year] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(typed) ?? [];
  if (year !== undefined) return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return wrong('Use a day such as 2026-12-24.');
}

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

const SPLITS = /[;|\n]/;

/** Several words in one cell: `a; b`, or where there is none of these signs `a, b`. */
export function toList(text: string): string[] {
  const typed = toText(text);
  const json = typed.startsWith('[') ? asJson(typed) : undefined;
  if (Array.isArray(json) && json.every((word) => typeof word === 'string')) return json;
  const parts = typed.split(SPLITS.test(typed) ? /[;|\n]/ : ',');
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** The way back of `toList`, in JSON where a word has a sign in it that parts words. */
export const fromList = (list: readonly string[]): string =>
  list.some((word) => /[;|,\n]/.test(word) || word !== word.trim() || word.startsWith('[') || word === CLEAR)
    ? JSON.stringify(list)
    : list.join('; ');

/** Words that have none of the parting signs in them themselves. */
const anyList = (text: string): string[] => toList(toText(text).replace(/[,|\n]/g, ';'));

/** Words of a fixed list, however a person spells them: `Call back` is `call_back`. */
export const toWords = (text: string): string[] => anyList(text).map(toWord);
export const toWord = (text: string): string =>
  toText(text)
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const DAY_WORDS: readonly (readonly string[])[] = [
  ['mo', 'mon', 'monday', 'montag', 'lu', 'luni'],
  ['di', 'tu', 'tue', 'tuesday', 'dienstag', 'ma', 'marti'],
  ['mi', 'we', 'wed', 'wednesday', 'mittwoch', 'miercuri'],
  ['do', 'th', 'thu', 'thursday', 'donnerstag', 'jo', 'joi'],
  ['fr', 'fri', 'friday', 'freitag', 'vi', 'vineri'],
  ['sa', 'sat', 'saturday', 'samstag', 'sonnabend', 'sambata'],
  ['so', 'su', 'sun', 'sunday', 'sonntag', 'du', 'duminica'],
];

/** ISO weekdays, 1 = Monday. */
export const toWeekdays = (text: string): number[] =>
  anyList(text).map((word) => {
    const plain = plainWord(word);
    const at = DAY_WORDS.findIndex((words) => words.includes(plain));
    if (at >= 0) return at + 1;
    return /^[1-7]$/.test(plain) ? Number(plain) : wrong('Use weekdays such as Mon; Tue.');
  });
export const fromWeekdays = (days: readonly number[]): string => days.map((day) => DAYS[day - 1] ?? '').join('; ');

/** Without accents, spaces and signs, in small letters: how heads of columns and names of days are compared. */
export const plainWord = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/[^\p{Letter}\p{Number}]/gu, '');

/** `Origin: Tuscany`, one to a line or parted by `;`, or JSON where that would be read otherwise. */
export function toPairs(text: string): Record<string, string> {
  const typed = toText(text);
  const json = typed.startsWith('{') ? asJson(typed) : undefined;
  const given =
    typeof json === 'object' && json !== null && Object.values(json).every((value) => typeof value === 'string')
      ? Object.entries(json)
      : typed
          .split(/[;\n]/)
          .map((line) => line.trim())
          .filter((line) => line !== '')
          .map((line): [string, string] => {
            const at = line.indexOf(':');
            if (at <= 0) return wrong('Write each as Name: value, one to a line.');
            return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
          });
  if (new Set(given.map(([name]) => name)).size < given.length) return wrong('A name stands there twice.');
  return Object.fromEntries(given);
}

const isPlainPair = ([name, value]: readonly [string, string]): boolean =>
  !/[:;\n]/.test(name) && !/[;\n]/.test(value) && name === name.trim() && value === value.trim() && name !== '';

export function fromPairs(pairs: Readonly<Record<string, string>>): string {
  const entries = Object.entries(pairs);
  const text = entries.map(([name, value]) => `${name}: ${value}`).join('\n');
  return entries.every(isPlainPair) && !text.startsWith('{') ? text : JSON.stringify(pairs);
}
