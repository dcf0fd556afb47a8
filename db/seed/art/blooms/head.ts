import { type Path, type Point, petal, place, smooth } from '../geometry.ts';
import type { ToneName } from '../palette.ts';
import type { Paper } from '../paper.ts';

/** Where a flower head sits, how large it is and where it looks (degrees, 0 upright). */
export type Head = { x: number; y: number; r: number; tone: ToneName; tilt?: number; heart?: ToneName };
export type DrawHead = (paper: Paper, head: Head) => string;

type Ring = {
  count: number;
  /** Reach of the petals from the middle of the flower. */
  reach: number;
  width: number;
  fill: string | ((turn: number) => string);
  start?: number;
  tip?: number;
  notch?: number;
  belly?: number;
  lift?: number;
  /** Flattens the ring: 1 looks straight at the viewer. */
  squash?: number;
  cut?: (length: number, width: number) => Path;
};

/** Petals around a middle, each cut a little differently. */
export function petalRing(paper: Paper, x: number, y: number, ring: Ring): string {
  const { random } = paper;
  const { count, reach, width, start = random.next() * 360, squash = 1, lift = 0.7 } = ring;
  let out = '';
  for (let i = 0; i < count; i++) {
    const turn = start + (i * 360) / count + random.off(90 / count);
    const length = reach * (1 + random.off(0.06));
    const wide = width * (1 + random.off(0.1));
    const shape = ring.cut
      ? ring.cut(length, wide)
      : petal(length, wide, {
          tip: ring.tip ?? 0,
          notch: ring.notch ?? 0,
          belly: ring.belly ?? 0.62,
          lean: random.off(wide * 0.08),
        });
    const turned = place(shape, { rotate: turn });
    const fill = typeof ring.fill === 'string' ? ring.fill : ring.fill(((turn % 360) + 360) % 360);
    out += paper.layer(place(turned, { x, y, sy: squash }), fill, { lift, glow: 0.5 });
  }
  return out;
}

/** A petal with a crinkled rim. */
export function ruffled(paper: Paper, waves = 4, depth = 0.1) {
  return (length: number, width: number): Path => {
    const half = width / 2;
    const rim: Point[] = [];
    const steps = waves * 2;
    for (let i = 0; i <= steps; i++) {
      const t = (i / steps) * 2 - 1;
      const dome = Math.sqrt(Math.max(0, 1 - t * t * 0.82));
      const dip = i % 2 === 0 ? 0 : depth + paper.random.off(depth * 0.5);
      rim.push([t * half, -length * (0.55 + 0.45 * dome) * (1 - dip)]);
    }
    return smooth([[0, 0], [0, 0], [-half * 0.62, -length * 0.24], ...rim, [half * 0.62, -length * 0.24]]);
  };
}

/** Picks the lit or the shaded step of a tone by where the petal points: light comes from the upper left. */
export function bySide(lit: string, middle: string, shaded: string) {
  return (turn: number): string => {
    const toLight = Math.cos(((turn + 45) * Math.PI) / 180);
    return toLight > 0.45 ? lit : toLight < -0.5 ? shaded : middle;
  };
}
