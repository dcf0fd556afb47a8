import { HEADS } from '../blooms/heads.ts';
import { SPRIGS } from '../blooms/sprigs.ts';
import { box } from '../geometry.ts';
import { soap } from '../motifs/bath.ts';
import { plinth } from '../motifs/beauty.ts';
import { dropper, jar, pump } from '../motifs/bottles.ts';
import { flacon, spray, tube } from '../motifs/flasks.ts';
import { plants } from '../motifs/plants.ts';
import type { Paper } from '../paper.ts';
import { stand } from './compose.ts';

/** The apothecary's shelf: stages of different heights, an arch of light, a few leaves. */
export function beautyScene(paper: Paper): string {
  const arch = (x: number, w: number, h: number, fill: string) =>
    paper.layer(box(x - w / 2, 950 - h, w, h + 200, w / 2), fill, { lift: 0.6, glow: 0.7 });
  let out =
    arch(1560, 760, 800, paper.tone('lilac').tint) +
    arch(1560, 600, 700, paper.tone('blush').tint) +
    arch(620, 420, 520, paper.tone('blush').tint);
  out += paper.layer(box(-40, 935, 2480, 500), paper.tone('lilac').light, { lift: 0.4, glow: 0.6 });
  out += stand(paper, plants['potted-plant'], { style: 'orchid', tones: ['white', 'lilac'] }, 2140, 1090, 0.86);
  out +=
    SPRIGS.eucalyptus(paper, { from: [1240, 1000], to: [1090, 400], bow: 50, scale: 1.3 }) +
    SPRIGS.eucalyptus(paper, { from: [1880, 980], to: [1960, 430], bow: -40, scale: 1.2 });
  out +=
    plinth(paper, 1560, 1110, 520, 210, 'white') +
    plinth(paper, 1240, 1160, 360, 130, 'blush') +
    plinth(paper, 1860, 1170, 340, 90, 'lilac') +
    plinth(paper, 620, 1080, 380, 120, 'white');
  const things = [
    [pump, 1500, 900, 0.8, ['sand', 'white', 'plum']],
    [tube, 1680, 905, 0.62, ['blush', 'white', 'plum']],
    [flacon, 1240, 1030, 0.74, ['rose', 'plum', 'plum']],
    [dropper, 1860, 1082, 0.66, ['crust', 'ink', 'plum']],
    [spray, 560, 962, 0.62, ['lilac', 'white', 'violet']],
    [jar, 690, 974, 0.36, ['white', 'gold', 'plum']],
    [jar, 1540, 1230, 0.56, ['plum', 'gold', 'plum']],
    [soap, 300, 1140, 0.5, ['sage', 'sand', 'blush']],
  ] as const;
  for (const [item, x, foot, k, tones] of things)
    out += paper.ground(x, foot, 230 * k, 26 * k) + item(paper, { x, foot, k }, tones);
  out +=
    paper.leaf(880, 1210, 150, 60, 74, 'sage') +
    paper.leaf(860, 1220, 150, 60, -62, 'leaf') +
    HEADS.peony(paper, { x: 870, y: 1196, r: 96, tone: 'rose', tilt: -12 });
  for (let i = 0; i < 7; i++)
    out += paper.layer(
      paper.blob(1010 + paper.random.off(90), 1240 + paper.random.off(44), 36, 18, 0.2, 6),
      paper.tone('rose').light,
      { lift: 0.6 },
    );
  return out;
}
