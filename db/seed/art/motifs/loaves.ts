import { board, body, cloth, flour, SLICE, slash, slice, strew } from '../baked.ts';
import { band, bowed, ellipse, type Point, place, polar, smooth } from '../geometry.ts';
import { FLOOR, type Params, sizeOf, toneAt } from '../motif.ts';
import type { Paper } from '../paper.ts';

export const has = (params: Params, part: string) => params.parts?.includes(part) ?? false;

/** A round loaf; style is how it was scored. */
export function boule(paper: Paper, params: Params): string {
  const k = sizeOf(params, 0.88, 1, 1.1);
  const tone = toneAt(params, 0, 'crust');
  const isCut = has(params, 'cut');
  const cx = isCut ? -84 : 0;
  const [rx, ry] = [390 * k, 262 * k];
  const cy = FLOOR - ry + 8;
  const shape = paper.blob(cx, cy, rx, ry, 0.018, 12);
  const at = (x: number, y: number): Point => [cx + x * k, cy + y * k];
  let out = isCut ? board(paper, FLOOR + 10, 470) : has(params, 'cloth') ? cloth(paper, FLOOR - 10, 'sand') : '';
  out += paper.ground(cx, FLOOR + 4, rx * 0.96, 60) + body(paper, shape, tone, 1.3);
  out += flour(paper, shape, cx - 90 * k, cy - 90 * k, 230 * k, 130 * k, 90);
  if (params.style === 'square') {
    const corners = [at(-190, -60), at(20, -170), at(230, -50), at(10, 90)] as const;
    corners.forEach((from, i) => {
      out += slash(paper, bowed(from, corners[(i + 1) % 4] ?? from, 16, 8), 44 * k);
    });
  } else if (params.style === 'cross') {
    out += slash(paper, bowed(at(-250, 20), at(240, -90), -50, 10), 58 * k);
    out += slash(paper, bowed(at(-60, -210), at(60, 150), 34, 10), 54 * k);
  } else {
    const spine = bowed(at(-280, 70), at(270, -110), -70, 12);
    for (let i = 3; i <= 10; i++) {
      const from = spine[i];
      if (!from) continue;
      const reach = 120 * k * (1 - Math.abs(i - 6) * 0.1);
      out += slash(
        paper,
        bowed([from[0] + 10, from[1] - 22], [from[0] + reach * 0.75, from[1] - reach], 14, 6),
        24 * k,
      );
      out += slash(
        paper,
        bowed([from[0] + 10, from[1] + 26], [from[0] + reach * 1.05, from[1] + reach * 0.62], -14, 6),
        24 * k,
      );
    }
    out += slash(paper, spine, 46 * k);
  }
  if (isCut) {
    out += paper.ground(230, FLOOR + 34, 190, 30);
    out += slice(paper, SLICE, { x: 180, y: FLOOR - 120, scale: 1.05, rotate: 8 }, tone, 'cream', 30);
    out += slice(paper, SLICE, { x: 264, y: FLOOR - 60, scale: 0.92, rotate: 20 }, tone, 'cream', 26);
  }
  return out;
}

/** A dark oval loaf with a floury, cracked crust. */
export function rye(paper: Paper, params: Params): string {
  const tone = toneAt(params, 0, 'rye');
  const isCut = has(params, 'cut');
  const cx = isCut ? -80 : 0;
  const cy = FLOOR - 226;
  const shape = paper.blob(cx, cy, isCut ? 350 : 410, 242, 0.014, 12);
  let out =
    (isCut ? board(paper, FLOOR + 10, 470) : '') + paper.ground(cx, FLOOR + 6, 390, 56) + body(paper, shape, tone, 1.2);
  let rings = '';
  for (const [i, grow] of [0.9, 0.68, 0.46, 0.24].entries()) {
    const ring = Array.from({ length: 25 }, (_, n): Point => {
      const [x, y] = polar(0, 0, 1, n * 15);
      return [cx - 14 + x * 340 * grow * (1 + paper.random.off(0.02)), cy - 30 + y * 196 * grow];
    });
    rings += paper.line([...ring, ring[1] ?? [0, 0]], paper.white, 20 - i * 2, 0.78);
  }
  out += paper.clip(shape, rings);
  for (const [from, to, w] of [
    [[-250, -60], [-60, 60], 17],
    [[60, -130], [250, 10], 15],
    [[-120, 90], [130, 130], 13],
  ] as const) {
    const crack = bowed([cx + from[0], cy + from[1]], [cx + to[0], cy + to[1]], 24, 7).map(
      ([x, y]): Point => [x + paper.random.off(9), y + paper.random.off(9)],
    );
    out += paper.clip(
      shape,
      paper.flat(
        band(crack, (t) => w * Math.sin(Math.PI * t) + 2),
        paper.tone('wheat').shade,
        0.9,
      ),
    );
  }
  if (has(params, 'caraway'))
    out += strew(paper, ellipse(0, FLOOR + 70, 330, 30), 0, FLOOR + 70, 320, 26, ['moss', 'toast'], 26, 13);
  if (isCut) {
    for (const [x, y, turn] of [
      [250, FLOOR - 120, 6],
      [330, FLOOR - 70, 16],
    ] as const) {
      out += slice(paper, place(SLICE, { scale: 0.94, sy: 1.06 }), { x, y, rotate: turn }, tone, 'crust', 34);
    }
  }
  return out;
}

/** A long loaf; style `wheat` is scored like an ear. */
export function batard(paper: Paper, params: Params): string {
  const tone = toneAt(params, 0, 'crust');
  const shape = place(
    smooth([
      [-450, 20],
      [-390, -110],
      [-180, -178],
      [120, -184],
      [370, -120],
      [456, 10],
      [390, 118],
      [130, 166],
      [-180, 166],
      [-400, 120],
    ]),
    { y: FLOOR - 176, rotate: -7 },
  );
  let out = paper.ground(0, FLOOR + 4, 440, 56) + body(paper, shape, tone, 1.2);
  out += flour(paper, shape, -120, FLOOR - 260, 270, 90, 60);
  const put = (x: number, y: number): Point => [x, FLOOR - 176 + y - x * 0.12];
  if (params.style === 'wheat') {
    out += slash(paper, bowed(put(-350, 40), put(350, -20), -30, 12), 26);
    for (let i = 0; i < 7; i++) {
      const x = -270 + i * 88;
      out += slash(paper, bowed(put(x, 6), put(x + 84, -112 + Math.abs(i - 3) * 12), 16, 6), 30);
      out += slash(paper, bowed(put(x, 44), put(x + 96, 124 - Math.abs(i - 3) * 9), -16, 6), 30);
    }
  } else {
    for (const x of [-250, -20, 210]) out += slash(paper, bowed(put(x - 60, 90), put(x + 90, -110), 34, 8), 62);
  }
  if (has(params, 'walnut')) {
    for (const [x, y] of [
      [250, FLOOR + 70],
      [350, FLOOR + 34],
    ] as const) {
      const shell = paper.blob(x, y, 58, 52, 0.03, 9);
      out += paper.ground(x, y + 44, 62) + body(paper, shell, 'wheat', 0.5, 0.8);
      out += paper.line(bowed([x - 4, y - 50], [x + 6, y + 48], 14, 6), paper.tone('crust').shade, 6, 0.7);
      out += paper.clip(
        shell,
        paper.line(bowed([x - 40, y - 20], [x - 26, y + 30], 10, 5), paper.tone('crust').shade, 4, 0.5) +
          paper.line(bowed([x + 30, y - 26], [x + 34, y + 26], -10, 5), paper.tone('crust').shade, 4, 0.5),
      );
    }
  }
  return out;
}

/** A loaf from a tin; style `domes` is milk bread, `seeds` is covered in them. */
export function tinLoaf(paper: Paper, params: Params): string {
  const isMilk = params.style === 'domes';
  const tone = toneAt(params, 0, isMilk ? 'wheat' : 'toast');
  const side = smooth([
    [-350, 80],
    [-350, 80],
    [-372, -110],
    [-372, -110],
    [372, -110],
    [372, -110],
    [350, 80],
    [350, 80],
  ]);
  const put = { y: FLOOR - 84 };
  const wall = place(side, put);
  let out = paper.ground(0, FLOOR + 2, 400, 54);
  if (isMilk) {
    out += body(paper, wall, 'butter', 0.9);
    for (const x of [-240, 0, 240]) {
      const dome = smooth([
        [x - 136, FLOOR - 150],
        [x - 140, FLOOR - 270],
        [x - 70, FLOOR - 372],
        [x + 40, FLOOR - 380],
        [x + 130, FLOOR - 290],
        [x + 136, FLOOR - 150],
        [x, FLOOR - 128],
      ]);
      out +=
        body(paper, dome, tone, 0.9) +
        paper.flat(
          place(ellipse(0, 0, 62, 24), { x: x - 40, y: FLOOR - 322, rotate: -24 }),
          paper.tone('butter').tint,
          0.75,
        );
    }
    return out;
  }
  const top = smooth([
    [-384, FLOOR - 176],
    [-396, FLOOR - 270],
    [-250, FLOOR - 364],
    [0, FLOOR - 388],
    [262, FLOOR - 356],
    [398, FLOOR - 262],
    [384, FLOOR - 176],
    [0, FLOOR - 150],
  ]);
  return (
    out +
    body(paper, wall, tone, 0.9) +
    body(paper, top, tone, 1) +
    strew(paper, top, 0, FLOOR - 268, 380, 116, ['cream', 'moss', 'sand', 'straw'], 150, 19) +
    strew(paper, wall, 0, FLOOR - 80, 340, 60, ['cream', 'sand'], 26, 15)
  );
}
