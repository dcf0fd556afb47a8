const BARE: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', ı: 'i', ß: 's' };

/** Without case and marks, as `folded` (db/columns.ts) spells the names that are searched: `Ștefan` becomes `stefan`. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]+/g, '')
    .replace(/[łøđðıß]/g, (letter) => BARE[letter] ?? letter);
