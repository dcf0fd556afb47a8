import { smooth } from '../geometry.ts';
import { breads } from '../motifs/breads.ts';
import { larder } from '../motifs/larder.ts';
import { pastries } from '../motifs/pastries.ts';
import type { Paper } from '../paper.ts';
import { hang, stand } from './compose.ts';

/** The counter at half past six: loaves at the back, the oven's glow behind them, sweets within reach. */
export function bakeryScene(paper: Paper): string {
  let out = paper.halo(1320, 700, 980, paper.tone('orange').base, 0.5);
  // The oven's mouth stands behind the table.
  const mouth = (half: number, top: number) =>
    smooth([
      [1320 - half, 946],
      [1320 - half, 946],
      [1320 - half, 560],
      [1320 - half * 0.62, top + 80],
      [1320, top],
      [1320 + half * 0.62, top + 80],
      [1320 + half, 560],
      [1320 + half, 940],
      [1320 + half, 940],
    ]);
  out += paper.layer(mouth(640, 120), paper.tone('toast').base, { lift: 0.6, glow: 0.9 });
  out += paper.layer(mouth(520, 250), paper.tone('orange').shade, { lift: 0, glow: 1 });
  out += hang(paper, breads.pretzel, {}, 300, 330, 0.46) + hang(paper, breads.pretzel, {}, 610, 250, 0.34);
  out += stand(paper, larder.sack, {}, 330, 1090, 0.82);
  out += stand(paper, breads.baguette, { count: 3, parts: ['sleeve'] }, 2090, 1090, 0.9);
  out += stand(paper, breads['tin-loaf'], { style: 'seeds' }, 1700, 1040, 0.58);
  out += stand(paper, breads.rye, {}, 850, 1050, 0.66);
  out += stand(paper, pastries.tart, { style: 'berry', parts: ['stand'] }, 760, 1220, 0.62);
  out += stand(paper, breads.boule, { style: 'leaf', parts: ['cloth'] }, 1300, 1230, 0.82);
  out += stand(paper, pastries.croissant, { count: 1 }, 1830, 1270, 0.5);
  out += stand(paper, pastries.brownie, { count: 2 }, 2200, 1270, 0.4);
  return out + stand(paper, breads.roll, { style: 'schrippe', count: 2 }, 330, 1300, 0.44);
}
