/** Finding the word that was meant. Works on words as the search index holds them: small letters, no accents. */

/** Slips allowed in a word of this length, as search engines commonly do. */
const slipsFor = (length: number): number => (length < 3 ? 0 : length < 6 ? 1 : 2);

/** A word of which only the beginning was typed counts as half a slip further away than one typed to its end. */
const UNFINISHED = 0.5;
const MOST = 5;

/**
 * How far `typed` is from `word`: letters added, left out, changed or swapped, each one. The rest of a longer word is
 * free, so that a search matches while it is being typed.
 */
export function distance(typed: string, word: string): number {
  let before: number[] = [];
  let last = Array.from({ length: word.length + 1 }, (_, at) => at);
  for (let i = 1; i <= typed.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= word.length; j += 1) {
      const changed = typed[i - 1] === word[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + changed);
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    before = last;
    last = row;
  }
  const whole = last[word.length] ?? 0;
  const prefix = Math.min(...last);
  return Math.min(whole, prefix + UNFINISHED);
}

/** The words of `vocabulary` that come closest to `typed`, at most five; none when all have more `slips`. */
export function closestWords(
  typed: string,
  vocabulary: readonly string[],
  slips: number = slipsFor(typed.length),
): string[] {
  let closest: string[] = [];
  let best = slips + UNFINISHED;
  for (const word of vocabulary) {
    if (word.length < typed.length - 2) continue;
    const far = distance(typed, word);
    if (far < best) {
      best = far;
      closest = [word];
    } else if (far === best && closest.length < MOST) {
      closest.push(word);
    }
  }
  return closest;
}

/** Letters and digits of a search, small and without accents, as the index holds them. */
export function plainWords(q: string): string[] {
  const plain = q
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '');
  return plain.match(/[\p{Letter}\p{Number}]+/gu) ?? [];
}

/** A text query over the closest words; null when some word is like none we have. */
export function correctedQuery(q: string, vocabulary: readonly string[]): string | null {
  const parts: string[] = [];
  for (const word of plainWords(q).slice(0, 4)) {
    const closest = closestWords(word, vocabulary);
    if (closest.length === 0) return null;
    parts.push(`(${closest.map((found) => `'${found.replaceAll("'", "''")}':*`).join(' | ')})`);
  }
  return parts.length === 0 ? null : parts.join(' & ');
}
