import { HEAD_TONES, HEADS, type HeadName } from '../blooms/heads.ts';
import { type DrawSprig, SPRIGS } from '../blooms/sprigs.ts';
import { bowed, type Point } from '../geometry.ts';
import { type Motif, type Motifs, onSheet, type Params, toneAt } from '../motif.ts';
import type { ToneName } from '../palette.ts';
import type { Paper } from '../paper.ts';

type Place = { x: number; y: number; r: number; bow: number };

const PLACES: Readonly<Record<number, readonly Place[]>> = {
  1: [{ x: -30, y: -130, r: 385, bow: 60 }],
  2: [
    { x: 165, y: -290, r: 215, bow: -40 },
    { x: -150, y: 20, r: 270, bow: 40 },
  ],
  3: [
    { x: 70, y: -365, r: 190, bow: -20 },
    { x: 235, y: 10, r: 200, bow: -60 },
    { x: -190, y: -60, r: 240, bow: 50 },
  ],
  5: [
    { x: 30, y: -410, r: 160, bow: 10 },
    { x: -255, y: -235, r: 165, bow: 50 },
    { x: 285, y: -215, r: 160, bow: -60 },
    { x: 165, y: 90, r: 175, bow: -40 },
    { x: -120, y: 20, r: 205, bow: 40 },
  ],
};

const FOOT: Point = [40, 840];

/** Which step of the stem, which side, how large. */
const LEAVES = [
  [2, 1, 1.1],
  [3, -1, 1.15],
  [5, 1, 0.8],
] as const;
const BLADES = [
  [1, -1, 1.05],
  [1, 1, 0.85],
] as const;

/** One kind of flower on its own stems, growing out of the frame's foot. */
function single(name: HeadName, { slim = false, blades = false, leaf = 'leaf' as ToneName, broad = 0.42 } = {}): Motif {
  return onSheet((paper, params) => {
    const places = PLACES[params.count ?? 1] ?? PLACES[3] ?? [];
    const head = HEADS[name];
    let out = '';
    const foot = (i: number): Point => [FOOT[0] + (i - (places.length - 1) / 2) * -34, FOOT[1]];
    places.forEach(({ x, y, bow, r }, i) => {
      const from = foot(i);
      const stem = bowed(from, [x, y], bow, 10);
      out += paper.stem(from, [x, y], bow, slim ? 15 : 22, leaf);
      for (const [step, side, size] of blades ? BLADES : LEAVES) {
        const at = stem[step];
        if (!at || (places.length > 2 && step > 4) || (places.length > 3 && (step + i) % 2)) continue;
        const length = (blades ? 620 : r * 0.34 + 175) * size * paper.random.between(0.88, 1.1);
        const turn = side * (blades ? paper.random.between(13, 24) : paper.random.between(48, 66)) + x / 20;
        out += paper.leaf(at[0], at[1], length, length * broad, turn, leaf);
      }
    });
    places.forEach(({ x, y, r }, i) => {
      const scale = slim ? 0.78 : 1;
      out += head(paper, {
        x,
        y,
        r: r * scale,
        tone: toneAt(params, i, toneAt(params, 0, HEAD_TONES[name])),
        tilt: x / 14 + paper.random.off(7),
      });
    });
    return out;
  });
}

/** Many stems of one sprig, fanned from the foot. */
function fan(draw: DrawSprig, count: number, tone: ToneName, spread: number, second = tone): Motif {
  return onSheet((paper, params) => {
    const many = params.count ?? count;
    let out = '';
    const order = Array.from({ length: many }, (_, i) => i - (many - 1) / 2).sort((a, b) => Math.abs(b) - Math.abs(a));
    for (const i of order) {
      const side = many > 1 ? i / ((many - 1) / 2) : 0;
      out += draw(paper, {
        from: [30 + side * 45, 860],
        to: [side * spread + paper.random.off(22), -455 + Math.abs(side) * 170 + paper.random.off(40)],
        bow: side * -60,
        scale: many === 1 ? 2 : 1.45,
        tone: toneAt(
          params,
          Math.abs(Math.round(i)) % Math.max(1, params.tones?.length ?? 1),
          Math.round(i) % 2 ? second : tone,
        ),
      });
    }
    return out;
  });
}

function meadow(paper: Paper, params: Params): string {
  const { random } = paper;
  const kinds: readonly HeadName[] = ['poppy', 'daisy', 'cornflower', 'daisy', 'poppy', 'cornflower', 'daisy', 'daisy'];
  const count = params.count ?? 14;
  let out = '';
  for (let i = 0; i < 5; i++) {
    const to: Point = [i * 210 - 420 + random.off(30), -240 - (i % 2) * 190 + random.off(50)];
    out += SPRIGS.wheat(paper, { from: [to[0] * 0.75, 860], to, bow: random.off(70), scale: 1.25 });
  }
  for (let i = 0; i < 13; i++) {
    const x = i * 76 - 456 + random.off(30);
    const length = random.between(420, 760);
    out += paper.leaf(x, 860, length, 34, random.off(13), i % 3 ? 'leaf' : 'sage');
  }
  const heads = Array.from({ length: count }, (_, i) => ({
    x: (((i * 0.618 + 0.1) % 1) - 0.5) * 860,
    y: -440 + (i / count) * 880 + random.off(24),
    kind: kinds[i % kinds.length] ?? 'daisy',
  }));
  for (const { x, y } of heads) out += paper.stem([x * 0.8, 880], [x, y], random.off(70), 10);
  for (const { x, y, kind } of heads) {
    const r = (kind === 'poppy' ? 118 : kind === 'daisy' ? 84 : 92) * (0.9 + (y + 430) / 2600);
    out += HEADS[kind](paper, { x, y, r, tone: HEAD_TONES[kind], tilt: random.off(25) });
  }
  return out;
}

export const flowers = {
  peony: single('peony', { broad: 0.36 }),
  rose: single('rose', { leaf: 'forest', broad: 0.55 }),
  tulip: single('tulip', { slim: true, blades: true, leaf: 'leaf', broad: 0.17 }),
  ranunculus: single('ranunculus', { leaf: 'moss', broad: 0.3 }),
  sunflower: single('sunflower', { leaf: 'leaf', broad: 0.62 }),
  hydrangea: single('hydrangea', { leaf: 'forest', broad: 0.62 }),
  lily: single('lily', { leaf: 'leaf', broad: 0.24 }),
  dahlia: single('dahlia', { leaf: 'forest', broad: 0.48 }),
  anemone: single('anemone', { leaf: 'sage', broad: 0.5 }),
  carnation: single('carnation', { leaf: 'sage', broad: 0.2 }),
  poppy: single('poppy', { slim: true, leaf: 'sage', broad: 0.4 }),
  daisy: single('daisy', { slim: true, broad: 0.3 }),
  lavender: fan(SPRIGS.lavender, 7, 'violet', 330),
  eucalyptus: fan(SPRIGS.eucalyptus, 3, 'sage', 300),
  fern: fan(SPRIGS.fern, 5, 'forest', 430, 'leaf'),
  'wheat-ears': fan(SPRIGS.wheat, 7, 'straw', 320),
  berries: fan(SPRIGS.berries, 5, 'cherry', 310),
  meadow: onSheet(meadow),
} satisfies Motifs;
