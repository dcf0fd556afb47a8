import {
  band,
  bowed,
  box,
  ellipse,
  type Path,
  type Point,
  place,
  polar,
  poly,
  smooth,
  turned,
} from '../geometry.ts';
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
export function flask(
  x: number,
  foot: number,
  w: number,
  h: number,
  shoulder = 0.16,
  neck = 0.3,
  corner = 0.1,
): Path {
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
  return (
    paper.layer(shape, base, { lift: 1.2, glow: 0.8 }) + roundness(paper, shape, width, tint, deep, strength)
  );
}

const marked = (paper: Paper, x: number, y: number, w: number, h: number, mark: ToneName) =>
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

export const tube: Item = (paper, { x, foot, k }, [skin, cap, mark]) => {
  const w = 320 * k;
  const h = 640 * k;
  const cork = 130 * k;
  const shape = smooth([
    [x - w * 0.5, foot - h],
    [x - w * 0.5, foot - h],
    [x + w * 0.5, foot - h],
    [x + w * 0.5, foot - h],
    [x + w * 0.47, foot - h * 0.6],
    [x + w * 0.39, foot - cork],
    [x + w * 0.39, foot - cork],
    [x - w * 0.39, foot - cork],
    [x - w * 0.39, foot - cork],
    [x - w * 0.47, foot - h * 0.6],
  ]);
  const crimp = box(x - w * 0.51, foot - h - 8 * k, w * 1.02, 58 * k, 4);
  const t = paper.tone(skin);
  let teeth = '';
  for (let i = 0; i < 20; i++)
    teeth += paper.flat(box(x - w * 0.5 + i * w * 0.051, foot - h - 8 * k, 4 * k, 58 * k), t.shade, 0.6);
  const wedge = poly([
    [x - w * 0.1, foot - h + 50 * k],
    [x + w * 0.3, foot - h + 50 * k],
    [x + w * 0.12, foot - h * 0.36],
  ]);
  return (
    body(paper, shape, w, skin, 0.8) +
    paper.flat(wedge, t.tint, 0.35) +
    paper.layer(crimp, t.light, { lift: 0.3 }) +
    paper.clip(crimp, teeth) +
    body(
      paper,
      turned(
        x,
        [
          [w * 0.36, foot - cork - 6],
          [w * 0.36, foot - cork - 6],
          [w * 0.33, foot],
          [w * 0.33, foot],
        ],
        0.04,
      ),
      w * 0.7,
      cap,
    ) +
    marked(paper, x, foot - h * 0.54, w * 0.6, h * 0.34, mark)
  );
};

export const spray: Item = (paper, { x, foot, k }, [glass, cap, mark]) => {
  const w = 270 * k;
  const h = 560 * k;
  const top = foot - h;
  return (
    body(paper, box(x - 62 * k, top - 130 * k, 124 * k, 150 * k, 26 * k), 124 * k, cap) +
    paper.flat(ellipse(x - 26 * k, top - 92 * k, 9 * k), paper.tone(cap).deep) +
    body(paper, flask(x, foot, w, h, 0.12, 0.5), w, glass) +
    marked(paper, x, foot - h * 0.42, w * 0.68, h * 0.4, mark)
  );
};

export const flacon: Item = (paper, { x, foot, k }, [glass, cap, mark]) => {
  const w = 430 * k;
  const h = 420 * k;
  const top = foot - h;
  const g = paper.tone(glass);
  const outer = poly([
    [x - w * 0.36, top],
    [x + w * 0.36, top],
    [x + w * 0.5, top + h * 0.2],
    [x + w * 0.5, foot - h * 0.1],
    [x + w * 0.42, foot],
    [x - w * 0.42, foot],
    [x - w * 0.5, foot - h * 0.1],
    [x - w * 0.5, top + h * 0.2],
  ]);
  const inner = poly([
    [x - w * 0.28, top + h * 0.12],
    [x + w * 0.28, top + h * 0.12],
    [x + w * 0.37, top + h * 0.26],
    [x + w * 0.37, foot - h * 0.13],
    [x - w * 0.37, foot - h * 0.13],
    [x - w * 0.37, top + h * 0.26],
  ]);
  const facet = poly([
    [x - w * 0.36, top],
    [x - w * 0.28, top + h * 0.12],
    [x - w * 0.37, top + h * 0.26],
    [x - w * 0.5, top + h * 0.2],
  ]);
  const side = poly([
    [x + w * 0.5, top + h * 0.2],
    [x + w * 0.37, top + h * 0.26],
    [x + w * 0.37, foot - h * 0.13],
    [x + w * 0.5, foot - h * 0.1],
  ]);
  const stopper = poly([
    [x - 62 * k, top - 150 * k],
    [x + 62 * k, top - 150 * k],
    [x + 84 * k, top - 104 * k],
    [x + 50 * k, top - 24 * k],
    [x - 50 * k, top - 24 * k],
    [x - 84 * k, top - 104 * k],
  ]);
  const c = paper.tone(cap);
  return (
    paper.layer(box(x - 44 * k, top - 44 * k, 88 * k, 56 * k), paper.tone('gold').base, { glow: 0.8 }) +
    paper.layer(stopper, c.base, { glow: 0.9 }) +
    paper.flat(
      poly([
        [x - 62 * k, top - 150 * k],
        [x, top - 150 * k],
        [x - 12 * k, top - 24 * k],
        [x - 50 * k, top - 24 * k],
        [x - 84 * k, top - 104 * k],
      ]),
      c.light,
      0.7,
    ) +
    paper.layer(outer, g.light, { lift: 1.3, glow: 0.6 }) +
    paper.flat(facet, '#ffffff', 0.5) +
    paper.flat(side, g.deep, 0.2) +
    paper.layer(inner, g.base, { lift: 0.2, glow: 0.9 }) +
    paper.clip(
      inner,
      paper.flat(
        poly([
          [x - w, top + h * 0.45],
          [x + w, top + h * 0.4],
          [x + w, foot],
          [x - w, foot],
        ]),
        g.shade,
        0.45,
      ) +
        paper.flat(
          poly([
            [x - w * 0.3, top],
            [x - w * 0.14, top],
            [x - w * 0.3, foot],
            [x - w * 0.5, foot],
          ]),
          '#ffffff',
          0.25,
        ),
    ) +
    marked(paper, x + 4 * k, foot - h * 0.42, w * 0.42, h * 0.34, mark)
  );
};

export const polish: Item = (paper, { x, foot, k }, [lacquer, cap, mark]) => {
  const one = (dx: number, name: ToneName, lift: number): string => {
    const shape = flask(x + dx, foot - lift, 210 * k, 230 * k, 0.24, 0.4, 0.16);
    const { tint } = paper.tone(name);
    return (
      body(
        paper,
        turned(x + dx, [
          [36 * k, foot - 500 * k],
          [36 * k, foot - 500 * k],
          [50 * k, foot - 226 * k],
          [50 * k, foot - 226 * k],
        ]),
        100 * k,
        cap,
      ) +
      body(paper, shape, 210 * k, name) +
      paper.flat(
        band(
          [
            [x + dx - 70 * k, foot - 160 * k],
            [x + dx - 74 * k, foot - 60 * k],
          ],
          16 * k,
        ),
        tint,
        0.8,
      )
    );
  };
  return one(-240 * k, mark, 0) + one(245 * k, 'blush', 0) + one(0, lacquer, 0);
};

/** A glass roller for the face, lying across. */
export const roller: Item = (paper, { x, foot, k }, [stone, metal, _]) => {
  const put = { x, y: foot - 300 * k, rotate: -38 };
  const s = paper.tone(stone);
  const m = paper.tone(metal);
  const at = (shape: Path) => place(shape, { ...put, scale: k });
  const drum = at(box(-130, -370, 260, 150, 66));
  const small = at(box(-76, 300, 152, 92, 44));
  const fork = (w: number, y1: number, y2: number): string =>
    `<g fill="none">${paper.line(
      [
        [-w, y1],
        [-w, y1],
        [-w, y2],
        [0, y2 + (y2 > y1 ? 40 : -40)],
        [w, y2],
        [w, y1],
        [w, y1],
      ].map(([px, py]): Point => {
        const [a, b] = polar(
          0,
          0,
          Math.hypot(px ?? 0, py ?? 0) * k,
          (Math.atan2(py ?? 0, px ?? 0) * 180) / Math.PI - 38,
        );
        return [x + a, foot - 300 * k + b];
      }),
      m.base,
      15 * k,
    )}</g>`;
  return (
    fork(150, -295, -180) +
    fork(94, 346, 250) +
    paper.layer(at(box(-34, -150, 68, 380, 32)), s.light, { lift: 1.2, glow: 0.8 }) +
    [-160, 218].map((y) => paper.layer(at(box(-38, y, 76, 30, 8)), m.base, { lift: 0.4 })).join('') +
    paper.layer(drum, s.base, { lift: 1.2, glow: 0.9 }) +
    paper.rim(drum, s.tint, -12 * k, -14 * k, 0.6) +
    paper.layer(small, s.base, { lift: 1, glow: 0.9 })
  );
};
