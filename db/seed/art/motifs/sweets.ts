import { HEAD_TONES, HEADS, isHead } from '../blooms/heads.ts';
import { band, bowed, box, ellipse, type Path, type Point, poly, smooth, turned } from '../geometry.ts';
import { FLOOR, type Params, toneAt } from '../motif.ts';
import type { Paper } from '../paper.ts';
import { flame, ribbonBow, roundness } from '../parts.ts';

/** A cake of tiers on its stand. */
export function cake(paper: Paper, params: Params): string {
  const tiers = params.count ?? 3;
  const metal = paper.tone(toneAt(params, 2, 'gold'));
  const foot = turned(
    0,
    [
      [60, FLOOR - 130],
      [60, FLOOR - 130],
      [34, FLOOR - 90],
      [40, FLOOR - 50],
      [150, FLOOR - 8],
      [160, FLOOR],
      [160, FLOOR],
    ],
    0.1,
  );
  let out =
    paper.ground(0, FLOOR, 300) +
    paper.layer(foot, metal.base, { glow: 0.9 }) +
    roundness(paper, foot, 260, metal.tint, metal.deep) +
    paper.layer(ellipse(0, FLOOR - 122, 380, 46), metal.shade, { lift: 1.2 }) +
    paper.layer(ellipse(0, FLOOR - 134, 380, 46), metal.light, { lift: 0, glow: 0.8 });
  let y = FLOOR - 130;
  const kinds = (params.parts ?? ['rose', 'ranunculus']).filter(isHead);
  for (let i = 0; i < tiers; i++) {
    const half = (tiers === 1 ? 285 : 300) - i * 88;
    const h = tiers === 1 ? 300 : 225 - i * 12;
    const c = paper.tone(toneAt(params, i % 2, i % 2 ? 'blush' : 'white'));
    const tier = turned(
      0,
      [
        [half, y - h],
        [half, y - h],
        [half, y],
        [half, y],
      ],
      0.12,
    );
    out +=
      paper.layer(tier, c.base, { lift: 1.1, glow: 0.7 }) +
      roundness(paper, tier, half * 2, c.tint, c.deep, 0.8) +
      paper.layer(ellipse(0, y - h, half, half * 0.12), c.light, { lift: 0, glow: 0.4 });
    if (params.style === 'drip') {
      const drops = Array.from(
        { length: 17 },
        (_, n): Point => [
          half - (n * half * 2) / 16,
          y - h + Math.sqrt(Math.max(0, 1 - (n / 8 - 1) ** 2)) * half * 0.12 + (n % 2 ? 66 + paper.random.off(30) : 16),
        ],
      );
      out += paper.layer(
        smooth([[-half, y - h], ...bowed([-half, y - h], [half, y - h], -half * 0.12, 8), [half, y - h], ...drops]),
        paper.tone(toneAt(params, 3, 'gold')).base,
        { lift: 0.6, glow: 0.8 },
      );
    } else {
      for (let n = 0; n < 23; n++) {
        const t = n / 11 - 1;
        out += paper.layer(ellipse(t * half, y + Math.sqrt(Math.max(0, 1 - t * t)) * half * 0.12 - 8, 13), c.light, {
          lift: 0.4,
          glow: 0,
        });
      }
    }
    const side = i % 2 ? 1 : -1;
    for (let n = 0; n < 3 && kinds.length; n++) {
      const kind = kinds[(n + i) % kinds.length] ?? 'rose';
      const x = side * (half * 0.72 - n * 78);
      out +=
        paper.leaf(x, y - h + 26, 120, 48, side * (60 - n * 60), 'leaf') +
        HEADS[kind](paper, {
          x,
          y: y - h + 16 + n * 8,
          r: 68 - n * 12,
          tone: toneAt(params, 4 + (n % 2), HEAD_TONES[kind]),
          tilt: side * 12,
        });
    }
    y -= h;
  }
  if (params.style === 'candles' || tiers === 1) {
    for (const x of [-120, -60, 0, 60, 120])
      out +=
        paper.layer(box(x - 9, y - 130, 18, 128, 4), paper.tone(x % 120 ? 'blush' : 'gold').light, {
          lift: 0.5,
        }) + flame(paper, x, y - 134, 64);
  } else if (!kinds.length) out += ribbonBow(paper, 0, y - 10, 110, toneAt(params, 3, 'rose'));
  return out;
}

/** Sweet things on a tiered stand. */
export function dessertStand(paper: Paper, params: Params): string {
  const metal = paper.tone(toneAt(params, 2, 'gold'));
  const tray = (y: number, half: number) =>
    paper.layer(ellipse(0, y + 12, half, half * 0.12), metal.shade, { lift: 1.1 }) +
    paper.layer(ellipse(0, y, half, half * 0.12), metal.light, { lift: 0, glow: 0.8 });
  const macaron = (x: number, y: number, i: number): string => {
    const c = paper.tone(toneAt(params, i % 2, i % 2 ? 'mint' : 'rose'));
    return (
      paper.layer(box(x - 54, y - 34, 108, 36, 17), c.base, { lift: 0.7, glow: 0.9 }) +
      paper.layer(box(x - 50, y - 50, 100, 22, 8), paper.tone('cream').light, { lift: 0.3 }) +
      paper.layer(box(x - 54, y - 88, 108, 44, 21), c.light, { lift: 0.5, glow: 0.9 })
    );
  };
  const cupcake = (x: number, y: number, i: number): string => {
    const c = paper.tone(toneAt(params, i % 2, i % 2 ? 'lilac' : 'blush'));
    const cup: Path = poly([
      [x - 58, y - 70],
      [x + 58, y - 70],
      [x + 42, y],
      [x - 42, y],
    ]);
    const pleats = [-36, -12, 12, 36]
      .map((d) =>
        paper.flat(
          band(
            [
              [x + d * 1.3, y - 70],
              [x + d, y],
            ],
            5,
          ),
          paper.tone('toast').deep,
          0.35,
        ),
      )
      .join('');
    return (
      paper.layer(cup, paper.tone('crust').base, { glow: 0.8 }) +
      pleats +
      [
        [66, 80],
        [50, 112],
        [32, 142],
      ]
        .map(([r = 0, up = 0], n) =>
          paper.layer(paper.blob(x + n * 3, y - up, r, r * 0.45, 0.04), n % 2 ? c.tint : c.light, {
            lift: 0.5,
            glow: 0.8,
          }),
        )
        .join('') +
      paper.layer(ellipse(x + 6, y - 166, 16), paper.tone('cherry').base, { lift: 0.4, glow: 1 })
    );
  };
  let out =
    paper.ground(0, FLOOR, 330) +
    paper.layer(
      band(
        [
          [0, FLOOR],
          [0, 0],
          [0, -480],
        ],
        20,
      ),
      metal.base,
      { glow: 0.8 },
    ) +
    paper.layer(ellipse(0, -500, 34), metal.base, { glow: 1 });
  const levels = [
    [FLOOR - 40, 390, 5],
    [90, 300, 4],
    [-220, 205, 3],
  ] as const;
  levels.forEach(([y, half, count], row) => {
    out += tray(y, half);
    for (let i = 0; i < count; i++) {
      const x = ((i + 0.5) / count - 0.5) * half * 1.72;
      out += row % 2 ? macaron(x, y + 4, i) : cupcake(x, y + 8, i);
    }
  });
  return out;
}
