import { HEADS } from '../blooms/heads.ts';
import { box, poly, smooth, turned } from '../geometry.ts';
import { FLOOR, type Params, toneAt } from '../motif.ts';
import type { Paper } from '../paper.ts';
import { roundness } from '../parts.ts';

/** A tent with bunting for the garden. */
export function marquee(paper: Paper, params: Params): string {
  const a = paper.tone(toneAt(params, 0, 'white'));
  const b = paper.tone(toneAt(params, 1, 'blush'));
  const roof = smooth([
    [0, -470],
    [0, -470],
    [-120, -300],
    [-470, -130],
    [-470, -130],
    [470, -130],
    [470, -130],
    [120, -300],
  ]);
  const inside = box(-400, -130, 800, FLOOR + 130);
  let out =
    paper.ground(0, FLOOR, 480, 40) +
    paper.layer(inside, paper.tone('midnight').shade, { lift: 0.8 }) +
    paper.halo(0, 90, 420, '#ffd58c', 0.75);
  for (const [x, w] of [
    [-400, 150],
    [250, 150],
  ] as const) {
    const side =
      x < 0
        ? smooth([
            [x, -130],
            [x, -130],
            [x + w + 80, -130],
            [x + w + 80, -130],
            [x + w, 60],
            [x + 60, FLOOR],
            [x + 60, FLOOR],
            [x, FLOOR],
            [x, FLOOR],
          ])
        : smooth([
            [x - 80, -130],
            [x - 80, -130],
            [x + w, -130],
            [x + w, -130],
            [x + w, FLOOR],
            [x + w, FLOOR],
            [x + w - 60, FLOOR],
            [x + w - 60, FLOOR],
            [x, 60],
          ]);
    out += paper.layer(side, a.base, { lift: 1.2, glow: 0.6 });
  }
  const table = turned(
    0,
    [
      [180, 230],
      [180, 230],
      [205, FLOOR],
      [205, FLOOR],
    ],
    0.08,
  );
  out +=
    paper.layer(table, a.light, { glow: 0.7 }) +
    roundness(paper, table, 400, a.tint, a.deep) +
    HEADS.rose(paper, { x: -30, y: 190, r: 56, tone: 'rose' }) +
    HEADS.peony(paper, { x: 46, y: 196, r: 56, tone: 'blush' });
  let stripes = '';
  for (let i = 0; i < 5; i++)
    stripes += paper.flat(
      poly([
        [0, -480],
        [-470 + i * 210, -120],
        [-365 + i * 210, -120],
      ]),
      b.base,
    );
  out +=
    paper.layer(roof, a.light, { lift: 1.4, glow: 0.7 }) +
    paper.clip(roof, stripes) +
    paper.rim(roof, paper.ink, 18, 10, 0.12);
  for (let i = 0; i < 9; i++)
    out += paper.layer(
      smooth([
        [-470 + i * 104.4, -134],
        [-470 + i * 104.4, -134],
        [-366 + i * 104.4, -134],
        [-366 + i * 104.4, -134],
        [-376 + i * 104.4, -76],
        [-418 + i * 104.4, -58],
        [-460 + i * 104.4, -76],
      ]),
      i % 2 ? a.base : b.light,
      { lift: 0.7 },
    );
  return (
    out +
    paper.line(
      [
        [0, -470],
        [0, -560],
      ],
      paper.tone('gold').base,
      9,
    ) +
    paper.layer(
      poly([
        [4, -560],
        [96, -532],
        [4, -504],
      ]),
      b.base,
    )
  );
}
