import { body } from '../baked.ts';
import { ellipse, type Point, place, polar, smooth } from '../geometry.ts';
import { FLOOR, type Params } from '../motif.ts';
import type { ToneName } from '../palette.ts';
import type { Paper } from '../paper.ts';

export function berry(paper: Paper, x: number, y: number, r: number, tone: ToneName): string {
  return (
    paper.layer(paper.blob(x, y, r, r * 0.94, 0.03, 8), paper.tone(tone).base, { lift: 0.5, glow: 1 }) +
    paper.flat(ellipse(x - r * 0.3, y - r * 0.32, r * 0.26, r * 0.15), paper.white, 0.55)
  );
}

/** A raspberry: many drops. */
export function raspberry(paper: Paper, x: number, y: number, r: number): string {
  let out = paper.layer(paper.blob(x, y, r, r * 1.06, 0.03, 9), paper.tone('cherry').base, { lift: 0.5, glow: 0.6 });
  for (let i = 0; i < 9; i++) {
    const [px, py] = polar(x, y, r * (i ? 0.58 : 0), i * 45);
    out +=
      paper.flat(ellipse(px, py, r * 0.27), paper.tone('pink').base, 0.75) +
      paper.flat(ellipse(px - r * 0.07, py - r * 0.08, r * 0.09), paper.tone('pink').tint, 0.9);
  }
  return out;
}

/** A foot and a plate of glass or brass. */
export function stand(paper: Paper, y: number, half: number): string {
  const { light, base, shade } = paper.tone('stone');
  const stem = smooth([
    [-56, y],
    [-56, y],
    [-34, y + 70],
    [-40, y + 130],
    [-150, FLOOR - 6],
    [-150, FLOOR + 6],
    [150, FLOOR + 6],
    [150, FLOOR - 6],
    [40, y + 130],
    [34, y + 70],
    [56, y],
    [56, y],
  ]);
  return (
    paper.ground(0, FLOOR, 190, 34) +
    paper.layer(stem, base, { lift: 1, glow: 1 }) +
    paper.layer(ellipse(0, y + 14, half, half * 0.15), shade, { lift: 1 }) +
    paper.layer(ellipse(0, y, half, half * 0.15), light, { lift: 0, glow: 0.8 })
  );
}

/** A fluted shell with a filling; parts `stand` lifts it. */
export function tart(paper: Paper, params: Params): string {
  const isRaised = params.parts?.includes('stand') ?? false;
  const foot = isRaised ? 180 : FLOOR;
  const [half, flat] = [400, 0.42];
  const y = foot - 190;
  const shell = smooth([
    [-half, y],
    [-half, y],
    [-half * 0.82, foot - 20],
    [-half * 0.4, foot + half * flat * 0.62],
    [half * 0.4, foot + half * flat * 0.62],
    [half * 0.82, foot - 20],
    [half, y],
    [half, y],
    [0, y - 60],
  ]);
  let out = isRaised ? stand(paper, foot + 76, 440) : paper.ground(0, foot + 80, 390, 50);
  out += body(paper, shell, 'wheat', 0.8);
  const flutes = Array.from({ length: 21 }, (_, i) =>
    paper.flat(
      ellipse(-half + i * half * 0.1, y + 150 + 70 * Math.sin((i / 20) * Math.PI), 14, 130),
      paper.tone('crust').base,
      0.42,
    ),
  ).join('');
  out += paper.clip(shell, flutes);
  const rim = Array.from({ length: 72 }, (_, i): Point => {
    const r = i % 2 ? 1.02 : 0.97;
    const [px, py] = polar(0, 0, half * r, i * 5);
    return [px, y + py * flat];
  });
  out += body(paper, smooth(rim), 'wheat', 0.6, 0.5);
  const fill = ellipse(0, y + 4, half * 0.86, half * 0.86 * flat);
  const style = params.style ?? 'berry';
  const tone: ToneName = style === 'lemon' ? 'butter' : style === 'plum' ? 'plum' : 'cream';
  out += paper.layer(fill, paper.tone(tone).base, { lift: 0, glow: 1 });
  if (style === 'lemon') {
    out += paper.flat(place(ellipse(0, 0, 150, 30), { x: -110, y: y - 60, rotate: -8 }), paper.white, 0.55);
    const wheel = ellipse(120, y - 6, 120, 60);
    out +=
      paper.layer(wheel, paper.tone('gold').light, { lift: 0.9, glow: 0.6 }) +
      paper.flat(ellipse(120, y - 6, 104, 50), paper.tone('butter').tint);
    for (let i = 0; i < 8; i++) {
      const [px, py] = polar(0, 0, 62, i * 45 + 22);
      out += paper.flat(
        place(ellipse(0, 0, 32, 13), { x: 120 + px, y: y - 6 + py * 0.48, rotate: Math.atan2(py * 0.48, px) * 57.3 }),
        paper.tone('gold').base,
        0.75,
      );
    }
    return out + paper.leaf(210, y + 10, 130, 60, 60, 'leaf');
  }
  const rings = style === 'plum' ? [0.74, 0.46, 0.16] : [0.78, 0.56, 0.32, 0.06];
  for (const grow of rings) {
    const count = Math.max(1, Math.round(grow * (style === 'plum' ? 18 : 24)));
    const places = Array.from({ length: count }, (_, i) =>
      polar(0, 0, half * 0.86 * grow, i * (360 / count) + grow * 90),
    ).sort((a, b) => a[1] - b[1]);
    places.forEach(([px, py], i) => {
      const [bx, by] = [px, y - 14 + py * flat];
      if (style === 'plum')
        out += body(
          paper,
          place(ellipse(0, 0, 66, 30), { x: bx, y: by, rotate: -20 }),
          i % 2 ? 'magenta' : 'cherry',
          0.3,
          0.7,
        );
      else if ((i + Math.round(grow * 10)) % 3 === 0) out += berry(paper, bx, by - 6, 40, 'tomato');
      else out += raspberry(paper, bx, by - 8, 44);
    });
  }
  if (style !== 'plum')
    out += paper.leaf(30, y - 30, 110, 50, 50, 'leaf') + paper.leaf(10, y - 24, 90, 44, -40, 'leaf');
  return out;
}
