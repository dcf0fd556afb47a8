import { board, body, flour, slash, staged, strew } from '../baked.ts';
import { band, bowed, box, type Path, type Point, place, smooth } from '../geometry.ts';
import { FLOOR, type Motifs, onSheet, onTable, type Params } from '../motif.ts';
import type { ToneName } from '../palette.ts';
import type { Paper } from '../paper.ts';
import { flatbread, focaccia } from './flatbreads.ts';
import { batard, boule, rye, tinLoaf } from './loaves.ts';
import { roll } from './rolls.ts';
import { baguette, ciabatta, pretzel } from './sticks.ts';

/** What lies between two halves, from below. */
const FILLINGS: Readonly<Record<string, readonly ToneName[]>> = {
  ham: ['lime', 'butter', 'blush', 'leaf'],
  cheese: ['leaf', 'tomato', 'butter', 'lime'],
  beet: ['leaf', 'sand', 'magenta', 'lime'],
};

/** Bread, filling, bread; `beet` stands on slices of rye. */
function sandwich(paper: Paper, params: Params): string {
  const style = params.style ?? 'ham';
  const isRye = style === 'beet';
  const crust: ToneName = isRye ? 'toast' : 'crust';
  const half = isRye ? 300 : 420;
  const y = FLOOR - 96;
  const shell = (top: number, foot: number, dome: number): Path =>
    smooth([
      [-half, foot],
      [-half, foot],
      [-half - 18, (top + foot) / 2],
      [-half * 0.8, top + dome * 0.3],
      [0, top - dome * 0.25],
      [half * 0.8, top + dome * 0.3],
      [half + 18, (top + foot) / 2],
      [half, foot],
      [half, foot],
    ]);
  let out = board(paper, FLOOR + 20, 470) + paper.ground(0, FLOOR + 10, half, 44);
  out += body(paper, place(shell(-60, 60, 30), { y: y + 40, sy: -1 }), crust, 0.8);
  out += paper.layer(box(-half + 8, y - 22, half * 2 - 16, 26, 12), paper.tone('cream').light, { lift: 0.2 });
  (FILLINGS[style] ?? []).forEach((tone, i) => {
    const wave = Array.from(
      { length: 15 },
      (_, n): Point => [
        -half - 16 + (n * (half * 2 + 32)) / 14,
        y - 36 - i * 32 + (n % 2 ? 15 : -12) * (tone === 'butter' ? 0.3 : 1),
      ],
    );
    out += paper.layer(
      band(wave, tone === 'butter' ? 26 : 42),
      i % 2 ? paper.tone(tone).light : paper.tone(tone).base,
      { lift: 0.6, glow: 0.5 },
    );
  });
  const lid = shell(y - 330, y - 142, 120);
  out +=
    paper.layer(box(-half + 8, y - 168, half * 2 - 16, 30, 12), paper.tone('cream').light, { lift: 0.3 }) +
    body(paper, lid, crust, 1);
  if (isRye)
    out +=
      flour(paper, lid, -60, y - 260, 220, 60, 60) + strew(paper, lid, 0, y - 230, 260, 70, ['moss', 'cream'], 20, 12);
  else for (const x of [-230, 0, 230]) out += slash(paper, bowed([x - 80, y - 200], [x + 90, y - 286], 18, 8), 36);
  return out;
}

export const breads = {
  boule: staged(boule, 1.16, 90),
  rye: staged(rye, 1.14, 100),
  batard: staged(batard, 1.12, 110),
  'tin-loaf': staged(tinLoaf, 1.24, 80),
  baguette: onTable((paper, params) => {
    const k = params.parts?.includes('sleeve') ? 0.94 : 1.1;
    return `<g transform="translate(0 ${(FLOOR - (k > 1 ? 90 : 20) - FLOOR * k).toFixed(1)}) scale(${k})">${baguette(paper, params)}</g>`;
  }),
  ciabatta: onSheet(
    (paper, params) => `<g transform="translate(0 -350) rotate(-24 0 250) scale(1.14)">${ciabatta(paper, params)}</g>`,
  ),
  focaccia: onSheet(focaccia),
  flatbread: staged(flatbread, 1.12, 110),
  pretzel: onTable(pretzel),
  roll: staged(roll, 1.28, 90),
  sandwich: staged(sandwich, 1.14, 90),
} satisfies Motifs;
