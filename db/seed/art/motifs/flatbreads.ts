import { body, strew } from '../baked.ts';
import { band, bowed, box, ellipse, type Path, type Point, place, smooth } from '../geometry.ts';
import { FLOOR, type Params, toneAt } from '../motif.ts';
import type { Paper } from '../paper.ts';

/** A square (or a whole tray) of dimpled dough seen from above; style is what lies on it. */
export function focaccia(paper: Paper, params: Params): string {
  const isTray = params.parts?.includes('tray') ?? false;
  const [w, h] = isTray ? [780, 980] : [740, 740];
  const turn = { rotate: isTray ? 0 : -8, y: isTray ? 0 : -10 };
  const edge = (grow: number, r: number): Path =>
    place(box(-w / 2 - grow, -h / 2 - grow, w + grow * 2, h + grow * 2, r), turn);
  const top = edge(0, 84);
  let out = isTray
    ? body(paper, edge(56, 40), 'slate', 0.8, 1.4) + paper.layer(edge(34, 30), paper.tone('slate').deep, { lift: 0 })
    : '';
  out +=
    body(paper, top, toneAt(params, 0, 'crust'), 1, isTray ? 0.6 : 1.6) +
    paper.clip(top, paper.layer(edge(-34, 70), paper.tone('wheat').base, { lift: 0, glow: 0.8 }));
  const at = (x: number, y: number): Point => {
    const [moved] = place([{ kind: 'M', to: [x, y] }], turn);
    return moved && 'to' in moved ? moved.to : [x, y];
  };
  let dents = '';
  for (let y = -h / 2 + 80; y < h / 2 - 40; y += 138) {
    for (let x = -w / 2 + 84 + (Math.round(y / 138) % 2 ? 62 : 0); x < w / 2 - 40; x += 142) {
      const [cx, cy] = at(x + paper.random.off(16), y + paper.random.off(16));
      const r = paper.random.between(30, 40);
      dents +=
        paper.flat(ellipse(cx, cy, r, r * 0.86), paper.tone('crust').base, 0.62) +
        paper.flat(ellipse(cx + 5, cy + 7, r * 0.72, r * 0.56), paper.tone('gold').light, 0.85);
    }
  }
  out += paper.clip(top, dents);
  const spots: readonly Point[] = [
    [-210, -200],
    [60, -250],
    [230, -90],
    [-60, -40],
    [-250, 90],
    [110, 120],
    [-90, 240],
    [250, 250],
    ...(isTray
      ? ([
          [-200, -390],
          [180, -380],
          [-230, 380],
          [60, 400],
        ] as const)
      : []),
  ];
  spots.forEach(([x, y], i) => {
    const [cx, cy] = at(x, y);
    if (params.style !== 'tomato') out += sprig(paper, cx, cy, i * 67 - 40);
    else if (i % 3 === 2) {
      for (const r of [70, 50, 30])
        out += paper.layer(
          band(bowed([cx - r, cy], [cx + r, cy + 6], -r * 0.9, 10), 13),
          r === 50 ? paper.tone('magenta').tint : paper.tone('magenta').light,
          { lift: 0.3 },
        );
    } else {
      const half = paper.blob(cx, cy, 78, 74, 0.02, 10);
      out +=
        body(paper, half, 'tomato', 0.5, 0.7) + paper.flat(ellipse(cx, cy, 50, 46), paper.tone('coral').light, 0.8);
      for (let n = 0; n < 6; n++)
        out += paper.flat(
          ellipse(cx + Math.cos(n * 1.05) * 30, cy + Math.sin(n * 1.05) * 27, 9, 6),
          paper.tone('butter').tint,
          0.95,
        );
    }
  });
  return out + strew(paper, top, 0, 0, w * 0.44, h * 0.44, ['white'], 46, 8);
}

function sprig(paper: Paper, x: number, y: number, turn: number): string {
  const c = paper.tone('forest');
  let out = '';
  for (let i = 0; i < 8; i++) {
    for (const side of [-1, 1]) {
      const needle = band(bowed([0, 0], [26, side * 22], 3, 3), (t) => 10 * (1 - t * 0.6));
      out += paper.flat(place(place(needle, { x: -62 + i * 17 }), { x, y, rotate: turn }), side < 0 ? c.light : c.base);
    }
  }
  const stem: Point[] = [
    [-70, 0],
    [0, 2],
    [70, 0],
  ];
  return paper.flat(place(band(stem, 6), { x, y, rotate: turn }), paper.tone('moss').deep) + out;
}

/** A stack of thin rounds with scorched blisters. */
export function flatbread(paper: Paper, params: Params): string {
  const count = params.count ?? 4;
  let out = paper.ground(0, FLOOR, 430, 58);
  for (let i = 0; i < count; i++) {
    const y = FLOOR - 84 - i * 62;
    const round = paper.blob(paper.random.off(16), y, 420 - i * 6, 104, 0.02, 14);
    out += body(paper, round, i % 2 ? 'wheat' : 'sand', 0.5, 0.9);
    if (i < count - 1) continue;
    let spots = '';
    for (let n = 0; n < 30; n++) {
      const angle = n * 2.4;
      const reach = Math.sqrt((n + 0.5) / 30) * 0.9;
      const r = paper.random.between(10, 34);
      spots += paper.flat(
        paper.blob(Math.cos(angle) * 400 * reach, y + Math.sin(angle) * 92 * reach, r, r * 0.42, 0.16, 7),
        paper.tone(n % 3 ? 'crust' : 'rye').base,
        n % 3 ? 0.55 : 0.62,
      );
    }
    out += paper.clip(round, spots);
  }
  const fold = smooth([
    [60, FLOOR - 330],
    [60, FLOOR - 330],
    [230, FLOOR - 400],
    [420, FLOOR - 330],
    [436, FLOOR - 280],
    [436, FLOOR - 280],
    [250, FLOOR - 270],
  ]);
  return out + body(paper, fold, 'cream', 0.5, 1);
}
