import { HEAD_TONES, HEADS, isHead } from '../blooms/heads.ts';
import { type DrawSprig, SPRIGS } from '../blooms/sprigs.ts';
import { band, box, ellipse, type Point, polar, smooth, turned } from '../geometry.ts';
import { FLOOR, type Motif, type Motifs, onTable, type Params, sizeOf, toneAt } from '../motif.ts';
import type { ToneName } from '../palette.ts';
import type { Paper } from '../paper.ts';
import { label, roundness } from '../parts.ts';
import * as bath from './bath.ts';
import type { Item } from './bottles.ts';
import * as bottles from './bottles.ts';
import * as flasks from './flasks.ts';
import * as makeup from './makeup.ts';

type Tones3 = readonly [ToneName, ToneName, ToneName];

/** A low stage that lifts small things to the eye. */
export function plinth(paper: Paper, x: number, foot: number, w: number, h: number, name: ToneName): string {
  const { base, light, tint, deep } = paper.tone(name);
  const shape = turned(
    x,
    [
      [w / 2, foot - h],
      [w / 2, foot - h],
      [w / 2, foot],
      [w / 2, foot],
    ],
    0.12,
  );
  return (
    paper.ground(x, foot, w * 0.58) +
    paper.layer(shape, base, { lift: 1.1, glow: 0.7 }) +
    roundness(paper, shape, w, tint, deep, 0.7) +
    paper.layer(ellipse(x, foot - h, w / 2, w * 0.06), light, { lift: 0, glow: 0.5 })
  );
}

/** What the thing is made of, lying beside it: branches behind, flowers and fruit in front. */
function garnishBack(paper: Paper, params: Params, foot: number): string {
  let out = '';
  let side = paper.random.pick([-1, 1]);
  for (const name of params.parts ?? []) {
    const draw: DrawSprig | undefined = Object.entries(SPRIGS).find(([key]) => key === name)?.[1];
    if (!draw) continue;
    for (const i of [0, 1]) {
      out += draw(paper, {
        from: [side * (110 + i * 50), foot + 10],
        to: [side * (330 + i * 50), foot - 560 + i * 230 + paper.random.off(50)],
        bow: side * (40 + i * 26),
        scale: 1.25,
      });
    }
    side = -side;
  }
  return out;
}

function citrus(paper: Paper, x: number, y: number, r: number, name: ToneName): string {
  const { base, light, tint, shade } = paper.tone(name);
  let out =
    paper.ground(x, y + r * 0.9, r) +
    paper.layer(ellipse(x, y, r), base, { glow: 0.7 }) +
    paper.flat(ellipse(x, y, r * 0.9), paper.tone('cream').light);
  for (let i = 0; i < 9; i++) {
    const piece = smooth([
      polar(x, y, r * 0.1, i * 40),
      polar(x, y, r * 0.1, i * 40),
      polar(x, y, r * 0.8, i * 40 - 16),
      polar(x, y, r * 0.82, i * 40 + 16),
    ]);
    out += paper.flat(piece, i % 3 === 0 ? tint : i % 3 === 1 ? light : base);
  }
  return out + paper.rim(ellipse(x, y, r), shade, r * 0.06, r * 0.06, 0.4);
}

function garnishFront(paper: Paper, params: Params): string {
  let out = '';
  let side = paper.random.pick([-1, 1]);
  for (const name of params.parts ?? []) {
    const x = side * paper.random.between(320, 380);
    const y = FLOOR + 20;
    if (isHead(name)) {
      out +=
        paper.leaf(x, y + 10, 150, 62, side * 80, 'sage') +
        paper.leaf(x, y, 140, 58, -side * 60, 'leaf') +
        HEADS[name](paper, { x, y: y - 20, r: 108, tone: HEAD_TONES[name], tilt: side * 14 });
    } else if (name === 'citrus') out += citrus(paper, x, y - 34, 104, 'orange');
    else if (name === 'lemon') out += citrus(paper, x, y - 34, 104, 'butter');
    else if (name === 'stones') {
      for (const [dx, dy, rx, ry] of [
        [0, 20, 120, 52],
        [-14, -52, 92, 42],
        [8, -112, 60, 30],
      ] as const)
        out += paper.layer(paper.blob(x + dx, y + dy, rx, ry, 0.03), paper.tone(dy ? 'stone' : 'slate').base, {
          glow: 0.8,
        });
    } else if (name === 'petals') {
      for (let i = 0; i < 6; i++)
        out += paper.layer(
          paper.blob(x + paper.random.off(110), y + 40 + paper.random.off(50), 40, 20, 0.2, 6),
          paper.tone('rose').light,
          { lift: 0.6 },
        );
    } else continue;
    side = -side;
  }
  return out;
}

/** An item on its stage with what it is made of. Tones: body, cap, mark, stage. */
function shelf(item: Item, tones: Tones3, k: number, stage = 0): Motif {
  return onTable((paper, params) => {
    const scale = k * sizeOf(params, 0.94, 1.1, 1.22);
    const own: Tones3 = [toneAt(params, 0, tones[0]), toneAt(params, 1, tones[1]), toneAt(params, 2, tones[2])];
    const rise = params.style === 'flat' ? 0 : stage;
    const foot = FLOOR - rise;
    const base = rise
      ? plinth(paper, 0, FLOOR + 30, 830, rise + 14, toneAt(params, 3, 'white'))
      : paper.ground(0, FLOOR, 300 * k);
    return (
      garnishBack(paper, params, foot) +
      base +
      paper.ground(0, foot + 4, 250 * scale, 34) +
      item(paper, { x: 0, foot, k: scale }, own) +
      garnishFront(paper, params)
    );
  });
}

const SET: Readonly<Record<string, readonly [item: Item, tones: Tones3, k: number]>> = {
  jar: [bottles.jar, ['white', 'gold', 'plum'], 0.8],
  'pump-bottle': [bottles.pump, ['rose', 'white', 'plum'], 1],
  dropper: [bottles.dropper, ['crust', 'ink', 'plum'], 0.95],
  tube: [flasks.tube, ['sage', 'white', 'forest'], 0.98],
  mist: [flasks.spray, ['lilac', 'white', 'violet'], 1],
  perfume: [flasks.flacon, ['blush', 'plum', 'plum'], 0.86],
};

/** Several things as one set; parts name them, back to front. */
function set(paper: Paper, params: Params): string {
  const named = (params.parts ?? []).flatMap((name) => SET[name] ?? []);
  const chosen = (params.parts ?? []).flatMap((name) => (SET[name] ? [SET[name]] : []));
  const items = named.length
    ? chosen
    : [SET['pump-bottle'], SET.tube, SET.jar].flatMap((entry) => (entry ? [entry] : []));
  const spots: readonly Point[] = [
    [-225, FLOOR - 60],
    [235, FLOOR - 50],
    [10, FLOOR + 50],
    [-300, FLOOR + 70],
  ];
  let out = garnishBack(paper, params, FLOOR - 60) + plinth(paper, 0, FLOOR + 20, 900, 90, toneAt(params, 3, 'white'));
  items.forEach(([item, tones, k], i) => {
    const [x, foot] = spots[i] ?? [0, FLOOR];
    out +=
      paper.ground(x, foot, 160 * k + 40) +
      item(paper, { x, foot, k }, [toneAt(params, i, tones[0]), tones[1], tones[2]]);
  });
  return out + garnishFront(paper, params);
}

/** Bath salts in a swing-top jar with a wooden scoop. */
function salts(paper: Paper, params: Params): string {
  const salt = paper.tone(toneAt(params, 0, 'rose'));
  const glass = turned(
    0,
    [
      [190, -280],
      [190, -280],
      [190, -230],
      [275, -150],
      [280, 300],
      [262, FLOOR],
      [262, FLOOR],
    ],
    0.06,
  );
  let grains = paper.flat(box(-400, -90, 800, 700), salt.light);
  for (let i = 0; i < 150; i++) {
    const s = paper.random.between(9, 20);
    grains += paper.flat(
      paper.blob(paper.random.off(280), paper.random.between(-100, 430), s, s * 0.8, 0.25, 5),
      [salt.tint, salt.base, salt.shade, '#ffffff'][i % 4] ?? salt.base,
      0.85,
    );
  }
  const wood = paper.tone('crust');
  return (
    garnishBack(paper, params, FLOOR) +
    paper.ground(0, FLOOR, 320) +
    paper.layer(glass, paper.tone('white').base, { lift: 1.2 }) +
    paper.clip(glass, grains) +
    roundness(paper, glass, 540, '#ffffff', salt.deep) +
    paper.flat(
      band(
        [
          [-226, -60],
          [-230, 240],
        ],
        22,
      ),
      '#ffffff',
      0.55,
    ) +
    paper.layer(box(-214, -390, 428, 120, 26), wood.light, { glow: 0.8 }) +
    label(paper, 6, 170, 320, 230, paper.tone(toneAt(params, 1, 'plum')).deep, paper.tone('white').tint, 3) +
    paper.layer(
      band(
        [
          [110, 520],
          [250, 440],
          [390, 330],
        ],
        34,
      ),
      wood.base,
    ) +
    paper.layer(ellipse(90, 530, 84, 46), wood.shade) +
    paper.layer(ellipse(90, 520, 62, 28), salt.light, { lift: 0.3 }) +
    garnishFront(paper, params)
  );
}

export const beauty = {
  jar: shelf(bottles.jar, ['white', 'gold', 'plum'], 1.12, 150),
  'open-jar': shelf(bottles.openJar, ['rose', 'white', 'plum'], 1.12, 150),
  'pump-bottle': shelf(bottles.pump, ['sand', 'white', 'plum'], 1.16),
  dropper: shelf(bottles.dropper, ['crust', 'ink', 'plum'], 1.12, 110),
  tube: shelf(flasks.tube, ['blush', 'white', 'plum'], 1.2),
  mist: shelf(flasks.spray, ['lilac', 'white', 'violet'], 1.15),
  perfume: shelf(flasks.flacon, ['blush', 'plum', 'plum'], 1.12, 110),
  'nail-polish': shelf(flasks.polish, ['plum', 'ink', 'rose'], 0.98, 120),
  'face-roller': shelf(flasks.roller, ['mint', 'gold', 'white'], 1.02),
  lipstick: shelf(makeup.lipstick, ['cherry', 'ink', 'rose'], 1.06, 120),
  compact: shelf(makeup.compact, ['sand', 'gold', 'white'], 1.05, 130),
  brushes: shelf(makeup.brushes, ['cocoa', 'gold', 'blush'], 1.02),
  palette: shelf(makeup.palette, ['rose', 'plum', 'crust'], 1.02),
  mascara: shelf(bath.mascara, ['plum', 'gold', 'white'], 1.06, 110),
  soap: shelf(bath.soap, ['sage', 'sand', 'blush'], 1.05, 120),
  sachet: shelf(bath.sachet, ['mint', 'forest', 'white'], 1.08),
  towels: shelf(bath.towels, ['white', 'blush', 'lilac'], 1.05, 90),
  'bath-salts': onTable(salts),
  'care-set': onTable(set),
} satisfies Motifs;
