import { FLOOR, type Motif, type Params } from '../motif.ts';
import type { Paper } from '../paper.ts';

/** Stands a motif in a scene with its foot at (x, foot). Only moved and scaled: turning would turn its light. */
export function stand(paper: Paper, motif: Motif, params: Params, x: number, foot: number, scale: number): string {
  return `<g transform="translate(${x} ${(foot - FLOOR * scale).toFixed(1)}) scale(${scale})">${motif.draw(paper, params)}</g>`;
}

/** Hangs or lays a motif around a middle. */
export function hang(paper: Paper, motif: Motif, params: Params, x: number, y: number, scale: number): string {
  return `<g transform="translate(${x} ${y}) scale(${scale})">${motif.draw(paper, params)}</g>`;
}
