import { body, cloth, flour, slash, strew } from '../baked.ts';
import { band, bowed, box, ellipse, type Path, type Point, polar, smooth } from '../geometry.ts';
import { FLOOR, type Params, toneAt } from '../motif.ts';
import type { Paper } from '../paper.ts';

type DrawRoll = (paper: Paper, x: number, foot: number, k: number) => string;

const dome = (x: number, foot: number, rx: number, ry: number): Path =>
  smooth([
    [x - rx * 0.8, foot],
    [x - rx, foot - ry * 0.5],
    [x - rx * 0.74, foot - ry * 1.4],
    [x, foot - ry * 1.8],
    [x + rx * 0.76, foot - ry * 1.38],
    [x + rx, foot - ry * 0.48],
    [x + rx * 0.8, foot],
    [x, foot + ry * 0.12],
  ]);

const schrippe: DrawRoll = (paper, x, foot, k) => {
  const shape = dome(x, foot, 250 * k, 128 * k);
  return (
    paper.ground(x, foot, 230 * k, 34) +
    body(paper, shape, 'wheat', 0.9 * k) +
    slash(paper, bowed([x - 200 * k, foot - 110 * k], [x + 196 * k, foot - 150 * k], -44 * k, 10), 74 * k, 'cream')
  );
};

const ryeRoll: DrawRoll = (paper, x, foot, k) => {
  const shape = paper.blob(x, foot - 100 * k, 236 * k, 112 * k, 0.03, 10);
  let out =
    paper.ground(x, foot, 220 * k, 34) +
    body(paper, shape, 'toast', 0.9 * k) +
    flour(paper, shape, x - 20, foot - 130 * k, 180 * k, 70 * k, 80);
  for (const [dx, dy, turn] of [
    [-90, -120, 20],
    [40, -90, -30],
    [100, -140, 50],
  ] as const) {
    const [tx, ty] = polar(0, 0, 60 * k, turn);
    out += slash(
      paper,
      bowed([x + dx * k - tx, foot + dy * k - ty], [x + dx * k + tx, foot + dy * k + ty], 8, 6),
      22 * k,
      'wheat',
    );
  }
  return out + strew(paper, shape, x, foot - 120 * k, 190 * k, 70 * k, ['moss', 'cream'], 16, 11 * k);
};

const plain: DrawRoll = (paper, x, foot, k) => {
  const shape = dome(x, foot, 190 * k, 112 * k);
  return (
    paper.ground(x, foot, 180 * k, 30) +
    body(paper, shape, 'crust', 0.8 * k) +
    slash(paper, bowed([x - 110 * k, foot - 150 * k], [x + 110 * k, foot - 156 * k], -22, 8), 36 * k) +
    slash(paper, bowed([x - 6, foot - 196 * k], [x + 10, foot - 96 * k], 10, 8), 32 * k)
  );
};

/** A five-fold star, pressed by hand and dipped in poppy seed. */
const star: DrawRoll = (paper, x, foot, k) => {
  const y = foot - 190 * k;
  const shape = paper.blob(x, y, 330 * k, 214 * k, 0.012, 15);
  let out = paper.ground(x, foot, 300 * k, 44) + body(paper, shape, 'wheat', 1.1 * k);
  let cuts = '';
  for (let i = 0; i < 5; i++) {
    const line = Array.from({ length: 7 }, (_, n): Point => {
      const [px, py] = polar(0, 0, n * 54 * k, i * 72 - 96 + n * 11);
      return [x - 8 * k + px, y - 26 * k + py * 0.66];
    });
    cuts += paper.flat(
      band(
        line.map(([px, py]): Point => [px + 9, py + 13]),
        (t) => 34 * k * (0.3 + t),
      ),
      paper.tone('crust').shade,
      0.5,
    );
    cuts += paper.flat(
      band(line, (t) => 15 * k * (0.4 + t)),
      paper.tone('cream').base,
      0.9,
    );
  }
  out += paper.clip(shape, cuts);
  out += strew(paper, shape, x - 8, y - 26 * k, 296 * k, 178 * k, ['slate', 'midnight', 'ink'], 300, 8 * k);
  const knob = paper.blob(x - 8 * k, y - 30 * k, 42 * k, 30 * k, 0.03, 9);
  return (
    out +
    body(paper, knob, 'wheat', 0.4 * k, 0.7) +
    strew(paper, knob, x - 8, y - 30 * k, 34 * k, 22 * k, ['midnight', 'ink'], 14, 7 * k)
  );
};

const ROLLS: Readonly<Record<string, DrawRoll>> = { schrippe, rye: ryeRoll, star, plain };

/** Small breads, style names which; parts `bag` and `basket` hold them. */
export function roll(paper: Paper, params: Params): string {
  const draw = ROLLS[params.style ?? 'plain'] ?? plain;
  const count = params.count ?? 2;
  if (params.parts?.includes('bag')) {
    const bag = smooth([
      [-300, -150],
      [-300, -150],
      [-200, -120],
      [-100, -160],
      [0, -124],
      [110, -164],
      [210, -124],
      [300, -156],
      [300, -156],
      [290, FLOOR],
      [290, FLOOR],
      [-290, FLOOR],
      [-290, FLOOR],
    ]);
    return (
      paper.ground(0, FLOOR, 330, 50) +
      draw(paper, -130, -70, 0.62) +
      draw(paper, 150, -80, 0.62) +
      draw(paper, 0, -110, 0.66) +
      paper.layer(bag, paper.tone('sand').base, { lift: 1.1, glow: 0.8 }) +
      paper.clip(
        bag,
        paper.flat(box(120, -200, 60, 700), paper.tone('sand').light, 0.5) +
          paper.flat(ellipse(0, 150, 110, 110), paper.tone(toneAt(params, 1, 'orange')).base, 0.85),
      ) +
      slash(paper, bowed([-58, 176], [58, 130], -18, 8), 30) +
      paper.rim(bag, paper.tone('crust').deep, 26, 8, 0.22)
    );
  }
  if (params.parts?.includes('basket')) {
    const basket = smooth([
      [-400, 170],
      [-400, 170],
      [400, 170],
      [400, 170],
      [330, FLOOR],
      [330, FLOOR],
      [-330, FLOOR],
      [-330, FLOOR],
    ]);
    let weave = '';
    for (let row = 0; row < 6; row++) {
      for (let col = 0; col < 13; col++) {
        const x = -400 + col * 66 + (row % 2 ? 33 : 0);
        weave += paper.flat(
          box(x, 184 + row * 42, 56, 34, 14),
          paper.tone('wheat')[(row + col) % 2 ? 'light' : 'shade'],
          0.75,
        );
      }
    }
    return (
      paper.ground(0, FLOOR, 370, 54) +
      cloth(paper, 190, 'white', 400) +
      draw(paper, -210, 210, 0.86) +
      draw(paper, 210, 206, 0.86) +
      draw(paper, 0, 160, 0.9) +
      draw(paper, -10, 260, 0.94) +
      body(paper, basket, 'wheat', 0.9) +
      paper.clip(basket, weave) +
      paper.layer(box(-416, 150, 832, 44, 22), paper.tone('crust').light, { lift: 0.8, glow: 0.7 })
    );
  }
  if (count === 1) return draw(paper, 0, FLOOR, 1.18);
  const back = count > 2 ? draw(paper, 0, FLOOR - 150, 0.9) : '';
  return (
    back +
    draw(paper, count > 2 ? -200 : -150, FLOOR - (count > 2 ? 30 : 110), 0.98) +
    draw(paper, 170, FLOOR + 10, 1.06)
  );
}
