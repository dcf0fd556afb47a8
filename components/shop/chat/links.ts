/** A piece of a message: words, or an address one can go to. */
export type Piece = { text: string; href: string | null };

/** What ends a sentence is no part of the address before it. */
const ADDRESS = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)'’]/g;

/** The words of a message with its addresses told apart; what follows `http` is shown the way people say it. */
export function piecesOf(message: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: href, index } of message.matchAll(ADDRESS)) {
    if (index > from) pieces.push({ text: message.slice(from, index), href: null });
    pieces.push({ text: href.replace(/^https?:\/\//, ''), href });
    from = index + href.length;
  }
  if (from < message.length) pieces.push({ text: message.slice(from), href: null });
  return pieces;
}
