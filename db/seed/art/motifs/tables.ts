import { HEADS, type HeadName, isHead } from '../blooms/heads.ts';
import { band, box, ellipse, type Point, poly, smooth } from '../geometry.ts';
import { FLOOR, type Motifs, onTable, type Params, toneAt } from '../motif.ts';
import type { Paper } from '../paper.ts';
import { flame } from '../parts.ts';

const HALF = 620;
const TOP = FLOOR - 330;

/** A long laid table: cloth to the floor, a runner of flowers, tapers and glasses. Wider than it is high. */
function longTable(paper: Paper, params: Params): string {
  const { random } = paper;
  const cloth = paper.tone(toneAt(params, 0, 'white'));
  const runner = paper.tone(toneAt(params, 1, 'blush'));
  const names = (params.parts ?? ['rose', 'ranunculus']).filter(isHead);
  const kinds: readonly HeadName[] = names.length > 0 ? names : ['rose'];
  const drape: Point[] = [
    [-HALF, TOP],
    [-HALF, TOP],
    [HALF, TOP],
    [HALF, TOP],
  ];
  for (let i = 0; i <= 12; i++) {
    const x = HALF + 14 - (i / 12) * (2 * HALF + 28);
    drape.push([x, FLOOR + (i % 2 ? 10 : -6)]);
  }
  let out =
    paper.ground(0, FLOOR + 4, HALF * 1.06, 54) +
    paper.layer(smooth(drape, true, 0.6), cloth.base, { lift: 1.2, glow: 0.7 });
  for (let i = 1; i < 12; i++) {
    const x = -HALF + (i / 12) * 2 * HALF;
    out += paper.line(
      [
        [x * 0.99, TOP + 40],
        [x, TOP + 180],
        [x * 1.015, FLOOR - 12],
      ],
      i % 2 ? cloth.deep : cloth.shade,
      i % 2 ? 4 : 7,
      0.22,
    );
  }
  const plane = poly([
    [-HALF + 26, TOP - 74],
    [HALF - 26, TOP - 74],
    [HALF + 6, TOP + 6],
    [-HALF - 6, TOP + 6],
  ]);
  out += paper.layer(plane, cloth.light, { lift: 0.8, glow: 0.5 });
  out += paper.layer(
    poly([
      [-HALF + 20, TOP - 52],
      [HALF - 20, TOP - 52],
      [HALF - 8, TOP - 16],
      [-HALF + 8, TOP - 16],
    ]),
    runner.base,
    { lift: 0.4, glow: 0.4 },
  );
  // Tapers behind the flowers, glasses in front of them.
  for (const x of [-500, -330, -120, 110, 320, 505]) {
    const height = random.between(150, 235);
    const wax = paper.tone(toneAt(params, 3, 'cream'));
    out +=
      paper.halo(x, TOP - 60 - height, 120, '#ffd98a', 0.7) +
      paper.layer(box(x - 10, TOP - 60 - height, 20, height, 5), wax.base, { lift: 0.5, glow: 0.8 }) +
      paper.layer(box(x - 26, TOP - 64, 52, 16, 6), paper.tone('gold').base, { lift: 0.5 }) +
      flame(paper, x, TOP - 62 - height, 38);
  }
  for (let i = 0; i < 17; i++) {
    const x = -560 + i * 70 + random.off(14);
    const y = TOP - 56 - (i % 3 === 1 ? 44 : random.between(0, 18));
    out += paper.leaf(
      x + random.off(20),
      y + 16,
      random.between(76, 120),
      34,
      random.between(-86, 86),
      i % 4 ? 'sage' : 'leaf',
    );
  }
  for (let i = 0; i < 15; i++) {
    const kind = kinds[i % kinds.length] ?? 'rose';
    const x = -532 + i * 76 + random.off(16);
    const tone =
      params.tones?.[4 + (i % Math.max(1, params.tones.length - 4))] ?? (['blush', 'rose', 'cream'] as const)[i % 3];
    out += HEADS[kind](paper, {
      x,
      y: TOP - 62 - (i % 2 ? 46 : 8),
      r: random.between(36, 58),
      tone: tone ?? 'blush',
      tilt: random.off(24),
    });
  }
  const glass = paper.tone(toneAt(params, 2, 'butter'));
  for (const x of [-545, -410, -255, -70, 60, 225, 400, 555]) {
    const y = TOP + 2;
    out +=
      paper.line(
        [
          [x, y],
          [x, y - 46],
        ],
        paper.white,
        5,
        0.8,
      ) +
      paper.flat(ellipse(x, y + 2, 24, 7), paper.white, 0.7) +
      paper.layer(
        smooth([
          [x - 24, y - 112],
          [x - 24, y - 112],
          [x + 24, y - 112],
          [x + 24, y - 112],
          [x + 21, y - 64],
          [x, y - 44],
          [x - 21, y - 64],
        ]),
        paper.white,
        { lift: 0.4, opacity: 0.55 },
      ) +
      paper.flat(
        smooth([
          [x - 22, y - 86],
          [x - 22, y - 86],
          [x + 22, y - 86],
          [x + 22, y - 86],
          [x + 19, y - 64],
          [x, y - 47],
          [x - 19, y - 64],
        ]),
        glass.light,
        0.85,
      );
  }
  return out;
}

/** Cloth gathered from a pole, falling in two waves: the back of a stage, the door of a tent. */
function drapes(paper: Paper, params: Params): string {
  const cloth = paper.tone(toneAt(params, 0, 'cream'));
  const second = paper.tone(toneAt(params, 1, 'blush'));
  const pole = -560;
  const fall = (side: 1 | -1, from: number, to: number, pinch: number, color: typeof cloth, lift: number): string => {
    const at = (x: number, y: number): Point => [side * x, y];
    const shape = smooth([
      at(from, pole),
      at(from, pole),
      at(to, pole),
      at(to, pole),
      at(to - 10, -180),
      at(to - 4, FLOOR),
      at(to - 4, FLOOR),
      at(pinch + 70, FLOOR + 8),
      at(pinch + 70, FLOOR + 8),
      at(pinch + 90, 40),
      at(pinch, -160),
      at(from + 40, -420),
    ]);
    let out = paper.layer(shape, color.base, { lift, glow: 0.8 });
    let folds = '';
    for (let i = 1; i < 8; i++) {
      const t = i / 8;
      folds += paper.line(
        [
          at(from + (to - from) * t, pole),
          at(pinch + (to - pinch) * (t * 0.86 + 0.1), -120),
          at(pinch + 80 + (to - pinch - 90) * t, FLOOR),
        ],
        i % 2 ? color.deep : color.light,
        i % 2 ? 5 : 8,
        i % 2 ? 0.24 : 0.5,
      );
    }
    out += paper.clip(shape, folds);
    const cord = band([at(pinch - 4, -186), at(pinch + 60, -158), at(pinch + 112, -160), at(to - 2, -186)], 22);
    return out + paper.layer(cord, paper.tone(toneAt(params, 2, 'gold')).base, { lift: 0.6, glow: 0.7 });
  };
  return (
    paper.ground(0, FLOOR, 520, 40) +
    fall(-1, 10, 540, 330, second, 0.8) +
    fall(1, 10, 540, 330, second, 0.8) +
    fall(-1, 150, 560, 400, cloth, 1.1) +
    fall(1, 150, 560, 400, cloth, 1.1) +
    paper.layer(box(-590, pole - 26, 1180, 34, 12), paper.tone(toneAt(params, 2, 'gold')).base, {
      lift: 1,
      glow: 0.8,
    }) +
    [-596, 596].map((x) => paper.layer(ellipse(x, pole - 9, 26), paper.tone(toneAt(params, 2, 'gold')).light)).join('')
  );
}

export const tables = {
  'long-table': onTable(longTable),
  drapes: onTable(drapes),
} satisfies Motifs;
