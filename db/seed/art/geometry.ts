/** Paths as data: shapes are moved and turned before they are written, so that light always falls one way. */
export type Point = readonly [x: number, y: number];
export type Segment =
  | { readonly kind: 'M' | 'L'; readonly to: Point }
  | {
      readonly kind: 'C';
      readonly a: Point;
      readonly b: Point;
      readonly to: Point;
    }
  | { readonly kind: 'Z' };
export type Path = readonly Segment[];
export type Placement = {
  x?: number;
  y?: number;
  rotate?: number;
  scale?: number;
  sx?: number;
  sy?: number;
};

const num = (value: number) => String(Math.round(value * 10) / 10);
const pair = ([x, y]: Point) => `${num(x)} ${num(y)}`;

export function toData(path: Path): string {
  return path
    .map((s) => {
      if (s.kind === 'Z') return 'Z';
      return s.kind === 'C' ? `C${pair(s.a)} ${pair(s.b)} ${pair(s.to)}` : s.kind + pair(s.to);
    })
    .join('');
}

export function mapPath(path: Path, change: (p: Point) => Point): Path {
  return path.map((s) => {
    if (s.kind === 'Z') return s;
    if (s.kind === 'C') return { kind: 'C', a: change(s.a), b: change(s.b), to: change(s.to) };
    return { kind: s.kind, to: change(s.to) };
  });
}

export function placer({ x = 0, y = 0, rotate = 0, scale = 1, sx = 1, sy = 1 }: Placement) {
  const angle = (rotate * Math.PI) / 180;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return ([px, py]: Point): Point => {
    const ax = px * scale * sx;
    const ay = py * scale * sy;
    return [x + ax * cos - ay * sin, y + ax * sin + ay * cos];
  };
}

/** Scales, then turns (degrees, clockwise), then moves. */
export const place = (path: Path, placement: Placement): Path => mapPath(path, placer(placement));

export const polar = (cx: number, cy: number, r: number, degrees: number): Point => {
  const angle = (degrees * Math.PI) / 180;
  return [cx + Math.cos(angle) * r, cy + Math.sin(angle) * r];
};

export const lerp = (a: number, b: number, t: number) => a + (b - a) * t;

export function along(from: Point, to: Point, t: number): Point {
  return [lerp(from[0], to[0], t), lerp(from[1], to[1], t)];
}

/** A smooth line through the points; a point given twice becomes a corner. */
export function smooth(points: readonly Point[], closed = true, pull = 1): Path {
  const count = points.length;
  const first = points[0];
  if (!first) return [];
  const get = (i: number): Point => {
    const index = closed ? (i + count) % count : Math.min(count - 1, Math.max(0, i));
    return points[index] ?? first;
  };
  const out: Segment[] = [{ kind: 'M', to: first }];
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const [p0, p1, p2, p3] = [get(i - 1), get(i), get(i + 1), get(i + 2)];
    if (p1[0] === p2[0] && p1[1] === p2[1]) continue;
    const k = pull / 6;
    out.push({
      kind: 'C',
      a: [p1[0] + (p2[0] - p0[0]) * k, p1[1] + (p2[1] - p0[1]) * k],
      b: [p2[0] - (p3[0] - p1[0]) * k, p2[1] - (p3[1] - p1[1]) * k],
      to: p2,
    });
  }
  if (closed) out.push({ kind: 'Z' });
  return out;
}

export function poly(points: readonly Point[], closed = true): Path {
  const out: Segment[] = points.map((to, i) => ({ kind: i ? 'L' : 'M', to }));
  if (closed) out.push({ kind: 'Z' });
  return out;
}

const ROUND = 0.5523;

export function ellipse(cx: number, cy: number, rx: number, ry = rx): Path {
  const kx = rx * ROUND;
  const ky = ry * ROUND;
  return [
    { kind: 'M', to: [cx, cy - ry] },
    {
      kind: 'C',
      a: [cx + kx, cy - ry],
      b: [cx + rx, cy - ky],
      to: [cx + rx, cy],
    },
    {
      kind: 'C',
      a: [cx + rx, cy + ky],
      b: [cx + kx, cy + ry],
      to: [cx, cy + ry],
    },
    {
      kind: 'C',
      a: [cx - kx, cy + ry],
      b: [cx - rx, cy + ky],
      to: [cx - rx, cy],
    },
    {
      kind: 'C',
      a: [cx - rx, cy - ky],
      b: [cx - kx, cy - ry],
      to: [cx, cy - ry],
    },
    { kind: 'Z' },
  ];
}

/** A box by its upper left corner, with round corners of radius `r`. */
export function box(x: number, y: number, w: number, h: number, r = 0): Path {
  const k = r * (1 - ROUND);
  const right = x + w;
  const foot = y + h;
  return [
    { kind: 'M', to: [x + r, y] },
    { kind: 'L', to: [right - r, y] },
    { kind: 'C', a: [right - k, y], b: [right, y + k], to: [right, y + r] },
    { kind: 'L', to: [right, foot - r] },
    {
      kind: 'C',
      a: [right, foot - k],
      b: [right - k, foot],
      to: [right - r, foot],
    },
    { kind: 'L', to: [x + r, foot] },
    { kind: 'C', a: [x + k, foot], b: [x, foot - k], to: [x, foot - r] },
    { kind: 'L', to: [x, y + r] },
    { kind: 'C', a: [x, y + k], b: [x + k, y], to: [x + r, y] },
    { kind: 'Z' },
  ];
}

/**
 * A thing turned on a wheel: half widths at heights, mirrored. A row given twice is a sharp edge.
 * `dip` rounds mouth and foot as seen from slightly above, as a share of their half width.
 */
export function turned(cx: number, profile: readonly (readonly [half: number, y: number])[], dip = 0): Path {
  const right = profile.map(([half, y]): Point => [cx + half, y]);
  const left = profile.map(([half, y]): Point => [cx - half, y]).reverse();
  const [top, foot] = [right[0], left[0]];
  const [footRight, topLeft] = [right.at(-1), left.at(-1)];
  if (!top || !foot || !footRight || !topLeft) return [];
  const arc = (from: Point, to: Point): Segment => {
    const half = Math.abs(to[0] - from[0]) / 2;
    const y = from[1] + half * dip * 1.33;
    const side = Math.sign(to[0] - from[0]) * half * 0.45;
    return { kind: 'C', a: [from[0] + side, y], b: [to[0] - side, y], to };
  };
  return [
    ...smooth(right, false),
    arc(footRight, foot),
    ...smooth(left, false).slice(1),
    arc(topLeft, top),
    { kind: 'Z' },
  ];
}

/** A band along a smooth line, `width(t)` wide at each place: stems, ribbons, cords, brush strokes. */
export function band(line: readonly Point[], width: number | ((t: number) => number)): Path {
  const left: Point[] = [];
  const right: Point[] = [];
  const last = line.length - 1;
  line.forEach((p, i) => {
    const before = line[Math.max(0, i - 1)] ?? p;
    const after = line[Math.min(last, i + 1)] ?? p;
    const dx = after[0] - before[0];
    const dy = after[1] - before[1];
    const length = Math.hypot(dx, dy) || 1;
    const half = (typeof width === 'number' ? width : width(i / Math.max(1, last))) / 2;
    left.push([p[0] - (dy / length) * half, p[1] + (dx / length) * half]);
    right.push([p[0] + (dy / length) * half, p[1] - (dx / length) * half]);
  });
  const back = right.reverse();
  const turn = back[0];
  if (!turn) return [];
  return [...smooth(left, false), { kind: 'L', to: turn }, ...smooth(back, false).slice(1), { kind: 'Z' }];
}

/** Points on a line from one place to another that bows sideways by `bow`. */
export function bowed(from: Point, to: Point, bow: number, steps = 8): Point[] {
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const length = Math.hypot(dx, dy) || 1;
  return Array.from({ length: steps + 1 }, (_, i): Point => {
    const t = i / steps;
    const side = Math.sin(t * Math.PI) * bow;
    return [from[0] + dx * t - (dy / length) * side, from[1] + dy * t + (dx / length) * side];
  });
}

/** A petal from the origin upward. `tip`: 0 round, 1 pointed; `notch`: how deep the rim dips; `belly`: where it is widest. */
export function petal(length: number, width: number, { tip = 0, notch = 0, belly = 0.62, lean = 0 } = {}): Path {
  const half = width / 2;
  const wide = -length * belly;
  const rim = -length;
  const reach = half * (1 - tip) * 0.75;
  const top: Point = [lean, rim + length * notch];
  return [
    { kind: 'M', to: [0, 0] },
    {
      kind: 'C',
      a: [half * 0.55, -length * 0.08],
      b: [half, wide * 0.55],
      to: [half, wide],
    },
    {
      kind: 'C',
      a: [half, lerp(wide, rim, 0.75)],
      b: [lean + reach, rim],
      to: top,
    },
    {
      kind: 'C',
      a: [lean - reach, rim],
      b: [-half, lerp(wide, rim, 0.75)],
      to: [-half, wide],
    },
    {
      kind: 'C',
      a: [-half, wide * 0.55],
      b: [-half * 0.55, -length * 0.08],
      to: [0, 0],
    },
    { kind: 'Z' },
  ];
}
