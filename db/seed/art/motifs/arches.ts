import { HEAD_TONES, HEADS, type HeadName, isHead } from '../blooms/heads.ts';
import { SPRIGS } from '../blooms/sprigs.ts';
import { band, type Point, polar, smooth } from '../geometry.ts';
import { FLOOR, type Params, toneAt } from '../motif.ts';
import type { ToneName } from '../palette.ts';
import type { Paper } from '../paper.ts';

const arcPoint = (turn: number, R: number, cy: number): Point => polar(0, cy, R, turn);

/** A hoop or doorway dressed with balloons of all sizes. */
export function balloonArch(paper: Paper, params: Params): string {
  const { random } = paper;
  const tones: readonly ToneName[] = params.tones ?? ['blush', 'cream', 'gold', 'rose', 'white'];
  const R = 365;
  const cy = 56;
  const hoop = paper.tone('gold');
  const ring = Array.from({ length: 41 }, (_, i): Point => arcPoint(i * 9, R, cy));
  const panel =
    params.style === 'hoop'
      ? ''
      : paper.layer(
          smooth([
            [-300, FLOOR],
            [-300, FLOOR],
            [-300, -120],
            [-210, -330],
            [0, -420],
            [210, -330],
            [300, -120],
            [300, FLOOR],
            [300, FLOOR],
          ]),
          paper.tone(toneAt(params, 1, 'cream')).light,
          { lift: 1.2, glow: 0.7 },
        );
  let out = paper.ground(0, FLOOR, 420) + panel + paper.layer(band(ring, 15), hoop.base, { lift: 0.9 });
  const spots = Array.from({ length: 64 }, (_, i) => {
    const t = i / 63;
    const fat = 0.5 + Math.sin(t * Math.PI * 0.9 + 0.4) * 0.6;
    const [x, y] = arcPoint(95 + t * 212, R + random.off(64 * fat), cy + random.off(24));
    return { x, y, r: random.between(34, 84) * (0.55 + fat * 0.45), i };
  }).sort((a, b) => b.r - a.r);
  for (const turn of [118, 152, 250])
    out += SPRIGS.eucalyptus(paper, {
      from: arcPoint(turn, R, cy),
      to: arcPoint(turn + 16, R + 210, cy),
      scale: 0.9,
    });
  for (const { x, y, r, i } of spots) {
    const name = tones[i % tones.length] ?? 'blush';
    const c = paper.tone(name);
    const skin = paper.blob(x, y, r, r * 1.04, 0.01, 10);
    out +=
      paper.layer(skin, c.base, { lift: 0.9, glow: 1 }) +
      paper.flat(
        band([polar(x, y, r * 0.7, 200), polar(x, y, r * 0.74, 222), polar(x, y, r * 0.7, 246)], r * 0.16),
        c.tint,
        0.85,
      ) +
      paper.flat(paper.blob(x + r * 0.5, y + r * 0.66, r * 0.07), c.deep, 0.5);
  }
  return out;
}

/** An arch for vows, with drapes and flowers over one shoulder. */
export function flowerArch(paper: Paper, params: Params): string {
  const { random } = paper;
  const wood = paper.tone(params.style === 'white' ? 'white' : 'crust');
  const cloth = paper.tone(toneAt(params, 3, 'cream'));
  const names = (params.parts ?? ['rose', 'peony', 'anemone']).filter(isHead);
  const kinds: readonly HeadName[] = names.length ? names : ['rose'];
  const frame: readonly (readonly [Point, Point])[] =
    params.style === 'triangle'
      ? [
          [
            [-340, FLOOR],
            [20, -520],
          ],
          [
            [340, FLOOR],
            [-20, -520],
          ],
        ]
      : [
          [
            [-310, FLOOR],
            [-310, -400],
          ],
          [
            [310, FLOOR],
            [310, -400],
          ],
          [
            [-360, -400],
            [360, -400],
          ],
        ];
  let out = paper.ground(0, FLOOR, 420, 46);
  for (const [a, b] of frame)
    out += paper.layer(band([a, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], b], 36), wood.base, {
      lift: 1.1,
      glow: 0.6,
    });
  if (params.style !== 'triangle') {
    const left = smooth([
      [-330, -400],
      [-330, -400],
      [-60, -400],
      [-60, -400],
      [-170, -240],
      [-250, 60],
      [-236, FLOOR],
      [-236, FLOOR],
      [-346, FLOOR],
      [-346, FLOOR],
    ]);
    const right = smooth([
      [330, -400],
      [330, -400],
      [110, -400],
      [110, -400],
      [220, -200],
      [266, 40],
      [258, FLOOR],
      [258, FLOOR],
      [346, FLOOR],
      [346, FLOOR],
    ]);
    out +=
      paper.layer(left, cloth.light, { lift: 1, glow: 0.7 }) + paper.layer(right, cloth.base, { lift: 1, glow: 0.7 });
    for (const x of [-308, -284, 290, 314])
      out += paper.line(
        [
          [x * 0.72, -380],
          [x * 0.95, 0],
          [x, FLOOR - 10],
        ],
        cloth.deep,
        4,
        0.3,
      );
  }
  const path: readonly Point[] =
    params.style === 'triangle'
      ? [
          [-250, 200],
          [-150, -60],
          [-30, -400],
          [20, -520],
          [110, -320],
        ]
      : [
          [-330, 60],
          [-330, -180],
          [-320, -380],
          [-140, -420],
          [60, -410],
          [250, -400],
          [330, -330],
        ];
  const spots: { x: number; y: number; fat: number }[] = [];
  path.forEach((p, i) => {
    const next = path[i + 1];
    if (!next) return;
    for (let s = 0; s < 4; s++)
      spots.push({
        x: p[0] + ((next[0] - p[0]) * s) / 4 + random.off(36),
        y: p[1] + ((next[1] - p[1]) * s) / 4 + random.off(36),
        fat: Math.sin(((i + s / 4) / (path.length - 1)) * Math.PI),
      });
  });
  spots.forEach(({ x, y }, i) => {
    const out2: Point = [x + (x / 3 + random.off(70)) * 0.5, y - 120 + random.off(60)];
    out +=
      i % 3
        ? paper.leaf(x, y, 140, 54, random.off(180), i % 2 ? 'leaf' : 'sage')
        : SPRIGS.eucalyptus(paper, { from: [x, y], to: out2, scale: 0.8 });
  });
  spots.forEach(({ x, y, fat }, i) => {
    const kind = kinds[i % kinds.length] ?? 'rose';
    out += HEADS[kind](paper, {
      x,
      y,
      r: 46 + fat * 44 * random.between(0.8, 1.1),
      tone: toneAt(params, i % 3, HEAD_TONES[kind]),
      tilt: random.off(40),
    });
  });
  return out;
}
