import type { ImportStatus } from '#db/enums';

/** Days after which the rows of a file, and with them the data of people, are forgotten. */
export const ROWS_KEPT_DAYS = 14;
/** Days after which nothing of an import is left. */
export const KEPT_DAYS = 365;

export type Figures = { status: ImportStatus; of: number; done: number; failed: number; isSwept: boolean };

/** Again also after it is done: what failed may work now. */
export const canApply = ({ status, of, failed, isSwept }: Figures): boolean =>
  !isSwept && of > 0 && (status === 'checked' || (status === 'done' && failed > 0));

/** Whole percent, 100 only when all is done. */
export const percentOf = ({ done, failed, of }: Pick<Figures, 'done' | 'failed' | 'of'>): number =>
  of === 0 ? 100 : Math.floor(((done + failed) * 100) / of);
