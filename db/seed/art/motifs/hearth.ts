import { board, body, flour, SLICE, strew } from '../baked.ts';
import { band, bowed, ellipse, type Point, place, polar, smooth } from '../geometry.ts';
import { FLOOR, type Params } from '../motif.ts';
import type { ToneName } from '../palette.ts';
import type { Paper } from '../paper.ts';

/** A turned bowl of polenta with cheese and sour cream. */
export function bowl(paper: Paper): string {
  const wall = smooth([
    [-430, 60],
    [-430, 60],
    [-380, 260],
    [-230, 400],
    [-140, FLOOR],
    [140, FLOOR],
    [230, 400],
    [380, 260],
    [430, 60],
    [430, 60],
    [0, 120],
  ]);
  const rings = [150, 240, 320]
    .map((y) => paper.line(bowed([-420, y - 60], [420, y - 60], 90, 10), paper.tone('toast').base, 7, 0.4))
    .join('');
  let out =
    paper.ground(0, FLOOR, 330, 52) + paper.layer(ellipse(0, 60, 430, 130), paper.tone('toast').base, { lift: 0.6 });
  out += paper.layer(
    smooth([
      [-380, 60],
      [-300, -60],
      [-120, -150],
      [60, -170],
      [260, -90],
      [384, 50],
      [200, 140],
      [-190, 144],
    ]),
    paper.tone('gold').light,
    { lift: 0.6, glow: 0.9 },
  );
  for (let i = 0; i < 26; i++)
    out += paper.layer(
      paper.blob(
        -170 + paper.random.off(150),
        -30 + paper.random.off(70),
        paper.random.between(24, 46),
        paper.random.between(18, 32),
        0.16,
        6,
      ),
      paper.white,
      { lift: 0.45, glow: 0.5 },
    );
  out +=
    paper.layer(
      smooth([
        [40, -40],
        [90, -150],
        [200, -190],
        [300, -110],
        [320, 0],
        [200, 50],
        [80, 40],
      ]),
      paper.tone('cream').tint,
      { lift: 0.7, glow: 0.5 },
    ) +
    paper.line(
      Array.from({ length: 16 }, (_, i): Point => polar(180, -64, 84 - i * 4.4, i * 40)),
      paper.tone('cream').shade,
      9,
      0.5,
    );
  out += paper.leaf(-40, -60, 140, 60, 20, 'leaf') + paper.leaf(-50, -50, 120, 54, -40, 'leaf');
  return (
    out +
    body(paper, wall, 'crust', 1.2) +
    paper.clip(wall, rings) +
    paper.layer(band(bowed([-436, 64], [436, 64], 92, 14), 34), paper.tone('wheat').base, { lift: 0.5, glow: 0.7 })
  );
}

/** Round pies from above: folded over cheese, or coiled around pumpkin. */
export function placinta(paper: Paper, params: Params): string {
  if (params.style === 'coil') {
    const disc = paper.blob(0, 10, 440, 430, 0.01, 14);
    let out = paper.layer(disc, paper.tone('toast').base, { lift: 1.6 });
    const spiral = Array.from({ length: 86 }, (_, i): Point => polar(0, 10, 384 - i * 4.3, i * 14 - 30));
    out +=
      paper.line(spiral, paper.tone('crust').base, 118) +
      paper.line(
        spiral.map(([x, y]): Point => [x - 4, y - 6]),
        paper.tone('wheat').base,
        96,
      ) +
      paper.line(
        spiral.map(([x, y]): Point => [x - 14, y - 18]),
        paper.tone('butter').light,
        22,
        0.6,
      );
    for (let i = 3; i < 82; i += 3) {
      const [p, q] = [spiral[i], spiral[i + 1]];
      if (!p || !q) continue;
      const [dx, dy] = [q[0] - p[0], q[1] - p[1]];
      const length = Math.hypot(dx, dy) || 1;
      out += paper.line(
        bowed(
          [p[0] - (dy / length) * 44, p[1] + (dx / length) * 44],
          [p[0] + (dy / length) * 44, p[1] - (dx / length) * 44],
          12,
          5,
        ),
        paper.tone('toast').base,
        8,
        0.42,
      );
    }
    return out + strew(paper, disc, 0, 10, 400, 400, ['white', 'orange', 'white'], 90, 10);
  }
  const shape = paper.blob(0, 10, 450, 436, 0.02, 12);
  let out = body(paper, shape, 'wheat', 1.3, 1.6);
  let scorch = '';
  for (let i = 0; i < 26; i++) {
    const [x, y] = polar(0, 10, Math.sqrt((i + 0.5) / 26) * 400, i * 137.5);
    scorch += paper.flat(
      paper.blob(x, y, paper.random.between(24, 62), paper.random.between(18, 46), 0.18, 8),
      paper.tone(i % 3 ? 'crust' : 'toast').base,
      0.45,
    );
  }
  out += paper.clip(shape, scorch);
  for (let i = 0; i < 7; i++) {
    const [fx, fy] = polar(0, 10, 436, i * 51.4);
    const [cx, cy] = polar(0, 10, 90, i * 51.4 + 64);
    out += paper.clip(
      shape,
      paper.line(bowed([fx + 8, fy + 12], [cx + 8, cy + 12], 50, 8), paper.tone('toast').base, 22, 0.3) +
        paper.line(bowed([fx, fy], [cx, cy], 50, 8), paper.tone('butter').tint, 15, 0.8),
    );
  }
  const cut = smooth([
    [0, 10],
    [0, 10],
    [180, 436],
    [180, 436],
    [330, 330],
    [430, 180],
    [430, 180],
  ]);
  out += paper.clip(
    shape,
    paper.layer(cut, paper.tone('white').base, { lift: 0.2, glow: 0.5 }) +
      strew(paper, cut, 220, 230, 240, 220, ['leaf', 'white', 'cream', 'forest'], 60, 17),
  );
  for (let i = 0; i < 12; i++) {
    const [x, y] = polar(-90, -80, 60 + i * 16, i * 137.5);
    out +=
      paper.line(bowed([x - 26, y], [x + 26, y - 18], 8, 4), paper.tone('leaf').base, 7) +
      paper.line(bowed([x, y - 4], [x + 14, y - 34], 4, 3), paper.tone('leaf').light, 6);
  }
  return out;
}

/** A tall braided loaf; its cut face shows the swirl. */
export function cozonac(paper: Paper, params: Params): string {
  const swirl: ToneName = params.style === 'poppy' ? 'slate' : 'rye';
  const face = (x: number, y: number, k: number): string => {
    const outline = place(SLICE, { x, y, scale: k, sy: 1.16 });
    const spiral = (dx: number): Point[] =>
      Array.from(
        { length: 32 },
        (_, i): Point => polar(x + dx * k, y, (96 - i * 2.9) * k, i * 34 * (dx < 0 ? 1 : -1) - 90),
      );
    const line = (dx: number) =>
      paper.line(spiral(dx), paper.tone(swirl).base, 25 * k) +
      paper.line(
        spiral(dx).map(([px, py]): Point => [px - 4, py - 5]),
        paper.tone(swirl).light,
        7 * k,
        0.5,
      );
    return (
      body(paper, outline, 'crust', 0.5 * k, 1) +
      paper.layer(place(SLICE, { x, y, scale: k * 0.92, sy: 1.14 }), paper.tone('butter').light, {
        lift: 0,
        glow: 0.5,
      }) +
      paper.clip(
        outline,
        line(-78) + line(80) + strew(paper, outline, x, y, 150 * k, 140 * k, ['cream', swirl], 24, 10 * k),
      )
    );
  };
  const isOpen = params.parts?.includes('slices') || params.parts?.includes('cut');
  let out = board(paper, FLOOR + 16, 480);
  const shiftX = isOpen ? -62 : -20;
  const loaf = smooth([
    [shiftX - 380, FLOOR - 40],
    [shiftX - 410, FLOOR - 190],
    [shiftX - 350, FLOOR - 360],
    [shiftX, FLOOR - 420],
    [shiftX + 350, FLOOR - 360],
    [shiftX + 400, FLOOR - 190],
    [shiftX + 376, FLOOR - 40],
    [shiftX, FLOOR - 10],
  ]);
  out += paper.ground(shiftX, FLOOR, 400, 50) + body(paper, loaf, 'toast', 1.1);
  for (let i = 0; i < 6; i++) {
    const x = shiftX - 320 + i * 128;
    const strand = place(
      smooth([
        [-130, 30],
        [-110, -60],
        [0, -110],
        [116, -66],
        [134, 24],
        [60, 92],
        [-70, 96],
      ]),
      { x, y: FLOOR - 310 + Math.abs(i - 2.5) * 14, rotate: i % 2 ? 28 : -28, scale: 0.94 },
    );
    out +=
      body(paper, strand, i % 2 ? 'crust' : 'toast', 0.7, 0.8) +
      paper.flat(
        place(ellipse(0, 0, 44, 12), { x: x - 24, y: FLOOR - 356 + Math.abs(i - 2.5) * 14, rotate: i % 2 ? 20 : -24 }),
        paper.tone('butter').tint,
        0.55,
      );
  }
  out += paper.clip(
    loaf,
    paper.line(
      bowed([shiftX - 380, FLOOR - 130], [shiftX + 380, FLOOR - 130], 30, 8),
      paper.tone('rye').base,
      10,
      0.25,
    ),
  );
  if (!isOpen)
    out +=
      params.style === 'poppy'
        ? strew(paper, loaf, shiftX, FLOOR - 330, 360, 80, ['ink', 'slate'], 120, 8) + face(270, FLOOR - 150, 1.05)
        : strew(paper, loaf, shiftX, FLOOR - 330, 360, 70, ['white'], 60, 11) + face(260, FLOOR - 160, 1.12);
  else out += face(130, FLOOR - 170, 1.12) + face(262, FLOOR - 104, 1);
  return out + (isOpen ? flour(paper, loaf, shiftX - 100, FLOOR - 330, 200, 60, 30) : '');
}
