import { body, staged, strew } from '../baked.ts';
import { box, ellipse, type Path, type Point, polar, smooth } from '../geometry.ts';
import { FLOOR, type Motifs, onTable, type Params } from '../motif.ts';
import type { ToneName } from '../palette.ts';
import type { Paper } from '../paper.ts';
import { berry, raspberry, stand, tart } from './tarts.ts';

/** A tall wedge on a crust; style `whole` is the cake it was cut from. */
function cheesecake(paper: Paper, params: Params): string {
  if (params.style === 'whole') {
    const y = 10;
    const wall = smooth([
      [-400, y],
      [-400, y],
      [-396, FLOOR - 190],
      [-260, FLOOR - 66],
      [0, FLOOR - 40],
      [260, FLOOR - 66],
      [396, FLOOR - 190],
      [400, y],
      [400, y],
    ]);
    let out =
      stand(paper, FLOOR - 150, 480) +
      body(paper, wall, 'butter', 1) +
      paper.clip(wall, paper.flat(box(-420, FLOOR - 150, 840, 130), paper.tone('crust').base, 0.65));
    out +=
      paper.layer(ellipse(0, y, 400, 150), paper.tone('cream').light, { lift: 0.2, glow: 0.8 }) +
      paper.flat(ellipse(0, y + 4, 366, 132), paper.tone('violet').deep, 0.85);
    for (let i = 0; i < 64; i++) {
      const [px, py] = polar(0, 0, Math.sqrt((i + 0.5) / 64) * 340, i * 137.5);
      out += berry(paper, px, y - 8 + py * 0.36, 40, i % 4 ? 'midnight' : 'violet');
    }
    return out;
  }
  const foot = FLOOR - 20;
  const side: Path = smooth([
    [-390, foot - 70],
    [-390, foot - 70],
    [-390, foot - 350],
    [-390, foot - 350],
    [330, foot - 300],
    [330, foot - 300],
    [330, foot],
    [330, foot],
    [-380, foot - 40],
    [-380, foot - 40],
  ]);
  const top: Path = smooth([
    [-392, foot - 348],
    [-392, foot - 348],
    [120, foot - 520],
    [120, foot - 520],
    [330, foot - 460],
    [390, foot - 380],
    [332, foot - 298],
    [332, foot - 298],
  ]);
  const back: Path = smooth([
    [330, foot - 298],
    [330, foot - 298],
    [392, foot - 384],
    [392, foot - 384],
    [388, foot - 90],
    [388, foot - 90],
    [328, foot],
    [328, foot],
  ]);
  let out =
    paper.layer(ellipse(0, foot + 20, 480, 96), paper.tone('white').base, { lift: 1.2, glow: 0.7 }) +
    paper.flat(ellipse(0, foot + 16, 390, 72), paper.tone('white').shade, 0.4);
  out += body(paper, back, 'wheat', 0.5, 0.4) + body(paper, side, 'cream', 1, 0.8);
  out += paper.clip(
    side,
    paper.flat(
      smooth([
        [-400, foot - 90],
        [-400, foot - 90],
        [340, foot - 60],
        [340, foot - 60],
        [340, foot + 10],
        [340, foot + 10],
        [-400, foot - 30],
        [-400, foot - 30],
      ]),
      paper.tone('crust').base,
    ) + strew(paper, side, 0, foot - 50, 380, 22, ['toast', 'wheat'], 40, 10),
  );
  out += body(paper, top, 'butter', 0.7, 0.4);
  const pool: Path = smooth([
    [-270, foot - 370],
    [-60, foot - 440],
    [120, foot - 490],
    [290, foot - 440],
    [340, foot - 380],
    [250, foot - 330],
    [232, foot - 250],
    [196, foot - 246],
    [180, foot - 322],
    [10, foot - 334],
    [-20, foot - 270],
    [-60, foot - 272],
    [-70, foot - 344],
  ]);
  out += paper.layer(pool, paper.tone('violet').deep, { lift: 0.4, glow: 0.7 });
  for (const [x, y] of [
    [-180, 386],
    [-110, 410],
    [-60, 380],
    [0, 440],
    [60, 400],
    [110, 466],
    [150, 410],
    [220, 450],
    [240, 390],
    [290, 410],
    [20, 372],
    [180, 356],
    [110, 364],
  ] as const)
    out += berry(paper, x, foot - y - 14, 44, x % 4 === 0 ? 'midnight' : 'violet');
  return out + paper.leaf(110, foot - 480, 120, 52, 30, 'leaf') + paper.leaf(96, foot - 474, 100, 46, -34, 'leaf');
}

/** Layers of sponge and cream; parts `candles`, style `slice` is one piece. */
function layerCake(paper: Paper, params: Params): string {
  const layers = (x: number, half: number, foot: number, height: number): string => {
    let out = '';
    const tones: readonly ToneName[] = ['wheat', 'blush', 'wheat', 'pink', 'wheat'];
    tones.forEach((tone, i) => {
      const h = height / tones.length;
      out += paper.layer(box(x - half, foot - (i + 1) * h, half * 2, h + 2, 6), paper.tone(tone).base, {
        lift: 0.15,
        glow: 0.5,
      });
      if (tone === 'wheat')
        out += strew(
          paper,
          box(x - half, foot - (i + 1) * h, half * 2, h),
          x,
          foot - (i + 0.5) * h,
          half * 0.92,
          h * 0.4,
          ['crust', 'sand'],
          20,
          8,
        );
    });
    return out;
  };
  if (params.style === 'slice') {
    const foot = FLOOR - 10;
    const frost = smooth([
      [-330, foot - 400],
      [-330, foot - 400],
      [90, foot - 500],
      [90, foot - 500],
      [340, foot - 400],
      [340, foot - 400],
    ]);
    return (
      paper.layer(ellipse(0, foot + 16, 470, 92), paper.tone('white').base, { lift: 1.2, glow: 0.7 }) +
      layers(0, 330, foot, 390) +
      body(paper, frost, 'blush', 0.6, 0.5) +
      paper.layer(
        smooth([
          [-334, foot - 404],
          [-334, foot - 404],
          [342, foot - 404],
          [342, foot - 404],
          [342, foot - 356],
          [280, foot - 330],
          [220, foot - 366],
          [120, foot - 340],
          [40, foot - 368],
          [-80, foot - 338],
          [-180, foot - 366],
          [-270, foot - 336],
          [-334, foot - 360],
        ]),
        paper.tone('blush').light,
        { lift: 0.5, glow: 0.5 },
      ) +
      raspberry(paper, 70, foot - 476, 62) +
      raspberry(paper, -50, foot - 444, 52)
    );
  }
  const foot = FLOOR - 150;
  const half = 330;
  const wall = box(-half, foot - 430, half * 2, 430, 10);
  let out = stand(paper, FLOOR - 140, 450) + paper.layer(wall, paper.tone('blush').base, { lift: 1.2, glow: 0.7 });
  // Half naked: sponge shows through a thin coat.
  out +=
    paper.clip(wall, `<g opacity=".5">${layers(0, half, foot, 430)}</g>`) +
    paper.rim(wall, paper.tone('rose').deep, 60, 0, 0.22) +
    paper.rim(wall, paper.white, -26, 0, 0.4);
  const coat = Array.from(
    { length: 17 },
    (_, i): Point => [-half - 8 + i * ((half * 2 + 16) / 16), foot - 350 + (i % 2 ? 54 : 0) + paper.random.off(16)],
  );
  out += paper.layer(
    smooth([
      [-half - 8, foot - 440],
      [-half - 8, foot - 440],
      ...[...coat],
      [half + 8, foot - 440],
      [half + 8, foot - 440],
    ]),
    paper.tone('white').light,
    { lift: 0.6, glow: 0.5 },
  );
  out += paper.layer(ellipse(0, foot - 436, half + 10, 62), paper.tone('white').light, { lift: 0, glow: 0.4 });
  if (params.parts?.includes('candles')) {
    for (const [x, h] of [
      [-150, 190],
      [-50, 220],
      [60, 210],
      [160, 186],
    ] as const) {
      out += paper.layer(box(x - 12, foot - 440 - h, 24, h, 8), paper.tone(x % 3 ? 'orange' : 'teal').light, {
        lift: 0.5,
        glow: 0.6,
      });
      out +=
        paper.halo(x, foot - 476 - h, 90, paper.tone('butter').light, 0.7) +
        paper.layer(
          smooth([
            [x, foot - 512 - h],
            [x, foot - 512 - h],
            [x + 18, foot - 464 - h],
            [x, foot - 444 - h],
            [x - 18, foot - 464 - h],
          ]),
          paper.tone('orange').light,
          { lift: 0, glow: 0.6 },
        );
    }
  }
  for (let i = 0; i < 9; i++) out += raspberry(paper, -280 + i * 70, foot - 410 + 34 * Math.sin((i / 8) * Math.PI), 46);
  return out;
}

export const cakes = {
  tart: staged(tart, 1.08, 50),
  cheesecake: onTable(cheesecake),
  'layer-cake': onTable(layerCake),
} satisfies Motifs;
