import { body } from '../baked.ts';
import { band, bowed, ellipse, type Path, type Point, petal, place, polar, smooth } from '../geometry.ts';
import type { ToneName } from '../palette.ts';
import type { Paper } from '../paper.ts';

/** One piece with its middle at (x, y) and about 400 high at `k` 1. Crates and scenes use these as well. */
export type Piece = (paper: Paper, x: number, y: number, k: number, tone?: ToneName) => string;

export const shine = (paper: Paper, x: number, y: number, k: number, turn = -34): string =>
  paper.flat(place(ellipse(0, 0, 42 * k, 17 * k), { x, y, rotate: turn }), paper.white, 0.5);

export const round = (x: number, y: number, k: number, points: readonly Point[]): Path =>
  smooth(points.map(([px, py]): Point => [x + px * k, y + py * k]));

export const tomatoPiece: Piece = (paper, x, y, k, tone = 'tomato') => {
  const shape = round(x, y, k, [
    [-60, -150],
    [-180, -124],
    [-236, 0],
    [-196, 120],
    [-70, 178],
    [80, 176],
    [200, 116],
    [236, -4],
    [176, -126],
    [60, -150],
    [0, -130],
  ]);
  let ribs = '';
  for (const dx of [-150, -60, 60, 150])
    ribs += paper.line(
      bowed([x + dx * 0.3 * k, y - 130 * k], [x + dx * 1.05 * k, y + 160 * k], -dx * 0.34 * k, 8),
      paper.tone(tone).deep,
      13 * k,
      0.22,
    );
  let out = body(paper, shape, tone, 0.9 * k) + paper.clip(shape, ribs) + shine(paper, x - 118 * k, y - 60 * k, k);
  for (let i = 0; i < 5; i++)
    out += paper.layer(
      place(petal(118 * k, 44 * k, { tip: 1 }), { x, y: y - 128 * k, rotate: -110 + i * 55 }),
      paper.tone('leaf')[i % 2 ? 'base' : 'shade'],
      { lift: 0.5 },
    );
  return (
    out +
    paper.layer(band(bowed([x, y - 130 * k], [x + 20 * k, y - 208 * k], 8, 4), 20 * k), paper.tone('moss').base, {
      lift: 0.4,
    })
  );
};

export const applePiece: Piece = (paper, x, y, k, tone = 'cherry') => {
  const shape = round(x, y, k, [
    [-20, -150],
    [-120, -182],
    [-216, -110],
    [-214, 40],
    [-120, 176],
    [-30, 186],
    [0, 174],
    [40, 186],
    [130, 170],
    [216, 36],
    [212, -112],
    [118, -182],
    [24, -150],
  ]);
  let out =
    body(paper, shape, tone, 0.9 * k) +
    paper.clip(
      shape,
      paper.flat(paper.blob(x - 110 * k, y + 40 * k, 96 * k, 120 * k, 0.06), paper.tone('gold').light, 0.5),
    );
  out +=
    shine(paper, x - 110 * k, y - 84 * k, k) +
    paper.flat(ellipse(x, y - 146 * k, 56 * k, 18 * k), paper.tone(tone).deep, 0.6);
  return (
    out +
    paper.layer(
      band(bowed([x, y - 146 * k], [x + 34 * k, y - 250 * k], 16, 4), (t) => (14 + t * 8) * k),
      paper.tone('toast').base,
      { lift: 0.5 },
    ) +
    paper.leaf(x + 18 * k, y - 200 * k, 150 * k, 70 * k, 64, 'leaf')
  );
};

export const pearPiece: Piece = (paper, x, y, k, tone = 'moss') => {
  const shape = round(x, y, k, [
    [0, -256],
    [-70, -236],
    [-92, -140],
    [-126, -30],
    [-204, 70],
    [-196, 190],
    [-100, 250],
    [0, 254],
    [108, 246],
    [200, 180],
    [198, 60],
    [118, -40],
    [88, -146],
    [66, -238],
  ]);
  let freckles = '';
  for (let i = 0; i < 34; i++) {
    const [px, py] = polar(x, y + 90 * k, Math.sqrt((i + 0.5) / 34) * 190 * k, i * 137.5);
    freckles += paper.flat(ellipse(px, py, 4 * k + 1), paper.tone('toast').base, 0.5);
  }
  return (
    body(paper, shape, tone, k) +
    paper.clip(
      shape,
      paper.flat(paper.blob(x + 90 * k, y + 100 * k, 130 * k, 150 * k, 0.05), paper.tone('clay').base, 0.38) + freckles,
    ) +
    shine(paper, x - 96 * k, y + 60 * k, 1.2 * k, -60) +
    paper.layer(
      band(bowed([x, y - 250 * k], [x - 30 * k, y - 350 * k], -14, 4), (t) => (13 + t * 8) * k),
      paper.tone('toast').base,
      { lift: 0.5 },
    )
  );
};

export const plumPiece: Piece = (paper, x, y, k, tone = 'plum') => {
  const shape = round(x, y, k, [
    [0, -184],
    [-110, -160],
    [-172, -40],
    [-150, 100],
    [-50, 186],
    [60, 184],
    [154, 96],
    [172, -40],
    [112, -160],
  ]);
  return (
    body(paper, shape, tone, 0.8 * k) +
    paper.clip(
      shape,
      paper.line(
        bowed([x + 10 * k, y - 180 * k], [x + 46 * k, y + 176 * k], -44 * k, 8),
        paper.tone(tone).deep,
        11 * k,
        0.6,
      ) + paper.flat(paper.blob(x - 60 * k, y - 40 * k, 90 * k, 110 * k, 0.08), paper.tone('lilac').light, 0.3),
    ) +
    shine(paper, x - 84 * k, y - 84 * k, 0.9 * k) +
    paper.layer(
      band(
        [
          [x, y - 176 * k],
          [x + 6 * k, y - 224 * k],
        ],
        13 * k,
      ),
      paper.tone('toast').base,
      { lift: 0.3 },
    )
  );
};

export const potatoPiece: Piece = (paper, x, y, k, tone = 'clay') => {
  const shape = place(paper.blob(0, 0, 230 * k, 164 * k, 0.07, 9), { x, y, rotate: paper.random.between(-24, 24) });
  let eyes = '';
  for (let i = 0; i < 6; i++) {
    const [px, py] = polar(x, y, (60 + i * 20) * k, i * 137.5);
    eyes += paper.line(
      bowed([px - 16 * k, py], [px + 16 * k, py + 4 * k], 9 * k, 4),
      paper.tone(tone).deep,
      7 * k,
      0.5,
    );
  }
  return body(paper, shape, tone, 0.8 * k) + paper.clip(shape, eyes + strewSpecks(paper, x, y, 210 * k));
};

const strewSpecks = (paper: Paper, x: number, y: number, r: number): string =>
  Array.from({ length: 18 }, (_, i) => {
    const [px, py] = polar(x, y, Math.sqrt((i + 0.5) / 18) * r, i * 137.5);
    return paper.flat(ellipse(px, py * 0.75 + y * 0.25, 4, 3), paper.tone('rye').base, 0.4);
  }).join('');

export const pepperPiece: Piece = (paper, x, y, k, tone = 'tomato') => {
  const shape = round(x, y, k, [
    [-90, -200],
    [-136, -120],
    [-120, 20],
    [-80, 150],
    [-10, 260],
    [40, 300],
    [60, 236],
    [96, 110],
    [128, -40],
    [126, -150],
    [70, -206],
    [0, -190],
  ]);
  return (
    body(paper, shape, tone, 0.9 * k) +
    paper.clip(
      shape,
      paper.line(
        bowed([x - 30 * k, y - 190 * k], [x + 10 * k, y + 230 * k], 40 * k, 8),
        paper.tone(tone).deep,
        14 * k,
        0.3,
      ),
    ) +
    paper.flat(place(ellipse(0, 0, 110 * k, 17 * k), { x: x - 80 * k, y: y - 30 * k, rotate: 84 }), paper.white, 0.42) +
    paper.layer(paper.blob(x, y - 200 * k, 92 * k, 34 * k, 0.08, 9), paper.tone('leaf').shade, {
      lift: 0.5,
      glow: 0.6,
    }) +
    paper.layer(
      band(bowed([x, y - 206 * k], [x + 40 * k, y - 300 * k], 18, 5), (t) => (30 - t * 8) * k),
      paper.tone('leaf').base,
      { lift: 0.5 },
    )
  );
};

export const cabbagePiece: Piece = (paper, x, y, k) => {
  const veined = (shape: Path, from: Point, to: Point, tone: 'light' | 'base' | 'shade', name: ToneName): string => {
    let veins = paper.line(bowed(from, to, 10, 6), paper.tone('mint').tint, 15 * k, 0.9);
    for (const t of [0.25, 0.45, 0.65])
      for (const side of [-1, 1]) {
        const [sx, sy] = [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t];
        veins += paper.line(
          bowed([sx, sy], [sx + side * 120 * k, sy + (to[1] - from[1]) * 0.3], side * 12, 5),
          paper.tone('mint').tint,
          7 * k,
          0.75,
        );
      }
    return paper.layer(shape, paper.tone(name)[tone], { lift: 1, glow: 0.8 }) + paper.clip(shape, veins);
  };
  const leafAt = (turn: number, tone: 'light' | 'base' | 'shade', name: ToneName, far = 1): string => {
    const wavy = Array.from({ length: 18 }, (_, i): Point => {
      const [px, py] = polar(0, -180, i % 2 ? 236 : 214, i * 20);
      return [px * 1.02, py * 0.98];
    });
    const shape = place(smooth(wavy), { x, y, rotate: turn, scale: k * far });
    const [tx, ty] = polar(x, y, 390 * k * far, turn - 90);
    return veined(shape, [x, y], [tx, ty], tone, name);
  };
  let out =
    leafAt(-106, 'shade', 'leaf') +
    leafAt(106, 'shade', 'leaf') +
    leafAt(-58, 'base', 'leaf') +
    leafAt(60, 'base', 'leaf');
  const heart = paper.blob(x, y - 110 * k, 250 * k, 238 * k, 0.014, 12);
  out += body(paper, heart, 'lime', 1.1 * k, 1.4);
  const fold = smooth([
    [x - 246 * k, y - 90 * k],
    [x - 160 * k, y - 300 * k],
    [x + 60 * k, y - 350 * k],
    [x + 120 * k, y - 220 * k],
    [x + 20 * k, y - 20 * k],
    [x - 140 * k, y + 100 * k],
  ]);
  out += paper.clip(heart, veined(fold, [x - 130 * k, y + 100 * k], [x + 40 * k, y - 330 * k], 'light', 'lime'));
  out += paper.clip(
    heart,
    paper.line(
      bowed([x + 130 * k, y + 130 * k], [x + 100 * k, y - 300 * k], -90 * k, 8),
      paper.tone('mint').tint,
      13 * k,
      0.85,
    ) + paper.line(bowed([x + 170 * k, y], [x + 240 * k, y - 160 * k], -20, 5), paper.tone('mint').tint, 7 * k, 0.7),
  );
  return out;
};

export const carrotPiece: Piece = (paper, x, y, k, tone = 'orange') => {
  const shape = round(x, y, k, [
    [-70, -190],
    [-92, -120],
    [-70, 30],
    [-34, 200],
    [-2, 340],
    [14, 340],
    [40, 190],
    [78, 20],
    [94, -120],
    [66, -192],
    [0, -206],
  ]);
  const rings = [-110, -40, 40, 120, 200]
    .map((dy, i) =>
      paper.line(
        bowed([x + (i % 2 ? -90 : 0) * k, y + dy * k], [x + (i % 2 ? -6 : 80) * k, y + (dy + 6) * k], 8 * k, 4),
        paper.tone(tone).deep,
        7 * k,
        0.4,
      ),
    )
    .join('');
  return body(paper, shape, tone, 0.6 * k, 0.9) + paper.clip(shape, rings);
};
