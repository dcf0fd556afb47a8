import { band, ellipse, type Path, type Point, petal, place, placer, polar, smooth } from '../geometry.ts';
import { mix } from '../palette.ts';
import type { Paper } from '../paper.ts';
import { bySide, type DrawHead, petalRing, ruffled } from './head.ts';

/** Many-layered flowers. */
export const peony: DrawHead = (paper, { x, y, r, tone, tilt = 0 }) => {
  const { tint, light, base, shade, deep } = paper.tone(tone);
  const up = (k: number): Point => polar(x, y, r * k, tilt - 90);
  const cut = ruffled(paper, 3, 0.07);
  const fine = ruffled(paper, 4, 0.13);
  const [ax, ay] = up(0.06);
  const [bx, by] = up(0.14);
  const [cx, cy] = up(0.2);
  let out = petalRing(paper, x, y, {
    count: 8,
    reach: r,
    width: r * 0.98,
    fill: bySide(base, shade, shade),
    cut,
    lift: 1,
  });
  out += petalRing(paper, ax, ay, {
    count: 7,
    reach: r * 0.84,
    width: r * 0.86,
    fill: bySide(light, base, base),
    cut,
  });
  out += petalRing(paper, bx, by, {
    count: 8,
    reach: r * 0.62,
    width: r * 0.6,
    fill: bySide(tint, light, base),
    cut: fine,
  });
  out += paper.flat(paper.blob(cx, cy, r * 0.34, r * 0.3, 0.1), deep, 0.45);
  out += petalRing(paper, cx, cy, {
    count: 9,
    reach: r * 0.4,
    width: r * 0.36,
    fill: bySide(tint, light, light),
    cut: fine,
    lift: 0.5,
  });
  out += paper.flat(paper.blob(cx, cy, r * 0.15, r * 0.13, 0.12), shade, 0.75);
  out += petalRing(paper, cx, cy, {
    count: 6,
    reach: r * 0.21,
    width: r * 0.2,
    fill: bySide(tint, tint, light),
    cut: fine,
    lift: 0.4,
  });
  // The front guards close the bowl, which is what makes it a peony and not a rosette.
  for (const [turn, dx, dy, w, h] of [
    [-36, -0.42, 0.58, 0.8, 0.62],
    [38, 0.43, 0.6, 0.78, 0.6],
    [-13, -0.19, 0.86, 0.84, 0.62],
    [16, 0.2, 0.88, 0.8, 0.58],
  ] as const) {
    const shape = place(cupPetal(paper, r * w, r * h), placeAt(x, y, r * dx, r * dy, tilt, turn));
    out += paper.layer(shape, turn < 0 ? light : base, { lift: 0.9, glow: 0.7 });
    out += paper.rim(shape, tint, -r * 0.02, -r * 0.026, 0.6);
  }
  return out;
};

/** A petal seen from outside: a round foot below, a crinkled rim above. */
function cupPetal({ random }: Paper, w: number, h: number): Path {
  const rim = [-0.42, -0.3, -0.16, -0.02, 0.12, 0.28, 0.42].map((k, i): Point => {
    const dome = 1 - (k * 1.5) ** 4 * 1.6;
    return [k * w, -h * (dome - (i % 2 ? 0.075 + random.off(0.03) : 0))];
  });
  return smooth([[-w * 0.2, 0], [-w * 0.46, -h * 0.3], ...rim, [w * 0.46, -h * 0.3], [w * 0.2, 0]]);
}

function placeAt(x: number, y: number, dx: number, dy: number, tilt: number, turn: number) {
  const [px, py] = placer({ x, y, rotate: tilt })([dx, dy]);
  return { x: px, y: py, rotate: tilt + turn };
}

export const rose: DrawHead = (paper, { x, y, r, tone, tilt = 0 }) => {
  const { tint, light, base, shade, deep } = paper.tone(tone);
  const { random } = paper;
  let out = petalRing(paper, x, y, {
    count: 5,
    reach: r,
    width: r * 1.18,
    fill: bySide(base, base, shade),
    tip: 0.45,
    belly: 0.56,
    start: tilt + 20,
    lift: 1,
  });
  out += petalRing(paper, x, y, {
    count: 5,
    reach: r * 0.82,
    width: r,
    fill: bySide(light, base, shade),
    tip: 0.35,
    belly: 0.58,
    start: tilt - 14,
  });
  // Inner petals are discs slid over each other, turning as they shrink: the spiral of a rose.
  let turn = tilt + random.next() * 360;
  const discs = 9;
  for (let i = 0; i < discs; i++) {
    const t = i / (discs - 1);
    const size = r * (0.5 - t * 0.34);
    const [dx, dy] = polar(x, y, r * (0.24 - t * 0.21), turn);
    const shape = paper.blob(dx, dy, size, size * 0.95, 0.03, 8);
    out += paper.layer(shape, [shade, base, light][i % 3] ?? base, { lift: 0.55, glow: 0.5 });
    out += paper.rim(shape, tint, -r * 0.022, -r * 0.022, 0.7);
    turn += 137;
  }
  const spiral = Array.from({ length: 14 }, (_, i): Point => polar(x, y, r * (0.012 + i * 0.0095), turn + i * 48));
  return (
    out +
    paper.flat(
      band(spiral, (t) => r * 0.02 + t * r * 0.02),
      deep,
      0.8,
    )
  );
};

export const ranunculus: DrawHead = (paper, { x, y, r, tone, tilt = 0, heart = 'lime' }) => {
  const { tint, light, base, shade, deep } = paper.tone(tone);
  let out = '';
  const rings = [1, 0.87, 0.74, 0.61, 0.49, 0.37, 0.26];
  rings.forEach((k, i) => {
    const [cx, cy] = polar(x, y, r * 0.035 * i, tilt - 90);
    const fill = i % 2 === 0 ? bySide(light, base, shade) : bySide(tint, light, base);
    out += petalRing(paper, cx, cy, {
      count: 7 - Math.floor(i / 3),
      reach: r * k,
      width: r * k * 1.12,
      fill,
      belly: 0.66,
      lift: 0.5,
    });
  });
  const [hx, hy] = polar(x, y, r * 0.24, tilt - 90);
  const green = paper.tone(heart);
  out += paper.layer(paper.blob(hx, hy, r * 0.13, r * 0.12, 0.05), green.base, { lift: 0.3 });
  out += petalRing(paper, hx, hy, { count: 5, reach: r * 0.1, width: r * 0.08, fill: green.shade, lift: 0 });
  return out + paper.flat(ellipse(hx, hy, r * 0.03), deep, 0.6);
};

export const dahlia: DrawHead = (paper, { x, y, r, tone, tilt = 0 }) => {
  const { tint, light, base, shade, deep } = paper.tone(tone);
  const rings = [
    [16, 1, 0.3],
    [15, 0.83, 0.28],
    [14, 0.66, 0.24],
    [12, 0.5, 0.2],
    [10, 0.35, 0.16],
    [7, 0.22, 0.12],
  ] as const;
  let out = paper.layer(paper.blob(x, y, r * 0.7, r * 0.7, 0.02), deep, { lift: 1.6 });
  rings.forEach(([count, reach, width], i) => {
    const fill = i < 2 ? bySide(base, shade, shade) : i < 4 ? bySide(light, base, shade) : bySide(tint, light, base);
    out += petalRing(paper, x, y, {
      count,
      reach: r * reach,
      width: r * width,
      fill,
      tip: 0.85,
      belly: 0.68,
      start: tilt + i * 11,
      lift: 0.5,
    });
  });
  return out + paper.layer(paper.blob(x, y, r * 0.09, r * 0.09, 0.06), shade, { lift: 0.3 });
};

export const hydrangea: DrawHead = (paper, { x, y, r, tone, heart = 'cream' }) => {
  const { tint, light, base, shade, deep } = paper.tone(tone);
  const { random } = paper;
  let out = paper.layer(paper.blob(x, y, r * 0.93, r * 0.84, 0.04, 12), mix(deep, shade, 0.4), { lift: 1.4 });
  const steps = 58;
  // From the rim to the middle on a sunflower spiral, so that florets overlap like tiles.
  for (let i = steps; i >= 0; i--) {
    const [fx, raw] = polar(x, y, r * 0.88 * Math.sqrt(i / steps), i * 137.5 + random.off(7));
    const fy = y + (raw - y) * 0.9;
    const toLight = (-(fx - x) - (fy - y)) / r + random.off(0.45);
    const fill = toLight > 0.55 ? tint : toLight > 0 ? light : toLight > -0.7 ? base : shade;
    const size = r * random.between(0.185, 0.23);
    const turn = random.next() * 90;
    const floret = [0, 90, 180, 270].flatMap((q) =>
      place(petal(size, size * 1.05, { tip: 0.15 }), { x: fx, y: fy, rotate: turn + q }),
    );
    out += paper.layer(floret, fill, { lift: 0.42, glow: 0 });
    out +=
      paper.flat(ellipse(fx, fy, size * 0.16), paper.tone(heart).light) +
      paper.flat(ellipse(fx + 1, fy + 1.5, size * 0.07), shade);
  }
  return out;
};

/** Frilled and flat: carnations. */
export const carnation: DrawHead = (paper, { x, y, r, tone, tilt = 0 }) => {
  const { tint, light, base, shade } = paper.tone(tone);
  let out = '';
  const steps = [
    [11, 1],
    [10, 0.82],
    [9, 0.64],
    [7, 0.46],
    [5, 0.28],
  ] as const;
  steps.forEach(([count, k], i) => {
    const cut = ruffled(paper, 5, 0.11);
    const fill = i % 2 ? bySide(tint, light, base) : bySide(light, base, shade);
    out += petalRing(paper, x, y - r * 0.03 * i, {
      count,
      reach: r * k,
      width: r * k * 0.72,
      fill,
      cut,
      start: tilt + i * 17,
      lift: 0.6,
    });
  });
  return out;
};
