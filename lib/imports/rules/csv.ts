import { type CsvError, parse } from 'csv-parse';
import { ValidationError } from '#lib/errors';

/** From the bytes of a file to its rows, in constant memory. What cannot be read is refused with what to do about it. */

/** `number` as a spreadsheet counts rows: the head is row 1. Rows without anything in them are counted and left out. */
export type CsvRow = { number: number; cells: string[] };

/** Characters; the longest description of a product is 20,000. */
const LONGEST_ROW = 200_000;
const UTF8_HINT = 'Save it as “CSV UTF-8” and choose it again.';

export const refuseFile = (message: string): never => {
  throw ValidationError.of('file', 'VAL_002', message);
};

/** The first bytes of a file tell what it is. */
const MARK_BYTES = 4;

const startsWith = (head: Uint8Array, ...bytes: number[]): boolean => bytes.every((byte, at) => head[at] === byte);

/** UTF-8, or UTF-16 that says so in its first two bytes, as spreadsheets write "Unicode text". */
function encodingOf(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04) || startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) {
    return refuseFile(`This is a spreadsheet, not a CSV file. ${UTF8_HINT}`);
  }
  if (startsWith(head, 0x25, 0x50, 0x44, 0x46)) return refuseFile('This is a PDF, not a CSV file.');
  if (startsWith(head, 0xff, 0xfe)) return 'utf-16le';
  return startsWith(head, 0xfe, 0xff) ? 'utf-16be' : 'utf-8';
}

/** The text of a file in pieces. Bytes that are no text are refused: a guess would spoil names for good. */
async function* textOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  const decode = (chunk?: Uint8Array): string => {
    try {
      const text = decoder?.decode(chunk, { stream: chunk !== undefined }) ?? '';
      if (text.includes('\0')) return refuseFile(`The text of this file is not UTF-8. ${UTF8_HINT}`);
      return text;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return refuseFile(`The text of this file is not UTF-8, so its accents could not be read. ${UTF8_HINT}`);
    }
  };
  let held: Uint8Array = new Uint8Array();
  for await (const chunk of bytes) {
    if (decoder) {
      yield decode(chunk);
      continue;
    }
    held = Buffer.concat([held, chunk]);
    if (held.length < MARK_BYTES) continue;
    decoder = new TextDecoder(encodingOf(held), { fatal: true });
    yield decode(held);
  }
  decoder ??= new TextDecoder(encodingOf(held), { fatal: true });
  yield decode(held.length < MARK_BYTES ? held : undefined);
  yield decode();
}

const DELIMITERS = [',', ';', '\t'] as const;
/** Excel's own way to say it, as a line before the head. */
const SAID = /^sep=([,;\t])\r?\n/i;

/** The sign that parts the columns of the head; what stands in quotes does not count. */
export function delimiterOf(start: string): string {
  const said = SAID.exec(start)?.[1];
  if (said !== undefined) return said;
  const line = start.replace(/"(?:[^"]|"")*"/g, '').split(/\r\n|\n|\r/, 1)[0] ?? '';
  const count = (sign: string) => line.split(sign).length;
  return DELIMITERS.reduce<string>((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}

const SENTENCES: Partial<Record<CsvError['code'], string>> = {
  CSV_QUOTE_NOT_CLOSED: 'A quotation mark is opened and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'There is text behind a closing quotation mark',
  INVALID_OPENING_QUOTE: 'There is a quotation mark in the middle of a cell; write it twice',
  CSV_MAX_RECORD_SIZE: 'A row is longer than any row can be; a quotation mark may be missing',
};

const isCsvError = (error: unknown): error is CsvError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^(CSV_|INVALID_)/.test(error.code);

/** Enough to see the whole head in it. */
const HEAD_CHARS = 4096;

async function* fromStart(pieces: AsyncGenerator<string>): AsyncGenerator<string> {
  let start = '';
  for (let piece = await pieces.next(); !piece.done; piece = await pieces.next()) {
    start += piece.value;
    if (start.length >= HEAD_CHARS) break;
  }
  if (start.trim() === '') refuseFile('This file is empty.');
  yield start;
  yield* pieces;
}

/**
 * The rows of a CSV file, the head first. Commas, semicolons and tabs part columns; LF, CRLF and CR end rows. Throws
 * VALIDATION_ERROR at `file`.
 */
export async function* readCsv(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRow> {
  const pieces = fromStart(textOf(bytes));
  const first = await pieces.next();
  const start = first.done ? '' : first.value;
  const parser = parse({
    delimiter: delimiterOf(start),
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  const closed = new Promise<void>((resolve) => {
    parser.once('close', resolve);
  });
  const drained = () =>
    new Promise<void>((resolve) => {
      parser.once('drain', resolve);
    });
  const feed = async () => {
    const write = (text: string) => (parser.write(text) ? undefined : Promise.race([drained(), closed]));
    await write(start.replace(SAID, ''));
    for await (const piece of pieces) {
      if (parser.destroyed) return;
      await write(piece);
    }
    parser.end();
  };
  const fed = feed().catch((error: unknown) => {
    parser.destroy(error instanceof Error ? error : new Error('unreadable'));
  });
  try {
    let number = 0;
    for await (const cells of parser as AsyncIterable<string[]>) {
      number += 1;
      if (cells.some((cell) => cell.trim() !== '')) yield { number, cells };
    }
    await fed;
  } catch (error) {
    if (!isCsvError(error)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? ` (line ${error.lines})` : '';
    refuseFile(`${SENTENCES[error.code] ?? 'This is not a CSV file'}${line}.`);
  } finally {
    parser.destroy();
  }
}
