import { HEAD_TONES, HEADS, isHead } from '../blooms/heads.ts';
import { SPRIGS } from '../blooms/sprigs.ts';
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
import { FLOOR, type Motifs, onSheet, onTable, type Params, sizeOf, toneAt } from '../motif.ts';
import type { Paper } from '../paper.ts';
import { flame, label, ribbonBow, roundness } from '../parts.ts';

/** A place laid for dinner, from above. */
function tableSetting(paper: Paper, params: Params): string {
  const plate = paper.tone(toneAt(params, 1, 'white'));
  const charger = paper.tone(toneAt(params, 2, 'gold'));
  const cloth = paper.tone(toneAt(params, 0, 'blush'));
  const steel = paper.tone(toneAt(params, 3, 'gold'));
  const disc = (r: number, fill: string, lift: number) =>
    paper.layer(paper.blob(0, 0, r, r, 0.004, 12), fill, { lift, glow: 0.6 });
  let out = disc(365, charger.base, 1.4);
  for (let i = 0; i < 48; i++) out += paper.flat(ellipse(...polar(0, 0, 344, i * 7.5), 10), charger.light);
  out +=
    disc(310, plate.shade, 0.8) +
    disc(304, plate.light, 0.3) +
    paper.rim(ellipse(0, 0, 216), plate.deep, -6, -8, 0.3) +
    disc(212, plate.tint, 0.5);
  const fork = (x: number, k: number): string => {
    const tines = [-21, -7, 7, 21]
      .map((dx) => paper.layer(box(x + dx - 4, -330 * k, 8, 150, 4), steel.light, { lift: 0.6 }))
      .join('');
    return (
      tines +
      paper.layer(
        smooth([
          [x - 26, -206 * k],
          [x - 26, -206 * k],
          [x + 26, -206 * k],
          [x + 26, -206 * k],
          [x + 20, -130],
          [x + 7, -90],
          [x + 9, 300],
          [x + 9, 300],
          [x - 9, 300],
          [x - 9, 300],
          [x - 7, -90],
          [x - 20, -130],
        ]),
        steel.base,
        { lift: 0.8, glow: 0.8 },
      )
    );
  };
  const knife = paper.layer(
    smooth([
      [400, 300],
      [400, 300],
      [422, 300],
      [422, 300],
      [420, 10],
      [420, 10],
      [436, -60],
      [432, -260],
      [408, -350],
      [400, -350],
    ]),
    steel.base,
    { lift: 0.8, glow: 0.9 },
  );
  const spoon =
    paper.layer(
      band(
        [
          [478, 300],
          [476, 0],
          [474, -150],
        ],
        17,
      ),
      steel.base,
      { lift: 0.8 },
    ) + paper.layer(paper.blob(474, -232, 38, 62, 0.01), steel.light, { lift: 0.7, glow: 1 });
  out = fork(-420, 1) + fork(-490, 0.86) + knife + spoon + out;
  const napkin = poly([
    [-92, -290],
    [104, -300],
    [120, 330],
    [10, 270],
    [-108, 336],
  ]);
  out +=
    paper.layer(napkin, cloth.base, { lift: 1.1, glow: 0.7 }) +
    paper.layer(
      poly([
        [-92, -290],
        [12, -296],
        [16, 268],
        [10, 270],
        [-108, 336],
      ]),
      cloth.light,
      { lift: 0.3, glow: 0.6 },
    );
  const menu = place(box(-78, -170, 156, 330, 4), { x: 24, y: -46, rotate: 5 });
  out +=
    paper.layer(menu, paper.tone('white').light, { lift: 0.9 }) +
    label(paper, 26, -70, 120, 190, paper.tone('midnight').base, paper.tone('white').tint, 2);
  const kind = params.parts?.find(isHead) ?? 'ranunculus';
  out +=
    SPRIGS.eucalyptus(paper, { from: [30, 190], to: [-150, -20], bow: 40, scale: 0.6 }) +
    SPRIGS.olive(paper, { from: [10, 180], to: [150, 40], bow: -20, scale: 0.5 });
  out += HEADS[kind](paper, { x: -10, y: 130, r: 92, tone: toneAt(params, 4, HEAD_TONES[kind]), tilt: -10 });
  return out + glassFromAbove(paper, 300, -430, 104) + glassFromAbove(paper, 120, -500, 84);
}

function glassFromAbove(paper: Paper, x: number, y: number, r: number): string {
  const glass = ellipse(x, y, r);
  return (
    paper.layer(glass, paper.tone('white').tint, { lift: 1.2, opacity: 0.7 }) +
    paper.flat(ellipse(x, y, r * 0.84), paper.tone('gold').light, 0.75) +
    paper.rim(ellipse(x, y, r * 0.84), '#ffffff', -8, -9, 0.7) +
    paper.rim(glass, paper.tone('slate').base, 6, 7, 0.35)
  );
}

/** A cake of tiers on its stand. */
function cake(paper: Paper, params: Params): string {
  const tiers = params.count ?? 3;
  const metal = paper.tone(toneAt(params, 2, 'gold'));
  const foot = turned(
    0,
    [
      [60, FLOOR - 130],
      [60, FLOOR - 130],
      [34, FLOOR - 90],
      [40, FLOOR - 50],
      [150, FLOOR - 8],
      [160, FLOOR],
      [160, FLOOR],
    ],
    0.1,
  );
  let out =
    paper.ground(0, FLOOR, 300) +
    paper.layer(foot, metal.base, { glow: 0.9 }) +
    roundness(paper, foot, 260, metal.tint, metal.deep) +
    paper.layer(ellipse(0, FLOOR - 122, 380, 46), metal.shade, { lift: 1.2 }) +
    paper.layer(ellipse(0, FLOOR - 134, 380, 46), metal.light, { lift: 0, glow: 0.8 });
  let y = FLOOR - 130;
  const kinds = (params.parts ?? ['rose', 'ranunculus']).filter(isHead);
  for (let i = 0; i < tiers; i++) {
    const half = (tiers === 1 ? 285 : 300) - i * 88;
    const h = tiers === 1 ? 300 : 225 - i * 12;
    const c = paper.tone(toneAt(params, i % 2, i % 2 ? 'blush' : 'white'));
    const tier = turned(
      0,
      [
        [half, y - h],
        [half, y - h],
        [half, y],
        [half, y],
      ],
      0.12,
    );
    out +=
      paper.layer(tier, c.base, { lift: 1.1, glow: 0.7 }) +
      roundness(paper, tier, half * 2, c.tint, c.deep, 0.8) +
      paper.layer(ellipse(0, y - h, half, half * 0.12), c.light, { lift: 0, glow: 0.4 });
    if (params.style === 'drip') {
      const drops = Array.from(
        { length: 17 },
        (_, n): Point => [
          half - (n * half * 2) / 16,
          y -
            h +
            Math.sqrt(Math.max(0, 1 - (n / 8 - 1) ** 2)) * half * 0.12 +
            (n % 2 ? 66 + paper.random.off(30) : 16),
        ],
      );
      out += paper.layer(
        smooth([
          [-half, y - h],
          ...bowed([-half, y - h], [half, y - h], -half * 0.12, 8),
          [half, y - h],
          ...drops,
        ]),
        paper.tone(toneAt(params, 3, 'gold')).base,
        { lift: 0.6, glow: 0.8 },
      );
    } else {
      for (let n = 0; n < 23; n++) {
        const t = n / 11 - 1;
        out += paper.layer(
          ellipse(t * half, y + Math.sqrt(Math.max(0, 1 - t * t)) * half * 0.12 - 8, 13),
          c.light,
          { lift: 0.4, glow: 0 },
        );
      }
    }
    const side = i % 2 ? 1 : -1;
    for (let n = 0; n < 3 && kinds.length; n++) {
      const kind = kinds[(n + i) % kinds.length] ?? 'rose';
      const x = side * (half * 0.72 - n * 78);
      out +=
        paper.leaf(x, y - h + 26, 120, 48, side * (60 - n * 60), 'leaf') +
        HEADS[kind](paper, {
          x,
          y: y - h + 16 + n * 8,
          r: 68 - n * 12,
          tone: toneAt(params, 4 + (n % 2), HEAD_TONES[kind]),
          tilt: side * 12,
        });
    }
    y -= h;
  }
  if (params.style === 'candles' || tiers === 1) {
    for (const x of [-120, -60, 0, 60, 120])
      out +=
        paper.layer(box(x - 9, y - 130, 18, 128, 4), paper.tone(x % 120 ? 'blush' : 'gold').light, {
          lift: 0.5,
        }) + flame(paper, x, y - 134, 64);
  } else if (!kinds.length) out += ribbonBow(paper, 0, y - 10, 110, toneAt(params, 3, 'rose'));
  return out;
}

/** Glasses raised or stacked as a tower. */
function champagne(paper: Paper, params: Params): string {
  const wine = paper.tone(toneAt(params, 0, 'gold'));
  const coupe = (x: number, foot: number, k: number): string => {
    const bowl = turned(
      x,
      [
        [120 * k, foot - 250 * k],
        [120 * k, foot - 250 * k],
        [112 * k, foot - 200 * k],
        [64 * k, foot - 150 * k],
        [10 * k, foot - 138 * k],
        [10 * k, foot - 138 * k],
      ],
      0.14,
    );
    const stem = turned(
      x,
      [
        [9 * k, foot - 144 * k],
        [9 * k, foot - 144 * k],
        [7 * k, foot - 40 * k],
        [20 * k, foot - 16 * k],
        [78 * k, foot - 2],
        [78 * k, foot - 2],
      ],
      0.1,
    );
    const liquid = ellipse(x, foot - 236 * k, 114 * k, 17 * k);
    return (
      paper.layer(stem, paper.tone('white').light, { lift: 0.7, opacity: 0.8 }) +
      paper.layer(bowl, wine.light, { lift: 0.9, glow: 0.9 }) +
      paper.rim(bowl, '#ffffff', -9 * k, -4 * k, 0.6) +
      paper.flat(liquid, wine.tint, 0.9) +
      [-40, 10, 46]
        .map((d, i) => paper.flat(ellipse(x + d * k, foot - (204 - i * 12) * k, 5 * k), '#ffffff', 0.85))
        .join('')
    );
  };
  if (params.style === 'tower') {
    let out = paper.ground(0, FLOOR, 420);
    for (let row = 0; row < 4; row++)
      for (let i = 0; i < 4 - row; i++) out += coupe((i - (3 - row) / 2) * 232, FLOOR - row * 236, 0.94);
    return out;
  }
  const bottle = turned(
    90,
    [
      [34, -560],
      [34, -560],
      [38, -330],
      [56, -240],
      [120, -120],
      [126, 340],
      [118, FLOOR - 40],
      [118, FLOOR - 40],
    ],
    0.06,
  );
  const glass = paper.tone(toneAt(params, 1, 'forest'));
  const foil = turned(
    90,
    [
      [42, -570],
      [42, -570],
      [44, -330],
      [58, -220],
      [58, -220],
    ],
    0.1,
  );
  return (
    paper.ground(90, FLOOR - 40, 180) +
    paper.layer(bottle, glass.base, { lift: 1.3, glow: 0.8 }) +
    roundness(paper, bottle, 250, glass.tint, glass.deep) +
    paper.layer(foil, wine.base, { glow: 0.9 }) +
    label(paper, 88, 150, 200, 230, paper.tone('midnight').base, paper.tone('cream').light, 4) +
    paper.ground(-230, FLOOR + 30, 120) +
    coupe(-230, FLOOR + 30, 1.35) +
    paper.ground(330, FLOOR + 50, 110) +
    coupe(330, FLOOR + 50, 1.2) +
    ribbonBow(paper, 90, -200, 92, toneAt(params, 2, 'gold'))
  );
}

/** Sweet things on a tiered stand. */
function dessertStand(paper: Paper, params: Params): string {
  const metal = paper.tone(toneAt(params, 2, 'gold'));
  const tray = (y: number, half: number) =>
    paper.layer(ellipse(0, y + 12, half, half * 0.12), metal.shade, { lift: 1.1 }) +
    paper.layer(ellipse(0, y, half, half * 0.12), metal.light, { lift: 0, glow: 0.8 });
  const macaron = (x: number, y: number, i: number): string => {
    const c = paper.tone(toneAt(params, i % 2, i % 2 ? 'mint' : 'rose'));
    return (
      paper.layer(box(x - 54, y - 34, 108, 36, 17), c.base, { lift: 0.7, glow: 0.9 }) +
      paper.layer(box(x - 50, y - 50, 100, 22, 8), paper.tone('cream').light, { lift: 0.3 }) +
      paper.layer(box(x - 54, y - 88, 108, 44, 21), c.light, { lift: 0.5, glow: 0.9 })
    );
  };
  const cupcake = (x: number, y: number, i: number): string => {
    const c = paper.tone(toneAt(params, i % 2, i % 2 ? 'lilac' : 'blush'));
    const cup: Path = poly([
      [x - 58, y - 70],
      [x + 58, y - 70],
      [x + 42, y],
      [x - 42, y],
    ]);
    const pleats = [-36, -12, 12, 36]
      .map((d) =>
        paper.flat(
          band(
            [
              [x + d * 1.3, y - 70],
              [x + d, y],
            ],
            5,
          ),
          paper.tone('toast').deep,
          0.35,
        ),
      )
      .join('');
    return (
      paper.layer(cup, paper.tone('crust').base, { glow: 0.8 }) +
      pleats +
      [
        [66, 80],
        [50, 112],
        [32, 142],
      ]
        .map(([r = 0, up = 0], n) =>
          paper.layer(paper.blob(x + n * 3, y - up, r, r * 0.45, 0.04), n % 2 ? c.tint : c.light, {
            lift: 0.5,
            glow: 0.8,
          }),
        )
        .join('') +
      paper.layer(ellipse(x + 6, y - 166, 16), paper.tone('cherry').base, { lift: 0.4, glow: 1 })
    );
  };
  let out =
    paper.ground(0, FLOOR, 330) +
    paper.layer(
      band(
        [
          [0, FLOOR],
          [0, 0],
          [0, -480],
        ],
        20,
      ),
      metal.base,
      { glow: 0.8 },
    ) +
    paper.layer(ellipse(0, -500, 34), metal.base, { glow: 1 });
  const levels = [
    [FLOOR - 40, 390, 5],
    [90, 300, 4],
    [-220, 205, 3],
  ] as const;
  levels.forEach(([y, half, count], row) => {
    out += tray(y, half);
    for (let i = 0; i < count; i++) {
      const x = ((i + 0.5) / count - 0.5) * half * 1.72;
      out += row % 2 ? macaron(x, y + 4, i) : cupcake(x, y + 8, i);
    }
  });
  return out;
}

export const feast = {
  'table-setting': onSheet(tableSetting),
  'tiered-cake': onTable(cake),
  champagne: onTable(champagne),
  'dessert-stand': onTable(
    (paper, params) =>
      `<g transform="scale(${sizeOf(params, 0.88, 1, 1.06)})">${dessertStand(paper, params)}</g>`,
  ),
} satisfies Motifs;
