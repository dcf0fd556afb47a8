import { band, bowed, box, ellipse, type Point, place, poly, smooth, toData } from '../geometry.ts';
import { glyph, wordWidth } from '../letters.ts';
import { type Params, sizeOf, toneAt } from '../motif.ts';
import type { ToneName } from '../palette.ts';
import type { Paper } from '../paper.ts';

const PARTY: readonly ToneName[] = ['blush', 'gold', 'rose', 'cream', 'lilac'];

export const partyTone = (params: Params, i: number): ToneName => {
  const tones = params.tones?.length ? params.tones : PARTY;
  return tones[i % tones.length] ?? 'blush';
};

export function balloon(paper: Paper, x: number, y: number, r: number, name: ToneName, turn = 0): string {
  const { base, tint, light, deep, shade } = paper.tone(name);
  const put = { x, y, rotate: turn, scale: r };
  const skin = place(
    smooth([
      [0, -1.12],
      [0.62, -0.92],
      [0.92, -0.3],
      [0.74, 0.42],
      [0.24, 1],
      [0, 1.1],
      [-0.24, 1],
      [-0.74, 0.42],
      [-0.92, -0.3],
      [-0.62, -0.92],
    ]),
    put,
  );
  const knot = place(
    poly([
      [0, 1.04],
      [0.13, 1.26],
      [-0.13, 1.26],
    ]),
    put,
  );
  const shine = place(
    band(
      [
        [-0.5, -0.62],
        [-0.66, -0.3],
        [-0.64, 0.04],
      ],
      (t) => 0.2 * Math.sin(Math.PI * (0.12 + t * 0.8)),
    ),
    put,
  );
  return (
    paper.layer(knot, shade, { lift: 0.4 }) +
    paper.layer(skin, base, { lift: 1, glow: 1 }) +
    paper.rim(skin, deep, r * 0.2, r * 0.14, 0.2) +
    paper.rim(skin, light, -r * 0.12, -r * 0.1, 0.35) +
    paper.flat(shine, tint, 0.8)
  );
}

/** Balloons on their strings. */
export function balloons(paper: Paper, params: Params): string {
  const { random } = paper;
  const spots: readonly (readonly [x: number, y: number, r: number])[] = [
    [20, -420, 150],
    [-220, -330, 150],
    [250, -300, 150],
    [-120, -150, 158],
    [135, -130, 162],
    [-300, -60, 140],
    [310, -50, 140],
    [10, 30, 160],
    [-170, 130, 136],
  ];
  const count = params.count ?? 7;
  const chosen = spots.slice(0, count);
  const knot: Point = [0, 560];
  const line = paper.dark ? paper.tone('cream').base : paper.tone('slate').base;
  let out = '';
  for (const [x, y, r] of chosen) out += paper.line(bowed([x, y + r * 1.2], knot, random.off(34), 6), line, 3, 0.7);
  chosen.forEach(([x, y, r], i) => {
    out += balloon(paper, x, y, r * sizeOf(params, 0.86, 1, 1.08), partyTone(params, i), x / 26 + random.off(4));
  });
  const weight = paper.tone(partyTone(params, 1));
  const tails = [-1, 1]
    .map((side) =>
      paper.layer(band(bowed(knot, [side * 90, 700], side * 26, 6), 16), side < 0 ? weight.light : weight.shade),
    )
    .join('');
  return out + tails + paper.layer(paper.blob(0, 562, 30, 26, 0.06), weight.base);
}

/** A big foil number or letter floating; `style` is the sign. */
export function foil(paper: Paper, params: Params): string {
  const sign = params.style ?? '1';
  const c = paper.tone(toneAt(params, 0, 'gold'));
  const word = [...sign].slice(0, 2).join('');
  const height = word.length > 1 ? 480 : 680;
  const pitch = word.length > 1 ? 210 : 250;
  const fat = word.length > 1 ? 0.84 : 1;
  let x = -wordWidth(word, height, pitch) / 2;
  let out = '';
  for (const letter of word) {
    const { strokes, width } = glyph(letter, x, -430, height);
    const data = strokes.map(toData).join('');
    const pen = (color: string, w: number, dx: number, dy: number, o = 1) =>
      `<path d="${data}" transform="translate(${dx} ${dy})" fill="none" stroke="${color}" stroke-width="${w}" stroke-linecap="round" stroke-linejoin="round" stroke-opacity="${o}"/>`;
    out +=
      pen(paper.ink, 196 * fat, 12, 18, 0.16) +
      pen(c.deep, 196 * fat, 4, 5) +
      pen(c.base, 190 * fat, 0, 0) +
      pen(c.light, 128 * fat, -14, -16, 0.75) +
      pen(c.tint, 34 * fat, -44 * fat, -48 * fat, 0.85);
    x += width + pitch;
  }
  const string = paper.line(bowed([0, 340], [30, 760], 40, 6), paper.tone('slate').base, 4, 0.7);
  let stars = '';
  for (let i = 0; i < 16; i++)
    stars += confetti(paper, paper.random.off(430), paper.random.between(-540, 540), partyTone({ tones: PARTY }, i), i);
  return string + stars + out;
}

export function confetti(paper: Paper, x: number, y: number, name: ToneName, i: number): string {
  const { base, light } = paper.tone(name);
  const turn = paper.random.next() * 180;
  if (i % 3 === 0) return paper.layer(ellipse(x, y, 13), base, { lift: 0.6 });
  if (i % 3 === 1) return paper.layer(place(box(-8, -18, 16, 36, 3), { x, y, rotate: turn }), light, { lift: 0.6 });
  return paper.layer(
    place(
      band(
        [
          [-26, 0],
          [-10, 10],
          [8, -8],
          [26, 4],
        ],
        9,
      ),
      { x, y, rotate: turn },
    ),
    base,
    { lift: 0.6 },
  );
}
