import { band, bowed, ellipse, type Path, type Placement, type Point, place, smooth } from './geometry.ts';
import { FLOOR, type Motif, onTable } from './motif.ts';
import type { ToneName } from './palette.ts';
import type { Paper } from './paper.ts';

/** What bread, pastry and fruit have in common: a rounded body, cuts in a crust, crumb, flour, cloth and board. */

/** A low, wide thing: enlarged by `k` and moved back on the table by `rise`, so that it fills the frame. */
export const staged = (draw: Motif['draw'], k: number, rise: number): Motif =>
  onTable(
    (paper, params) =>
      `<g transform="translate(0 ${(FLOOR - rise - FLOOR * k).toFixed(1)}) scale(${k})">${draw(paper, params)}</g>`,
  );

/** A rounded body lit from the upper left. */
export function body(paper: Paper, path: Path, tone: ToneName, depth = 1, lift = 1.2): string {
  const { light, base, deep } = paper.tone(tone);
  return (
    paper.layer(path, base, { lift, glow: 0.9 }) +
    paper.rim(path, deep, 40 * depth, 44 * depth, 0.3) +
    paper.rim(path, deep, 16 * depth, 18 * depth, 0.22) +
    paper.rim(path, light, -20 * depth, -24 * depth, 0.55)
  );
}

/** A cut that opened in the oven: dark on the far side, pale inside. */
export function slash(paper: Paper, line: readonly Point[], width: number, inside: ToneName = 'cream'): string {
  const tapered = (t: number) => Math.max(2, width * Math.sin(Math.PI * (0.04 + t * 0.92)));
  const { light, shade } = paper.tone(inside);
  const edge = line.map(([x, y]): Point => [x + width * 0.12, y + width * 0.2]);
  return (
    paper.flat(band(edge, tapered), paper.tone('rye').base, 0.32) +
    paper.layer(band(line, tapered), light, { lift: 0, glow: 0.5 }) +
    paper.flat(
      band(edge, (t) => tapered(t) * 0.42),
      shade,
      0.5,
    )
  );
}

/** Pores of an open crumb inside a shape centered on (x, y). */
export function crumb(
  paper: Paper,
  shape: Path,
  x: number,
  y: number,
  rx: number,
  ry: number,
  tone: ToneName,
  count = 26,
): string {
  const { shade } = paper.tone(tone);
  let holes = '';
  for (let i = 0; i < count; i++) {
    const angle = i * 2.4;
    const reach = Math.sqrt((i + 0.5) / count) * 0.86;
    const r = paper.random.between(0.025, 0.075) * rx;
    holes += paper.flat(
      paper.blob(x + Math.cos(angle) * rx * reach, y + Math.sin(angle) * ry * reach, r * 1.3, r, 0.12, 6),
      shade,
      0.55,
    );
  }
  return paper.clip(shape, holes);
}

/** Flour dusted on the lit side. */
export function flour(paper: Paper, shape: Path, x: number, y: number, rx: number, ry: number, count = 70): string {
  let dust = '';
  for (let i = 0; i < count * 1.8; i++) {
    const angle = paper.random.next() * Math.PI * 2;
    const reach = Math.sqrt(paper.random.next());
    dust += paper.flat(
      ellipse(x + Math.cos(angle) * rx * reach, y + Math.sin(angle) * ry * reach, paper.random.between(2, 6.5)),
      paper.white,
      0.75,
    );
  }
  return paper.clip(shape, dust);
}

/** Grains strewn over a shape: seeds, sugar, salt. */
export function strew(
  paper: Paper,
  shape: Path,
  x: number,
  y: number,
  rx: number,
  ry: number,
  tones: readonly ToneName[],
  count: number,
  size: number,
): string {
  let out = '';
  for (let i = 0; i < count; i++) {
    const angle = i * 2.4 + paper.random.off(0.3);
    const reach = Math.sqrt((i + 0.5) / count);
    const grain = ellipse(0, 0, size * paper.random.between(0.8, 1.25), size * 0.55);
    const at = {
      x: x + Math.cos(angle) * rx * reach,
      y: y + Math.sin(angle) * ry * reach,
      rotate: paper.random.between(0, 180),
    };
    const tone = paper.tone(tones[i % tones.length] ?? 'cream');
    out +=
      paper.flat(place(grain, { ...at, x: at.x + 2, y: at.y + 3 }), paper.ink, 0.22) +
      paper.flat(place(grain, at), i % 3 ? tone.base : tone.light);
  }
  return paper.clip(shape, out);
}

/** A linen cloth laid over the table's edge. */
export function cloth(paper: Paper, y: number, tone: ToneName, width = 460): string {
  const { light, base, shade } = paper.tone(tone);
  const shape = smooth(
    [
      [-width, y - 20],
      [-width, y - 20],
      [-width * 0.3, y - 66],
      [width * 0.5, y - 54],
      [width, y - 6],
      [width, y - 6],
      [width * 0.72, y + 120],
      [width * 0.62, y + 124],
      [width * 0.1, y + 84],
      [-width * 0.56, y + 118],
      [-width * 0.7, y + 110],
    ],
    true,
  );
  const stripes = [0.62, 0.7, 0.9]
    .map((k) =>
      paper.line(
        bowed([-width * 0.82 + 40 * k, y + 40 + 70 * k - 40], [width * 0.9 - 40 * k, y + 40 + 70 * k - 40], -24, 8),
        shade,
        k > 0.8 ? 5 : 9,
        0.4,
      ),
    )
    .join('');
  return (
    paper.layer(shape, light, { lift: 0.9, glow: 0.4 }) +
    paper.clip(shape, stripes) +
    paper.rim(shape, base, 14, 14, 0.5)
  );
}

/** A wooden board seen a little from above. */
export function board(paper: Paper, y: number, width = 430, tone: ToneName = 'wheat'): string {
  const { light, base, shade } = paper.tone(tone);
  const top = smooth([
    [-width, y],
    [-width * 0.94, y - 46],
    [-width * 0.6, y - 62],
    [width * 0.6, y - 62],
    [width * 0.94, y - 46],
    [width, y],
    [width * 0.9, y + 34],
    [width * 0.5, y + 44],
    [-width * 0.5, y + 44],
    [-width * 0.9, y + 34],
  ]);
  const grain = [-34, -8, 18]
    .map((dy, i) =>
      paper.line(bowed([-width * 0.8, y + dy], [width * (0.7 - i * 0.1), y + dy + 4], 8 - i * 6, 6), shade, 3, 0.45),
    )
    .join('');
  return (
    paper.ground(0, y + 60, width * 1.02, 60) +
    paper.layer(place(top, { y: 24 }), shade, { lift: 1 }) +
    paper.layer(top, base, { lift: 0, glow: 0.8 }) +
    paper.clip(top, grain) +
    paper.rim(top, light, -6, -6, 0.6)
  );
}

/** A slice lying or leaning: crust around pale crumb. */
export function slice(
  paper: Paper,
  outline: Path,
  put: Placement,
  crust: ToneName,
  inside: ToneName,
  pores = 22,
): string {
  const whole = place(outline, put);
  const { x = 0, y = 0, scale = 1 } = put;
  const inner = place(outline, { ...put, scale: scale * 0.9 });
  return (
    body(paper, whole, crust, 0.4, 0.9) +
    paper.layer(inner, paper.tone(inside).light, { lift: 0, glow: 0.5 }) +
    crumb(paper, inner, x, y, 150 * scale, 130 * scale, inside, pores)
  );
}

/** The outline of a slice of a round loaf, about 340 × 280 around (0, 0). */
export const SLICE: Path = smooth([
  [-170, 60],
  [-176, -30],
  [-110, -128],
  [10, -146],
  [128, -122],
  [178, -20],
  [168, 66],
  [110, 128],
  [0, 138],
  [-112, 126],
]);
