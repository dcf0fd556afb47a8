import { body, cloth, flour, slash } from '../baked.ts';
import { band, bowed, box, ellipse, type Path, type Point, place, polar, smooth } from '../geometry.ts';
import { FLOOR, type Params, toneAt } from '../motif.ts';
import type { Paper } from '../paper.ts';
import { has } from './loaves.ts';

/** Long sticks, crossed or upright in a paper sleeve. */
export function baguette(paper: Paper, params: Params): string {
  const tone = toneAt(params, 0, 'crust');
  const stick = (x: number, y: number, turn: number, long = 480): string => {
    const shape = smooth([
      [-long, 0],
      [-long * 0.94, -46],
      [-long * 0.5, -76],
      [0, -84],
      [long * 0.5, -76],
      [long * 0.94, -44],
      [long, 2],
      [long * 0.94, 44],
      [long * 0.5, 72],
      [0, 80],
      [-long * 0.5, 72],
      [-long * 0.94, 44],
    ]);
    const put = { x, y, rotate: turn };
    let cuts = '';
    for (let i = -2; i <= 2; i++) {
      const line = bowed([i * long * 0.36 - 90, 34], [i * long * 0.36 + 90, -38], 20, 8);
      cuts += slash(
        paper,
        line.map((p) => placePoint(p, put)),
        34,
      );
    }
    return body(paper, place(shape, put), tone, 0.7) + cuts;
  };
  if (has(params, 'sleeve')) {
    const paperBag = smooth([
      [-230, -150],
      [-230, -150],
      [250, -190],
      [250, -190],
      [190, FLOOR],
      [190, FLOOR],
      [-180, FLOOR],
      [-180, FLOOR],
    ]);
    return (
      paper.ground(0, FLOOR, 260, 50) +
      stick(-120, -110, -96, 420) +
      stick(120, -130, -82, 430) +
      stick(6, -150, -89, 440) +
      paper.layer(paperBag, paper.tone('cream').base, { lift: 1.1, glow: 0.7 }) +
      paper.clip(
        paperBag,
        [0, 1, 2, 3].map((i) => paper.flat(box(-300, 10 + i * 96, 640, 34), paper.tone('orange').light, 0.55)).join(''),
      ) +
      paper.rim(paperBag, paper.tone('crust').deep, 22, 10, 0.2)
    );
  }
  const base = has(params, 'cloth') ? cloth(paper, FLOOR - 30, 'sand') : '';
  const many = (params.count ?? 2) > 2 ? stick(-10, FLOOR - 330, -14, 430) : '';
  return `${base}${paper.ground(0, FLOOR + 6, 430, 50)}${many}${stick(20, FLOOR - 190, 17)}${stick(-20, FLOOR - 92, -11)}`;
}

function placePoint([x, y]: Point, put: { x: number; y: number; rotate: number }): Point {
  const [dx, dy] = polar(0, 0, 1, put.rotate);
  return [put.x + x * dx - y * dy, put.y + x * dy + y * dx];
}

/** A flat, floury slipper with olives. */
export function ciabatta(paper: Paper, params: Params): string {
  const tone = toneAt(params, 0, 'wheat');
  const shape = (put: { x: number; y: number; rotate: number }): Path =>
    place(
      smooth([
        [-400, 10],
        [-380, -86],
        [-200, -128],
        [40, -112],
        [260, -134],
        [400, -70],
        [416, 40],
        [300, 112],
        [60, 104],
        [-170, 122],
        [-360, 96],
      ]),
      put,
    );
  const one = (x: number, y: number, rotate: number): string => {
    const put = shape({ x, y, rotate });
    return (
      body(paper, put, tone, 0.9) +
      flour(paper, put, x - 40, y - 20, 350, 80, 150) +
      [-240, -90, 70, 200, 290]
        .map((dx, i) => {
          const [ox, oy] = [x + dx, y + (i % 2 ? 36 : -34) + dx * rotate * 0.017];
          return (
            paper.layer(ellipse(ox, oy, 34, 27), paper.tone('slate').deep, { lift: 0.4, glow: 0.8 }) +
            paper.flat(ellipse(ox - 10, oy - 9, 10, 6), paper.white, 0.5)
          );
        })
        .join('')
    );
  };
  return paper.ground(0, FLOOR + 6, 420, 56) + one(30, FLOOR - 250, -10) + one(-10, FLOOR - 108, 6);
}

/** A twisted, glossy knot with salt; style `chives` is filled. */
export function pretzel(paper: Paper, params: Params): string {
  const tone = toneAt(params, 0, 'toast');
  const { light } = paper.tone(tone);
  const rope = (line: readonly Point[], width: (t: number) => number): string => {
    const path = band(line, width);
    return (
      body(paper, path, tone, 0.6, 0.9) +
      paper.line(
        line.slice(2, -2).map(([x, y]): Point => [x - 12, y - 16]),
        light,
        9,
        0.55,
      )
    );
  };
  const belly = Array.from({ length: 17 }, (_, i): Point => {
    const angle = 200 + i * 8.75;
    return [Math.cos((angle * Math.PI) / 180) * -400, 70 - Math.sin((angle * Math.PI) / 180) * 340];
  });
  const left: Point[] = [
    [-376, 190],
    [-400, 0],
    [-330, -190],
    [-180, -260],
    [-40, -180],
    [40, -20],
    [130, 130],
    [230, 300],
  ];
  const right = left.map(([x, y]): Point => [-x, y]);
  const split = bowed([-180, 384], [180, 384], -30, 8);
  let out = paper.ground(0, FLOOR + 4, 380, 46);
  out += rope(left, (t) => 104 - t * 44) + rope(right, (t) => 104 - t * 44);
  out += rope(belly, (t) => 96 + Math.sin(Math.PI * t) * 62);
  out += slash(paper, split, 58);
  if (params.style === 'chives') {
    out += paper.layer(
      band(bowed([-170, 372], [170, 372], -26, 8), (t) => 34 * Math.sin(Math.PI * (0.06 + t * 0.88))),
      paper.tone('butter').tint,
      { lift: 0.3 },
    );
    for (let i = 0; i < 16; i++)
      out += paper.line(
        [
          [-140 + i * 18, 366 + paper.random.off(10)],
          [-128 + i * 18, 374 + paper.random.off(12)],
        ],
        paper.tone('leaf').base,
        8,
      );
  }
  for (const [x, y] of [
    [-330, 150],
    [-352, 20],
    [-290, -150],
    [-180, -206],
    [-70, -120],
    [330, 150],
    [350, 16],
    [286, -156],
    [176, -208],
    [66, -110],
    [-250, 330],
    [250, 336],
    [-90, 300],
    [96, 302],
  ] as const) {
    const crystal = place(box(-11, -9, 22, 18, 4), {
      x: x + paper.random.off(12),
      y: y + paper.random.off(12),
      rotate: paper.random.between(0, 90),
    });
    out += paper.layer(crystal, paper.white, { lift: 0.35, glow: 0 });
  }
  return out;
}
