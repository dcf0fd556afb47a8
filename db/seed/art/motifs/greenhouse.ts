import { band, ellipse, type Point, petal, place, polar, smooth } from '../geometry.ts';
import { type Params, toneAt } from '../motif.ts';
import type { ToneName } from '../palette.ts';
import type { Paper } from '../paper.ts';

/** A split leaf on its stalk: monstera. */
function splitLeaf(paper: Paper, x: number, y: number, size: number, turn: number, name: ToneName): string {
  const { light, base, shade } = paper.tone(name);
  const right: Point[] = [];
  for (let i = 0; i < 5; i++) {
    const t = 0.1 + i * 0.19;
    const reach = Math.sin(Math.min(1, t + 0.12) * Math.PI * 0.9) * 0.62 * size;
    right.push([reach, -t * size * 1.05 + size * 0.08], [reach * 0.96, -t * size * 1.05 - size * 0.04]);
    if (i < 4)
      right.push([reach * 0.42, -t * size * 1.05 - size * 0.075], [reach * 0.42, -t * size * 1.05 - size * 0.075]);
  }
  const left = right.map(([px, py]): Point => [-px, py]).reverse();
  const put = { x, y, rotate: turn };
  const leaf = place(smooth([[0, 0], [0, 0], ...right, [0, -size * 1.1], [0, -size * 1.1], ...left], true, 0.85), put);
  const half = place(smooth([[0, 0], [0, 0], ...right, [0, -size * 1.1], [0, -size * 1.1]], true, 0.85), put);
  const rib = place(
    band(
      [
        [0, 0],
        [0, -size * 0.5],
        [0, -size * 1.02],
      ],
      (t) => size * 0.03 * (1 - t) + 2,
    ),
    put,
  );
  return paper.layer(leaf, base, { lift: 1, glow: 0.6 }) + paper.flat(half, shade, 0.4) + paper.flat(rib, light);
}

export type Grow = (paper: Paper, params: Params, x: number, y: number, k: number) => string;

export const monstera: Grow = (paper, _, x, y, k) => {
  const leaves = [
    [-8, 520, 300, -6],
    [-62, 430, 260, -48],
    [58, 440, 270, 44],
    [-92, 250, 210, -82],
    [88, 270, 220, 78],
    [20, 300, 240, 16],
  ] as const;
  let out = '';
  for (const [turn, reach, size, face] of leaves) {
    const [tx, ty] = polar(x, y, reach * 0.8 * k, turn * 0.62 - 90);
    out += paper.stem([x, y + 30], [tx, ty], turn * 0.5, 15 * k, 'moss');
    out += splitLeaf(paper, tx, ty, size * k, face, reach > 400 ? 'leaf' : 'forest');
  }
  return out;
};

export const rubber: Grow = (paper, params, x, y, k) => {
  let out = paper.stem([x, y + 30], [x + 20, y - 560 * k], 20, 22 * k, 'toast');
  for (let i = 0; i < 10; i++) {
    const side = i % 2 ? 1 : -1;
    const at: Point = [x + i * 2, y - 60 * k - i * 56 * k];
    out += paper.leaf(
      at[0],
      at[1],
      (250 - i * 10) * k,
      (118 - i * 4) * k,
      side * (76 - i * 6) + paper.random.off(6),
      toneAt(params, 1, i % 3 ? 'forest' : 'leaf'),
    );
  }
  return out;
};

export const snake: Grow = (paper, _, x, y, k) => {
  let out = '';
  for (const [dx, h, bow, turn] of [
    [-70, 520, -30, -9],
    [70, 560, 34, 10],
    [-20, 640, 18, -3],
    [110, 360, 40, 20],
    [-115, 380, -36, -20],
    [25, 480, -14, 5],
  ] as const) {
    const blade = place(petal(h * k, 92 * k, { tip: 0.9, belly: 0.5, lean: bow }), {
      x: x + dx * k,
      y: y + 40,
      rotate: turn,
    });
    const inner = place(petal(h * k * 0.95, 62 * k, { tip: 0.9, belly: 0.5, lean: bow }), {
      x: x + dx * k,
      y: y + 36,
      rotate: turn,
    });
    out += paper.layer(blade, paper.tone('lime').light, { lift: 1 }) + paper.flat(inner, paper.tone('forest').base);
    let stripes = '';
    for (let i = 0; i < 9; i++) {
      const [sx, sy] = polar(x + dx * k, y, h * k * (0.14 + i * 0.095), turn - 90);
      stripes += paper.line(
        [
          [sx - 44 * k, sy + 8],
          [sx - 8, sy - 5],
          [sx + 12, sy + 6],
          [sx + 44 * k, sy - 4],
        ],
        paper.tone('sage').base,
        7 * k,
        0.75,
      );
    }
    out += paper.clip(inner, stripes);
  }
  return out;
};

export const orchid: Grow = (paper, params, x, y, k) => {
  const name = toneAt(params, 1, 'lilac');
  const { tint, light, base } = paper.tone(name);
  let out = '';
  for (const [turn, length] of [
    [-72, 300],
    [70, 320],
    [-42, 250],
    [38, 240],
  ] as const)
    out += paper.leaf(x, y + 20, length * k, 96 * k, turn, 'forest');
  for (const side of [-1, 1]) {
    const line = smoothArch([x + side * 10, y + 20], side, k);
    out += paper.layer(band(line, 13 * k), paper.tone('moss').base, { lift: 0.6 });
    line.forEach(([fx, fy], i) => {
      if (i < 4) return;
      const r = (104 - (i - 4) * 11) * k;
      for (const [turn, wide] of [
        [180, 0.7],
        [0, 0.66],
        [-118, 0.66],
        [118, 0.66],
        [-66, 1.1],
        [66, 1.1],
      ] as const) {
        out += paper.layer(
          place(petal(r, r * wide, { tip: 0.2 }), { x: fx, y: fy, rotate: turn + paper.random.off(8) }),
          turn === 0 || Math.abs(turn) === 66 ? tint : light,
          { lift: 0.6, glow: 0.6 },
        );
      }
      out +=
        paper.layer(paper.blob(fx, fy + r * 0.14, r * 0.2, r * 0.25, 0.1), paper.tone('magenta').base, {
          lift: 0.5,
        }) +
        paper.flat(ellipse(fx, fy + r * 0.04, r * 0.08), paper.tone('butter').base) +
        paper.flat(ellipse(fx, fy + 1, 3), base);
    });
  }
  return out;
};

function smoothArch([x, y]: Point, side: number, k: number): Point[] {
  return Array.from({ length: 9 }, (_, i): Point => {
    const t = i / 8;
    return [
      x + side * (t ** 2.1 * 320 + 10 * t) * k,
      y - Math.sin(t * Math.PI * 0.62) * (side > 0 ? 690 : 560) * k + t ** 5 * 60 * k,
    ];
  });
}
