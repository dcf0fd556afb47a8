import { drawDome } from '../blooms/dome.ts';
import { HEAD_TONES, HEADS, isHead } from '../blooms/heads.ts';
import { SPRIGS } from '../blooms/sprigs.ts';
import { band, bowed, box, type Point, polar, poly, smooth } from '../geometry.ts';
import { type Params, toneAt } from '../motif.ts';
import type { ToneName } from '../palette.ts';
import type { Paper } from '../paper.ts';
import { ribbonBow } from '../parts.ts';

/** A door wreath: leaves all one way round, flowers gathered low on one side. */
export function wreath(paper: Paper, params: Params): string {
  const { random } = paper;
  const names = params.parts ?? ['ranunculus', 'daisy', 'olive'];
  const heads = names.filter(isHead);
  const R = 345;
  let out = '';
  const twig = paper.tone('toast');
  for (let i = 0; i < 3; i++) {
    const ring = Array.from({ length: 25 }, (_, s): Point => polar(0, 0, R + i * 16 - 16 + random.off(7), s * 15));
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
export function driedBunch(paper: Paper, params: Params): string {
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
export function letterBox(paper: Paper, params: Params): string {
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
      flowers + paper.layer(flap, tissue.base, { lift: 1 }) + paper.layer(flap2, tissue.light, { lift: 1, glow: 0.7 }),
    ) +
    paper.rim(inside, card.deep, -16, -20, 0.35) +
    ribbonBow(paper, 0, 330, 130, toneAt(params, 0, 'coral'))
  );
}
