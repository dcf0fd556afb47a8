import { body, staged, strew } from '../baked.ts';
import { band, bowed, box, ellipse, place, polar, smooth } from '../geometry.ts';
import { FLOOR, type Motifs, onSheet, onTable, type Params } from '../motif.ts';
import type { Paper } from '../paper.ts';
import { cakes } from './cakes.ts';
import { cinnamonRoll, croissant, danish, painAuChocolat } from './laminated.ts';
import { traybake } from './traybakes.ts';

/** Round and cracked, with pools of chocolate. */
function cookie(paper: Paper, params: Params): string {
  const one = (x: number, y: number, r: number): string => {
    const shape = paper.blob(x, y, r, r * 0.97, 0.03, 12);
    let chips = '';
    for (let i = 0; i < 11; i++) {
      const [cx, cy] = polar(x, y, Math.sqrt((i + 0.4) / 11) * r * 0.82, i * 137.5);
      const pool = paper.blob(
        cx,
        cy,
        r * paper.random.between(0.1, 0.19),
        r * paper.random.between(0.08, 0.15),
        0.18,
        7,
      );
      chips +=
        paper.layer(pool, paper.tone('cocoa').base, { lift: 0.35, glow: 0.7 }) +
        paper.flat(ellipse(cx - r * 0.04, cy - r * 0.04, r * 0.035, r * 0.02), paper.white, 0.5);
    }
    const cracks = [20, 110, 200, 290]
      .map((turn) =>
        paper.line(
          bowed(polar(x, y, r * 0.5, turn), polar(x, y, r * 0.94, turn + 24), r * 0.06, 5),
          paper.tone('toast').base,
          6,
          0.4,
        ),
      )
      .join('');
    return (
      body(paper, shape, 'wheat', r / 320, 1.2) +
      paper.clip(shape, cracks + chips) +
      strew(paper, shape, x, y, r * 0.8, r * 0.8, ['white'], 12, 8)
    );
  };
  if (params.parts?.includes('plate')) {
    return (
      paper.layer(paper.blob(0, 10, 500, 494, 0.004, 14), paper.tone('cream').light, { lift: 1.4, glow: 0.6 }) +
      paper.layer(ellipse(0, 10, 380, 376), paper.tone('cream').base, { lift: 0, glow: 0.4 }) +
      one(-170, -120, 190) +
      one(180, -150, 186) +
      one(-130, 210, 190) +
      one(190, 170, 196)
    );
  }
  return one(120, -190, 290) + one(-90, 170, 340);
}

/** Glossy dark squares in a stack. */
function brownie(paper: Paper, params: Params): string {
  const count = params.count ?? 3;
  let out = paper.ground(0, FLOOR, 330, 52);
  for (let i = 0; i < count; i++) {
    const shift = [-26, 30, -8][i % 3] ?? 0;
    const foot = FLOOR - i * 196;
    const front = box(shift - 270, foot - 156, 540, 156, 16);
    const top = smooth([
      [shift - 272, foot - 148],
      [shift - 272, foot - 148],
      [shift - 190, foot - 232],
      [shift - 190, foot - 232],
      [shift + 226, foot - 236],
      [shift + 226, foot - 236],
      [shift + 272, foot - 150],
      [shift + 272, foot - 150],
    ]);
    out += body(paper, front, 'cocoa', 0.8) + strew(paper, front, shift, foot - 74, 240, 60, ['rye', 'toast'], 34, 14);
    out += paper.layer(top, paper.tone('rye').base, { lift: 0.3, glow: 1 });
    out += paper.clip(
      top,
      [0.2, 0.5, 0.8]
        .map((t) =>
          paper.line(
            bowed([shift - 250 + t * 420, foot - 236], [shift - 230 + t * 400, foot - 150], 22, 6),
            paper.tone('toast').light,
            5,
            0.5,
          ),
        )
        .join(''),
    );
    out += paper.clip(
      top,
      paper.flat(
        place(ellipse(0, 0, 90, 16), { x: shift - 90, y: foot - 206, rotate: -6 }),
        paper.tone('sand').tint,
        0.5,
      ),
    );
  }
  return (
    out +
    strew(paper, ellipse(30, FLOOR - count * 196 - 6, 190, 40), 20, FLOOR - count * 196 - 4, 180, 26, ['white'], 12, 9)
  );
}

/** Sugared balls with jam showing; parts `box`. */
function doughnut(paper: Paper, params: Params): string {
  const one = (x: number, foot: number, k: number): string => {
    const shape = paper.blob(x, foot - 158 * k, 236 * k, 172 * k, 0.012, 12);
    const belt = bowed([x - 240 * k, foot - 150 * k], [x + 240 * k, foot - 150 * k], 40 * k, 10);
    return (
      paper.ground(x, foot, 200 * k, 34) +
      body(paper, shape, 'crust', 0.9 * k) +
      paper.clip(shape, paper.flat(band(belt, 46 * k), paper.tone('butter').light, 0.85)) +
      strew(paper, shape, x - 16, foot - 226 * k, 200 * k, 92 * k, ['white'], 120, 8 * k) +
      paper.layer(paper.blob(x + 60 * k, foot - 236 * k, 44 * k, 30 * k, 0.08, 8), paper.tone('plum').base, {
        lift: 0.4,
        glow: 0.9,
      }) +
      paper.flat(ellipse(x + 48 * k, foot - 244 * k, 12 * k, 6 * k), paper.white, 0.6)
    );
  };
  if (params.parts?.includes('box')) {
    return (
      paper.ground(0, FLOOR, 440, 54) +
      paper.layer(
        smooth([
          [-400, 80],
          [-400, 80],
          [-330, -190],
          [-330, -190],
          [330, -190],
          [330, -190],
          [400, 80],
          [400, 80],
        ]),
        paper.tone('blush').shade,
        { lift: 0.8 },
      ) +
      one(-210, 220, 0.72) +
      one(210, 220, 0.72) +
      one(0, 262, 0.76) +
      paper.layer(box(-420, 206, 840, 224, 14), paper.tone('blush').base, { lift: 1.1, glow: 0.8 }) +
      paper.flat(box(-420, 290, 840, 30), paper.tone('plum').base, 0.7) +
      paper.flat(box(-420, 334, 840, 10), paper.tone('plum').base, 0.7)
    );
  }
  return `${one(60, FLOOR - 210, 1.04)}${one(-150, FLOOR + 6, 1.1)}${one(230, FLOOR + 30, 0.86)}`;
}

/** A crumbled top over a pleated paper case. */
function muffin(paper: Paper): string {
  const cup = smooth([
    [-260, 60],
    [-260, 60],
    [260, 60],
    [260, 60],
    [196, FLOOR],
    [196, FLOOR],
    [-196, FLOOR],
    [-196, FLOOR],
  ]);
  const top = smooth([
    [-330, 80],
    [-352, -40],
    [-250, -190],
    [-60, -280],
    [120, -268],
    [282, -170],
    [352, -30],
    [330, 84],
    [170, 120],
    [0, 104],
    [-180, 122],
  ]);
  const pleats = Array.from({ length: 9 }, (_, i) =>
    paper.flat(
      smooth([
        [-262 + i * 60, 60],
        [-262 + i * 60, 60],
        [-232 + i * 60, 60],
        [-232 + i * 60, 60],
        [-176 + i * 45, FLOOR],
        [-176 + i * 45, FLOOR],
        [-198 + i * 45, FLOOR],
        [-198 + i * 45, FLOOR],
      ]),
      paper.tone('teal').deep,
      0.3,
    ),
  ).join('');
  let out =
    paper.ground(0, FLOOR, 260, 46) +
    body(paper, cup, 'teal', 0.8) +
    paper.clip(cup, pleats) +
    body(paper, top, 'wheat', 1.2);
  for (const [x, y] of [
    [-210, 10],
    [-90, -120],
    [70, -190],
    [200, -70],
    [60, 10],
    [-60, 60],
    [270, 40],
    [-260, -70],
  ] as const) {
    out +=
      paper.layer(paper.blob(x, y, 48, 44, 0.05, 8), paper.tone('midnight').base, { lift: 0.5, glow: 0.9 }) +
      paper.flat(ellipse(x - 14, y - 14, 12, 7), paper.tone('blue').tint, 0.8);
  }
  for (let i = 0; i < 26; i++) {
    const [x, y] = polar(0, -90, Math.sqrt((i + 0.5) / 26) * 270, i * 137.5);
    out += paper.layer(
      paper.blob(x, y * 0.72 - 50, paper.random.between(16, 30), paper.random.between(13, 22), 0.16, 6),
      paper.tone(i % 2 ? 'butter' : 'sand').light,
      { lift: 0.3, glow: 0.4 },
    );
  }
  return out;
}

export const pastries = {
  croissant: onTable(croissant),
  'pain-au-chocolat': staged(painAuChocolat, 1.12, 70),
  'cinnamon-roll': onSheet(cinnamonRoll),
  danish: onSheet(danish),
  cookie: onSheet(cookie),
  brownie: onTable(brownie),
  doughnut: staged(doughnut, 1.08, 70),
  muffin: onTable((paper) => `<g transform="translate(0 -30) scale(1.1)">${muffin(paper)}</g>`),
  traybake: staged(traybake, 1.16, 90),
  ...cakes,
} satisfies Motifs;
