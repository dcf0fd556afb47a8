import { band, box, ellipse, type Path, place, polar, poly, smooth, turned } from '../geometry.ts';
import type { ToneName } from '../palette.ts';
import { label } from '../parts.ts';
import { body, type Item } from './bottles.ts';

export const lipstick: Item = (paper, { x, foot, k }, [color, metal, mark]) => {
  const one = (cx: number, name: ToneName, rise: number): string => {
    const c = paper.tone(name);
    const bullet = smooth([
      [cx - 54 * k, foot - 300 * k],
      [cx - 54 * k, foot - 300 * k],
      [cx - 54 * k, foot - (400 + rise) * k],
      [cx - 40 * k, foot - (470 + rise) * k],
      [cx + 30 * k, foot - (560 + rise) * k],
      [cx + 54 * k, foot - (530 + rise) * k],
      [cx + 54 * k, foot - 300 * k],
      [cx + 54 * k, foot - 300 * k],
    ]);
    const slant = smooth([
      [cx - 50 * k, foot - (440 + rise) * k],
      [cx + 20 * k, foot - (550 + rise) * k],
      [cx + 50 * k, foot - (535 + rise) * k],
      [cx + 42 * k, foot - (470 + rise) * k],
      [cx - 12 * k, foot - (404 + rise) * k],
    ]);
    return (
      body(paper, bullet, 108 * k, name) +
      paper.layer(slant, c.light, { lift: 0, glow: 0.6 }) +
      body(paper, box(cx - 66 * k, foot - 340 * k, 132 * k, 150 * k, 6), 132 * k, 'gold') +
      body(paper, box(cx - 84 * k, foot - 210 * k, 168 * k, 210 * k, 10), 168 * k, metal)
    );
  };
  return one(x - 230 * k, mark, -60) + one(x + 225 * k, 'clay', -20) + one(x, color, 70);
};

export const compact: Item = (paper, { x, foot, k }, [powder, metal, _]) => {
  const m = paper.tone(metal);
  const p = paper.tone(powder);
  const R = 290 * k;
  const lidY = foot - 420 * k;
  const baseY = foot - 100 * k;
  const lid = ellipse(x, lidY, R, R * 0.98);
  const mirror = ellipse(x, lidY, R * 0.86, R * 0.84);
  const dish = ellipse(x, baseY, R, R * 0.36);
  const pan = ellipse(x, baseY - 12 * k, R * 0.86, R * 0.28);
  const sky = paper.tone('slate');
  const glints = [-0.34, -0.1]
    .map((d, i) =>
      paper.flat(
        poly([
          [x + R * d, lidY - R],
          [x + R * (d + 0.14 + i * 0.06), lidY - R],
          [x + R * (d - 0.5 + i * 0.06), lidY + R],
          [x + R * (d - 0.66), lidY + R],
        ]),
        '#ffffff',
        0.4,
      ),
    )
    .join('');
  const embossed = Array.from({ length: 8 }, (_, i) => {
    const [px, py] = polar(0, 0, R * 0.42, i * 45);
    return paper.line(
      [
        [x, baseY - 12 * k],
        [x + px, baseY - 12 * k + py * 0.33],
      ],
      p.deep,
      5 * k,
      0.4,
    );
  }).join('');
  return (
    paper.layer(lid, m.base, { lift: 1.3, glow: 0.9 }) +
    paper.layer(mirror, sky.tint, { lift: 0, glow: 0.8 }) +
    paper.clip(mirror, glints) +
    paper.rim(mirror, m.deep, -8, -9, 0.4) +
    paper.layer(ellipse(x, baseY + 44 * k, R, R * 0.36), m.shade, { lift: 1.2, glow: 0.6 }) +
    paper.layer(dish, m.light, { lift: 0, glow: 0.9 }) +
    paper.layer(pan, p.base, { lift: 0, glow: 0.8 }) +
    paper.rim(pan, p.deep, -7, -9, 0.35) +
    embossed +
    paper.layer(box(x - 46 * k, baseY + R * 0.36 + 14 * k, 92 * k, 34 * k, 12 * k), m.tint, { lift: 0.5 })
  );
};

export const brushes: Item = (paper, { x, foot, k }, [hair, metal, cup]) => {
  const h = paper.tone(hair);
  const m = paper.tone(metal);
  const tip = paper.tone('blush');
  const kinds = [
    [-24, 560, 120, 190],
    [23, 560, 100, 170],
    [-9, 640, 150, 210],
    [10, 690, 74, 130],
    [2, 520, 180, 170],
  ] as const;
  let out = '';
  for (const [turn, reach, wide, tall] of kinds) {
    const put = { x, y: foot - 70 * k, rotate: turn };
    const at = (shape: Path) => place(shape, { ...put, scale: k });
    const end = -reach;
    const tuft = smooth([
      [-wide * 0.26, end],
      [-wide * 0.26, end],
      [-wide * 0.5, end - tall * 0.55],
      [-wide * 0.34, end - tall * 0.9],
      [0, end - tall],
      [wide * 0.34, end - tall * 0.9],
      [wide * 0.5, end - tall * 0.55],
      [wide * 0.26, end],
      [wide * 0.26, end],
    ]);
    out +=
      paper.layer(at(turnedHandle(end)), paper.tone('rye').base, { lift: 0.8, glow: 0.6 }) +
      paper.layer(at(tuft), h.base, { lift: 0.9, glow: 0.8 });
    out += paper.clip(
      at(tuft),
      paper.flat(at(ellipse(0, end - tall, wide * 0.7, tall * 0.42)), tip.base, 0.75) +
        [-0.2, 0, 0.2]
          .map((d) =>
            paper.flat(
              at(
                band(
                  [
                    [wide * d, end],
                    [wide * d * 1.7, end - tall * 0.85],
                  ],
                  4,
                ),
              ),
              h.deep,
              0.35,
            ),
          )
          .join(''),
    );
    out += paper.layer(at(box(-wide * 0.28, end - 6, wide * 0.56, 92, 6)), m.base, { lift: 0.5, glow: 1 });
  }
  const pot = turned(
    x,
    [
      [170 * k, foot - 330 * k],
      [170 * k, foot - 330 * k],
      [150 * k, foot],
      [150 * k, foot],
    ],
    0.12,
  );
  return (
    out +
    body(paper, pot, 330 * k, cup) +
    label(paper, x, foot - 150 * k, 190 * k, 130 * k, paper.tone(cup).deep, paper.tone('white').tint, 3)
  );
};

const turnedHandle = (end: number): Path =>
  turned(0, [
    [20, end + 80],
    [20, end + 80],
    [24, end * 0.5],
    [14, 40],
    [14, 40],
  ]);

export const palette: Item = (paper, { x, foot, k }, [first, shell, second]) => {
  const s = paper.tone(shell);
  const W = 720 * k;
  const open = foot - 300 * k;
  const lid = box(x - W / 2, open - 400 * k, W, 390 * k, 20 * k);
  const glass = box(x - W / 2 + 34 * k, open - 366 * k, W - 68 * k, 322 * k, 8 * k);
  const tray = box(x - W / 2, open, W, 300 * k, 20 * k);
  const tones: readonly ToneName[] = [first, 'blush', 'clay', second, 'gold', 'plum', 'rose', 'toast', 'lilac', 'sand'];
  let pans = '';
  tones.forEach((name, i) => {
    const c = paper.tone(name);
    const pan = box(
      x - W / 2 + 38 * k + (i % 5) * 131 * k,
      open + 32 * k + Math.floor(i / 5) * 124 * k,
      112 * k,
      108 * k,
      10 * k,
    );
    pans +=
      paper.layer(pan, i % 3 === 1 ? c.light : c.base, { lift: 0, glow: 0.9 }) + paper.rim(pan, c.deep, -5, -6, 0.45);
  });
  return (
    paper.layer(lid, s.base, { lift: 1.2, glow: 0.7 }) +
    paper.layer(glass, paper.tone('slate').tint, { lift: 0, glow: 0.8 }) +
    paper.clip(
      glass,
      paper.flat(
        poly([
          [x - 190 * k, open - 420 * k],
          [x - 60 * k, open - 420 * k],
          [x - 250 * k, open],
          [x - 380 * k, open],
        ]),
        '#ffffff',
        0.4,
      ),
    ) +
    paper.layer(box(x - 140 * k, open - 24 * k, 280 * k, 36 * k, 8), s.deep, { lift: 0.4 }) +
    paper.layer(tray, s.light, { lift: 1.3, glow: 0.6 }) +
    pans
  );
};
