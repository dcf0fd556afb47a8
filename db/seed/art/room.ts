import { groundAt, isDark, tableBackdrop } from './backdrop.ts';
import { bowed, type Point } from './geometry.ts';
import type { Params } from './motif.ts';
import { type MotifName, motif } from './motifs/all.ts';
import { balloon, confetti } from './motifs/balloons.ts';
import { bulb } from './motifs/party.ts';
import { SHOP_COLORS, type ShopKey, type ToneName } from './palette.ts';
import { createPaper, type Paper } from './paper.ts';
import { framed } from './picture.ts';
import { hash } from './random.ts';
import { hang, stand } from './scenes/compose.ts';

/** A thing of a room: its motif and wishes, where it stands (or hangs), and how large. */
export type Thing = readonly [motif: MotifName, wishes: Params, x: number, y: number, scale: number];

/** A decorated room as data, 1600 wide and 1200 high: the things back to front. */
export type Room = {
  /** Which of the shop's six grounds. */
  ground: number;
  /** Strings of small lights overhead. */
  strings?: number;
  /** Warm light behind the things. */
  glow?: string;
  hang?: readonly Thing[];
  stand: readonly Thing[];
  balloons?: readonly (readonly [x: number, y: number, r: number, tone: ToneName])[];
  confetti?: readonly ToneName[];
  /** Another hand at the same room. */
  seed?: number;
};

const WIDTH = 1600;
const HEIGHT = 1200;
const FLOOR_LINE = 850;

function overhead(paper: Paper, strings: number): string {
  let out = '';
  for (let i = 0; i < strings; i++) {
    const left = 30 + ((i * 97) % 170);
    const right = 40 + ((i * 61 + 90) % 190);
    const line: Point[] = bowed([-40, left], [WIDTH + 40, right], 110 + i * 34, 26);
    out += paper.line(line, paper.tone('slate').light, 4, 0.7);
    line.forEach(([x, y], at) => {
      if (at % 2) out += bulb(paper, x, y + 15, 11);
    });
  }
  return out;
}

/** The same room of the same shop is always the same drawing. */
export function drawRoom(shop: ShopKey, room: Room): string {
  const ground = groundAt(shop, room.ground);
  const paper = createPaper(shop, hash(`room/${shop}/${JSON.stringify(room)}`), isDark(ground));
  let body = tableBackdrop(paper, ground, WIDTH, HEIGHT, FLOOR_LINE);
  if (room.glow) body += paper.halo(WIDTH / 2, 620, 760, room.glow, 0.4);
  body += overhead(paper, room.strings ?? 0);
  for (const [name, wishes, x, y, scale] of room.hang ?? []) body += hang(paper, motif(name), wishes, x, y, scale);
  for (const [name, wishes, x, y, scale] of room.stand) body += stand(paper, motif(name), wishes, x, y, scale);
  for (const [x, y, r, tone] of room.balloons ?? []) {
    body +=
      paper.line(bowed([x, y + r], [x + 14, y + r + 300], 18, 5), paper.tone('slate').light, 3, 0.6) +
      balloon(paper, x, y, r, tone, (x - WIDTH / 2) / 60);
  }
  const tones = room.confetti ?? [];
  for (let i = 0; i < (tones.length > 0 ? 26 : 0); i++) {
    const tone = tones[i % tones.length] ?? SHOP_COLORS[shop].second;
    body += confetti(paper, paper.random.between(40, WIDTH - 40), paper.random.between(1000, 1180), tone, i);
  }
  return framed(paper, { width: WIDTH, height: HEIGHT }, WIDTH, HEIGHT, body);
}
