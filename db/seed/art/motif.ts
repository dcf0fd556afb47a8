import type { ToneName } from './palette.ts';
import type { Paper } from './paper.ts';

/** Small wishes a picture may have. Each motif uses the ones that mean something to it and has defaults for all. */
export type Params = {
  /** Main tone first. */
  tones?: readonly ToneName[];
  count?: number;
  size?: 's' | 'm' | 'l';
  /** A named variety of the motif, such as a kind of vase or wrapping. */
  style?: string;
  /** Other motifs or flowers to compose from. */
  parts?: readonly string[];
};

/**
 * Draws around (0, 0) within about 900 × 1150. Things on a table stand with their foot at FLOOR;
 * things on a `sheet` lie seen from above or float, centered.
 */
export type Motif = {
  readonly on: 'table' | 'sheet';
  readonly draw: (paper: Paper, params: Params) => string;
};

export type Motifs = Readonly<Record<string, Motif>>;

export const FLOOR = 430;

export const onTable = (draw: Motif['draw']): Motif => ({ on: 'table', draw });
export const onSheet = (draw: Motif['draw']): Motif => ({ on: 'sheet', draw });

/** The tone asked for at this place, or the motif's own. */
export const toneAt = (params: Params, index: number, fallback: ToneName): ToneName =>
  params.tones?.[index] ?? fallback;

export const sizeOf = (params: Params, s: number, m: number, l: number): number =>
  params.size === 's' ? s : params.size === 'l' ? l : m;
