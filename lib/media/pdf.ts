/** PDF by its content. It is kept as it came, so what is not plainly one PDF and nothing else is refused. */

export const MAX_PDF_BYTES = 10 * 1024 * 1024;

const HEAD = /^%PDF-[12]\.\d/;
const END = '%%EOF';
/** Where a browser that guesses would look for markup. */
const GUESSED_BYTES = 1024;
const MARKUP = /<(?:!doctype|html|head|body|script|svg|iframe|\?xml|\?php)/i;

/** What the first bytes say; names and declared types are never asked. */
export const looksLikePdf = (file: Buffer): boolean => HEAD.test(file.toString('latin1', 0, 8));

/**
 * True when the file begins and ends as a PDF: no markup where browsers guess, and nothing behind its last end mark, which
 * is where archives are hidden.
 */
export function isPlainPdf(file: Buffer): boolean {
  if (!looksLikePdf(file) || MARKUP.test(file.toString('latin1', 0, GUESSED_BYTES))) return false;
  const end = file.lastIndexOf(END);
  return end !== -1 && /^[\s\0]*$/.test(file.toString('latin1', end + END.length));
}
