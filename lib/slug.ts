/** Letters that do not fall apart into a base letter and an accent. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  '&': ' and ',
};
/** Of most tables. */
const LONGEST_SLUG = 120;

/** `Crème brûlée & Co.` becomes `creme-brulee-and-co`. Names without any Latin letter or digit give `fallback`. */
export function slugify(name: string, fallback: string, longest = LONGEST_SLUG): string {
  const plain = name
    .toLowerCase()
    .replace(/[ßæœøđðþłıħŋ&]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/['’`]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
  return plain === '' ? fallback : plain;
}

/** The slug itself when it is free, else with the smallest free number from 2 on. */
export function freeSlug(slug: string, taken: ReadonlySet<string>, longest = LONGEST_SLUG): string {
  if (!taken.has(slug)) return slug;
  for (let number = 2; ; number += 1) {
    const ending = `-${number}`;
    const candidate = `${slug.slice(0, longest - ending.length)}${ending}`;
    if (!taken.has(candidate)) return candidate;
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const isUuid = (text: string): boolean => UUID.test(text);

/** Whether it can be the id or slug of anything; addresses that cannot are not worth a query, or are refused by it. */
export const isAddress = (text: string): boolean => /^[A-Za-z0-9-]{1,220}$/.test(text);
