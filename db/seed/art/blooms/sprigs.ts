import { bowed, ellipse, type Point, petal, place } from '../geometry.ts';
import type { ToneName } from '../palette.ts';
import type { Paper } from '../paper.ts';

/** A branch from its foot to its tip. */
export type Sprig = { from: Point; to: Point; bow?: number; scale?: number; tone?: ToneName };
export type DrawSprig = (paper: Paper, sprig: Sprig) => string;

/** Walks a branch from foot to tip: place and direction (degrees, 0 up) at each step. */
function walk(
  { from, to, bow = 0 }: Sprig,
  steps: number,
  visit: (at: Point, turn: number, t: number) => string,
): string {
  const points = bowed(from, to, bow, steps);
  let out = '';
  points.forEach((at, i) => {
    const next = points[i + 1] ?? at;
    const before = points[i - 1] ?? at;
    const turn = (Math.atan2(next[1] - before[1], next[0] - before[0]) * 180) / Math.PI + 90;
    out += visit(at, turn, i / steps);
  });
  return out;
}

const size = ({ from, to }: Sprig) => Math.hypot(to[0] - from[0], to[1] - from[1]);

/** Pairs of round silver leaves. */
export const eucalyptus: DrawSprig = (paper, sprig) => {
  const tone = sprig.tone ?? 'sage';
  const { tint, light, base, shade } = paper.tone(tone);
  const s = sprig.scale ?? 1;
  const steps = Math.max(5, Math.round(size(sprig) / (80 * s)));
  let out = paper.stem(sprig.from, sprig.to, sprig.bow ?? 0, 9 * s, 'moss');
  out += walk(sprig, steps, ([x, y], turn, t) => {
    if (t < 0.24) return '';
    let pair = '';
    const r = s * (52 - 24 * t) * (1 + paper.random.off(0.12));
    for (const side of [-1, 1]) {
      const angle = turn + side * (62 + paper.random.off(10) - t * 20);
      const leaf = place(petal(r * 1.75, r * 1.6, { tip: 0.1, belly: 0.58 }), { x, y, rotate: angle });
      const lit = side < 0 ? (t > 0.6 ? tint : light) : t > 0.6 ? light : base;
      pair += paper.layer(leaf, lit, { lift: 0.6, glow: 0.5 });
      const vein = place(
        [
          { kind: 'M', to: [0, 0] },
          { kind: 'L', to: [0, -r * 1.3] },
        ],
        { x, y, rotate: angle },
      );
      const end = vein[1];
      if (end && end.kind === 'L') pair += paper.line([[x, y], end.to], shade, 2.2 * s, 0.45);
    }
    return pair;
  });
  return out;
};

/** Long pointed leaves on both sides: olive, willow, laurel. */
export const olive: DrawSprig = (paper, sprig) => {
  const tone = sprig.tone ?? 'leaf';
  const s = sprig.scale ?? 1;
  const steps = Math.max(5, Math.round(size(sprig) / (52 * s)));
  let out = paper.stem(sprig.from, sprig.to, sprig.bow ?? 0, 8 * s, 'moss');
  out += walk(sprig, steps, ([x, y], turn, t) => {
    if (t < 0.12) return '';
    const length = s * (120 - 46 * t);
    const side = Math.round(t * steps) % 2 ? 1 : -1;
    return (
      paper.leaf(x, y, length, length * 0.32, turn + side * (48 - t * 22), tone) +
      paper.leaf(x, y, length * 0.9, length * 0.3, turn - side * (52 - t * 22), tone)
    );
  });
  return out;
};

/** Fine feathered fronds. */
export const fern: DrawSprig = (paper, sprig) => {
  const { light, base, shade } = paper.tone(sprig.tone ?? 'forest');
  const s = sprig.scale ?? 1;
  const steps = Math.max(9, Math.round(size(sprig) / (36 * s)));
  let out = paper.stem(sprig.from, sprig.to, sprig.bow ?? 0, 7 * s, sprig.tone ?? 'forest');
  out += walk(sprig, steps, ([x, y], turn, t) => {
    if (t < 0.22) return '';
    const length = s * 112 * Math.sin(Math.min(1, (t - 0.22) / 0.78) ** 0.62 * Math.PI) ** 0.8 + 12;
    let pair = '';
    for (const side of [-1, 1]) {
      const frond = place(petal(length, 33 * s, { tip: 0.9, belly: 0.35 }), {
        x,
        y,
        rotate: turn + side * (68 - t * 30),
      });
      pair += paper.layer(frond, side < 0 ? (t > 0.5 ? light : base) : t > 0.5 ? base : shade, {
        lift: 0.35,
        glow: 0,
      });
    }
    return pair;
  });
  return out;
};

/** A spike of small buds: lavender, delphinium, salvia. */
export const lavender: DrawSprig = (paper, sprig) => {
  const { tint, light, base, shade } = paper.tone(sprig.tone ?? 'violet');
  const s = sprig.scale ?? 1;
  const steps = Math.max(10, Math.round(size(sprig) / (34 * s)));
  let out = paper.stem(sprig.from, sprig.to, sprig.bow ?? 0, 6 * s, 'sage');
  out += walk(sprig, steps, ([x, y], turn, t) => {
    if (t < 0.5 && !(t > 0.38 && t < 0.43)) return '';
    const fat = s * (33 - Math.abs(t - 0.7) * 42);
    let whorl = '';
    for (const side of [-56, 56, -18, 20]) {
      const bud = place(petal(fat * 1.35, fat * 0.85, { tip: 0.3 }), {
        x,
        y,
        rotate: turn + side + paper.random.off(9),
      });
      whorl += paper.layer(bud, side < -30 ? light : side > 40 ? shade : side < 0 ? tint : base, {
        lift: 0.3,
        glow: 0,
      });
    }
    return whorl;
  });
  return out;
};

/** A cloud of small white stars. */
export const gypsophila: DrawSprig = (paper, sprig) => {
  const { tint, light } = paper.tone(sprig.tone ?? 'white');
  const s = sprig.scale ?? 1;
  const { random } = paper;
  const [fx, fy] = sprig.from;
  const [tx, ty] = sprig.to;
  const reach = size(sprig);
  let out = paper.stem(sprig.from, [fx + (tx - fx) * 0.72, fy + (ty - fy) * 0.72], sprig.bow ?? 0, 5 * s, 'sage');
  let dots = '';
  for (let i = 0; i < 15; i++) {
    const x = tx + random.off(Math.min(reach * 0.26, 78 * s));
    const y = ty + random.off(Math.min(reach * 0.24, 70 * s));
    out += paper.line(
      bowed([fx + (tx - fx) * 0.6, fy + (ty - fy) * 0.6], [x, y], random.off(20), 3),
      paper.tone('sage').base,
      2.2 * s,
    );
    dots += paper.layer(paper.blob(x, y, 14 * s, 13 * s, 0.16, 6), random.next() > 0.4 ? tint : light, {
      lift: 0.35,
      glow: 0,
    });
  }
  return out + dots;
};

/** Round berries on short stalks. */
export const berries: DrawSprig = (paper, sprig) => {
  const { tint, base, shade } = paper.tone(sprig.tone ?? 'cherry');
  const s = sprig.scale ?? 1;
  const steps = Math.max(6, Math.round(size(sprig) / (46 * s)));
  let out = paper.stem(sprig.from, sprig.to, sprig.bow ?? 0, 7 * s, 'toast');
  out += walk(sprig, steps, ([x, y], turn, t) => {
    if (t < 0.25) return '';
    let group = '';
    for (const side of [-1, 1]) {
      const [end] = place([{ kind: 'M', to: [side * 30 * s, -26 * s] }], {
        x,
        y,
        rotate: turn + paper.random.off(16),
      });
      if (end?.kind !== 'M') continue;
      const [bx, by] = end.to;
      const berry = ellipse(bx, by, 17 * s);
      group += paper.line(
        [
          [x, y],
          [bx, by],
        ],
        paper.tone('toast').base,
        3 * s,
      );
      group +=
        paper.layer(berry, side < 0 ? base : shade, { lift: 0.5, glow: 0.8 }) +
        paper.flat(ellipse(bx - 6 * s, by - 6 * s, 4 * s), tint, 0.8);
    }
    return group;
  });
  return out;
};

/** An ear of grass or wheat. */
export const wheatEar: DrawSprig = (paper, sprig) => {
  const { tint, light, base, shade } = paper.tone(sprig.tone ?? 'straw');
  const s = sprig.scale ?? 1;
  const steps = Math.max(12, Math.round(size(sprig) / (26 * s)));
  const ear = 1 - Math.min(0.4, (250 * s) / size(sprig));
  let out = paper.stem(sprig.from, sprig.to, sprig.bow ?? 0, 6 * s, sprig.tone ?? 'straw');
  out += walk(sprig, steps, ([x, y], turn, t) => {
    if (t < ear) return '';
    let pair = '';
    for (const side of [-1, 1]) {
      const angle = turn + side * (30 - t * 8);
      const grain = place(petal(46 * s, 19 * s, { tip: 0.7, belly: 0.45 }), { x, y, rotate: angle });
      const [awn] = place([{ kind: 'M', to: [side * 6 * s, -96 * s] }], { x, y, rotate: turn + side * 16 });
      if (awn?.kind === 'M') pair += paper.line([[x, y], awn.to], light, 1.8 * s, 0.8);
      pair += paper.layer(grain, side < 0 ? (t > 0.9 ? tint : light) : t > 0.9 ? base : shade, {
        lift: 0.35,
        glow: 0,
      });
    }
    return pair;
  });
  return out;
};

export const SPRIGS = {
  eucalyptus,
  olive,
  fern,
  lavender,
  gypsophila,
  berries,
  wheat: wheatEar,
} satisfies Record<string, DrawSprig>;
