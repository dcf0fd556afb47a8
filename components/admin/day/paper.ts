/** What a sheet or a slip is printed on; chosen in the address, so that a bookmark prints the same again. */

export const PAPERS = ['a4', '80mm', '72mm'] as const;
export type Paper = (typeof PAPERS)[number];

export const PAPER: Record<Paper, string> = { a4: 'A4', '80mm': 'Roll, 80 mm', '72mm': 'Roll, 72 mm' };

export const LABEL_PAPERS = ['sheet', '62mm'] as const;
export type LabelPaper = (typeof LABEL_PAPERS)[number];

export const LABEL_PAPER: Record<LabelPaper, string> = {
  sheet: 'A4 sheet, 24 labels of 70 × 37 mm',
  '62mm': 'Roll, 62 mm',
};

/** Labels on one sheet, three in a row. */
export const LABELS_PER_SHEET = 24;

type Params = Record<string, string | string[] | undefined>;

/** The word of an address where it is one of those offered. */
export function oneOf<T extends string>(params: Params, name: string, offered: readonly T[]): T | null {
  const given = params[name];
  return offered.find((word) => word === given) ?? null;
}
