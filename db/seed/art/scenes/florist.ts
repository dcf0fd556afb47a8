import { HEADS } from '../blooms/heads.ts';
import { band } from '../geometry.ts';
import { bouquets } from '../motifs/bouquets.ts';
import { gifts } from '../motifs/gifts.ts';
import { plants } from '../motifs/plants.ts';
import type { Paper } from '../paper.ts';
import { ribbonBow } from '../parts.ts';
import { hang, stand } from './compose.ts';

/** The work table in the morning: the day's large vase, buckets, a wreath on the wall, cut stems in front. */
export function floristScene(paper: Paper): string {
  const { arrangement, wreath } = bouquets;
  let out = paper.layer(paper.blob(1560, 560, 520, 520, 0.012, 12), paper.tone('sage').tint, {
    lift: 0.5,
    glow: 0.6,
  });
  out += hang(
    paper,
    wreath,
    { parts: ['ranunculus', 'daisy'], tones: ['apricot', 'white', 'cream'] },
    560,
    410,
    0.62,
  );
  out += stand(paper, plants['potted-plant'], { style: 'fern', tones: ['teal'] }, 240, 1060, 0.72);
  out += stand(
    paper,
    arrangement,
    { style: 'bucket', parts: ['tulip', 'olive'], tones: ['butter', 'coral', 'cream', 'stone'], size: 's' },
    990,
    1050,
    0.7,
  );
  out += stand(
    paper,
    arrangement,
    {
      style: 'bucket',
      parts: ['sunflower', 'daisy', 'wheat'],
      tones: ['gold', 'white', 'gold', 'slate'],
      size: 's',
    },
    2150,
    1060,
    0.76,
  );
  out += stand(
    paper,
    arrangement,
    {
      style: 'vase',
      size: 'l',
      parts: ['peony', 'rose', 'anemone', 'ranunculus', 'eucalyptus', 'olive', 'fern'],
      tones: ['rose', 'coral', 'white', 'apricot', 'forest'],
    },
    1580,
    1160,
    0.98,
  );
  out += stand(paper, gifts['watering-can'], { tones: ['sage'] }, 560, 1180, 0.62);
  out += stand(paper, gifts.candle, { tones: ['cream', 'blush'] }, 2010, 1220, 0.4);
  // Stems just cut, waiting to be tied.
  for (const [x, y, bow] of [
    [920, 1262, 20],
    [950, 1236, -14],
    [930, 1288, 8],
  ] as const)
    out += paper.stem([x, y], [x + 330, y - 30 + bow], bow, 13);
  out += paper.leaf(1040, 1246, 110, 44, 60) + paper.leaf(1080, 1266, 110, 44, 120, 'sage');
  out +=
    HEADS.ranunculus(paper, { x: 1282, y: 1198, r: 66, tone: 'coral' }) +
    HEADS.peony(paper, { x: 1296, y: 1276, r: 78, tone: 'blush', tilt: 40 });
  out +=
    paper.layer(
      band(
        [
          [960, 1220],
          [976, 1262],
          [966, 1306],
        ],
        26,
      ),
      paper.tone('coral').base,
    ) + ribbonBow(paper, 968, 1262, 62, 'coral');
  return out;
}
