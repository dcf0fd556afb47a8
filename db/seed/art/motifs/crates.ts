import { body, flour, slash } from '../baked.ts';
import { bowed, box, smooth } from '../geometry.ts';
import { FLOOR, type Params } from '../motif.ts';
import type { ToneName } from '../palette.ts';
import type { Paper } from '../paper.ts';
import { eggAt } from './dairy.ts';
import { applePiece, cabbagePiece, carrotPiece, pearPiece, pepperPiece, plumPiece, tomatoPiece } from './pieces.ts';
import { jarAt } from './preserves.ts';

type Filling = (paper: Paper, x: number) => string;

const turned = (x: number, y: number, degrees: number, inner: string) =>
  `<g transform="translate(${x} ${y}) rotate(${degrees})">${inner}</g>`;

const EGGS: readonly (readonly [dx: number, y: number, tone: ToneName])[] = [
  [-66, 30, 'crust'],
  [60, 20, 'sand'],
  [0, 90, 'wheat'],
  [-120, 110, 'cream'],
  [116, 104, 'clay'],
];

/** Each shows above the rim of a crate whose inside begins at y 120. */
const FILLINGS: Readonly<Record<string, Filling>> = {
  carrot: (paper, x) => {
    let greens = '';
    for (let i = 0; i < 7; i++)
      greens += paper.leaf(x + (i - 3) * 20, -80, 250 + (i % 2) * 60, 62, -42 + i * 14, i % 2 ? 'leaf' : 'forest');
    return (
      greens +
      [-70, 70, 0].map((dx, i) => turned(x + dx, 90 - i * 20, dx * -0.12, carrotPiece(paper, 0, 0, 0.9))).join('')
    );
  },
  cabbage: (paper, x) => cabbagePiece(paper, x, 90, 0.72),
  tomato: (paper, x) =>
    tomatoPiece(paper, x + 60, -20, 0.56) + tomatoPiece(paper, x - 70, 60, 0.6) + tomatoPiece(paper, x + 80, 120, 0.6),
  pepper: (paper, x) =>
    turned(x - 60, 20, -18, pepperPiece(paper, 0, 0, 0.78, 'tomato')) +
    turned(x + 60, 10, 16, pepperPiece(paper, 0, 0, 0.8, 'gold')),
  apple: (paper, x) =>
    applePiece(paper, x + 40, -40, 0.58) +
    applePiece(paper, x - 80, 70, 0.6, 'tomato') +
    applePiece(paper, x + 90, 90, 0.6),
  pear: (paper, x) =>
    turned(x - 60, 0, -14, pearPiece(paper, 0, 0, 0.68)) + turned(x + 70, 20, 12, pearPiece(paper, 0, 0, 0.66, 'lime')),
  plum: (paper, x) =>
    [
      [-60, 10],
      [60, -10],
      [0, 90],
      [-120, 110],
      [120, 100],
    ]
      .map(([dx = 0, y = 0]) => plumPiece(paper, x + dx, y, 0.42))
      .join(''),
  jar: (paper, x) => jarAt(paper, x, 210, 0.78, 'tomato', 'cloth'),
  egg: (paper, x) => EGGS.map(([dx, y, tone]) => eggAt(paper, x + dx, y, 0.86, tone)).join(''),
  milk: (paper, x) => {
    const glass = smooth([
      [x - 60, -330],
      [x - 60, -330],
      [x + 60, -330],
      [x + 60, -330],
      [x + 64, -230],
      [x + 120, -120],
      [x + 120, 240],
      [x + 120, 240],
      [x - 120, 240],
      [x - 120, 240],
      [x - 120, -120],
      [x - 64, -230],
    ]);
    return (
      paper.layer(glass, paper.white, { lift: 1, glow: 0.6 }) +
      paper.rim(glass, paper.tone('blue').base, 26, 8, 0.25) +
      paper.layer(box(x - 72, -376, 144, 60, 18), paper.tone('tomato').base, { lift: 0.6, glow: 0.7 })
    );
  },
  bread: (paper, x) => {
    const loaf = smooth([
      [x - 240, 170],
      [x - 264, 10],
      [x - 170, -150],
      [x, -206],
      [x + 176, -146],
      [x + 262, 14],
      [x + 236, 180],
    ]);
    return (
      body(paper, loaf, 'crust', 1) +
      flour(paper, loaf, x - 50, -80, 150, 70, 50) +
      slash(paper, bowed([x - 150, 20], [x + 140, -90], -40, 8), 46) +
      slash(paper, bowed([x - 40, -160], [x + 40, 80], 24, 8), 44)
    );
  },
};

/** A wooden crate; parts name what looks out of it. */
export function crate(paper: Paper, params: Params): string {
  const parts = (params.parts ?? ['carrot', 'apple']).flatMap((name) => FILLINGS[name] ?? []);
  const wood = paper.tone('wheat');
  let out = paper.ground(0, FLOOR, 460, 60) + paper.layer(box(-420, 60, 840, 120, 6), wood.deep, { lift: 0.6 });
  const step = parts.length > 1 ? 560 / (parts.length - 1) : 0;
  parts.forEach((fill, i) => {
    out += fill(paper, parts.length > 1 ? -280 + i * step : 0);
  });
  for (const [i, y] of [162, 256, 350].entries()) {
    const plank = box(-450 + i * 6, y, 900 - i * 12, 82, 6);
    out += paper.layer(plank, i % 2 ? wood.light : wood.base, { lift: 0.9, glow: 0.6 });
    out += paper.clip(
      plank,
      [0.3, 0.62]
        .map((t) =>
          paper.line(bowed([-440, y + 82 * t], [440, y + 82 * t + 6], paper.random.off(9), 8), wood.shade, 4, 0.5),
        )
        .join('') + paper.line(bowed([120, y + 30], [190, y + 40], 12, 5), wood.deep, 5, 0.4),
    );
  }
  for (const x of [-430, 368])
    out +=
      paper.layer(box(x, 140, 62, 300, 5), wood.shade, { lift: 0.8, glow: 0.6 }) +
      [200, 296, 388].map((y) => paper.flat(box(x + 22, y, 16, 16, 8), paper.tone('slate').deep, 0.7)).join('');
  return out;
}
