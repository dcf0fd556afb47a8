import { board, body, strew } from '../baked.ts';
import { band, bowed, box, ellipse, type Path, type Point, place, smooth, turned } from '../geometry.ts';
import { FLOOR, type Params, toneAt } from '../motif.ts';
import type { ToneName } from '../palette.ts';
import type { Paper } from '../paper.ts';

export function eggAt(paper: Paper, x: number, y: number, k: number, tone: ToneName): string {
  const shape = smooth([
    [x, y - 120 * k],
    [x - 64 * k, y - 78 * k],
    [x - 92 * k, y + 14 * k],
    [x - 62 * k, y + 86 * k],
    [x, y + 104 * k],
    [x + 62 * k, y + 86 * k],
    [x + 92 * k, y + 14 * k],
    [x + 64 * k, y - 78 * k],
  ]);
  return (
    body(paper, shape, tone, 0.5 * k, 0.8) +
    paper.flat(place(ellipse(0, 0, 22 * k, 36 * k), { x: x - 30 * k, y: y - 40 * k, rotate: 24 }), paper.white, 0.5)
  );
}

/** An open carton in two rows. */
export function eggs(paper: Paper): string {
  const tones: readonly ToneName[] = [
    'sand',
    'crust',
    'wheat',
    'mint',
    'clay',
    'cream',
    'wheat',
    'sand',
    'crust',
    'cream',
  ];
  const lid = smooth([
    [-420, 90],
    [-420, 90],
    [-372, -210],
    [-372, -210],
    [372, -210],
    [372, -210],
    [420, 90],
    [420, 90],
  ]);
  let out =
    paper.ground(0, FLOOR, 440, 56) +
    paper.layer(lid, paper.tone('stone').base, { lift: 0.9, glow: 0.7 }) +
    paper.flat(box(-330, -150, 660, 190, 40), paper.tone('stone').shade, 0.4);
  for (let i = 0; i < 5; i++) out += eggAt(paper, -308 + i * 154, 100, 0.92, tones[i] ?? 'sand');
  out += paper.layer(box(-420, 140, 840, 60, 20), paper.tone('stone').shade, { lift: 0.4 });
  for (let i = 0; i < 5; i++) out += eggAt(paper, -316 + i * 158, 200, 1, tones[i + 5] ?? 'sand');
  const cups = Array.from({ length: 11 }, (_, i): Point => [-430 + i * 86, i % 2 ? 282 : 226]);
  const front = smooth([
    [-440, 220],
    [-440, 220],
    ...cups.slice(1, -1),
    [440, 220],
    [440, 220],
    [400, FLOOR],
    [400, FLOOR],
    [-400, FLOOR],
    [-400, FLOOR],
  ]);
  out += body(paper, front, 'stone', 0.8);
  for (let i = 0; i < 5; i++)
    out += paper.clip(front, paper.flat(box(-372 + i * 158, 310, 112, 140, 50), paper.tone('stone').deep, 0.22));
  return out;
}

/** A white block in brine cloth, a tube in bark, or a smoked wheel. */
export function cheese(paper: Paper, params: Params): string {
  const style = params.style ?? 'wheel';
  let out = board(paper, FLOOR + 14, 470);
  const block = (x: number, foot: number, w: number, h: number, d: number, tone: ToneName): string => {
    const front = box(x - w / 2, foot - h, w, h, 10);
    const top = smooth([
      [x - w / 2, foot - h + 4],
      [x - w / 2, foot - h + 4],
      [x - w / 2 + d, foot - h - d * 0.7],
      [x - w / 2 + d, foot - h - d * 0.7],
      [x + w / 2 + d, foot - h - d * 0.7],
      [x + w / 2 + d, foot - h - d * 0.7],
      [x + w / 2, foot - h + 4],
      [x + w / 2, foot - h + 4],
    ]);
    const side = smooth([
      [x + w / 2 - 2, foot - h + 2],
      [x + w / 2 - 2, foot - h + 2],
      [x + w / 2 + d, foot - h - d * 0.7],
      [x + w / 2 + d, foot - h - d * 0.7],
      [x + w / 2 + d, foot - d * 0.7],
      [x + w / 2 + d, foot - d * 0.7],
      [x + w / 2 - 2, foot],
      [x + w / 2 - 2, foot],
    ]);
    let holes = '';
    for (let i = 0; i < 14; i++)
      holes += paper.flat(
        paper.blob(
          x + paper.random.off(w * 0.42),
          foot - h / 2 + paper.random.off(h * 0.38),
          paper.random.between(5, 16),
          paper.random.between(3, 9),
          0.2,
          6,
        ),
        paper.tone(tone).deep,
        0.28,
      );
    return (
      paper.layer(side, paper.tone(tone).shade, { lift: 1 }) +
      paper.layer(front, paper.tone(tone).base, { lift: 0.8, glow: 0.5 }) +
      paper.clip(front, holes) +
      paper.layer(top, paper.tone(tone).tint, { lift: 0, glow: 0.3 })
    );
  };
  if (style === 'block') {
    out +=
      paper.ground(0, FLOOR - 10, 380, 44) +
      block(-70, FLOOR - 20, 560, 250, 130, 'white') +
      block(-130, FLOOR - 270, 330, 180, 110, 'white');
    for (const [x, y] of [
      [260, FLOOR + 10],
      [330, FLOOR - 30],
      [400, FLOOR + 14],
    ] as const)
      out += paper.layer(paper.blob(x, y, 46, 38, 0.1, 7), paper.tone('white').base, { lift: 0.6, glow: 0.5 });
    return out + paper.leaf(120, FLOOR - 470, 150, 62, 40, 'leaf') + paper.leaf(110, FLOOR - 464, 130, 56, -30, 'leaf');
  }
  if (style === 'bark') {
    const tube = (x: number, foot: number, r: number, h: number, isOpen: boolean): string => {
      const wall = turned(x, [
        [r, foot - h],
        [r, foot - h],
        [r * 1.02, foot - h / 2],
        [r * 0.98, foot],
        [r * 0.98, foot],
      ]);
      let grooves = '';
      for (let i = -6; i <= 6; i++)
        grooves += paper.line(
          bowed(
            [x + i * r * 0.17, foot - h - 20],
            [x + i * r * 0.16 + paper.random.off(12), foot + 20],
            paper.random.off(14),
            6,
          ),
          paper.tone('cocoa').base,
          paper.random.between(5, 14),
          0.5,
        );
      for (let i = 0; i < 12; i++)
        grooves += paper.flat(
          paper.blob(x + paper.random.off(r), foot - paper.random.next() * h, 30, 10, 0.2, 6),
          paper.tone('stone').light,
          0.35,
        );
      const face = ellipse(x, foot - h, r, r * 0.34);
      return (
        paper.ground(x, foot, r * 1.1, 34) +
        body(paper, wall, 'toast', 1) +
        paper.clip(wall, grooves) +
        paper.layer(
          band(bowed([x - r, foot - h * 0.5], [x + r, foot - h * 0.5], r * 0.3, 8), 26),
          paper.tone('straw').base,
          { lift: 0.6 },
        ) +
        paper.layer(face, paper.tone('rye').base, { lift: 0.2 }) +
        paper.layer(ellipse(x, foot - h, r * 0.87, r * 0.28), paper.tone(isOpen ? 'butter' : 'cream').light, {
          lift: 0,
          glow: 0.6,
        }) +
        strew(paper, ellipse(x, foot - h, r * 0.8, r * 0.25), x, foot - h, r * 0.7, r * 0.2, ['sand', 'cream'], 22, 10)
      );
    };
    return out + tube(-120, FLOOR - 10, 220, 520, true) + tube(240, FLOOR + 30, 176, 300, true);
  }
  const tone = toneAt(params, 0, 'mustard');
  const [r, flat, foot, h] = [390, 0.42, FLOOR - 90, 210];
  const wall = smooth([
    [-r, foot - h],
    [-r, foot - h],
    [-r - 14, foot - h / 2],
    [-r, foot],
    [-r * 0.7, foot + r * flat * 0.7],
    [0, foot + r * flat],
    [r * 0.7, foot + r * flat * 0.7],
    [r, foot],
    [r + 14, foot - h / 2],
    [r, foot - h],
    [r, foot - h],
  ]);
  const top = ellipse(0, foot - h, r, r * flat);
  const wedge = smooth([
    [0, foot - h],
    [0, foot - h],
    [120, foot - h + r * flat * 0.95],
    [120, foot - h + r * flat * 0.95],
    [330, foot - h + r * flat * 0.52],
    [330, foot - h + r * flat * 0.52],
  ]);
  const [a, b]: [Path, Path] = [
    smooth([
      [0, foot - h],
      [0, foot - h],
      [120, foot - h + r * flat * 0.95],
      [120, foot - h + r * flat * 0.95],
      [120, foot + r * flat * 0.95],
      [120, foot + r * flat * 0.95],
      [0, foot],
      [0, foot],
    ]),
    smooth([
      [0, foot - h],
      [0, foot - h],
      [330, foot - h + r * flat * 0.52],
      [330, foot - h + r * flat * 0.52],
      [330, foot + r * flat * 0.5],
      [330, foot + r * flat * 0.5],
      [0, foot],
      [0, foot],
    ]),
  ];
  out += paper.ground(0, FLOOR + 10, 400, 50) + body(paper, wall, tone, 1) + body(paper, top, tone, 0.6, 0.3);
  out +=
    paper.flat(wedge, paper.tone('crust').deep, 0.9) +
    paper.layer(b, paper.tone('butter').base, { lift: 0, glow: 0.4 }) +
    paper.layer(a, paper.tone('butter').light, { lift: 0, glow: 0.4 });
  out += strew(paper, b, 170, foot - 60, 150, 120, ['mustard'], 18, 13);
  const piece = place(
    smooth([
      [-150, 40],
      [-150, 40],
      [120, -80],
      [120, -80],
      [170, 30],
      [170, 30],
      [-130, 130],
      [-130, 130],
    ]),
    { x: 330, y: FLOOR + 10 },
  );
  return (
    out +
    paper.ground(320, FLOOR + 110, 190, 30) +
    body(paper, piece, 'butter', 0.6) +
    paper.line(
      [
        [180, FLOOR + 136],
        [500, FLOOR + 38],
      ],
      paper.tone(tone).base,
      18,
    )
  );
}
