import { band, bowed, box, ellipse, place, poly, smooth, turned } from '../geometry.ts';
import { FLOOR, type Motifs, onSheet, onTable, type Params, sizeOf, toneAt } from '../motif.ts';
import type { Paper } from '../paper.ts';
import { flame, label, ribbonBow, roundness } from '../parts.ts';
import { card, seedPacket } from './stationery.ts';

/** A candle: in glass, as a pillar, or tapers in a holder. */
function candle(paper: Paper, params: Params): string {
  const wax = paper.tone(toneAt(params, 0, 'cream'));
  const k = sizeOf(params, 0.95, 1.2, 1.35);
  const wick = (x: number, y: number, size: number) =>
    paper.line(
      [
        [x, y + 6],
        [x + 2, y - 24],
      ],
      paper.ink,
      6,
    ) + flame(paper, x + 2, y - 18, size);
  if (params.style === 'tapers') {
    const brass = paper.tone(toneAt(params, 1, 'gold'));
    let out = paper.ground(0, FLOOR, 390);
    for (const [x, h, tone] of [
      [-215, 560, 0],
      [215, 480, 2],
      [0, 680, 3],
    ] as const) {
      const c = paper.tone(toneAt(params, tone, tone === 0 ? 'cream' : tone === 2 ? 'coral' : 'blush'));
      const top = FLOOR - 150 - h * Math.min(k, 1.05);
      const shape = turned(x, [
        [24, top],
        [24, top],
        [34, FLOOR - 130],
        [34, FLOOR - 130],
      ]);
      out +=
        paper.layer(shape, c.base, { glow: 0.7 }) + roundness(paper, shape, 64, c.tint, c.deep) + wick(x, top, 120);
      const cup = turned(
        x,
        [
          [52, FLOOR - 160],
          [52, FLOOR - 160],
          [40, FLOOR - 110],
          [22, FLOOR - 90],
          [26, FLOOR - 50],
          [96, FLOOR - 12],
          [104, FLOOR],
          [104, FLOOR],
        ],
        0.1,
      );
      out += paper.layer(cup, brass.base, { glow: 0.9 }) + roundness(paper, cup, 150, brass.tint, brass.deep);
    }
    return out;
  }
  const pillar = params.style === 'pillar';
  const w = (pillar ? 300 : 470) * k;
  const h = (pillar ? 600 : 500) * k;
  const top = FLOOR - h;
  const shape = pillar
    ? turned(
        0,
        [
          [w / 2, top],
          [w / 2, top],
          [w / 2, FLOOR],
          [w / 2, FLOOR],
        ],
        0.16,
      )
    : turned(0, [
        [w / 2, top],
        [w / 2, top],
        [w / 2, FLOOR - 70],
        [w / 2 - 8, FLOOR - 22],
        [w / 2 - 40, FLOOR],
        [w / 2 - 40, FLOOR],
      ]);
  let out = paper.ground(0, FLOOR - 4, w * 0.62);
  if (pillar) {
    out +=
      paper.layer(ellipse(0, top, w / 2, w * 0.08), wax.light, { lift: 0 }) +
      paper.layer(shape, wax.base, { lift: 1.2, glow: 0.7 }) +
      roundness(paper, shape, w, wax.tint, wax.deep);
    const drip = smooth([
      [-w * 0.5, top],
      [-w * 0.5, top],
      [-w * 0.46, top + 110],
      [-w * 0.38, top + 60],
      [-w * 0.26, top + 170],
      [-w * 0.16, top + 70],
      [0, top + 96],
      [w * 0.14, top + 50],
      [w * 0.5, top],
      [w * 0.5, top],
      [0, top + w * 0.1],
    ]);
    return out + paper.layer(drip, wax.light, { lift: 0.6, glow: 0.6 }) + wick(0, top + 8, 150 * k);
  }
  const glass = paper.tone(toneAt(params, 1, 'white'));
  const level = top + h * 0.17;
  out += paper.layer(shape, glass.base, { lift: 1.3, glow: 0.8 });
  out += paper.clip(
    shape,
    paper.flat(box(-w / 2, top, w, h * 0.2), wax.shade, 0.75) +
      paper.flat(ellipse(0, level, w / 2, w * 0.07), wax.light) +
      paper.halo(0, level - 10, w * 0.4, '#fff0c4', 0.9),
  );
  out +=
    paper.flat(ellipse(0, top, w / 2, w * 0.05), glass.tint, 0.85) +
    paper.flat(ellipse(0, top + 3, w / 2 - 14, w * 0.036), wax.deep, 0.35);
  out += roundness(paper, shape, w, '#ffffff', glass.deep, 0.9) + wick(0, level - 4, 130 * k);
  return (
    out +
    label(
      paper,
      -8 * k,
      top + h * 0.6,
      w * 0.58,
      h * 0.4,
      paper.tone(toneAt(params, 2, 'forest')).base,
      paper.tone('white').tint,
    )
  );
}

/** A box with a lid and a ribbon; `stack` piles several. */
function giftBox(paper: Paper, params: Params): string {
  const one = (x: number, foot: number, w: number, h: number, index: number): string => {
    const c = paper.tone(toneAt(params, index * 2, (['blush', 'plum', 'sage'] as const)[index % 3] ?? 'blush'));
    const r = paper.tone(toneAt(params, index * 2 + 1, 'gold'));
    const body = poly([
      [x - w / 2, foot - h],
      [x + w / 2, foot - h + 3],
      [x + w / 2 - 5, foot],
      [x - w / 2 + 5, foot],
    ]);
    const lid = box(x - w / 2 - 16, foot - h - h * 0.06, w + 32, h * 0.24, 6);
    const strap = box(x - w * 0.08, foot - h, w * 0.14, h);
    const top = box(x - w * 0.08, foot - h - h * 0.06, w * 0.14, h * 0.24);
    return (
      paper.layer(body, c.base, { lift: 1.2, glow: 0.8 }) +
      paper.layer(strap, r.base, { lift: 0.4 }) +
      paper.flat(box(x - w / 2 + 4, foot - h * 0.84, w - 8, h * 0.07), c.deep, 0.28) +
      paper.layer(lid, c.light, { lift: 0.8, glow: 0.7 }) +
      paper.layer(top, r.light, { lift: 0.4 })
    );
  };
  const bow = toneAt(params, 1, 'gold');
  if (params.style === 'stack') {
    return (
      paper.ground(0, FLOOR, 380) +
      one(0, FLOOR, 620, 280, 0) +
      one(-34, FLOOR - 296, 460, 230, 1) +
      one(20, FLOOR - 540, 310, 180, 2) +
      ribbonBow(paper, 12, FLOOR - 738, 130, toneAt(params, 5, bow))
    );
  }
  const k = sizeOf(params, 0.85, 1.1, 1.22);
  return (
    paper.ground(0, FLOOR, 380 * k) +
    one(0, FLOOR, 640 * k, 520 * k, 0) +
    ribbonBow(paper, -6, FLOOR - 560 * k, 200 * k, bow)
  );
}

/** A can with a long spout. */
function wateringCan(paper: Paper, params: Params): string {
  const c = paper.tone(toneAt(params, 0, 'teal'));
  const body = turned(
    40,
    [
      [190, -60],
      [190, -60],
      [215, 160],
      [225, FLOOR],
      [225, FLOOR],
    ],
    0.14,
  );
  const spout = poly([
    [-120, 300],
    [-150, 180],
    [-420, -150],
    [-372, -190],
    [-90, 120],
  ]);
  const rose = place(
    smooth([
      [-90, -14],
      [-90, -14],
      [90, -14],
      [90, -14],
      [38, 62],
      [-38, 62],
    ]),
    { x: -412, y: -186, rotate: -38 },
  );
  const handle = band(
    [
      [170, -60],
      [330, -150],
      [430, 20],
      [380, 240],
      [258, 300],
    ],
    36,
  );
  const hoop = band(bowed([-110, -40], [190, -50], -190, 8), 30);
  return (
    paper.ground(30, FLOOR, 330) +
    paper.layer(handle, c.shade) +
    paper.layer(spout, c.shade, { glow: 0.6 }) +
    paper.layer(rose, c.light) +
    paper.layer(hoop, c.light, { lift: 0.8 }) +
    paper.flat(ellipse(40, -60, 190, 27), c.deep) +
    paper.layer(body, c.base, { lift: 1.2, glow: 0.8 }) +
    roundness(paper, body, 440, c.tint, c.deep) +
    paper.clip(
      body,
      [60, 310].map((y) => paper.flat(band(bowed([-220, y], [300, y], 34, 8), 13), c.light, 0.7)).join(''),
    )
  );
}

export const gifts = {
  candle: onTable(candle),
  card: onSheet(card),
  'gift-box': onTable(giftBox),
  'seed-packet': onSheet(seedPacket),
  'watering-can': onTable(wateringCan),
} satisfies Motifs;
