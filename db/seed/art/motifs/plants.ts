import { HEADS } from '../blooms/heads.ts';
import { SPRIGS } from '../blooms/sprigs.ts';
import { band, bowed, box, ellipse, type Path, type Point, petal, place, polar, smooth } from '../geometry.ts';
import { FLOOR, type Motifs, onTable, type Params, sizeOf, toneAt } from '../motif.ts';
import type { Paper } from '../paper.ts';
import { type Vessel, vesselBack, vesselFront } from '../parts.ts';
import { type Grow, monstera, orchid, rubber, snake } from './greenhouse.ts';

const succulent: Grow = (paper, params, x, y, k) => {
  const { tint, light, base, shade } = paper.tone(toneAt(params, 1, 'sage'));
  const pink = paper.tone('rose');
  let out = '';
  for (const [count, reach, width, fill, dy] of [
    [11, 300, 150, shade, 0],
    [10, 250, 132, base, -20],
    [9, 195, 112, light, -36],
    [7, 138, 88, base, -48],
    [5, 84, 62, tint, -56],
  ] as const) {
    for (let i = 0; i < count; i++) {
      const turn = (i * 360) / count + reach;
      const cut = (grow: number) =>
        place(place(petal(reach * k * grow, width * k * grow, { tip: 0.62, belly: 0.7 }), { rotate: turn }), {
          x,
          y: y - 60 * k + dy * k,
          sy: 0.72,
        });
      out += paper.layer(cut(1), fill, { lift: 0.7, glow: 0.6 });
      const [px, py] = polar(0, 0, reach * k * 0.94, turn - 90);
      out += paper.flat(ellipse(x + px, y - 60 * k + dy * k + py * 0.72, 9 * k), pink.base, 0.7);
    }
  }
  return out;
};

const cactus: Grow = (paper, params, x, y, k) => {
  const { tint, light, base, shade } = paper.tone('leaf');
  const trunk = (cx: number, foot: number, w: number, h: number): string => {
    const shape: Path = box(cx - w / 2, foot - h, w, h, w / 2);
    let ribs = '';
    for (let i = 1; i < 5; i++)
      ribs += paper.flat(box(cx - w / 2 + (i * w) / 5 - 3, foot - h, 6, h), i < 3 ? light : shade, 0.6);
    for (let i = 0; i < h / 34; i++)
      for (let j = 0; j < 5; j++)
        ribs += paper.line(
          [
            [cx - w * 0.4 + j * w * 0.2, foot - h + 26 + i * 34],
            [cx - w * 0.4 + j * w * 0.2 + 7, foot - h + 17 + i * 34],
          ],
          tint,
          2.6,
        );
    return (
      paper.layer(shape, base, { lift: 1, glow: 0.8 }) +
      paper.clip(shape, ribs) +
      paper.rim(shape, shade, w * 0.14, 0, 0.4)
    );
  };
  const arm = (side: number, ay: number, reach: number, h: number) =>
    paper.layer(band(bowed([x, ay], [x + side * reach, ay - 30 * k], side * 26, 6), 84 * k), base, {
      lift: 0.8,
    }) + trunk(x + side * reach, ay + 14 * k, 100 * k, h);
  const top = y - 560 * k;
  return (
    arm(-1, y - 190 * k, 170 * k, 210 * k) +
    arm(1, y - 270 * k, 165 * k, 190 * k) +
    trunk(x, y + 40, 170 * k, 600 * k) +
    HEADS.daisy(paper, { x, y: top, r: 74 * k, tone: toneAt(params, 1, 'pink') })
  );
};

const herb: Grow = (paper, params, x, y, k) => {
  let out = '';
  for (let i = 0; i < 11; i++) {
    const side = ((i * 4) % 11) / 5 - 1;
    out += SPRIGS.olive(paper, {
      from: [x + side * 60, y + 30],
      to: [x + side * 260 * k, y - (470 - Math.abs(side) * 150 + paper.random.off(50)) * k],
      bow: side * -30,
      scale: 0.95 * k,
      tone: toneAt(params, 1, i % 3 ? 'leaf' : 'moss'),
    });
  }
  return out;
};

const fernPot: Grow = (paper, _, x, y, k) => {
  let out = '';
  for (const i of [-4, 4, -3, 3, -2, 2, -1, 1, 0]) {
    out += SPRIGS.fern(paper, {
      from: [x + i * 9, y + 20],
      to: [x + i * 104 * k, y - (500 - i * i * 26) * k],
      bow: i * -22,
      scale: 0.86 * k,
      tone: i % 2 ? 'leaf' : 'forest',
    });
  }
  return out;
};

const PLANTS: Readonly<Record<string, Grow>> = {
  monstera,
  rubber,
  snake,
  orchid,
  succulent,
  cactus,
  herb,
  fern: fernPot,
};

/** Low plants get larger pots, so that all fill the frame alike. */
const STRETCH: Readonly<Record<string, number>> = {
  rubber: 1.02,
  snake: 1.2,
  orchid: 1.1,
  succulent: 1.45,
  cactus: 1.14,
  herb: 1.25,
  fern: 1.2,
};

/** A plant in its pot; style names the plant, tones the pot first, then the flower or leaf. */
function potted(paper: Paper, params: Params): string {
  const style = params.style ?? 'monstera';
  const grow = PLANTS[style] ?? monstera;
  const k = sizeOf(params, 0.78, 0.94, 1.04) * (STRETCH[style] ?? 1);
  const vessel: Vessel = {
    kind: style === 'succulent' || style === 'orchid' ? 'bowl' : 'pot',
    x: 0,
    foot: FLOOR,
    w: 400 * k,
    h: 330 * k,
    tone: toneAt(params, 0, 'clay'),
  };
  return vesselBack(paper, vessel) + grow(paper, params, 0, FLOOR - 320 * k, k) + vesselFront(paper, vessel);
}

/** A garden under glass. */
function terrarium(paper: Paper, params: Params): string {
  const round = params.style !== 'bell';
  const glass = round
    ? smooth([
        [-130, -300],
        [-130, -300],
        [-120, -240],
        [-330, -20],
        [-345, 180],
        [-240, 400],
        [-200, 430],
        [-200, 430],
        [200, 430],
        [200, 430],
        [240, 400],
        [345, 180],
        [330, -20],
        [120, -240],
        [130, -300],
        [130, -300],
      ])
    : smooth([
        [-280, 430],
        [-280, 430],
        [-280, -60],
        [-200, -330],
        [0, -430],
        [200, -330],
        [280, -60],
        [280, 430],
        [280, 430],
      ]);
  const layerAt = (y: number, fill: string) =>
    paper.layer(
      smooth([
        ...Array.from({ length: 8 }, (_, i): Point => [-400 + i * 115, y + paper.random.off(16)]),
        [420, 460],
        [420, 460],
        [-420, 460],
        [-420, 460],
      ]),
      fill,
      { lift: 0.4 },
    );
  let inside = paper.flat(box(-500, -500, 1000, 1000), paper.tone('mint').tint, 0.45);
  inside +=
    SPRIGS.fern(paper, { from: [-90, 230], to: [-170, -190], bow: 30, scale: 0.85, tone: 'leaf' }) +
    SPRIGS.fern(paper, { from: [-60, 230], to: [20, -250], bow: -24, scale: 0.8, tone: 'forest' });
  inside += SPRIGS.olive(paper, { from: [120, 240], to: [190, -110], bow: -30, scale: 0.8, tone: 'moss' });
  inside +=
    layerAt(190, paper.tone('moss').base) +
    paper.layer(paper.blob(-190, 210, 110, 64, 0.1), paper.tone('leaf').light) +
    layerAt(262, paper.tone('rye').base) +
    layerAt(326, paper.tone('sand').base) +
    layerAt(378, paper.tone('stone').base);
  for (let i = 0; i < 9; i++)
    inside += paper.layer(
      paper.blob(-220 + i * 56, 404 + paper.random.off(8), 28, 20, 0.14),
      paper.tone(i % 2 ? 'stone' : 'white').light,
      { lift: 0.4 },
    );
  inside +=
    succulent(paper, { tones: ['clay', toneAt(params, 0, 'mint')] }, 70, 236, 0.36) +
    paper.layer(paper.blob(190, 226, 54, 40, 0.12), paper.tone('stone').base);
  const shine = band(
    round
      ? [
          [-262, -10],
          [-292, 110],
          [-262, 240],
        ]
      : [
          [-232, 60],
          [-226, -110],
          [-160, -280],
        ],
    20,
  );
  const cork = round
    ? paper.layer(box(-118, -392, 236, 120, 18), paper.tone('crust').light, { glow: 0.7 }) +
      paper.layer(box(-150, -306, 300, 34, 14), paper.tone('white').light, { lift: 0.6 })
    : paper.layer(ellipse(0, -448, 34), paper.tone('gold').base) +
      paper.layer(box(-330, 412, 660, 50, 16), paper.tone('crust').base, { glow: 0.6 });
  return (
    paper.ground(0, FLOOR, 380) +
    paper.layer(glass, paper.tone('white').light, { lift: 1.2, opacity: 0.5 }) +
    paper.clip(glass, inside) +
    paper.rim(glass, '#ffffff', -12, -8, 0.75) +
    paper.rim(glass, paper.ink, 12, 6, 0.16) +
    paper.flat(shine, '#ffffff', 0.6) +
    cork
  );
}

export const plants = {
  'potted-plant': onTable(potted),
  terrarium: onTable(terrarium),
} satisfies Motifs;
