import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | null | undefined;

/** As spreadsheets write it; a cell of several lines is quoted: readers take one without quotes apart. */
export const CSV_FORM = { record_delimiter: 'windows', quoted_match: /[\r\n]/ } as const;

/** Before the head: so spreadsheets know that it is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** The first line, after a byte order mark, by which spreadsheets know that it is UTF-8. */
export const csvHead = (names: readonly string[]): string => `${BYTE_ORDER_MARK}${stringify([names], CSV_FORM)}`;

/**
 * Lines without a cell that a spreadsheet would run as a formula: such a cell gets an apostrophe before it. Numbers stay
 * what they are, negative ones too.
 */
export const csvLines = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => row.map((cell) => cell ?? '')),
    { ...CSV_FORM, escape_formulas: true },
  );
