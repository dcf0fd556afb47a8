import { body, flour, slash, strew } from '../baked.ts';
import { band, bowed, box, ellipse, place, smooth } from '../geometry.ts';
import { FLOOR, type Params, toneAt } from '../motif.ts';
import type { Paper } from '../paper.ts';
import { label } from '../parts.ts';

/** A paper or linen sack; style `cornmeal` is linen with a cob. */
export function sack(paper: Paper, params: Params): string {
  const isCorn = params.style === 'cornmeal';
  const tone = toneAt(params, 0, isCorn ? 'sand' : 'cream');
  const shape = smooth([
    [-250, -260],
    [-250, -260],
    [-120, -290],
    [0, -262],
    [130, -292],
    [256, -262],
    [256, -262],
    [300, 60],
    [310, 300],
    [280, FLOOR],
    [280, FLOOR],
    [-276, FLOOR],
    [-276, FLOOR],
    [-310, 300],
    [-296, 60],
  ]);
  let out = paper.ground(0, FLOOR, 320, 54);
  const inside = smooth([
    [-252, -262],
    [-252, -262],
    [-130, -330],
    [0, -350],
    [140, -332],
    [258, -262],
    [258, -262],
    [130, -286],
    [0, -258],
    [-120, -284],
  ]);
  out += paper.layer(inside, paper.tone(tone).shade, { lift: 0.6 });
  if (isCorn)
    out += paper.layer(
      smooth([
        [-210, -260],
        [-90, -350],
        [40, -372],
        [150, -330],
        [220, -258],
        [0, -230],
      ]),
      paper.tone('gold').light,
      { lift: 0.4, glow: 0.8 },
    );
  out += body(paper, shape, tone, 1.1);
  out += paper.clip(
    shape,
    [-170, 190]
      .map((x) => paper.line(bowed([x, -280], [x + 10, FLOOR], x > 0 ? -34 : 30, 8), paper.tone(tone).deep, 12, 0.16))
      .join(''),
  );
  if (isCorn) {
    out += paper.layer(band(bowed([-286, -120], [290, -124], -34, 8), 36), paper.tone('clay').base, { lift: 0.7 });
    out += label(paper, -10, 120, 250, 210, paper.tone('moss').deep, paper.tone('cream').tint);
    for (const [x, turn] of [
      [250, 24],
      [330, 44],
    ] as const) {
      const cob = place(
        smooth([
          [0, -190],
          [-60, -150],
          [-78, 0],
          [-60, 130],
          [0, 170],
          [60, 130],
          [78, 0],
          [60, -150],
        ]),
        { x, y: FLOOR - 90, rotate: turn },
      );
      out +=
        body(paper, cob, 'gold', 0.5, 1) +
        strew(paper, cob, x, FLOOR - 90, 110, 170, ['butter', 'mustard', 'orange'], 120, 19) +
        paper.leaf(x - 60, FLOOR + 60, 300, 96, turn - 16, 'lime');
    }
    return out;
  }
  out +=
    paper.layer(ellipse(0, 80, 150, 150), paper.tone('orange').base, { lift: 0.3, glow: 0.6 }) +
    slash(paper, bowed([-70, 130], [80, 20], -24, 8), 40);
  for (const [x, y] of [
    [-30, 60],
    [0, 104],
    [40, 30],
  ] as const)
    out +=
      slash(paper, bowed([x, y], [x - 46, y - 50], 8, 5), 18) +
      slash(paper, bowed([x + 16, y + 8], [x + 70, y + 24], 8, 5), 18);
  out +=
    paper.flat(box(-120, 290, 240, 14, 6), paper.tone('rye').base, 0.7) +
    paper.flat(box(-84, 322, 168, 10, 5), paper.tone('rye').base, 0.5);
  if (params.parts?.includes('scoop')) {
    const heap = smooth([
      [120, FLOOR + 60],
      [190, FLOOR - 20],
      [290, FLOOR - 56],
      [390, FLOOR - 10],
      [450, FLOOR + 60],
      [280, FLOOR + 84],
    ]);
    const ladle = place(
      smooth([
        [-110, -50],
        [-110, -50],
        [70, -62],
        [120, 0],
        [70, 60],
        [-110, 54],
        [-110, 54],
      ]),
      { x: 250, y: FLOOR - 6, rotate: -14 },
    );
    out +=
      paper.layer(heap, paper.white, { lift: 0.6, glow: 0.4 }) +
      flour(paper, heap, 280, FLOOR + 20, 150, 60, 30) +
      paper.layer(
        band(
          [
            [340, FLOOR - 34],
            [480, FLOOR - 84],
          ],
          34,
        ),
        paper.tone('crust').shade,
        { lift: 0.7 },
      ) +
      body(paper, ladle, 'crust', 0.6, 0.9);
  }
  return out;
}
