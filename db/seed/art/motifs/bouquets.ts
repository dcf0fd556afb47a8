import { drawDome } from '../blooms/dome.ts';
import { HEAD_TONES, HEADS, isHead } from '../blooms/heads.ts';
import { SPRIGS } from '../blooms/sprigs.ts';
import { band, bowed, box, type Point, polar, poly, smooth } from '../geometry.ts';
import { FLOOR, type Motifs, onSheet, onTable, type Params, sizeOf, toneAt } from '../motif.ts';
import type { ToneName } from '../palette.ts';
import type { Paper } from '../paper.ts';
import { ribbonBow, type Vessel, vesselBack, vesselFront } from '../parts.ts';

const WRAPS: Readonly<Record<string, readonly [sheet: ToneName, lining: ToneName, ribbon: ToneName]>> = {
  kraft: ['sand', 'white', 'forest'],
  white: ['white', 'blush', 'rose'],
  blush: ['blush', 'white', 'coral'],
  green: ['mint', 'white', 'forest'],
  ink: ['slate', 'cream', 'gold'],
  lilac: ['lilac', 'white', 'violet'],
};

/** A hand-tied bunch in a cone of paper. */
function bouquet(paper: Paper, params: Params): string {
  const wrap = WRAPS[params.style ?? 'kraft'] ?? WRAPS.kraft;
  const [sheet, lining, ribbon] = wrap ?? ['sand', 'white', 'forest'];
  const outer = paper.tone(sheet);
  const inner = paper.tone(lining);
  const k = sizeOf(params, 0.88, 1, 1.1);
  const at = (x: number, y: number): Point => [x * k, 60 + y * k];
  const waist = at(10, 330);
  const jag = () => paper.random.off(14);
  const back = (grow: number) =>
    poly([
      at(-60, 340),
      at(-430 * grow, -120 + jag()),
      at(-330 * grow, -260 * grow + jag()),
      at(-190, -350 * grow + jag()),
      at(-20, -300 * grow + jag()),
      at(150, -380 * grow + jag()),
      at(310 * grow, -250 * grow + jag()),
      at(425 * grow, -90 + jag()),
      at(80, 340),
    ]);
  let out = '';
  for (let i = 0; i < 7; i++) {
    const side = i - 3;
    out += paper.stem(
      at(10 + side * 9, 300),
      at(10 - side * 40 + jag(), 590 + jag()),
      0,
      17 * k,
      i % 2 ? 'leaf' : 'moss',
    );
  }
  out +=
    paper.layer(back(1.04), outer.shade, { lift: 1 }) + paper.layer(back(0.95), inner.light, { lift: 0.7 });
  const count = sizeOf(params, 6, 9, 13);
  const [cx, cy] = at(0, -140);
  out += drawDome(paper, params, {
    x: cx,
    y: cy,
    rx: 335 * k,
    ry: 262 * k,
    foot: waist,
    count,
    r: sizeOf(params, 128, 122, 116),
    greens: sizeOf(params, 7, 9, 11),
  });
  const left = [
    at(-446, -95),
    at(-300, 10),
    at(-80, 130),
    at(150, 226),
    at(96, 352),
    at(-50, 352),
    at(-58, 330),
  ];
  const right = [
    at(438, -70),
    at(300, 40),
    at(110, 180),
    at(-70, 300),
    at(-66, 356),
    at(86, 356),
    at(92, 320),
  ];
  const hang = poly([
    at(-40, 345),
    at(62, 345),
    at(190, 520 + jag()),
    at(40, 486),
    at(-60, 536 + jag()),
    at(-150, 500),
  ]);
  out += paper.layer(hang, outer.shade, { lift: 0.8 });
  const rightSheet = poly(right);
  out += paper.layer(rightSheet, outer.base, { lift: 1.3, glow: 0.7 });
  out += paper.layer(poly([at(438, -70), at(300, 40), at(110, 180), at(150, 186), at(330, 76)]), inner.base, {
    lift: 0.5,
  });
  const leftSheet = poly(left);
  out += paper.layer(leftSheet, outer.light, { lift: 1.3, glow: 0.9 });
  out += paper.layer(
    poly([
      at(-446, -95),
      at(-300, 10),
      at(-80, 130),
      at(150, 226),
      at(120, 260),
      at(-110, 176),
      at(-330, 60),
    ]),
    inner.light,
    { lift: 0.5 },
  );
  for (const [x, y] of [
    [-230, 120],
    [-130, 190],
    [-40, 250],
  ] as const)
    out += paper.line([at(x, y), waist], outer.shade, 2.5, 0.5);
  const tie = band(bowed(at(-70, 338), at(92, 338), -10, 4), 34 * k);
  return (
    out +
    paper.layer(tie, paper.tone(ribbon).base, { lift: 0.7 }) +
    ribbonBow(paper, at(18, 340)[0], at(18, 340)[1], 150 * k, ribbon)
  );
}

const VASES: Readonly<Record<string, readonly [kind: string, w: number, h: number, tone: ToneName]>> = {
  vase: ['vase', 400, 430, 'clay'],
  tall: ['tall', 300, 500, 'slate'],
  bowl: ['bowl', 520, 270, 'white'],
  round: ['round', 420, 400, 'teal'],
  jug: ['jug', 380, 430, 'cream'],
  'hat-box': ['drum', 520, 330, 'plum'],
  bucket: ['bucket', 440, 390, 'stone'],
};

/** Flowers standing in something. */
function arrangement(paper: Paper, params: Params): string {
  const [kind, w, h, tone] = VASES[params.style ?? 'vase'] ?? VASES.vase ?? ['vase', 400, 430, 'clay'];
  const low = kind === 'drum' || kind === 'bowl' || kind === 'bucket';
  const k = sizeOf(params, 0.94, 1.02, 1.12) * (low ? 1.1 : 1);
  const last = params.tones?.length ? params.tones.length - 1 : 0;
  const vessel: Vessel = {
    kind,
    x: 0,
    foot: FLOOR,
    w: w * k,
    h: h * k,
    tone: params.tones && last > 1 ? toneAt(params, last, tone) : tone,
  };
  const flowers = last > 1 ? { ...params, tones: params.tones?.slice(0, last) } : params;
  const top = FLOOR - h * k;
  const ry = (low ? 215 : 235) * k;
  const y = top - ry * (low ? 0.62 : 0.78);
  const dome = {
    x: 0,
    y,
    rx: (low ? 330 : 315) * k,
    ry,
    foot: [0, top + 30] as const,
    count: sizeOf(params, 7, 10, 14),
    r: sizeOf(params, 128, 126, 122) * k,
  };
  return vesselBack(paper, vessel) + drawDome(paper, flowers, dome) + vesselFront(paper, vessel);
}

/** A door wreath: leaves all one way round, flowers gathered low on one side. */
function wreath(paper: Paper, params: Params): string {
  const { random } = paper;
  const names = params.parts ?? ['ranunculus', 'daisy', 'olive'];
  const heads = names.filter(isHead);
  const R = 345;
  let out = '';
  const twig = paper.tone('toast');
  for (let i = 0; i < 3; i++) {
    const ring = Array.from(
      { length: 25 },
      (_, s): Point => polar(0, 0, R + i * 16 - 16 + random.off(7), s * 15),
    );
    out += paper.layer(band(ring, 15), i === 1 ? twig.light : twig.base, { lift: 0.8 });
  }
  const leafTone = params.style === 'dried' ? 'straw' : params.style === 'winter' ? 'forest' : 'leaf';
  for (let i = 0; i < 78; i++) {
    const turn = i * 4.6 + random.off(3);
    const [x, y] = polar(0, 0, R + random.off(16), turn);
    const side = i % 3 === 0 ? 62 : i % 3 === 1 ? -58 : random.off(14);
    out += paper.leaf(
      x,
      y,
      random.between(105, 150),
      random.between(40, 56),
      turn + 180 + side,
      i % 4 === 0 ? 'sage' : leafTone,
    );
  }
  if (names.includes('berries')) {
    for (let i = 0; i < 9; i++) {
      const turn = i * 40 + random.off(10);
      out += SPRIGS.berries(paper, {
        from: polar(0, 0, R, turn),
        to: polar(0, 0, R + random.off(60), turn - 24),
        scale: 1.05,
      });
    }
  }
  const count = params.count ?? 8;
  const order = Array.from({ length: count }, (_, i) => i).sort(
    (a, b) => Math.abs(b - count / 2) - Math.abs(a - count / 2),
  );
  for (const i of order) {
    const kind = heads[i % Math.max(1, heads.length)];
    if (!kind) break;
    const turn = 128 + (i - count / 2) * 21;
    const [x, y] = polar(0, 0, R + (i % 2 ? 22 : -20), turn);
    const r = 118 - Math.abs(i - count / 2) * 13;
    out += HEADS[kind](paper, {
      x,
      y,
      r,
      tone: toneAt(params, i % 3, HEAD_TONES[kind]),
      tilt: random.off(30),
    });
  }
  return params.style === 'winter' ? out + ribbonBow(paper, 0, 350, 190, 'cherry') : out;
}

/** Dried flowers tied with twine, hanging head down as they dry. */
function driedBunch(paper: Paper, params: Params): string {
  const names = params.parts ?? ['wheat', 'lavender', 'gypsophila'];
  let out = '';
  const tones: readonly ToneName[] = params.tones ?? ['straw', 'lilac', 'blush'];
  for (let i = 0; i < 13; i++) {
    const side = ((i * 5) % 13) / 6 - 1;
    const name = names[i % names.length] ?? 'wheat';
    const draw =
      name === 'lavender'
        ? SPRIGS.lavender
        : name === 'gypsophila'
          ? SPRIGS.gypsophila
          : name === 'eucalyptus'
            ? SPRIGS.eucalyptus
            : SPRIGS.wheat;
    const to: Point = [side * 360 + paper.random.off(20), 430 - Math.abs(side) * 130 + paper.random.off(60)];
    out += draw(paper, {
      from: [-side * 60, -470],
      to,
      bow: side * 30,
      scale: 1.35,
      tone: tones[i % tones.length],
    });
  }
  const twine = paper.tone('crust');
  for (let i = 0; i < 4; i++)
    out += paper.layer(
      band(bowed([-70, -262 + i * 17], [72, -270 + i * 17], -9, 4), 15),
      i % 2 ? twine.light : twine.base,
      { lift: 0.5 },
    );
  const loop = smooth(
    [
      [10, -270],
      [60, -520],
      [30, -640],
      [-10, -640],
      [-30, -520],
      [0, -270],
    ],
    false,
  );
  return (
    out +
    `<g fill="none">${paper.line(
      [
        [5, -270],
        [55, -480],
        [26, -620],
        [-14, -620],
        [-34, -480],
        [0, -270],
      ],
      twine.shade,
      8,
    )}</g>` +
    paper.flat(loop, 'none') +
    ribbonBow(paper, 4, -240, 96, 'crust')
  );
}

/** A flat box with a window of flowers, for letters and subscriptions. */
function letterBox(paper: Paper, params: Params): string {
  const card = paper.tone(toneAt(params, 3, 'sand'));
  const outer = box(-330, -470, 660, 940, 12);
  const inside = box(-284, -424, 568, 848, 6);
  const flowers = drawDome(paper, params, {
    x: 0,
    y: -40,
    rx: 250,
    ry: 380,
    foot: [0, 300],
    count: 11,
    r: 108,
    greens: 8,
  });
  const tissue = paper.tone('white');
  const flap = poly([
    [-284, 180],
    [-60, 120],
    [284, 236],
    [284, 424],
    [-284, 424],
  ]);
  const flap2 = poly([
    [284, 140],
    [90, 230],
    [-284, 330],
    [-284, 424],
    [284, 424],
  ]);
  return (
    paper.layer(outer, card.base, { lift: 1.6 }) +
    paper.layer(inside, card.deep, { lift: 0 }) +
    paper.clip(
      inside,
      flowers +
        paper.layer(flap, tissue.base, { lift: 1 }) +
        paper.layer(flap2, tissue.light, { lift: 1, glow: 0.7 }),
    ) +
    paper.rim(inside, card.deep, -16, -20, 0.35) +
    ribbonBow(paper, 0, 330, 130, toneAt(params, 0, 'coral'))
  );
}

export const bouquets = {
  bouquet: onSheet(bouquet),
  arrangement: onTable(arrangement),
  wreath: onSheet(wreath),
  'dried-bunch': onSheet(driedBunch),
  'letter-box': onSheet(letterBox),
} satisfies Motifs;
