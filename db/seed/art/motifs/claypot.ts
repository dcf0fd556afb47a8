import { body } from '../baked.ts';
import { band, bowed, box, ellipse, type Point, smooth, turned } from '../geometry.ts';
import { FLOOR } from '../motif.ts';
import type { Paper } from '../paper.ts';

/** A glazed clay pot of sour cream with a wooden spoon. */
export function claypot(paper: Paper): string {
  const pot = turned(0, [
    [236, -150],
    [236, -150],
    [220, -110],
    [214, -80],
    [330, 90],
    [350, 220],
    [290, 370],
    [216, FLOOR],
    [216, FLOOR],
  ]);
  const wave = Array.from({ length: 25 }, (_, i): Point => [-400 + i * 33, 170 + (i % 2 ? 26 : -26)]);
  return (
    paper.ground(0, FLOOR, 300, 50) +
    paper.layer(ellipse(0, -150, 236, 56), paper.tone('brick').deep, { lift: 0 }) +
    paper.layer(
      smooth([
        [-214, -150],
        [-160, -230],
        [-40, -250],
        [30, -310],
        [90, -246],
        [180, -214],
        [214, -150],
        [0, -112],
      ]),
      paper.white,
      { lift: 0.5, glow: 0.6 },
    ) +
    paper.layer(band(bowed([80, -190], [330, -560], 20, 8), 38), paper.tone('crust').light, { lift: 1, glow: 0.7 }) +
    paper.layer(
      smooth([
        [-30, -196],
        [60, -250],
        [150, -232],
        [120, -160],
        [20, -150],
      ]),
      paper.tone('cream').light,
      { lift: 0.4, glow: 0.5 },
    ) +
    body(paper, pot, 'brick', 1.2) +
    paper.clip(
      pot,
      paper.flat(box(-420, -200, 840, 130), paper.tone('leaf').base, 0.8) +
        paper.line(wave, paper.tone('cream').light, 17, 0.85) +
        paper.line(
          wave.map(([x, y]): Point => [x, y + 64]),
          paper.tone('leaf').base,
          13,
          0.8,
        ),
    ) +
    paper.rim(pot, paper.tone('brick').deep, 40, 26, 0.25) +
    paper.layer(band(bowed([-244, -140], [244, -140], 40, 10), 44), paper.tone('clay').light, { lift: 0.5, glow: 0.7 })
  );
}
