import { board, body, strew } from '../baked.ts';
import { bowed, box, ellipse, place, polar, smooth } from '../geometry.ts';
import { FLOOR, type Params } from '../motif.ts';
import type { Paper } from '../paper.ts';

/** Squares of tray cake: plums with crumble, or apple between crusts. */
export function traybake(paper: Paper, params: Params): string {
  const isApple = params.style === 'apple';
  const one = (x: number, foot: number): string => {
    const front = box(x - 300, foot - 130, 600, 130, 14);
    const top = smooth([
      [x - 302, foot - 122],
      [x - 302, foot - 122],
      [x - 210, foot - 306],
      [x - 210, foot - 306],
      [x + 240, foot - 310],
      [x + 240, foot - 310],
      [x + 302, foot - 124],
      [x + 302, foot - 124],
    ]);
    let out = body(paper, front, isApple ? 'wheat' : 'butter', 0.7);
    if (isApple)
      out +=
        paper.flat(box(x - 298, foot - 100, 596, 62), paper.tone('butter').light) +
        strew(paper, box(x - 298, foot - 100, 596, 62), x, foot - 68, 280, 26, ['mustard', 'lime', 'crust'], 30, 20);
    out += body(paper, top, isApple ? 'wheat' : 'plum', 0.7, 0.6);
    if (isApple) {
      for (let i = -2; i <= 2; i++)
        out += paper.clip(
          top,
          paper.line(
            [
              [x + i * 110 - 30, foot - 320],
              [x + i * 130 + 10, foot - 110],
            ],
            paper.tone('crust').base,
            9,
            0.6,
          ) +
            paper.line(
              [
                [x - 300, foot - 216 + i * 44],
                [x + 300, foot - 222 + i * 44],
              ],
              paper.tone('crust').base,
              9,
              0.6,
            ),
        );
      return out + strew(paper, top, x, foot - 214, 260, 84, ['white'], 120, 8);
    }
    for (let row = 0; row < 3; row++)
      for (let col = 0; col < 5; col++) {
        const px = x - 206 + col * 106 + (row % 2 ? 34 : 0);
        const py = foot - 274 + row * 62;
        const plum = place(ellipse(0, 0, 46, 24), { x: px, y: py, rotate: -18 });
        out += paper.clip(
          top,
          body(paper, plum, row % 2 ? 'magenta' : 'cherry', 0.3, 0.6) +
            paper.line(bowed([px - 30, py + 6], [px + 30, py - 10], 6, 4), paper.tone('plum').deep, 4, 0.5),
        );
      }
    for (let i = 0; i < 36; i++) {
      const [px, py] = polar(x, foot - 214, Math.sqrt((i + 0.5) / 36), i * 137.5);
      out += paper.clip(
        top,
        paper.layer(
          paper.blob(
            x + (px - x) * 250,
            foot - 214 + (py - foot + 214) * 84,
            paper.random.between(10, 20),
            paper.random.between(8, 14),
            0.18,
            6,
          ),
          paper.tone('butter').light,
          { lift: 0.3 },
        ),
      );
    }
    return out;
  };
  return `${board(paper, FLOOR + 10, 470)}${(params.count ?? 1) > 1 ? one(20, FLOOR - 176) : ''}${one(-10, FLOOR)}`;
}
