import { HEADS, isHead } from '../blooms/heads.ts';
import { band, bowed, box, ellipse, type Point, polar, poly, smooth } from '../geometry.ts';
import { FLOOR, type Motifs, onSheet, onTable, type Params, toneAt } from '../motif.ts';
import type { ToneName } from '../palette.ts';
import type { Paper } from '../paper.ts';
import { flame, ribbonBow } from '../parts.ts';
import { balloonArch, flowerArch } from './arches.ts';
import { balloon } from './balloons.ts';
import { bulb } from './party.ts';
import { marquee } from './tent.ts';

/** Paper lanterns overhead, or iron ones on the floor. */
function lanterns(paper: Paper, params: Params): string {
  if (params.style === 'iron') {
    const one = (x: number, foot: number, w: number, h: number): string => {
      const iron = paper.tone(toneAt(params, 0, 'ink'));
      const top = foot - h;
      const glass = box(x - w * 0.4, top + h * 0.28, w * 0.8, h * 0.62);
      const roof = poly([
        [x - w * 0.56, top + h * 0.28],
        [x - w * 0.2, top + h * 0.1],
        [x + w * 0.2, top + h * 0.1],
        [x + w * 0.56, top + h * 0.28],
      ]);
      const ring = Array.from({ length: 13 }, (_, i): Point => polar(x, top + h * 0.03, w * 0.16, i * 30));
      const wax = paper.tone('cream');
      return (
        paper.ground(x, foot, w * 0.66) +
        paper.layer(band(ring, 13), iron.base) +
        paper.layer(glass, paper.tone('butter').tint, { lift: 0.5, opacity: 0.75 }) +
        paper.halo(x, foot - h * 0.4, w * 0.9, '#ffd98a', 0.8) +
        paper.layer(box(x - w * 0.17, foot - h * 0.36, w * 0.34, h * 0.28, 6), wax.base, { glow: 0.8 }) +
        flame(paper, x, foot - h * 0.37, w * 0.26) +
        [-0.4, 0, 0.4]
          .map((d) =>
            paper.layer(box(x + w * d - 8, top + h * 0.26, 16, h * 0.66), d ? iron.base : iron.shade, {
              lift: 0.5,
            }),
          )
          .join('') +
        paper.layer(box(x - w * 0.52, foot - h * 0.1, w * 1.04, h * 0.1, 4), iron.base, { glow: 0.7 }) +
        paper.layer(roof, iron.light, { lift: 0.9, glow: 0.8 })
      );
    };
    return (
      one(170, FLOOR - 40, 320, 800) +
      one(-200, FLOOR + 20, 280, 560) +
      HEADS.rose(paper, { x: 40, y: FLOOR + 30, r: 74, tone: toneAt(params, 1, 'blush') }) +
      paper.leaf(90, FLOOR + 50, 120, 46, 84) +
      paper.leaf(-10, FLOOR + 56, 110, 46, -80)
    );
  }
  let out = '';
  const spots = [
    [-230, -250, 190],
    [215, -330, 165],
    [10, 60, 230],
    [-300, 250, 130],
    [310, 190, 150],
  ] as const;
  spots.forEach(([x, y, r], i) => {
    const name =
      params.tones?.[i % params.tones.length] ?? (['cream', 'gold', 'blush', 'lilac', 'rose'] as const)[i] ?? 'cream';
    const c = paper.tone(name);
    const ball = ellipse(x, y, r, r * 0.94);
    out +=
      paper.line(
        [
          [x, y - r],
          [x, -860],
        ],
        paper.tone('slate').base,
        3.5,
        0.7,
      ) +
      paper.halo(x, y, r * 1.7, '#ffdf9c', 0.5) +
      paper.layer(ball, c.light, { lift: 1.3, glow: 1 }) +
      paper.clip(ball, paper.halo(x - r * 0.1, y + r * 0.05, r * 0.9, '#fff3cf', 0.8));
    let ribs = '';
    for (let k = -4; k < 5; k++)
      ribs += paper.line(bowed([x - r, y + k * r * 0.2], [x + r, y + k * r * 0.2], k * r * 0.05, 6), c.deep, 3, 0.32);
    out +=
      paper.clip(ball, ribs) +
      paper.rim(ball, c.deep, r * 0.12, r * 0.1, 0.22) +
      paper.layer(box(x - r * 0.22, y - r * 0.99, r * 0.44, r * 0.12, 4), c.shade, { lift: 0.4 }) +
      paper.layer(box(x - r * 0.2, y + r * 0.87, r * 0.4, r * 0.1, 4), c.shade, { lift: 0.4 });
  });
  return out;
}

/** A chair with a sash, seen from its back. */
function chairs(paper: Paper, params: Params): string {
  const one = (x: number, foot: number, k: number, index: number): string => {
    const c = paper.tone(toneAt(params, 0, 'gold'));
    const at = (dx: number, dy: number): Point => [x + dx * k, foot + dy * k];
    const rail = (a: Point, b: Point, w: number, tone = c.base) =>
      paper.layer(band([a, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], b], w * k), tone, {
        lift: 0.8,
        glow: 0.8,
      });
    let out = paper.ground(x, foot, 250 * k);
    out +=
      rail(at(-120, -60), at(-130, -380), 22, c.shade) +
      rail(at(150, -60), at(140, -380), 22, c.shade) +
      rail(at(-180, 0), at(-160, -820), 28) +
      rail(at(180, 0), at(160, -820), 28) +
      rail(at(-176, -150), at(176, -150), 18, c.shade);
    for (const dx of [-92, -46, 0, 46, 92]) out += rail(at(dx, -430), at(dx, -800), 15);
    out += rail(at(-178, -812), at(178, -812), 32, c.light) + rail(at(-166, -610), at(166, -610), 16);
    const seat = smooth([
      at(-190, -420),
      at(-190, -420),
      at(0, -452),
      at(190, -420),
      at(190, -420),
      at(186, -364),
      at(186, -364),
      at(-186, -364),
      at(-186, -364),
    ]);
    out += paper.layer(seat, paper.tone(toneAt(params, 1, 'white')).base, { lift: 1, glow: 0.6 });
    const sash = paper.tone(toneAt(params, 2, 'blush'));
    return (
      out +
      paper.layer(box(x - 178 * k, foot - 730 * k, 356 * k, 86 * k, 8), sash.base, { lift: 0.8, glow: 0.7 }) +
      ribbonBow(paper, x, foot - 690 * k, 160 * k, toneAt(params, 2, 'blush')) +
      (index === 0 && params.parts?.length
        ? HEADS.rose(paper, { x, y: foot - 700 * k, r: 64 * k, tone: toneAt(params, 3, 'cream') })
        : '')
    );
  };
  return params.count === 1
    ? one(0, FLOOR + 20, 1.15, 0)
    : one(240, FLOOR - 70, 0.86, 1) + one(-130, FLOOR + 40, 1.1, 0);
}

/** Pictures on strings of light. */
function photoWall(paper: Paper, params: Params): string {
  let out = '';
  const tones: readonly ToneName[] = params.tones ?? ['blush', 'lilac', 'gold', 'mint', 'rose', 'blue'];
  for (let row = 0; row < 3; row++) {
    const y = -500 + row * 360;
    const line = bowed([-640, y], [640, y - 10], 60, 24);
    out += paper.line(line, paper.tone('slate').base, 5, 0.8);
    for (let i = 0; i < 3; i++) {
      const at = line[6 + i * 6];
      if (!at) continue;
      const [x, top] = [at[0] + paper.random.off(16), at[1]];
      const c = paper.tone(tones[(i + row * 2) % tones.length] ?? 'blush');
      const print = box(x - 112, top + 6, 224, 262, 5);
      const view = box(x - 94, top + 24, 188, 188);
      const hill = smooth([
        [x - 120, top + 176],
        [x - 40, top + 120 + paper.random.off(24)],
        [x + 40, top + 156],
        [x + 120, top + 110],
        [x + 130, top + 240],
        [x - 130, top + 240],
      ]);
      const people = [-30, 26]
        .map(
          (dx, n) =>
            paper.flat(ellipse(x + dx, top + 128 - n * 10, 22), c.tint) +
            paper.flat(
              smooth([
                [x + dx - 46, top + 230],
                [x + dx - 30, top + 166 - n * 10],
                [x + dx, top + 152 - n * 10],
                [x + dx + 30, top + 166 - n * 10],
                [x + dx + 46, top + 230],
              ]),
              n ? c.deep : paper.tone('white').base,
            ),
        )
        .join('');
      const scene =
        (i + row) % 2
          ? people
          : paper.flat(ellipse(x + 40, top + 76, 26), paper.tone('butter').light) + paper.flat(hill, c.deep, 0.8);
      out +=
        paper.layer(print, paper.tone('white').light, { lift: 1.1, glow: 0.3 }) +
        paper.layer(view, c.light, { lift: 0, glow: 0.8 }) +
        paper.clip(view, scene) +
        paper.layer(box(x - 9, top - 22, 18, 56, 4), paper.tone('wheat').base, { lift: 0.5 });
    }
    line.forEach(([x, ly], i) => {
      if (i % 3 === 1) out += bulb(paper, x, ly + 16, 11);
    });
  }
  return out;
}

/** Greenery and warm bulbs hanging in swags. */
function garland(paper: Paper, params: Params): string {
  let out = '';
  const swags = [
    [-430, 190],
    [-60, 250],
    [300, 200],
  ] as const;
  swags.forEach(([y, sag], row) => {
    const line = bowed([-640, y + (row % 2 ? -40 : 30)], [640, y + (row % 2 ? 30 : -50)], sag, 30);
    if (params.style === 'lights') {
      out += paper.line(line, paper.dark ? paper.tone('slate').light : paper.ink, 6, 0.85);
      line.forEach(([x, ly], i) => {
        if (i % 3) return;
        out +=
          paper.layer(box(x - 11, ly - 4, 22, 34, 5), paper.tone('ink').base, { lift: 0.4 }) +
          paper.halo(x, ly + 62, 120, '#ffd27c', 0.65) +
          paper.layer(
            smooth([
              [x - 15, ly + 28],
              [x + 15, ly + 28],
              [x + 33, ly + 70],
              [x, ly + 104],
              [x - 33, ly + 70],
            ]),
            paper.tone(toneAt(params, i % 2, 'butter')).light,
            { lift: 0.3, glow: 0.5 },
          ) +
          paper.flat(ellipse(x, ly + 66, 13, 18), '#fff8e0');
      });
      return;
    }
    line.forEach(([x, ly], i) => {
      for (const side of [-1, 1, 0.4])
        out += paper.leaf(
          x,
          ly,
          paper.random.between(90, 130),
          42,
          180 + side * 62 + paper.random.off(16),
          i % 3 ? 'leaf' : 'sage',
        );
      if (i % 6 === 3)
        out += HEADS[params.parts?.find(isHead) ?? 'rose'](paper, {
          x,
          y: ly + 10,
          r: 70,
          tone: toneAt(params, ((i / 3) % 2) | 0, 'blush'),
        });
      else if (i % 3 === 0) out += bulb(paper, x, ly + 30, 12);
    });
  });
  return out;
}

export const venue = {
  'balloon-arch': onTable(balloonArch),
  'flower-arch': onTable(flowerArch),
  lanterns: onSheet(lanterns),
  'floor-lanterns': onTable((paper, params) => lanterns(paper, { ...params, style: 'iron' })),
  chairs: onTable(chairs),
  'photo-wall': onSheet(photoWall),
  garland: onSheet(garland),
  'string-lights': onSheet((paper, params) => garland(paper, { ...params, style: 'lights' })),
  'balloon-single': onSheet(
    (paper, params) =>
      paper.line(bowed([0, 300], [30, 800], 50, 6), paper.tone('slate').base, 4) +
      balloon(paper, 0, -110, 330, toneAt(params, 0, 'rose'), 3),
  ),
  marquee: onTable((paper, params) => marquee(paper, params)),
} satisfies Motifs;
