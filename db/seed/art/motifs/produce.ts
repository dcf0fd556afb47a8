import { body, staged, strew } from '../baked.ts';
import { band, bowed, box, ellipse, type Point, petal, place, polar, smooth } from '../geometry.ts';
import { FLOOR, type Motif, type Motifs, onSheet, onTable, type Params, toneAt } from '../motif.ts';
import type { ToneName } from '../palette.ts';
import type { Paper } from '../paper.ts';
import {
  applePiece,
  cabbagePiece,
  carrotPiece,
  type Piece,
  pearPiece,
  pepperPiece,
  plumPiece,
  potatoPiece,
  round,
  shine,
  tomatoPiece,
} from './pieces.ts';

function carrots(paper: Paper, params: Params): string {
  const count = params.count ?? 5;
  let greens = '';
  for (let i = 0; i < 15; i++) {
    const turn = -62 + i * 8.8;
    const [tx, ty] = polar(-10, -120, 400 + (i % 3) * 60, turn - 90);
    greens += paper.stem([-10, -90], [tx, ty], (i - 7) * 6, 12, i % 2 ? 'leaf' : 'forest');
    for (let n = 2; n < 8; n++) {
      const [lx, ly] = [-10 + ((tx + 10) * n) / 7, -90 + ((ty + 90) * n) / 7];
      for (const side of [-1, 1])
        greens += paper.layer(
          place(petal(62, 28, { tip: 0.6 }), { x: lx, y: ly, rotate: turn + side * 52 }),
          paper.tone(i % 2 ? 'leaf' : 'forest')[n % 2 ? 'light' : 'base'],
          { lift: 0.25 },
        );
    }
  }
  let out = `<g transform="translate(0 -60)">${greens}`;
  for (let i = 0; i < count; i++) {
    const spread = i - (count - 1) / 2;
    out += `<g transform="translate(${spread * 96} ${150 + Math.abs(spread) * -16}) rotate(${-spread * 8})">${carrotPiece(paper, 0, 60, 1.1)}</g>`;
  }
  return `${out}${paper.layer(band(bowed([-190, -42], [190, -46], -20, 8), 40), paper.tone('straw').base, { lift: 0.9, glow: 0.6 })}</g>`;
}

function pumpkin(paper: Paper, params: Params): string {
  const tone = toneAt(params, 0, 'orange');
  let out = paper.ground(0, FLOOR, 430, 60);
  for (const [dx, w] of [
    [-290, 170],
    [290, 170],
    [-190, 190],
    [190, 190],
    [-80, 190],
    [90, 190],
    [0, 190],
  ] as const) {
    const lobe = smooth([
      [dx * 0.4, -160],
      [dx - w * 0.6, -120],
      [dx - w, 110],
      [dx - w * 0.6, 360],
      [dx * 0.7, 430],
      [dx + w * 0.6, 360],
      [dx + w, 110],
      [dx + w * 0.6, -120],
    ]);
    out += body(paper, lobe, tone, 0.8, 0.7);
  }
  const stalk = smooth([
    [-60, -120],
    [-60, -120],
    [-30, -200],
    [-50, -300],
    [-50, -300],
    [50, -330],
    [50, -330],
    [44, -210],
    [80, -120],
    [80, -120],
    [0, -90],
  ]);
  const tendril = Array.from({ length: 20 }, (_, i): Point => polar(190 + i * 7, -190, 60 - i * 1.6, i * 44));
  return (
    out +
    paper.line([[60, -140], ...tendril], paper.tone('leaf').base, 9) +
    body(paper, stalk, 'moss', 0.7) +
    paper.leaf(-40, -150, 330, 230, -66, 'leaf')
  );
}

/** A few pieces on the table, back to front. */
const pile =
  (piece: Piece, fallback: ToneName, size: number): Motif['draw'] =>
  (paper, params) => {
    const tone = toneAt(params, 0, fallback);
    const k = size;
    const spots: readonly (readonly [number, number, number])[] =
      (params.count ?? 3) === 2
        ? [
            [-150, FLOOR - 262 * k, 1],
            [190, FLOOR - 230 * k, 0.92],
          ]
        : (params.count ?? 3) === 3
          ? [
              [40, FLOOR - 470 * k, 0.94],
              [-210, FLOOR - 180 * k, 1],
              [230, FLOOR - 160 * k, 1],
            ]
          : [
              [-120, FLOOR - 400 * k, 0.9],
              [170, FLOOR - 390 * k, 0.92],
              [-290, FLOOR - 160 * k, 0.9],
              [290, FLOOR - 150 * k, 0.94],
              [0, FLOOR - 120 * k, 1],
            ];
    return paper.ground(0, FLOOR, 420, 60) + spots.map(([x, y, grow]) => piece(paper, x, y, k * grow, tone)).join('');
  };

function grapes(paper: Paper, params: Params): string {
  const tone = toneAt(params, 0, 'plum');
  let out =
    paper.stem([20, -470], [0, -250], 20, 26, 'moss') +
    paper.leaf(10, -340, 330, 280, 62, 'leaf') +
    paper.leaf(0, -340, 250, 190, -70, 'leaf');
  for (const [row, count] of [4, 5, 5, 4, 4, 3, 2, 1].entries()) {
    for (let i = 0; i < count; i++) {
      const x = (i - (count - 1) / 2) * 124 + paper.random.off(12);
      const y = -240 + row * 96 + paper.random.off(10);
      const berry = paper.blob(x, y, 74, 80, 0.02, 9);
      out +=
        body(paper, berry, (row + i) % 4 === 0 ? 'magenta' : tone, 0.45, 0.8) +
        paper.flat(place(ellipse(0, 0, 20, 10), { x: x - 24, y: y - 30, rotate: -34 }), paper.white, 0.55);
    }
  }
  return out;
}

function braid(paper: Paper): string {
  let out = paper.line(bowed([0, -640], [0, -380], 16, 6), paper.tone('straw').shade, 26);
  for (let row = 0; row < 5; row++) {
    for (const side of [-1, 1, 0]) {
      const x = side * 176 + paper.random.off(10);
      const y = -290 + row * 178 + (side === 0 ? 78 : 0);
      out += paper.stem([side * 20, y - 150], [x, y - 70], side * -20, 26, 'straw');
      const bulb = smooth([
        [x, y - 120],
        [x - 46, y - 86],
        [x - 126, y - 10],
        [x - 104, y + 84],
        [x, y + 116],
        [x + 104, y + 84],
        [x + 126, y - 10],
        [x + 46, y - 86],
      ]);
      out += body(paper, bulb, 'magenta', 0.6, 0.9);
      for (const bow of [-60, -20, 30, 66])
        out += paper.clip(
          bulb,
          paper.line(bowed([x, y - 116], [x, y + 116], bow, 8), paper.tone(bow % 20 ? 'pink' : 'plum').base, 6, 0.5),
        );
      out += shine(paper, x - 52, y - 10, 0.9, -64);
    }
  }
  return out;
}

function garlic(paper: Paper): string {
  const head = (x: number, foot: number, k: number): string => {
    const y = foot - 150 * k;
    const shape = round(x, y, k, [
      [-16, -330],
      [-36, -200],
      [-120, -120],
      [-216, 10],
      [-176, 122],
      [-60, 156],
      [60, 156],
      [178, 120],
      [214, 8],
      [122, -120],
      [40, -200],
      [26, -334],
    ]);
    let cloves = '';
    for (const bow of [-150, -78, 0, 80, 150])
      cloves += paper.line(
        bowed([x, y - 210 * k], [x + bow * 0.4 * k, y + 150 * k], -bow * k * 0.72, 9),
        paper.tone('violet').base,
        8 * k,
        0.42,
      );
    return (
      paper.ground(x, foot, 190 * k, 34) +
      body(paper, shape, 'cream', 0.9 * k) +
      paper.clip(
        shape,
        cloves + paper.flat(paper.blob(x + 70 * k, y + 30 * k, 100 * k, 90 * k, 0.1), paper.tone('lilac').base, 0.25),
      ) +
      strew(paper, ellipse(x, foot + 4, 60 * k, 16 * k), x, foot + 4, 50 * k, 8, ['straw', 'toast'], 12, 9)
    );
  };
  return head(60, FLOOR - 190, 0.98) + head(-190, FLOOR, 1.06) + head(230, FLOOR + 20, 0.96);
}

function herbs(paper: Paper): string {
  let out = '';
  const fans: readonly (readonly [number, ToneName])[] = [
    [-48, 'forest'],
    [46, 'leaf'],
    [-26, 'moss'],
    [28, 'forest'],
    [0, 'leaf'],
    [-12, 'lime'],
    [14, 'forest'],
  ];
  for (const [i, [turn, tone]] of fans.entries()) {
    const [tx, ty] = polar(0, 210, 640 + (i % 2) * 90, turn - 90);
    out += paper.stem([turn * -0.5, 430], [tx, ty], turn * 0.8, 15, tone);
    for (let n = 3; n < 10; n++) {
      const t = n / 10;
      const [x, y] = [turn * -0.5 + (tx - turn * -0.5) * t, 430 + (ty - 430) * t];
      if (tone === 'lime') {
        for (let d = -3; d <= 3; d++)
          out += paper.line(bowed([x, y], polar(x, y, 96, turn - 90 + d * 24), d * 3, 4), paper.tone('lime').base, 7);
      } else
        for (const side of [-1, 1])
          out += paper.leaf(
            x,
            y,
            150 - n * 6,
            tone === 'forest' ? 84 : 60,
            turn + side * (tone === 'forest' ? 60 : 40),
            tone,
          );
    }
    out += paper.leaf(tx, ty + 10, 120, 74, turn, tone === 'lime' ? 'leaf' : tone);
  }
  return `<g transform="translate(0 -30)">${out}${paper.layer(box(-96, 190, 192, 46, 20), paper.tone('straw').base, { lift: 1, glow: 0.7 })}${paper.line(bowed([-90, 212], [90, 208], 8, 5), paper.tone('straw').deep, 5, 0.5)}</g>`;
}

export const produce = {
  tomato: onTable(pile(tomatoPiece, 'tomato', 1)),
  carrot: onSheet(carrots),
  potato: staged(pile(potatoPiece, 'clay', 0.94), 1.06, 40),
  pumpkin: onTable(pumpkin),
  cabbage: onTable((paper) => paper.ground(0, FLOOR, 400, 60) + cabbagePiece(paper, 0, 250, 1.1)),
  pepper: onSheet((paper, params) => {
    const tone = toneAt(params, 0, 'tomato');
    return [
      [-240, 0, 14],
      [230, 30, -16],
      [0, -20, 2],
    ]
      .map(
        ([x = 0, y = 0, turn = 0]) =>
          `<g transform="translate(${x} ${y}) rotate(${turn})">${pepperPiece(paper, 0, 0, 1.4, x ? tone : 'cherry')}</g>`,
      )
      .join('');
  }),
  braid: onSheet(braid),
  garlic: onTable(garlic),
  herbs: onSheet(herbs),
  apple: onTable(pile(applePiece, 'cherry', 1)),
  pear: onTable(pile(pearPiece, 'moss', 1.16)),
  plum: onTable(pile(plumPiece, 'plum', 0.86)),
  grapes: onSheet(grapes),
} satisfies Motifs;
