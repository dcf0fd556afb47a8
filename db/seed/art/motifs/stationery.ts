import { HEADS, isHead } from '../blooms/heads.ts';
import { SPRIGS } from '../blooms/sprigs.ts';
import { box, ellipse, type Path, type Point, place, poly } from '../geometry.ts';
import { type Params, toneAt } from '../motif.ts';
import type { Paper } from '../paper.ts';
import { label } from '../parts.ts';

/** A folded card with a pressed flower before its envelope. */
export function card(paper: Paper, params: Params): string {
  const mail = paper.tone(toneAt(params, 1, 'sand'));
  const face = paper.tone(toneAt(params, 2, 'white'));
  const put = { x: 90, y: 150, rotate: 7 };
  const envelope = place(box(-350, -230, 700, 470, 8), put);
  const flap = place(
    poly([
      [-350, -230],
      [0, 70],
      [350, -230],
    ]),
    put,
  );
  const sides = [
    place(
      poly([
        [-350, -230],
        [0, 40],
        [-350, 240],
      ]),
      put,
    ),
    place(
      poly([
        [350, -230],
        [0, 40],
        [350, 240],
      ]),
      put,
    ),
  ];
  const front = { x: -90, y: -60, rotate: -6 };
  const sheet = place(box(-270, -390, 540, 780, 6), front);
  const back = place(box(-256, -384, 540, 780, 6), { ...front, rotate: -3.5 });
  const frame = place(box(-236, -356, 472, 712, 4), front);
  const kind = params.parts?.find(isHead) ?? 'peony';
  let out =
    paper.layer(envelope, mail.base, { lift: 1.4 }) +
    sides.map((side) => paper.layer(side, mail.shade, { lift: 0.4 })).join('') +
    paper.layer(flap, mail.light, { lift: 0.8 });
  out += paper.layer(back, face.shade, { lift: 1.2 }) + paper.layer(sheet, face.light, { lift: 1.2, glow: 0.3 });
  out += `<g fill="none">${paper.line(corners(frame), paper.tone(toneAt(params, 3, 'gold')).base, 4)}</g>`;
  out +=
    SPRIGS.olive(paper, { from: [-30, 270], to: [-250, -60], bow: 40, scale: 0.7 }) +
    SPRIGS.eucalyptus(paper, { from: [-30, 270], to: [130, -90], bow: -40, scale: 0.75 });
  out +=
    paper.stem([-24, 300], [-90, -80], 20, 12) +
    HEADS[kind](paper, { x: -96, y: -120, r: 172, tone: toneAt(params, 0, 'coral'), tilt: -8 });
  return out;
}

function corners(path: Path): Point[] {
  const points = path.flatMap((s): Point[] => (s.kind === 'L' || s.kind === 'M' ? [s.to, s.to] : []));
  const first = points[0];
  return first ? [...points, first, first] : points;
}

/** A packet of seeds with a window onto what will grow. */
export function seedPacket(paper: Paper, params: Params): string {
  const c = paper.tone(toneAt(params, 1, 'cream'));
  const kind = params.parts?.find(isHead) ?? 'sunflower';
  const put = { rotate: -5 };
  const body = place(box(-300, -430, 600, 880, 8), put);
  const fold = place(
    poly([
      [-300, -430],
      [300, -430],
      [262, -330],
      [-262, -330],
    ]),
    put,
  );
  const window = place(ellipse(0, -40, 226, 250), put);
  const head =
    paper.stem([10, 260], [0, -30], 20, 16) +
    paper.leaf(6, 180, 190, 90, -58) +
    paper.leaf(6, 150, 180, 84, 56) +
    HEADS[kind](paper, { x: 0, y: -50, r: 175, tone: toneAt(params, 0, 'gold'), tilt: -6 });
  return (
    paper.layer(body, c.base, { lift: 1.5, glow: 0.6 }) +
    paper.layer(window, paper.tone('mint').light, { lift: 0, glow: 0.5 }) +
    paper.clip(window, head) +
    paper.rim(window, c.deep, -9, -11, 0.4) +
    paper.layer(fold, c.light, { lift: 0.7 }) +
    place([{ kind: 'M', to: [0, 0] }], put)
      .map(() => label(paper, 28, 322, 380, 150, paper.tone('forest').base, c.tint))
      .join('')
  );
}
