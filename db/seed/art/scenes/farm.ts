import { breads } from '../motifs/breads.ts';
import { larder } from '../motifs/larder.ts';
import { produce } from '../motifs/produce.ts';
import type { Paper } from '../paper.ts';
import { hang, stand } from './compose.ts';

/** The market table on a Saturday: crates, jars, the big loaf, and a braid of onions on the wall. */
export function farmScene(paper: Paper): string {
  const sun = paper.tone('butter');
  let out =
    paper.halo(1900, 260, 760, sun.light, 0.9) +
    paper.layer(paper.blob(1900, 330, 260, 260, 0.01, 14), sun.base, { lift: 0.4, glow: 0.7 });
  for (const [x, y, rx, ry, tone] of [
    [520, 1000, 900, 420, 'sage'],
    [1700, 1010, 1100, 330, 'moss'],
  ] as const) {
    out += paper.layer(paper.blob(x, y, rx, ry, 0.03, 12), paper.tone(tone).light, { lift: 0.4, glow: 0.6 });
  }
  out += paper.layer(
    [
      { kind: 'M', to: [-60, 952] },
      { kind: 'L', to: [2460, 934] },
      { kind: 'L', to: [2460, 1420] },
      { kind: 'L', to: [-60, 1420] },
      { kind: 'Z' },
    ],
    paper.tone('wheat').base,
    { lift: 1, glow: 0.6 },
  );
  out += hang(paper, produce.braid, {}, 250, 380, 0.5);
  out += stand(paper, produce.pumpkin, {}, 2120, 1090, 0.62);
  out += stand(paper, larder.milk, {}, 1740, 1050, 0.62);
  out += stand(paper, larder.preserve, { style: 'honey' }, 870, 1040, 0.62);
  out += stand(paper, larder.preserve, { style: 'jam', tones: ['plum'], parts: ['tied'] }, 1130, 1020, 0.46);
  out += stand(paper, larder.crate, { parts: ['carrot', 'cabbage', 'tomato', 'apple'] }, 420, 1200, 0.86);
  out += stand(paper, breads.boule, { style: 'cross', tones: ['wheat'], parts: ['cut'] }, 1300, 1210, 0.78);
  out += stand(paper, larder.eggs, {}, 1900, 1270, 0.52);
  out += stand(paper, produce.garlic, {}, 880, 1280, 0.36);
  return out + stand(paper, produce.apple, { count: 3 }, 2230, 1290, 0.34);
}
