import { type Point, polar } from '../geometry.ts';
import type { Params } from '../motif.ts';
import type { Paper } from '../paper.ts';
import { HEAD_TONES, HEADS, type HeadName, isHead } from './heads.ts';
import { SPRIGS } from './sprigs.ts';

export type Dome = {
  x: number;
  y: number;
  rx: number;
  ry: number;
  foot: Point;
  count: number;
  r: number;
  greens?: number;
};

type SprigName = keyof typeof SPRIGS;
const isSprig = (name: string): name is SprigName => name in SPRIGS;

/** A round of flowers over greenery, fullest flowers in front. Parts name flowers first, then branches. */
export function drawDome(paper: Paper, params: Params, dome: Dome): string {
  const { random } = paper;
  const heads = (params.parts ?? []).filter(isHead);
  const sprigs = (params.parts ?? []).filter(isSprig);
  const kinds: readonly HeadName[] = heads.length ? heads : ['peony', 'ranunculus', 'anemone'];
  const greens: readonly SprigName[] = sprigs.length ? sprigs : ['eucalyptus', 'olive'];
  const { x, y, rx, ry, foot, count, r } = dome;
  let out = '';
  const many = dome.greens ?? 9;
  for (let i = 0; i < many; i++) {
    const kind = greens[i % greens.length] ?? 'olive';
    const turn = 182 + (i / Math.max(1, many - 1)) * 176 + random.off(6);
    const [tx, ty] = polar(0, 0, 1, turn);
    const reach = kind === 'gypsophila' ? random.between(1, 1.14) : random.between(1.22, 1.42);
    const to: Point = [x + tx * rx * reach, y + ty * ry * reach + (Math.abs(tx) > 0.9 ? 40 : 0)];
    const from: Point = [foot[0] + tx * 20, (foot[1] + y) / 2];
    out += SPRIGS[kind](paper, { from, to, bow: -tx * 46, scale: r / 112 });
  }
  // A bed of leaves, so that no paper or table shows between the flowers.
  for (let i = 0; i < 14; i++) {
    const turn = i * 25.7 + random.off(8);
    const [lx, ly] = polar(0, 0, 0.56, turn);
    out += paper.leaf(x + lx * rx, y + ly * ry, r * 1.7, r * 0.72, turn + 90, i % 3 ? 'leaf' : 'sage');
  }
  const spots = Array.from({ length: count }, (_, i) => {
    const [sx, sy] = polar(0, 0, Math.sqrt((i + 0.45) / count), i * 137.5 + 205);
    return { i, sx: sx * rx * 0.88, sy: sy * ry * 0.88 };
  });
  for (const { i, sx, sy } of spots.reverse()) {
    const kind = kinds[i % kinds.length] ?? 'peony';
    const tone = params.tones?.[i % Math.max(1, params.tones.length)] ?? HEAD_TONES[kind];
    const weight = (i % kinds.length === 0 ? 1.16 : i % kinds.length === 1 ? 0.92 : 0.8) * random.between(0.94, 1.06);
    if (i % 3 === 1) out += paper.leaf(x + sx, y + sy, r * 1.55, r * 0.6, (sx / rx) * 90 + random.off(30), 'leaf');
    const upright = kind === 'tulip' ? 0.8 : 1;
    out += HEADS[kind](paper, {
      x: x + sx,
      y: y + sy,
      r: r * weight * upright,
      tone,
      tilt: (sx / rx) * 32 + random.off(8),
    });
  }
  return out;
}
