import { bowed, type Point } from '../geometry.ts';
import { balloon, confetti } from '../motifs/balloons.ts';
import { feast } from '../motifs/feast.ts';
import { bulb } from '../motifs/party.ts';
import { venue } from '../motifs/venue.ts';
import type { Paper } from '../paper.ts';
import { stand } from './compose.ts';

/** An evening in the garden: lights overhead, the arch, the cake, the tower of glasses. */
export function eventsScene(paper: Paper): string {
  let out = paper.halo(1500, 760, 1000, '#8f7fb0', 0.35);
  for (const [y1, y2, sag] of [
    [60, 190, 150],
    [230, 30, 190],
    [20, 330, 110],
  ] as const) {
    const line: Point[] = bowed([-40, y1], [2440, y2], sag, 34);
    out += paper.line(line, paper.tone('slate').light, 5, 0.7);
    line.forEach(([x, y], i) => {
      if (i % 2) out += bulb(paper, x, y + 18, 13);
    });
  }
  out += stand(paper, venue['balloon-arch'], { tones: ['blush', 'cream', 'gold', 'rose', 'white'] }, 1640, 1100, 0.98);
  out += stand(
    paper,
    feast['tiered-cake'],
    { parts: ['rose', 'ranunculus'], tones: ['white', 'blush', 'gold', 'gold', 'rose', 'apricot'] },
    1690,
    1180,
    0.66,
  );
  out += stand(paper, feast.champagne, { style: 'tower' }, 1080, 1150, 0.5);
  out += stand(paper, venue['floor-lanterns'], { tones: ['ink', 'blush'] }, 2170, 1170, 0.66);
  out += stand(
    paper,
    venue['flower-arch'],
    { style: 'triangle', parts: ['rose', 'peony', 'anemone'], tones: ['blush', 'rose', 'white'] },
    470,
    1090,
    0.78,
  );
  for (const [x, y, r, tone] of [
    [880, 420, 92, 'gold'],
    [1010, 330, 80, 'blush'],
    [960, 560, 74, 'lilac'],
  ] as const)
    out +=
      paper.line(bowed([x, y + r], [960, 1010], 20, 5), paper.tone('slate').light, 3, 0.6) +
      balloon(paper, x, y, r, tone, (x - 950) / 12);
  for (let i = 0; i < 34; i++)
    out += confetti(
      paper,
      paper.random.between(60, 2340),
      paper.random.between(1160, 1330),
      (['gold', 'blush', 'cream', 'rose', 'lilac'] as const)[i % 5] ?? 'gold',
      i,
    );
  return out;
}
