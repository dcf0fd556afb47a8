import { body, strew } from '../baked.ts';
import { band, bowed, box, ellipse, type Point, place, smooth, turned } from '../geometry.ts';
import { FLOOR, type Params, sizeOf, toneAt } from '../motif.ts';
import type { ToneName } from '../palette.ts';
import type { Paper } from '../paper.ts';
import { label } from '../parts.ts';
import { pepperPiece } from './pieces.ts';

type Lid = 'cloth' | 'tied' | 'tin';

/** A glass jar with something in it; `y` is its foot. */
export function jarAt(paper: Paper, x: number, foot: number, k: number, fill: ToneName, lid: Lid, inside = ''): string {
  const shape = turned(x, [
    [176 * k, foot - 470 * k],
    [176 * k, foot - 470 * k],
    [182 * k, foot - 430 * k],
    [230 * k, foot - 380 * k],
    [236 * k, foot - 300 * k],
    [232 * k, foot - 50 * k],
    [206 * k, foot],
    [206 * k, foot],
  ]);
  const content = box(x - 214 * k, foot - 372 * k, 428 * k, 354 * k, 40 * k);
  let out =
    paper.ground(x, foot, 250 * k, 40 * k) + paper.layer(shape, paper.tone('mint').tint, { lift: 1.2, glow: 0.4 });
  out += paper.clip(
    shape,
    paper.layer(content, paper.tone(fill).base, { lift: 0, glow: 1 }) +
      inside +
      paper.flat(ellipse(x, foot - 370 * k, 200 * k, 22 * k), paper.tone(fill).light, 0.8),
  );
  out +=
    paper.rim(shape, paper.tone(fill).deep, 40 * k, 18 * k, 0.34) +
    paper.clip(
      shape,
      paper.flat(box(x - 186 * k, foot - 330 * k, 36 * k, 250 * k, 18 * k), paper.white, 0.55) +
        paper.flat(box(x - 136 * k, foot - 300 * k, 12 * k, 90 * k, 6 * k), paper.white, 0.4),
    );
  const top = foot - 470 * k;
  if (lid === 'tin') {
    out += paper.layer(box(x - 196 * k, top - 66 * k, 392 * k, 92 * k, 18 * k), paper.tone('gold').base, {
      lift: 0.8,
      glow: 1,
    });
    for (let i = 0; i < 16; i++)
      out += paper.flat(box(x - 184 * k + i * 24 * k, top - 48 * k, 6 * k, 66 * k), paper.tone('gold').deep, 0.28);
    return out;
  }
  const tone: ToneName = lid === 'cloth' ? 'tomato' : 'sand';
  const skirt = Array.from({ length: 13 }, (_, i): Point => [x + (-270 + i * 45) * k, top + (i % 2 ? 118 : 70) * k]);
  const cap = smooth([
    [x - 190 * k, top - 16 * k],
    [x - 120 * k, top - 92 * k],
    [x + 120 * k, top - 94 * k],
    [x + 190 * k, top - 16 * k],
    [x + 262 * k, top + 60 * k],
    ...skirt.reverse(),
    [x - 262 * k, top + 60 * k],
  ]);
  out += paper.layer(cap, paper.tone(tone).base, { lift: 0.9, glow: 0.7 });
  let print = '';
  if (lid === 'cloth')
    for (let i = -6; i <= 6; i++)
      print +=
        paper.flat(box(x + i * 44 * k, top - 120 * k, 15 * k, 300 * k), paper.white, 0.5) +
        paper.flat(box(x - 300 * k, top + (i * 36 - 10) * k, 600 * k, 12 * k), paper.white, 0.4);
  return (
    out +
    paper.clip(cap, print) +
    paper.layer(
      band(bowed([x - 196 * k, top + 12 * k], [x + 196 * k, top + 12 * k], 22 * k, 8), 20 * k),
      paper.tone('straw').base,
      { lift: 0.6 },
    )
  );
}

/** Honey, jam, zacuscă, pickles, sourdough starter, or a shelf of them; style names which. */
export function preserve(paper: Paper, params: Params): string {
  const style = params.style ?? 'jam';
  const k = sizeOf(params, 1, 1.32, 1.44);
  const mid = FLOOR - 190 * k;
  if (style === 'shelf') {
    const plank = box(-560, 0, 1120, 46, 6);
    return (
      jarAt(paper, -330, 0, 0.8, 'gold', 'tin') +
      jarAt(paper, 30, 0, 0.92, 'tomato', 'cloth') +
      jarAt(paper, 360, 0, 0.74, 'plum', 'tied') +
      paper.layer(plank, paper.tone('crust').base, { lift: 1.2, glow: 0.8 }) +
      jarAt(paper, -230, FLOOR, 0.84, 'lime', 'tied') +
      jarAt(paper, 200, FLOOR, 0.9, 'apricot', 'tin')
    );
  }
  if (style === 'honey') {
    const dipper: Point[] = [
      [330, -420],
      [210, -190],
      [70, 90],
    ];
    let out =
      jarAt(
        paper,
        -20,
        FLOOR,
        k,
        'gold',
        'tin',
        paper.flat(ellipse(-20, mid, 150, 120), paper.tone('butter').light, 0.4),
      ) + label(paper, -20, mid + 40, 300, 220, paper.tone('mustard').deep, paper.tone('cream').tint);
    out += paper.layer(band(dipper, 30), paper.tone('crust').light, { lift: 1, glow: 0.6 });
    for (let i = 0; i < 4; i++)
      out += paper.layer(
        place(ellipse(0, 0, 78 - Math.abs(i - 1.5) * 16, 26), { x: 100 - i * 22, y: 40 + i * 40, rotate: -60 + 90 }),
        paper.tone('crust')[i % 2 ? 'base' : 'shade'],
        { lift: 0.4, glow: 0.8 },
      );
    return (
      out +
      paper.layer(
        smooth([
          [10, 170],
          [10, 170],
          [40, 200],
          [50, 320],
          [40, 420],
          [64, 440],
          [20, 452],
          [-20, 436],
          [10, 400],
          [-6, 280],
        ]),
        paper.tone('gold').light,
        { lift: 0.3, glow: 0.8 },
      )
    );
  }
  if (style === 'zacusca') {
    const bits = strew(
      paper,
      box(-320, -90, 640, 520),
      -50,
      mid,
      270,
      230,
      ['tomato', 'orange', 'forest', 'butter'],
      90,
      25,
    );
    return `${jarAt(paper, -60, FLOOR, k, 'clay', 'cloth', bits) + label(paper, -60, mid + 60, 290, 190, paper.tone('tomato').deep, paper.tone('cream').tint)}<g transform="translate(310 ${FLOOR - 120}) rotate(24)">${pepperPiece(paper, 0, 0, 0.74, 'tomato')}</g>`;
  }
  if (style === 'pickles') {
    let inside = '';
    for (const [x, y, turn, tone] of [
      [-190, 40, 80, 'moss'],
      [-60, 110, 96, 'leaf'],
      [90, 30, 84, 'moss'],
      [200, 120, 98, 'leaf'],
      [-140, 290, 76, 'leaf'],
      [30, 300, 94, 'moss'],
      [180, 310, 86, 'lime'],
    ] as const) {
      const pickle = place(
        smooth([
          [-150, 0],
          [-110, -58],
          [60, -64],
          [150, -10],
          [110, 54],
          [-60, 60],
        ]),
        { x, y, rotate: turn },
      );
      inside += body(paper, pickle, tone, 0.4, 0.4) + strew(paper, pickle, x, y, 60, 130, ['lime', 'forest'], 16, 10);
    }
    for (const [x, y] of [
      [-100, -20],
      [130, 200],
      [-220, 180],
      [230, 0],
    ] as const)
      inside +=
        paper.layer(ellipse(x, y, 54, 54), paper.tone('orange').base, { lift: 0.3 }) +
        paper.flat(ellipse(x, y, 30, 30), paper.tone('orange').light);
    return jarAt(paper, 0, FLOOR, k, 'lime', 'tin', inside);
  }
  if (style === 'starter') {
    let bubbles = '';
    for (let i = 0; i < 46; i++)
      bubbles += paper.flat(
        ellipse(
          paper.random.off(290),
          mid - 60 + paper.random.off(240),
          paper.random.between(8, 26),
          paper.random.between(7, 22),
        ),
        paper.tone('crust').base,
        0.4,
      );
    const rubber = band(bowed([-330, mid + 110], [330, mid + 110], 26, 8), 26);
    return (
      jarAt(paper, 0, FLOOR, k, 'sand', 'tied', bubbles) + paper.layer(rubber, paper.tone('orange').base, { lift: 0.6 })
    );
  }
  const tone = toneAt(params, 0, 'cherry');
  const fruit =
    tone === 'plum' ? '' : strew(paper, box(-320, -90, 640, 520), 0, mid, 260, 220, [tone, 'butter', 'orange'], 22, 66);
  return (
    jarAt(paper, 0, FLOOR, k, tone, params.parts?.includes('tied') ? 'tied' : 'cloth', fruit) +
    label(paper, 10, mid + 40, 300, 210, paper.tone(tone).deep, paper.tone('cream').tint)
  );
}
