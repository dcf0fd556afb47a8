import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | null | undefined;

/** The first line, after a byte order mark, by which spreadsheets know that it is UTF-8. */
export const csvHead = (names: readonly string[]): string =>
  `\uFEFF${stringify([names], { record_delimiter: 'windows' })}`;

/**
 * Lines without a cell that a spreadsheet would run as a formula: such a cell gets an apostrophe before it. Numbers stay
 * what they are, negative ones too. A cell of several lines is quoted: readers take one without quotes apart.
 */
export const csvLines = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => row.map((cell) => cell ?? '')),
    { escape_formulas: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  );
