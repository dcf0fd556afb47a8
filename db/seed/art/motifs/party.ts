import { band, bowed, box, ellipse, type Point, petal, place, polar, poly, smooth, toData } from '../geometry.ts';
import { glyph, wordWidth } from '../letters.ts';
import { type Motifs, onSheet, onTable, type Params, toneAt } from '../motif.ts';
import type { ToneName } from '../palette.ts';
import type { Paper } from '../paper.ts';
import { balloons, confetti, foil, partyTone } from './balloons.ts';

/** Flags on a line; words may be printed on them. */
function banner(paper: Paper, params: Params): string {
  const word = params.style ?? '';
  let out = '';
  const rows = word ? 2 : 3;
  for (let row = 0; row < rows; row++) {
    const letters = row === 0 && word ? [...word.slice(0, 7)] : [];
    const count = letters.length || 6;
    const y = (word ? -230 : -440) + row * (word ? 400 : 330);
    const line = bowed([-640, y - 60 + row * 30], [640, y - 40 - row * 40], 150 - row * 20, 36);
    out += paper.line(line, paper.tone('cream').shade, 7);
    for (let i = 0; i < count; i++) {
      const at = line[Math.round(((i + 0.5) / count) * 24 + 6)];
      const step = line[Math.round(((i + 0.5) / count) * 24 + 7)];
      if (!at || !step) continue;
      const turn = (Math.atan2(step[1] - at[1], step[0] - at[0]) * 180) / Math.PI;
      const w = Math.min(190, 880 / count);
      const put = { x: at[0], y: at[1], rotate: turn + paper.random.off(3) };
      const flag =
        row % 2 && !letters.length
          ? place(
              smooth([
                [-w / 2, 0],
                [-w / 2, 0],
                [w / 2, 0],
                [w / 2, 0],
                [w * 0.42, w * 0.8],
                [0, w * 1.25],
                [-w * 0.42, w * 0.8],
              ]),
              put,
            )
          : place(
              poly(
                word && row === 0
                  ? [
                      [-w / 2, 0],
                      [w / 2, 0],
                      [w / 2, w * 1.3],
                      [0, w * 1.05],
                      [-w / 2, w * 1.3],
                    ]
                  : [
                      [-w / 2, 0],
                      [w / 2, 0],
                      [0, w * 1.3],
                    ],
              ),
              put,
            );
      const c = paper.tone(partyTone(params, i + row * 2));
      out +=
        paper.layer(flag, c.base, { lift: 1, glow: 0.8 }) +
        paper.layer(place(box(-w / 2, -12, w, 26, 3), put), c.light, { lift: 0.3 });
      const letter = letters[i];
      if (letter) {
        const g = glyph(letter, 0, 0, w * 0.56);
        const data = glyph(letter, at[0] - g.width / 2, at[1] + w * 0.28, w * 0.56)
          .strokes.map(toData)
          .join('');
        out += `<path d="${data}" fill="none" stroke="${paper.tone('midnight').base}" stroke-width="${w * 0.12}" stroke-linecap="round" stroke-linejoin="round"/>`;
      } else if (i % 2 === row % 2)
        out += [0.3, 0.55, 0.8]
          .map((k) => paper.flat(place(ellipse(0, w * k, w * 0.055 * (1.3 - k)), put), c.tint))
          .join('');
    }
  }
  return out;
}

/** Standing letters set with bulbs. */
function letterLights(paper: Paper, params: Params): string {
  const word = (params.style ?? 'LOVE').slice(0, 4);
  const face = paper.tone(toneAt(params, 0, 'white'));
  const twoRows = word.length === 4;
  const rows = twoRows ? [word.slice(0, 2), word.slice(2)] : [word];
  // Wide letters shrink until the widest row fits; the strokes' own weight and the gaps shrink along.
  const widest = Math.max(...rows.map((row) => wordWidth(row, 1, 0.324))) + 0.24;
  const height = Math.min(twoRows ? 370 : 560, 860 / widest);
  const weight = height * 0.24;
  const gap = weight * 1.35;
  let out = '';
  rows.forEach((row, index) => {
    const y = twoRows ? -370 + index * (height + 150) : 400 - height - weight / 2;
    let x = -wordWidth(row, height, gap) / 2 + (index ? 26 : -26);
    for (const letter of row) {
      const g = glyph(letter, x, y, height);
      const data = g.strokes.map(toData).join('');
      const pen = (color: string, w: number, dx: number, dy: number, o = 1) =>
        `<path d="${data}" transform="translate(${dx} ${dy})" fill="none" stroke="${color}" stroke-width="${w}" stroke-linecap="square" stroke-linejoin="miter" stroke-opacity="${o}"/>`;
      out +=
        pen(paper.ink, weight, 26, 24, 0.22) +
        pen(paper.tone('gold').deep, weight, 14, 12) +
        pen(paper.tone('gold').base, weight, 0, 0) +
        pen(face.base, weight * 0.84, 0, 0) +
        pen(face.light, weight * 0.7, -4, -5);
      let bulbs = '';
      for (const points of g.lines) {
        points.forEach((p, i) => {
          const next = points[i + 1];
          if (!next) {
            bulbs += bulb(paper, p[0], p[1], weight * 0.16);
            return;
          }
          const steps = Math.max(1, Math.round(Math.hypot(next[0] - p[0], next[1] - p[1]) / (weight * 0.8)));
          for (let s = 0; s < steps; s++)
            bulbs += bulb(
              paper,
              p[0] + ((next[0] - p[0]) * s) / steps,
              p[1] + ((next[1] - p[1]) * s) / steps,
              weight * 0.16,
            );
        });
      }
      out += bulbs;
      x += g.width + gap;
    }
  });
  return out;
}

export function bulb(paper: Paper, x: number, y: number, r: number): string {
  return (
    paper.halo(x, y, r * 3.2, '#ffd37a', 0.6) +
    paper.flat(ellipse(x, y, r), paper.tone('gold').light) +
    paper.flat(ellipse(x, y, r * 0.62), '#fff6d8')
  );
}

/** A star of fringed paper with streamers. */
function pinata(paper: Paper, params: Params): string {
  const points = (grow: number): Point[] =>
    Array.from({ length: 10 }, (_, i) => polar(0, -60, (i % 2 ? 190 : 400) * grow, i * 36 - 90));
  const star = poly(points(1));
  let fringe = '';
  for (let row = 0; row < 15; row++) {
    const y = -500 + row * 58;
    const c = paper.tone(partyTone(params, Math.floor(row / 2)));
    const teeth = Array.from({ length: 27 }, (_, i): Point => [-460 + i * 36, y + 74 + (i % 2 ? 0 : 26)]);
    fringe += paper.layer(
      poly([[-460, y - 10], ...teeth, [480, y - 10]].map(([a = 0, b = 0]): Point => [a, b])),
      row % 2 ? c.light : c.base,
      { lift: 0.5, glow: 0 },
    );
  }
  let out =
    paper.line(
      [
        [0, -460],
        [0, -800],
      ],
      paper.tone('sand').shade,
      8,
    ) + paper.layer(star, paper.tone(partyTone(params, 0)).shade, { lift: 1.8 });
  // Later rows would cover earlier ones upward, so they are laid from the foot.
  out +=
    paper.clip(star, fringe) + paper.rim(star, '#ffffff', -10, -12, 0.35) + paper.rim(star, paper.ink, 14, 16, 0.16);
  points(0.97).forEach(([x, y], i) => {
    if (i % 2) return;
    for (let s = -1; s < 2; s++)
      out += paper.layer(
        band(bowed([x, y], [x + s * 36 + x * 0.1, y + 150 + paper.random.off(24)], s * 20, 5), 13),
        paper.tone(partyTone(params, i + s + 3)).base,
        { lift: 0.5 },
      );
  });
  return out;
}

/** A cone bursting with paper. */
function popper(paper: Paper, params: Params): string {
  const cone = poly([
    [-330, 520],
    [-260, 130],
    [-10, 340],
  ]);
  const c = paper.tone(toneAt(params, 0, 'midnight'));
  let out = '';
  for (let i = 0; i < 7; i++) {
    const tip = polar(-130, 230, paper.random.between(520, 760), -88 + i * 13);
    const wave = Array.from(
      { length: 12 },
      (_, s): Point => [
        -130 + (tip[0] + 130) * (s / 11) + Math.sin(s * 1.7) * 30,
        230 + (tip[1] - 230) * (s / 11) + Math.cos(s * 1.7) * 26,
      ],
    );
    out += paper.layer(band(wave, 17), paper.tone(partyTone(params, i)).base, { lift: 0.7 });
  }
  for (let i = 0; i < 46; i++) {
    const [x, y] = polar(-130, 230, paper.random.between(160, 800), -100 + paper.random.next() * 105);
    out += confetti(paper, x, y, partyTone(params, i), i);
  }
  const stripes = [0.24, 0.5, 0.76]
    .map((k) =>
      paper.flat(
        band(
          [
            [-260 - 70 * k - 30, 130 + 390 * k - 30],
            [-10 - 320 * k + 30, 340 + 180 * k + 30],
          ],
          34,
        ),
        paper.tone('gold').base,
        0.95,
      ),
    )
    .join('');
  return (
    out +
    paper.layer(cone, c.base, { lift: 1.4, glow: 0.8 }) +
    paper.clip(cone, stripes) +
    paper.layer(place(ellipse(0, 0, 168, 42), { x: -135, y: 236, rotate: 40 }), c.light, { lift: 0.3 }) +
    paper.flat(place(petal(20, 20), { x: -135, y: 236 }), c.deep, 0)
  );
}

/** Turning mirrors. */
function discoBall(paper: Paper, params: Params): string {
  const R = 360;
  const ball = ellipse(0, 60, R);
  const names: readonly ToneName[] = params.tones ?? ['slate', 'lilac', 'blush', 'gold'];
  let tiles = '';
  for (let row = 0; row < 15; row++) {
    const lat = ((row + 0.5) / 15) * Math.PI;
    const count = Math.max(3, Math.round(24 * Math.sin(lat)));
    for (let i = 0; i < count; i++) {
      const x = (((i + 0.5) / count) * 2 - 1) * Math.sin(lat);
      const cx = Math.sin((x / Math.max(0.01, Math.sin(lat))) * (Math.PI / 2)) * Math.sin(lat) * R;
      const w = ((Math.PI * R) / 24) * Math.sqrt(Math.max(0.06, 1 - (cx / (Math.sin(lat) * R + 0.1)) ** 2)) * 1.16;
      const c = paper.tone(names[Math.floor(paper.random.next() * names.length)] ?? 'slate');
      const bright = -cx / R - Math.cos(lat) * -1 * 0.9 + paper.random.off(0.7);
      const y = 60 - Math.cos(lat) * R;
      const h = ((Math.PI * R) / 15) * Math.max(0.3, Math.sin(lat));
      tiles += paper.flat(
        box(cx - w / 2 + 2, y - h / 2 + 2, Math.max(4, w - 4), h - 4, 3),
        bright > 0.7 ? '#fffdf4' : bright > 0.15 ? c.tint : bright > -0.6 ? c.light : c.base,
      );
    }
  }
  let rays = '';
  for (let i = 0; i < 9; i++)
    rays += paper.halo(...polar(0, 60, R + 90 + (i % 3) * 50, i * 40 + 12), 46, '#fff2c8', 0.8);
  return (
    rays +
    paper.line(
      [
        [0, -330],
        [0, -800],
      ],
      paper.tone('slate').base,
      9,
    ) +
    paper.layer(box(-44, -340, 88, 58, 8), paper.tone('gold').base) +
    paper.layer(ball, paper.tone('slate').deep, { lift: 1.8 }) +
    paper.clip(ball, tiles) +
    paper.rim(ball, paper.ink, 50, 50, 0.22)
  );
}

export const party = {
  balloons: onSheet(balloons),
  'foil-balloon': onSheet(foil),
  banner: onSheet(banner),
  'letter-lights': onTable(letterLights),
  pinata: onSheet(pinata),
  popper: onSheet(popper),
  'disco-ball': onSheet(discoBall),
} satisfies Motifs;
