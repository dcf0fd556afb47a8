import { body, staged, strew } from '../baked.ts';
import { band, bowed, box, ellipse, type Point, place, polar, smooth, turned } from '../geometry.ts';
import { FLOOR, type Motifs, onSheet, onTable, type Params, toneAt } from '../motif.ts';
import type { Paper } from '../paper.ts';
import { label } from '../parts.ts';
import { claypot } from './claypot.ts';
import { crate } from './crates.ts';
import { cheese, eggs } from './dairy.ts';
import { bowl, cozonac, placinta } from './hearth.ts';
import { applePiece } from './pieces.ts';
import { preserve } from './preserves.ts';
import { sack } from './sacks.ts';

const BOTTLE = [
  [62, -520],
  [62, -520],
  [66, -300],
  [90, -230],
  [178, -150],
  [186, -60],
  [186, 380],
  [168, FLOOR],
  [168, FLOOR],
] as const;

/** Glass with a cork: oil, or juice with an apple beside it. */
function bottle(paper: Paper, params: Params): string {
  const isOil = params.style === 'oil';
  const tone = toneAt(params, 0, isOil ? 'gold' : 'mustard');
  const shape = turned(0, BOTTLE);
  let out = paper.ground(0, FLOOR, 220, 40);
  if (params.parts?.includes('apple')) out += paper.ground(300, FLOOR + 10, 150, 30);
  out += paper.layer(shape, paper.tone('mint').light, { lift: 1.2, glow: 0.6 });
  out += paper.clip(
    shape,
    paper.layer(
      smooth([
        [-260, -280],
        [-260, -280],
        [0, -268],
        [260, -284],
        [260, -284],
        [260, 500],
        [260, 500],
        [-260, 500],
        [-260, 500],
      ]),
      paper.tone(tone)[isOil ? 'light' : 'base'],
      { lift: 0, glow: 1 },
    ),
  );
  out +=
    paper.rim(shape, paper.tone(tone).deep, 34, 16, 0.35) +
    paper.clip(shape, paper.flat(box(-150, -120, 34, 420, 16), paper.white, 0.5));
  out +=
    paper.layer(box(-54, -620, 108, 120, 14), paper.tone('crust').light, { lift: 0.7, glow: 0.8 }) +
    strew(paper, box(-54, -620, 108, 120), 0, -560, 46, 50, ['toast'], 12, 7) +
    paper.layer(box(-76, -520, 152, 34, 12), paper.tone('mint').light, { lift: 0.5 });
  out += label(paper, 0, 150, 270, 240, paper.tone(isOil ? 'moss' : 'tomato').deep, paper.tone('cream').tint);
  if (isOil) {
    const [x, y] = [290, FLOOR - 110];
    out += paper.ground(x, FLOOR + 10, 140, 28);
    for (let i = 0; i < 18; i++)
      out += paper.layer(
        place(
          smooth([
            [0, 0],
            [-30, -90],
            [0, -172],
            [30, -90],
          ]),
          { x, y, rotate: i * 20 },
        ),
        paper.tone(i % 2 ? 'gold' : 'butter').base,
        { lift: 0.4, glow: 0.5 },
      );
    out +=
      paper.layer(paper.blob(x, y, 86, 84, 0.02, 10), paper.tone('cocoa').base, { lift: 0.5, glow: 0.6 }) +
      strew(paper, ellipse(x, y, 80), x, y, 74, 74, ['toast', 'crust'], 44, 10);
  }
  return params.parts?.includes('apple') ? out + applePiece(paper, 290, FLOOR - 140, 0.82) : out;
}

/** A milk bottle with a paper cap; parts `glass`. */
export function milk(paper: Paper, params: Params): string {
  const shape = turned(0, [
    [92, -470],
    [92, -470],
    [86, -400],
    [98, -320],
    [190, -170],
    [206, -60],
    [206, 370],
    [186, FLOOR],
    [186, FLOOR],
  ]);
  const glass = paper.tone('blue').tint;
  let out = paper.ground(0, FLOOR, 240, 42) + paper.layer(shape, glass, { lift: 1.2, glow: 0.5 });
  const fill = smooth([
    [-300, -250],
    [-300, -250],
    [0, -236],
    [300, -252],
    [300, -252],
    [300, 500],
    [300, 500],
    [-300, 500],
    [-300, 500],
  ]);
  out +=
    paper.clip(
      shape,
      paper.layer(fill, paper.white, { lift: 0, glow: 0.5 }) +
        paper.flat(box(-300, -256, 600, 74), paper.tone('butter').tint, 0.8),
    ) +
    paper.rim(shape, paper.tone('slate').base, 34, 14, 0.25) +
    paper.clip(shape, paper.flat(box(-166, -100, 30, 400, 15), '#ffffff', 0.85));
  out +=
    paper.layer(box(-116, -530, 232, 84, 24), paper.tone('tomato').base, { lift: 0.8, glow: 0.8 }) +
    paper.flat(box(-116, -474, 232, 12), paper.tone('tomato').deep, 0.5);
  const patch = (x: number, y: number, r: number) =>
    paper.flat(paper.blob(x, y, r, r * 0.72, 0.16, 7), paper.tone('ink').base, 0.85);
  out += paper.clip(shape, patch(-90, 110, 70) + patch(80, 30, 50) + patch(60, 230, 84) + patch(-120, 300, 50));
  if (!params.parts?.includes('glass')) return out;
  const cup = turned(290, [
    [110, 130],
    [110, 130],
    [88, FLOOR + 26],
    [88, FLOOR + 26],
  ]);
  return (
    out +
    paper.ground(290, FLOOR + 26, 110, 24) +
    paper.layer(cup, glass, { lift: 1, glow: 0.4 }) +
    paper.clip(cup, paper.layer(box(150, 210, 300, 300), paper.white, { lift: 0, glow: 0.4 })) +
    paper.rim(cup, paper.tone('slate').base, 22, 8, 0.25)
  );
}

/** Smoked links on a string from above. */
function sausage(paper: Paper): string {
  const link = (line: readonly Point[]): string => {
    const shape = band(line, (t) => 128 * Math.min(1, Math.sin(Math.PI * (0.03 + t * 0.94)) * 2.6));
    return (
      body(paper, shape, 'brick', 0.8, 1.2) +
      paper.line(
        line.slice(2, -2).map(([x, y]): Point => [x - 24, y - 10]),
        paper.tone('clay').tint,
        13,
        0.5,
      ) +
      strew(paper, shape, 0, 60, 380, 440, ['cherry', 'cream'], 90, 9)
    );
  };
  const string = paper.tone('straw').base;
  return (
    paper.line(bowed([0, -640], [0, -440], 10, 6), string, 15) +
    link(bowed([-30, -430], [-120, 470], 330, 16)) +
    link(bowed([40, -430], [150, 480], -310, 16)) +
    link(bowed([6, -400], [40, 330], 40, 14)) +
    paper.layer(paper.blob(4, -430, 62, 44, 0.08, 9), string, { lift: 0.9, glow: 0.6 }) +
    paper.line(bowed([-30, -420], [-110, -330], 20, 5), string, 12) +
    paper.line(bowed([30, -420], [100, -330], -20, 5), string, 12)
  );
}

/** A string of sesame rings. */
function covrig(paper: Paper, params: Params): string {
  const count = params.count ?? 6;
  let out = paper.line(bowed([60, -660], [40, -300], 10, 6), paper.tone('straw').base, 16);
  for (let i = 0; i < count; i++) {
    const [x, y] = [(i % 2 ? 150 : -130) + paper.random.off(20), -330 + i * (700 / count)];
    const ring: Point[] = Array.from({ length: 26 }, (_, n) => polar(x, y, 186, n * 15));
    const shape = band(ring, 112);
    out += body(paper, shape, 'crust', 0.7, 1.1) + strew(paper, shape, x, y, 240, 240, ['cream', 'butter'], 150, 12);
  }
  return out;
}

export const larder = {
  sack: onTable(sack),
  bottle: onTable(bottle),
  milk: onTable(milk),
  sausage: onSheet(sausage),
  covrig: onSheet(covrig),
  preserve: onTable(preserve),
  crate: staged(crate, 1.06, 30),
  eggs: staged(eggs, 1.1, 80),
  cheese: staged(cheese, 1.12, 70),
  claypot: onTable(claypot),
  bowl: staged(bowl, 1.1, 70),
  placinta: onSheet(placinta),
  cozonac: staged(cozonac, 1.1, 60),
} satisfies Motifs;
