import { HEAD_TONES, HEADS, isHead } from '../blooms/heads.ts';
import { SPRIGS } from '../blooms/sprigs.ts';
import { band, box, ellipse, place, polar, poly, smooth, turned } from '../geometry.ts';
import { FLOOR, type Motifs, onSheet, onTable, type Params, sizeOf, toneAt } from '../motif.ts';
import type { Paper } from '../paper.ts';
import { label, ribbonBow, roundness } from '../parts.ts';
import { cake, dessertStand } from './sweets.ts';

/** A place laid for dinner, from above. */
function tableSetting(paper: Paper, params: Params): string {
  const plate = paper.tone(toneAt(params, 1, 'white'));
  const charger = paper.tone(toneAt(params, 2, 'gold'));
  const cloth = paper.tone(toneAt(params, 0, 'blush'));
  const steel = paper.tone(toneAt(params, 3, 'gold'));
  const disc = (r: number, fill: string, lift: number) =>
    paper.layer(paper.blob(0, 0, r, r, 0.004, 12), fill, { lift, glow: 0.6 });
  let out = disc(365, charger.base, 1.4);
  for (let i = 0; i < 48; i++) out += paper.flat(ellipse(...polar(0, 0, 344, i * 7.5), 10), charger.light);
  out +=
    disc(310, plate.shade, 0.8) +
    disc(304, plate.light, 0.3) +
    paper.rim(ellipse(0, 0, 216), plate.deep, -6, -8, 0.3) +
    disc(212, plate.tint, 0.5);
  const fork = (x: number, k: number): string => {
    const tines = [-21, -7, 7, 21]
      .map((dx) => paper.layer(box(x + dx - 4, -330 * k, 8, 150, 4), steel.light, { lift: 0.6 }))
      .join('');
    return (
      tines +
      paper.layer(
        smooth([
          [x - 26, -206 * k],
          [x - 26, -206 * k],
          [x + 26, -206 * k],
          [x + 26, -206 * k],
          [x + 20, -130],
          [x + 7, -90],
          [x + 9, 300],
          [x + 9, 300],
          [x - 9, 300],
          [x - 9, 300],
          [x - 7, -90],
          [x - 20, -130],
        ]),
        steel.base,
        { lift: 0.8, glow: 0.8 },
      )
    );
  };
  const knife = paper.layer(
    smooth([
      [400, 300],
      [400, 300],
      [422, 300],
      [422, 300],
      [420, 10],
      [420, 10],
      [436, -60],
      [432, -260],
      [408, -350],
      [400, -350],
    ]),
    steel.base,
    { lift: 0.8, glow: 0.9 },
  );
  const spoon =
    paper.layer(
      band(
        [
          [478, 300],
          [476, 0],
          [474, -150],
        ],
        17,
      ),
      steel.base,
      { lift: 0.8 },
    ) + paper.layer(paper.blob(474, -232, 38, 62, 0.01), steel.light, { lift: 0.7, glow: 1 });
  out = fork(-420, 1) + fork(-490, 0.86) + knife + spoon + out;
  const napkin = poly([
    [-92, -290],
    [104, -300],
    [120, 330],
    [10, 270],
    [-108, 336],
  ]);
  out +=
    paper.layer(napkin, cloth.base, { lift: 1.1, glow: 0.7 }) +
    paper.layer(
      poly([
        [-92, -290],
        [12, -296],
        [16, 268],
        [10, 270],
        [-108, 336],
      ]),
      cloth.light,
      { lift: 0.3, glow: 0.6 },
    );
  const menu = place(box(-78, -170, 156, 330, 4), { x: 24, y: -46, rotate: 5 });
  out +=
    paper.layer(menu, paper.tone('white').light, { lift: 0.9 }) +
    label(paper, 26, -70, 120, 190, paper.tone('midnight').base, paper.tone('white').tint, 2);
  const kind = params.parts?.find(isHead) ?? 'ranunculus';
  out +=
    SPRIGS.eucalyptus(paper, { from: [30, 190], to: [-150, -20], bow: 40, scale: 0.6 }) +
    SPRIGS.olive(paper, { from: [10, 180], to: [150, 40], bow: -20, scale: 0.5 });
  out += HEADS[kind](paper, { x: -10, y: 130, r: 92, tone: toneAt(params, 4, HEAD_TONES[kind]), tilt: -10 });
  return out + glassFromAbove(paper, 300, -430, 104) + glassFromAbove(paper, 120, -500, 84);
}

function glassFromAbove(paper: Paper, x: number, y: number, r: number): string {
  const glass = ellipse(x, y, r);
  return (
    paper.layer(glass, paper.tone('white').tint, { lift: 1.2, opacity: 0.7 }) +
    paper.flat(ellipse(x, y, r * 0.84), paper.tone('gold').light, 0.75) +
    paper.rim(ellipse(x, y, r * 0.84), '#ffffff', -8, -9, 0.7) +
    paper.rim(glass, paper.tone('slate').base, 6, 7, 0.35)
  );
}

/** Glasses raised or stacked as a tower. */
function champagne(paper: Paper, params: Params): string {
  const wine = paper.tone(toneAt(params, 0, 'gold'));
  const coupe = (x: number, foot: number, k: number): string => {
    const bowl = turned(
      x,
      [
        [120 * k, foot - 250 * k],
        [120 * k, foot - 250 * k],
        [112 * k, foot - 200 * k],
        [64 * k, foot - 150 * k],
        [10 * k, foot - 138 * k],
        [10 * k, foot - 138 * k],
      ],
      0.14,
    );
    const stem = turned(
      x,
      [
        [9 * k, foot - 144 * k],
        [9 * k, foot - 144 * k],
        [7 * k, foot - 40 * k],
        [20 * k, foot - 16 * k],
        [78 * k, foot - 2],
        [78 * k, foot - 2],
      ],
      0.1,
    );
    const liquid = ellipse(x, foot - 236 * k, 114 * k, 17 * k);
    return (
      paper.layer(stem, paper.tone('white').light, { lift: 0.7, opacity: 0.8 }) +
      paper.layer(bowl, wine.light, { lift: 0.9, glow: 0.9 }) +
      paper.rim(bowl, '#ffffff', -9 * k, -4 * k, 0.6) +
      paper.flat(liquid, wine.tint, 0.9) +
      [-40, 10, 46]
        .map((d, i) => paper.flat(ellipse(x + d * k, foot - (204 - i * 12) * k, 5 * k), '#ffffff', 0.85))
        .join('')
    );
  };
  if (params.style === 'tower') {
    let out = paper.ground(0, FLOOR, 420);
    for (let row = 0; row < 4; row++)
      for (let i = 0; i < 4 - row; i++) out += coupe((i - (3 - row) / 2) * 232, FLOOR - row * 236, 0.94);
    return out;
  }
  const bottle = turned(
    90,
    [
      [34, -560],
      [34, -560],
      [38, -330],
      [56, -240],
      [120, -120],
      [126, 340],
      [118, FLOOR - 40],
      [118, FLOOR - 40],
    ],
    0.06,
  );
  const glass = paper.tone(toneAt(params, 1, 'forest'));
  const foil = turned(
    90,
    [
      [42, -570],
      [42, -570],
      [44, -330],
      [58, -220],
      [58, -220],
    ],
    0.1,
  );
  return (
    paper.ground(90, FLOOR - 40, 180) +
    paper.layer(bottle, glass.base, { lift: 1.3, glow: 0.8 }) +
    roundness(paper, bottle, 250, glass.tint, glass.deep) +
    paper.layer(foil, wine.base, { glow: 0.9 }) +
    label(paper, 88, 150, 200, 230, paper.tone('midnight').base, paper.tone('cream').light, 4) +
    paper.ground(-230, FLOOR + 30, 120) +
    coupe(-230, FLOOR + 30, 1.35) +
    paper.ground(330, FLOOR + 50, 110) +
    coupe(330, FLOOR + 50, 1.2) +
    ribbonBow(paper, 90, -200, 92, toneAt(params, 2, 'gold'))
  );
}

export const feast = {
  'table-setting': onSheet(tableSetting),
  'tiered-cake': onTable(cake),
  champagne: onTable(champagne),
  'dessert-stand': onTable(
    (paper, params) => `<g transform="scale(${sizeOf(params, 0.88, 1, 1.06)})">${dessertStand(paper, params)}</g>`,
  ),
} satisfies Motifs;
