import { band, bowed, box, ellipse, type Path, type Point, petal, place, smooth, turned } from './geometry.ts';
import type { ToneName } from './palette.ts';
import type { Paper } from './paper.ts';

/** Small things that many motifs wear. */
export function ribbonBow(paper: Paper, x: number, y: number, size: number, name: ToneName): string {
  const { light, base, shade } = paper.tone(name);
  let out = '';
  for (const side of [-1, 1]) {
    const tail = bowed([x, y], [x + side * size * 0.5, y + size * (1.12 + side * 0.08)], side * size * 0.13, 6);
    const ribbon = band(tail, size * 0.2);
    out += paper.layer(ribbon, side < 0 ? base : shade, { lift: 0.7 });
  }
  for (const side of [-1, 1]) {
    const loop = smooth([
      [x, y],
      [x, y],
      [x + side * size * 0.34, y - size * 0.4],
      [x + side * size * 0.78, y - size * 0.36],
      [x + side * size * 0.82, y + size * 0.06],
      [x + side * size * 0.4, y + size * 0.16],
    ]);
    const hole = smooth([
      [x + side * size * 0.2, y - size * 0.1],
      [x + side * size * 0.46, y - size * 0.24],
      [x + side * size * 0.66, y - size * 0.18],
      [x + side * size * 0.62, y],
      [x + side * size * 0.4, y + size * 0.02],
    ]);
    out += paper.layer(loop, side < 0 ? light : base, { lift: 0.8, glow: 0.6 }) + paper.flat(hole, shade, 0.8);
  }
  return out + paper.layer(paper.blob(x, y, size * 0.15, size * 0.17, 0.04), base, { lift: 0.6 });
}

/** A printed paper label with lines where words would be and a small leaf as its mark. */
export function label(
  paper: Paper,
  x: number,
  y: number,
  w: number,
  h: number,
  ink: string,
  paperColor: string,
  round = 6,
): string {
  const sheet = box(x - w / 2, y - h / 2, w, h, round);
  const stroke = Math.max(2.5, w * 0.014);
  let out = paper.layer(sheet, paperColor, { lift: 0.35, glow: 0.2 });
  out += `<g opacity=".8">${paper.flat(place(petal(h * 0.2, h * 0.1, { tip: 0.8 }), { x: x - 2, y: y - h * 0.06, rotate: -34 }), ink)}`;
  out += paper.flat(place(petal(h * 0.2, h * 0.1, { tip: 0.8 }), { x: x + 2, y: y - h * 0.06, rotate: 34 }), ink);
  for (const [row, wide] of [
    [0.1, 0.56],
    [0.2, 0.34],
    [0.33, 0.44],
  ] as const) {
    out += paper.line(
      [
        [x - (w * wide) / 2, y + h * row],
        [x + (w * wide) / 2, y + h * row],
      ],
      ink,
      row === 0.1 ? stroke * 2.2 : stroke,
    );
  }
  return `${out}</g>`;
}

export function flame(paper: Paper, x: number, y: number, size: number): string {
  const drop = (k: number): Path =>
    smooth([
      [x, y - size * k],
      [x, y - size * k],
      [x + size * 0.2 * k, y - size * 0.5 * k],
      [x + size * 0.24 * k, y - size * 0.18 * k],
      [x, y],
      [x - size * 0.24 * k, y - size * 0.18 * k],
      [x - size * 0.17 * k, y - size * 0.52 * k],
    ]);
  return (
    paper.halo(x, y - size * 0.45, size * 1.9, '#ffd98a', paper.dark ? 0.5 : 0.55) +
    paper.layer(drop(1), paper.tone('orange').light, { lift: 0, glow: 0.3 }) +
    paper.flat(drop(0.66), paper.tone('butter').base) +
    paper.flat(drop(0.36), '#fff6dc')
  );
}

/** Shine and shade that make a turned shape round: a lit band left, a dark side right. */
export function roundness(paper: Paper, shape: Path, width: number, lit: string, dark: string, strength = 1): string {
  return (
    paper.rim(shape, dark, width * 0.22, 0, 0.13 * strength) +
    paper.rim(shape, dark, width * 0.09, 0, 0.14 * strength) +
    paper.rim(shape, lit, -width * 0.06, 0, 0.45 * strength)
  );
}

export type Vessel = { x: number; foot: number; w: number; h: number; tone: ToneName; kind: string };

type Profile = readonly (readonly [half: number, y: number])[];

/** Half widths and heights from rim (0) to foot (1), as shares of width and height. */
const PROFILES: Readonly<Record<string, Profile>> = {
  vase: [
    [0.26, 0],
    [0.26, 0],
    [0.2, 0.1],
    [0.24, 0.24],
    [0.46, 0.48],
    [0.49, 0.64],
    [0.4, 0.86],
    [0.27, 1],
    [0.27, 1],
  ],
  tall: [
    [0.3, 0],
    [0.3, 0],
    [0.26, 0.1],
    [0.3, 0.4],
    [0.36, 0.75],
    [0.3, 1],
    [0.3, 1],
  ],
  bowl: [
    [0.5, 0],
    [0.5, 0],
    [0.49, 0.3],
    [0.4, 0.7],
    [0.24, 0.94],
    [0.24, 1],
    [0.24, 1],
  ],
  pot: [
    [0.5, 0],
    [0.5, 0],
    [0.5, 0.16],
    [0.5, 0.16],
    [0.44, 0.17],
    [0.44, 0.17],
    [0.34, 1],
    [0.34, 1],
  ],
  round: [
    [0.3, 0],
    [0.3, 0],
    [0.27, 0.07],
    [0.44, 0.26],
    [0.5, 0.55],
    [0.42, 0.86],
    [0.28, 1],
    [0.28, 1],
  ],
  jug: [
    [0.34, 0],
    [0.34, 0],
    [0.28, 0.14],
    [0.34, 0.36],
    [0.46, 0.66],
    [0.42, 0.92],
    [0.36, 1],
    [0.36, 1],
  ],
  drum: [
    [0.5, 0],
    [0.5, 0],
    [0.47, 1],
    [0.47, 1],
  ],
  bucket: [
    [0.5, 0],
    [0.5, 0],
    [0.37, 1],
    [0.37, 1],
  ],
};

export function vesselShape({ x, foot, w, h, kind }: Vessel): Path {
  const profile = PROFILES[kind] ?? PROFILES.vase ?? [];
  return turned(
    x,
    profile.map(([half, y]) => [half * w, foot - h + y * h] as const),
    0.16,
  );
}

/** The inside of the mouth, drawn before what stands in the vessel. */
export function vesselBack(paper: Paper, vessel: Vessel): string {
  const half = (PROFILES[vessel.kind]?.[0]?.[0] ?? 0.3) * vessel.w;
  const mouth = ellipse(vessel.x, vessel.foot - vessel.h, half, half * 0.16);
  return (
    paper.ground(vessel.x, vessel.foot - 6, vessel.w * 0.56) +
    paper.layer(mouth, paper.tone(vessel.tone).deep, { lift: 0, glow: 0 })
  );
}

export function vesselFront(paper: Paper, vessel: Vessel): string {
  const { x, foot, w, h, kind } = vessel;
  const { tint, light, base, shade, deep } = paper.tone(vessel.tone);
  const shape = vesselShape(vessel);
  const half = (PROFILES[kind]?.[0]?.[0] ?? 0.3) * w;
  const top = foot - h;
  let out = '';
  if (kind === 'jug') {
    const handle: Point[] = [
      [x + w * 0.26, top + h * 0.14],
      [x + w * 0.6, top + h * 0.14],
      [x + w * 0.66, top + h * 0.42],
      [x + w * 0.4, top + h * 0.68],
    ];
    out += paper.layer(band(handle, w * 0.1), shade, { lift: 0.8 });
  }
  out += paper.layer(shape, base, { lift: 1.1, glow: 0.7 });
  out += roundness(paper, shape, w, tint, deep);
  if (kind === 'drum') {
    const strap = bowed([x - w, foot - h * 0.45], [x + w, foot - h * 0.45], w * 0.15, 8);
    out += paper.clip(shape, paper.flat(band(strap, h * 0.12), light, 0.75));
  } else if (kind === 'bucket' || kind === 'tall') {
    out += paper.clip(
      shape,
      [0.16, 0.8].map((k) => paper.flat(box(x - w, top + h * k, w * 2, h * 0.03), shade, 0.7)).join(''),
    );
  } else if (kind === 'vase' || kind === 'round') {
    const glaze = Array.from(
      { length: 9 },
      (_, i): Point => [x + w * 0.56 - i * w * 0.14, top + h * (0.42 + (i % 2 ? 0.1 : 0) + paper.random.off(0.03))],
    );
    const above: Point[] = [
      [x - w, top - h],
      [x + w, top - h],
    ];
    out += paper.clip(shape, paper.flat(smooth([...glaze, ...above]), light, 0.55));
  } else if (kind === 'pot') {
    const collar = box(x - w * 0.5, top, w, h * 0.17, 4);
    out += paper.layer(collar, light, { lift: 0.5, glow: 0.7 }) + paper.rim(collar, deep, w * 0.14, 0, 0.22);
  }
  // The front lip dips, so that the mouth reads as round.
  return (
    out +
    paper.line(
      bowed([x - half * 0.97, top + 2], [x + half * 0.97, top + 2], half * 0.16, 8),
      tint,
      Math.max(5, w * 0.018),
      0.8,
    )
  );
}
