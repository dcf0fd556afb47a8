import { body, cloth, strew } from '../baked.ts';
import { band, bowed, box, ellipse, type Path, type Point, place, polar, smooth } from '../geometry.ts';
import { FLOOR, type Params } from '../motif.ts';
import type { Paper } from '../paper.ts';

/** A crescent of overlapping bands, its tips down. */
function croissantAt(paper: Paper, x: number, y: number, k: number): string {
  const tones = ['crust', 'wheat', 'crust', 'wheat', 'crust', 'wheat', 'crust'] as const;
  const count = tones.length;
  const order = [0, 6, 1, 5, 2, 4, 3];
  let out = paper.ground(x, y + 150 * k, 390 * k, 46 * k);
  for (const i of order) {
    const t = i / (count - 1);
    const angle = 196 + t * 148;
    const [px, py] = polar(0, 0, 1, angle);
    const thick = (104 + 150 * Math.sin(Math.PI * t)) * k;
    const cx = x + px * 330 * k;
    const cy = y + 150 * k + py * 210 * k;
    const petal = place(
      smooth([
        [-86, -0.5 * 150],
        [0, -0.66 * 150],
        [86, -0.5 * 150],
        [104, 0],
        [86, 0.6 * 150],
        [0, 0.74 * 150],
        [-86, 0.6 * 150],
        [-104, 0],
      ]),
      { x: cx, y: cy, rotate: (angle - 270) * 0.92, sx: k * 1.02, sy: thick / 150 },
    );
    out += body(paper, petal, tones[i] ?? 'crust', 0.75 * k, 0.9);
    for (const n of [-1, 0, 1]) {
      const line = bowed([n * 44 - 14, -70], [n * 44 + 18, 84], 8, 5).map(([lx, ly]): Point => {
        const [ux, uy] = polar(0, 0, 1, (angle - 270) * 0.92);
        const sx = lx * k;
        const sy = ly * (thick / 150) * 0.8;
        return [cx + sx * ux - sy * uy, cy + sx * uy + sy * ux];
      });
      out += paper.clip(petal, paper.line(line, paper.tone('toast').base, 6 * k, 0.34));
    }
  }
  return out;
}

export function croissant(paper: Paper, params: Params): string {
  const count = params.count ?? 1;
  if (params.parts?.includes('box')) {
    const lid = smooth([
      [-400, 60],
      [-400, 60],
      [-330, -170],
      [-330, -170],
      [330, -170],
      [330, -170],
      [400, 60],
      [400, 60],
    ]);
    const front = box(-420, 190, 840, 240, 14);
    return (
      paper.ground(0, FLOOR, 430, 54) +
      paper.layer(lid, paper.tone('cream').shade, { lift: 0.8, glow: 0.5 }) +
      croissantAt(paper, -190, 40, 0.62) +
      croissantAt(paper, 190, 46, 0.62) +
      croissantAt(paper, 0, 120, 0.68) +
      paper.layer(front, paper.tone('cream').base, { lift: 1.1, glow: 0.8 }) +
      paper.flat(box(-420, 286, 840, 56), paper.tone('orange').base, 0.85) +
      paper.layer(ellipse(0, 314, 92, 92), paper.tone('orange').light, { lift: 0.5, glow: 0.6 }) +
      croissantAt(paper, 0, 314, 0.17)
    );
  }
  if (count > 1)
    return `${cloth(paper, FLOOR - 40, 'white')}${croissantAt(paper, 40, 40, 0.82)}${croissantAt(paper, -40, 230, 0.98)}`;
  return croissantAt(paper, 0, 210, 1.2);
}

/** Two folded pillows with chocolate at the ends. */
export function painAuChocolat(paper: Paper): string {
  const one = (x: number, foot: number, k: number): string => {
    const shape = smooth([
      [x - 330 * k, foot - 60 * k],
      [x - 322 * k, foot - 170 * k],
      [x - 210 * k, foot - 236 * k],
      [x, foot - 252 * k],
      [x + 214 * k, foot - 234 * k],
      [x + 326 * k, foot - 166 * k],
      [x + 330 * k, foot - 58 * k],
      [x + 250 * k, foot - 6 * k],
      [x, foot + 6 * k],
      [x - 250 * k, foot - 6 * k],
    ]);
    let out = paper.ground(x, foot, 320 * k, 40) + body(paper, shape, 'wheat', 1 * k);
    let folds = '';
    for (const [i, dx] of [-250, -165, -80, 10, 100, 190, 270].entries()) {
      folds += paper.flat(
        band(bowed([x + dx * k - 30, foot - 260 * k], [x + dx * k + 26, foot + 8], 26 * k, 8), 56 * k),
        paper.tone(i % 2 ? 'toast' : 'crust').base,
        i % 2 ? 0.5 : 0.75,
      );
      folds += paper.line(
        bowed([x + dx * k - 56 * k, foot - 250 * k], [x + dx * k - 2, foot], 26 * k, 8),
        paper.tone('butter').tint,
        5,
        0.6,
      );
    }
    out +=
      paper.clip(shape, folds) +
      paper.rim(shape, paper.tone('toast').deep, 34 * k, 40 * k, 0.32) +
      paper.rim(shape, paper.tone('butter').tint, -14, -18, 0.4);
    for (const dy of [-150, -84])
      out += paper.layer(ellipse(x + 318 * k, foot + dy * k, 24 * k, 27 * k), paper.tone('cocoa').base, {
        lift: 0.3,
        glow: 0.6,
      });
    return out;
  };
  return one(90, FLOOR - 190, 0.98) + one(-50, FLOOR + 10, 1.14);
}

/** A spiral from above; style `knot` is braided with pearl sugar. */
export function cinnamonRoll(paper: Paper, params: Params): string {
  if (params.style === 'knot') {
    let out = paper.layer(paper.blob(10, 20, 372, 352, 0.02, 12), paper.tone('toast').base, { lift: 1.4, glow: 0 });
    for (let i = 0; i < 8; i++) {
      const [x, y] = polar(0, 10, 206, i * 45 + 12);
      const strand = place(
        smooth([
          [-120, 60],
          [-130, -40],
          [-30, -112],
          [96, -84],
          [130, 20],
          [60, 104],
          [-50, 116],
        ]),
        { x, y, rotate: i * 45 + 60, scale: 1.08 },
      );
      out += body(paper, strand, i % 2 ? 'wheat' : 'crust', 0.7, 0.9);
      const [ux, uy] = polar(x, y, 70, i * 45 + 100);
      out += paper.clip(
        strand,
        paper.line(bowed([ux - 60, uy], [ux + 40, uy - 40], 20, 6), paper.tone('toast').deep, 10, 0.45),
      );
    }
    const middle = paper.blob(0, 6, 128, 120, 0.03, 9);
    out +=
      body(paper, middle, 'wheat', 0.7, 1) +
      paper.line(bowed([-70, -10], [60, 36], -40, 7), paper.tone('toast').deep, 10, 0.45);
    return out + strew(paper, paper.blob(0, 10, 360, 350, 0.01), 0, 10, 340, 330, ['white', 'cream'], 90, 14);
  }
  const outer = paper.blob(0, 10, 420, 408, 0.016, 14);
  let out = body(paper, outer, 'crust', 1.2, 1.6);
  const spiral = Array.from({ length: 74 }, (_, i): Point => polar(0, 10, 372 - i * 4.9, i * 15.6 - 60));
  out += paper.clip(
    outer,
    paper.line(spiral, paper.tone('wheat').light, 74) +
      paper.line(
        spiral.map(([x, y]): Point => [x + 8, y + 10]),
        paper.tone('cocoa').light,
        24,
        0.85,
      ) +
      paper.line(
        spiral.map(([x, y]): Point => [x - 16, y - 18]),
        paper.tone('cream').light,
        8,
        0.5,
      ),
  );
  const zigzag = Array.from(
    { length: 15 },
    (_, i): Point => [(i % 2 ? 1 : -1) * (150 + 230 * Math.sin(((i + 1) / 16) * Math.PI)), -360 + i * 54],
  );
  const under = zigzag.map(([x, y]): Point => [x + 6, y + 9]);
  const drizzle = paper.line(under, paper.tone('cocoa').base, 26, 0.25) + paper.line(zigzag, paper.white, 24);
  return out + paper.clip(outer, drizzle) + paper.rim(outer, paper.tone('toast').deep, 30, 34, 0.3);
}

/** A pinwheel around custard and half an apricot. */
export function danish(paper: Paper): string {
  let out = '';
  const base = paper.blob(0, 20, 380, 360, 0.02, 12);
  out += paper.layer(base, paper.tone('wheat').base, { lift: 1.5, glow: 0.6 });
  for (let i = 0; i < 5; i++) {
    const sail = place(
      smooth([
        [0, 0],
        [0, 0],
        [60, -180],
        [20, -420],
        [20, -420],
        [250, -330],
        [330, -150],
        [120, -60],
      ]),
      { y: 10, rotate: i * 72 - 20 },
    );
    out += body(paper, sail, i % 2 ? 'wheat' : 'crust', 0.9, 1);
    for (const n of [0.3, 0.5, 0.7]) {
      const line = place(smooth(bowed([40 + n * 60, -120], [60 + n * 230, -360 + n * 110], -20, 5), false), {
        y: 10,
        rotate: i * 72 - 20,
      });
      out += paper.clip(sail, paper.line(pointsOf(line), paper.tone('toast').base, 7, 0.4));
    }
  }
  const cream = paper.blob(0, 10, 176, 170, 0.04, 10);
  out += paper.layer(cream, paper.tone('butter').light, { lift: 0.5, glow: 0.6 });
  const half = paper.blob(0, 8, 132, 126, 0.02, 10);
  out +=
    body(paper, half, 'orange', 0.8, 0.9) +
    paper.flat(paper.blob(12, 16, 58, 54, 0.04), paper.tone('orange').deep, 0.3);
  return (
    out +
    paper.flat(place(ellipse(0, 0, 44, 17), { x: -52, y: -54, rotate: -36 }), paper.white, 0.75) +
    strew(paper, base, 0, 20, 340, 320, ['white'], 26, 10)
  );
}

const pointsOf = (path: Path): Point[] => path.flatMap((segment) => (segment.kind === 'Z' ? [] : [segment.to]));
