import { drawDome } from '../blooms/dome.ts';
import { HEAD_TONES, HEADS, isHead } from '../blooms/heads.ts';
import { SPRIGS } from '../blooms/sprigs.ts';
import { band, bowed, type Point, poly } from '../geometry.ts';
import { FLOOR, type Motifs, onSheet, onTable, type Params, sizeOf, toneAt } from '../motif.ts';
import type { ToneName } from '../palette.ts';
import type { Paper } from '../paper.ts';
import { ribbonBow, type Vessel, vesselBack, vesselFront } from '../parts.ts';
import { driedBunch, letterBox, wreath } from './wreaths.ts';

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
  out += paper.layer(back(1.04), outer.shade, { lift: 1 }) + paper.layer(back(0.95), inner.light, { lift: 0.7 });
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
  const left = [at(-446, -95), at(-300, 10), at(-80, 130), at(150, 226), at(96, 352), at(-50, 352), at(-58, 330)];
  const right = [at(438, -70), at(300, 40), at(110, 180), at(-70, 300), at(-66, 356), at(86, 356), at(92, 320)];
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
    poly([at(-446, -95), at(-300, 10), at(-80, 130), at(150, 226), at(120, 260), at(-110, 176), at(-330, 60)]),
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

type VaseForm = readonly [kind: string, w: number, h: number, tone: ToneName];

const DEFAULT_VASE: VaseForm = ['vase', 400, 430, 'clay'];

const VASES: Readonly<Record<string, VaseForm>> = {
  vase: DEFAULT_VASE,
  tall: ['tall', 300, 500, 'slate'],
  bowl: ['bowl', 520, 270, 'white'],
  round: ['round', 420, 400, 'teal'],
  jug: ['jug', 380, 430, 'cream'],
  'hat-box': ['drum', 520, 330, 'plum'],
  bucket: ['bucket', 440, 390, 'stone'],
};

/** Flowers standing in something. */
function arrangement(paper: Paper, params: Params): string {
  const [kind, w, h, tone] = VASES[params.style ?? 'vase'] ?? DEFAULT_VASE;
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

/** The vessel itself, with a single stem to show what it is for; tones: vessel, flower. */
function vase(paper: Paper, params: Params): string {
  const [kind, w, h, tone] = VASES[params.style ?? 'vase'] ?? DEFAULT_VASE;
  const k = sizeOf(params, 1.15, 1.4, 1.55);
  const vessel: Vessel = { kind, x: 0, foot: FLOOR, w: w * k, h: h * k, tone: toneAt(params, 0, tone) };
  const top = FLOOR - h * k;
  const head = params.parts?.find(isHead);
  const sprig = head ? SPRIGS.eucalyptus : SPRIGS.olive;
  let out = sprig(paper, { from: [-10, top + 60], to: [-150, Math.max(-640, top - 330)], bow: 40, scale: 1.1 });
  if (head) {
    const y = Math.max(-520, top - 210);
    out += paper.stem([10, top + 60], [70, y], -30, 15);
    out += HEADS[head](paper, { x: 70, y, r: 130, tone: toneAt(params, 1, HEAD_TONES[head]), tilt: 12 });
  }
  return vesselBack(paper, vessel) + out + vesselFront(paper, vessel);
}

export const bouquets = {
  bouquet: onSheet(bouquet),
  arrangement: onTable(arrangement),
  vase: onTable(vase),
  wreath: onSheet(wreath),
  'dried-bunch': onSheet(driedBunch),
  'letter-box': onSheet(letterBox),
} satisfies Motifs;
