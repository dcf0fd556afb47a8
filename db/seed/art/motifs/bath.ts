import { band, bowed, box, ellipse, type Path, type Point, place, polar, poly, smooth, turned } from '../geometry.ts';
import type { ToneName } from '../palette.ts';
import { label } from '../parts.ts';
import { body, type Item } from './bottles.ts';

export const mascara: Item = (paper, { x, foot, k }, [shell, metal, _]) => {
  const s = paper.tone(shell);
  const tubeShape = turned(
    x - 110 * k,
    [
      [62 * k, foot - 520 * k],
      [62 * k, foot - 520 * k],
      [66 * k, foot - 20 * k],
      [60 * k, foot],
      [60 * k, foot],
    ],
    0.1,
  );
  const at = (shape: Path) => place(shape, { x: x + 150 * k, y: foot - 20 * k, rotate: 13, scale: k });
  let bristles = '';
  for (let i = 0; i < 24; i++) {
    const wide = 30 + Math.sin((i / 23) * Math.PI) * 30;
    bristles += paper.flat(
      at(
        band(
          [
            [-wide, -690 + i * 9],
            [wide, -684 + i * 9],
          ],
          6,
        ),
      ),
      paper.ink,
      0.9,
    );
  }
  return (
    body(paper, tubeShape, 130 * k, shell) +
    paper.layer(box(x - 176 * k, foot - 545 * k, 132 * k, 44 * k, 6), paper.tone(metal).base, {
      lift: 0.5,
      glow: 1,
    }) +
    label(paper, x - 112 * k, foot - 250 * k, 84 * k, 240 * k, s.deep, s.tint, 3) +
    paper.layer(at(box(-8, -700, 16, 460, 8)), paper.tone('slate').base) +
    bristles +
    paper.layer(at(box(-46, -400, 92, 400, 22)), s.base, { lift: 1.2, glow: 0.9 }) +
    paper.layer(at(box(-48, -404, 96, 36, 6)), paper.tone(metal).base, { lift: 0.4 })
  );
};

export const soap: Item = (paper, { x, foot, k }, [first, wrap, second]) => {
  const bar = (cx: number, y: number, name: ToneName, w: number, banded: boolean): string => {
    const c = paper.tone(name);
    const shape = box(cx - w / 2, y - 168 * k, w, 168 * k, 40 * k);
    let swirl = '';
    for (let i = 0; i < 4; i++)
      swirl += paper.line(
        bowed(
          [cx - w / 2, y - (30 + i * 40) * k],
          [cx + w / 2, y - (40 + i * 36) * k + paper.random.off(14)],
          paper.random.off(30),
          6,
        ),
        i % 2 ? c.tint : c.shade,
        (10 + i * 3) * k,
        0.5,
      );
    const belt = box(cx - w * 0.2, y - 172 * k, w * 0.4, 176 * k);
    return (
      paper.layer(shape, c.base, { lift: 1.2, glow: 0.8 }) +
      paper.clip(shape, swirl) +
      paper.rim(shape, c.tint, -8, -10, 0.5) +
      (banded
        ? paper.layer(belt, paper.tone(wrap).light, { lift: 0.4 }) +
          label(paper, cx, y - 84 * k, w * 0.32, 110 * k, paper.tone(wrap).deep, paper.tone('white').tint, 3)
        : '')
    );
  };
  const third: Point = [x + 30 * k, foot - 344 * k];
  return (
    bar(x - 10 * k, foot, first, 600 * k, true) +
    bar(x + 26 * k, foot - 172 * k, second, 540 * k, false) +
    bar(third[0], third[1], 'white', 480 * k, true)
  );
};

/** A flat sachet, standing. */
export const sachet: Item = (paper, { x, foot, k }, [skin, mark, _]) => {
  const s = paper.tone(skin);
  const m = paper.tone(mark);
  const mask = paper.tone('white');
  const shape = box(x - 260 * k, foot - 740 * k, 520 * k, 740 * k, 8);
  const cy = foot - 400 * k;
  const face = paper.blob(x, cy, 158 * k, 196 * k, 0.012, 12);
  const eye = (dx: number) =>
    paper.flat(
      smooth([
        [x + dx - 46 * k, cy - 34 * k],
        [x + dx, cy - 58 * k],
        [x + dx + 46 * k, cy - 34 * k],
        [x + dx, cy - 16 * k],
      ]),
      m.deep,
      0.55,
    );
  let teeth = '';
  for (let i = 0; i < 26; i++)
    teeth +=
      paper.flat(box(x - 260 * k + i * 20 * k, foot - 740 * k, 5 * k, 44 * k), s.shade, 0.5) +
      paper.flat(box(x - 260 * k + i * 20 * k, foot - 44 * k, 5 * k, 44 * k), s.shade, 0.5);
  return (
    paper.layer(shape, s.base, { lift: 1.3, glow: 0.9 }) +
    teeth +
    paper.flat(
      poly([
        [x - 260 * k, foot - 690 * k],
        [x - 60 * k, foot - 690 * k],
        [x - 260 * k, foot - 240 * k],
      ]),
      s.tint,
      0.45,
    ) +
    paper.layer(face, mask.light, { lift: 0.5, glow: 0.6 }) +
    eye(-66 * k) +
    eye(66 * k) +
    paper.flat(
      smooth([
        [x - 44 * k, cy + 96 * k],
        [x, cy + 82 * k],
        [x + 44 * k, cy + 96 * k],
        [x, cy + 122 * k],
      ]),
      m.deep,
      0.55,
    ) +
    paper.line(
      [
        [x - 4 * k, cy - 10 * k],
        [x - 14 * k, cy + 40 * k],
        [x + 8 * k, cy + 46 * k],
      ],
      m.deep,
      5 * k,
      0.5,
    ) +
    label(paper, x, foot - 120 * k, 300 * k, 110 * k, m.deep, paper.tone('white').tint, 3)
  );
};

export const towels: Item = (paper, { x, foot, k }, [first, second, third]) => {
  let out = '';
  (
    [
      [first, 0, 640],
      [second, 1, 600],
      [third, 2, 560],
    ] as const
  ).forEach(([name, i, w]) => {
    const c = paper.tone(name);
    const y = foot - i * 156 * k;
    const left = x - (w / 2) * k + paper.random.off(12);
    const shape = box(left, y - 152 * k, w * k, 152 * k, 66 * k);
    out +=
      paper.layer(shape, c.base, { lift: 1.1, glow: 0.7 }) +
      paper.line(
        [
          [left + 70 * k, y - 76 * k],
          [left + w * k - 26 * k, y - 80 * k],
        ],
        c.deep,
        5 * k,
        0.45,
      ) +
      paper.line(
        [
          [left + 64 * k, y - 112 * k],
          [left + w * k - 50 * k, y - 116 * k],
        ],
        c.shade,
        4 * k,
        0.5,
      );
    out += paper.clip(
      shape,
      [0.78, 0.83].map((d) => paper.flat(box(left + w * k * d, y - 160 * k, 12 * k, 170 * k), c.tint, 0.7)).join(''),
    );
    const coil = Array.from(
      { length: 16 },
      (_, s): Point => polar(left + 76 * k, y - 76 * k, (6 + s * 3.6) * k, s * 52),
    );
    out +=
      paper.flat(ellipse(left + 76 * k, y - 76 * k, 66 * k), c.light, 0.8) +
      `<g fill="none">${paper.line(coil, c.deep, 6 * k, 0.5)}</g>`;
  });
  return out;
};
