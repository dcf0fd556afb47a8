import { band, bowed, box, ellipse, type Path, type Point, smooth, turned } from '../geometry.ts';
import type { ToneName } from '../palette.ts';
import type { Paper } from '../paper.ts';
import { label, roundness } from '../parts.ts';

/** A thing of the beauty shelf: where its foot stands, how large, and its tones (body, cap, mark). */
export type Item = (
  paper: Paper,
  at: { x: number; foot: number; k: number },
  tones: readonly [body: ToneName, cap: ToneName, mark: ToneName],
) => string;

/** A straight body with soft shoulders and a rounded foot. */
export function flask(x: number, foot: number, w: number, h: number, shoulder = 0.16, neck = 0.3, corner = 0.1): Path {
  const half = w / 2;
  const top = foot - h;
  return turned(
    x,
    [
      [half * neck, top],
      [half * neck, top],
      [half * neck, top + h * 0.03],
      [half * 0.8, top + h * shoulder * 0.62],
      [half, top + h * shoulder * 1.5],
      [half, foot - w * corner * 1.6],
      [half * 0.97, foot - w * corner * 0.5],
      [half * 0.86, foot],
      [half * 0.86, foot],
    ],
    0.02,
  );
}

export function body(paper: Paper, shape: Path, width: number, name: ToneName, strength = 1): string {
  const { base, tint, deep } = paper.tone(name);
  return paper.layer(shape, base, { lift: 1.2, glow: 0.8 }) + roundness(paper, shape, width, tint, deep, strength);
}

export const marked = (paper: Paper, x: number, y: number, w: number, h: number, mark: ToneName) =>
  label(paper, x, y, w, h, paper.tone(mark).deep, paper.tone('white').tint, 3);

export const jar: Item = (paper, { x, foot, k }, [glass, cap, mark]) => {
  const w = 480 * k;
  const h = 250 * k;
  const pot = turned(
    x,
    [
      [w * 0.47, foot - h],
      [w * 0.47, foot - h],
      [w * 0.5, foot - h * 0.86],
      [w * 0.5, foot - h * 0.2],
      [w * 0.47, foot - h * 0.04],
      [w * 0.42, foot],
      [w * 0.42, foot],
    ],
    0.05,
  );
  const lid = box(x - w * 0.515, foot - h - 128 * k, w * 1.03, 140 * k, 16 * k);
  const rib = paper.tone(cap);
  let lines = '';
  for (let i = 1; i < 26; i++)
    lines += paper.flat(
      box(x - w * 0.515 + i * w * 0.04, foot - h - 128 * k, 4 * k, 140 * k),
      i < 12 ? rib.light : rib.shade,
      0.4,
    );
  return (
    body(paper, pot, w, glass) +
    marked(paper, x - 12 * k, foot - h * 0.46, w * 0.5, h * 0.62, mark) +
    body(paper, lid, w, cap) +
    paper.clip(lid, lines) +
    paper.flat(box(x - w * 0.5, foot - h - 122 * k, w * 0.9, 9 * k, 4), rib.tint, 0.7)
  );
};

/** The same jar open, with a swirl of cream and its lid leaning. */
export const openJar: Item = (paper, { x, foot, k }, [glass, cap, mark]) => {
  const w = 500 * k;
  const h = 250 * k;
  const lid = paper.tone(cap);
  const cream = paper.tone('white');
  const leaning = ellipse(x + w * 0.52, foot - 128 * k, 96 * k, 140 * k);
  const pot = turned(
    x - 50 * k,
    [
      [w * 0.5, foot - h],
      [w * 0.5, foot - h],
      [w * 0.5, foot - h * 0.2],
      [w * 0.43, foot],
      [w * 0.43, foot],
    ],
    0.1,
  );
  const cx = x - 50 * k;
  const top = foot - h;
  const peak = (rx: number, ry: number, dy: number) =>
    smooth([
      [cx - rx, top + dy],
      [cx - rx * 0.6, top + dy - ry * 0.7],
      [cx + rx * 0.1, top + dy - ry],
      [cx + rx * 0.7, top + dy - ry * 0.5],
      [cx + rx, top + dy],
      [cx, top + dy + ry * 0.42],
    ]);
  return (
    paper.layer(ellipse(x + w * 0.56, foot - 122 * k, 100 * k, 140 * k), lid.shade, { lift: 1 }) +
    paper.layer(leaning, lid.base, { lift: 0.5, glow: 0.8 }) +
    paper.rim(leaning, lid.tint, -7, -8, 0.6) +
    paper.layer(ellipse(cx, top, w * 0.5, w * 0.1), paper.tone(glass).shade, { lift: 0 }) +
    paper.layer(peak(w * 0.45, 70 * k, 14 * k), cream.shade, { lift: 0.5 }) +
    paper.layer(peak(w * 0.36, 110 * k, -14 * k), cream.base, { lift: 0.6 }) +
    paper.layer(peak(w * 0.22, 120 * k, -58 * k), cream.light, { lift: 0.6, glow: 0.8 }) +
    body(paper, pot, w, glass) +
    paper.line(
      bowed([cx - w * 0.48, top + 2], [cx + w * 0.48, top + 2], w * 0.075, 8),
      paper.tone(glass).tint,
      8 * k,
      0.8,
    ) +
    marked(paper, cx - 10 * k, foot - h * 0.38, w * 0.46, h * 0.52, mark)
  );
};

export const pump: Item = (paper, { x, foot, k }, [glass, cap, mark]) => {
  const w = 330 * k;
  const h = 560 * k;
  const top = foot - h;
  const c = paper.tone(cap);
  const nozzle: Point[] = [
    [x + 20 * k, top - 190 * k],
    [x - 60 * k, top - 200 * k],
    [x - 150 * k, top - 190 * k],
    [x - 172 * k, top - 150 * k],
  ];
  return (
    paper.layer(box(x - 15 * k, top - 160 * k, 30 * k, 110 * k), c.shade) +
    paper.layer(band(nozzle, 36 * k), c.base) +
    paper.layer(box(x - 56 * k, top - 214 * k, 112 * k, 52 * k, 16 * k), c.light, { glow: 0.6 }) +
    body(paper, flask(x, foot, w, h), w, glass) +
    body(paper, box(x - 64 * k, top - 74 * k, 128 * k, 86 * k, 10 * k), 128 * k, cap) +
    marked(paper, x - 8 * k, foot - h * 0.4, w * 0.66, h * 0.42, mark)
  );
};

export const dropper: Item = (paper, { x, foot, k }, [glass, cap, mark]) => {
  const w = 310 * k;
  const h = 420 * k;
  const top = foot - h;
  const rubber = turned(x, [
    [26 * k, top - 250 * k],
    [26 * k, top - 250 * k],
    [40 * k, top - 230 * k],
    [44 * k, top - 150 * k],
    [52 * k, top - 96 * k],
    [52 * k, top - 96 * k],
  ]);
  const shape = flask(x, foot, w, h, 0.2, 0.36);
  const g = paper.tone(glass);
  const serum = paper.clip(
    shape,
    paper.flat(box(x - w, foot - h * 0.72, w * 2, h), g.deep, 0.28) +
      paper.flat(box(x - 9 * k, top, 18 * k, h * 0.8), g.tint, 0.6),
  );
  return (
    body(paper, rubber, 100 * k, mark) +
    body(paper, box(x - 66 * k, top - 104 * k, 132 * k, 116 * k, 8 * k), 132 * k, cap) +
    body(paper, shape, w, glass) +
    serum +
    paper.flat(
      band(
        [
          [x - w * 0.38, top + h * 0.3],
          [x - w * 0.39, foot - h * 0.2],
        ],
        14 * k,
      ),
      '#ffffff',
      0.4,
    ) +
    marked(paper, x + 4 * k, foot - h * 0.34, w * 0.62, h * 0.4, mark)
  );
};
