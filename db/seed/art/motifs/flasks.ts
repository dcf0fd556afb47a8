import { band, box, ellipse, type Path, type Point, place, polar, poly, smooth, turned } from '../geometry.ts';
import type { ToneName } from '../palette.ts';
import { body, flask, type Item, marked } from './bottles.ts';

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
