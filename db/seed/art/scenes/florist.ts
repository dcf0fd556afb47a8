import { HEADS } from '../blooms/heads.ts';
import { bouquets } from '../motifs/bouquets.ts';
import { gifts } from '../motifs/gifts.ts';
import { plants } from '../motifs/plants.ts';
import type { Paper } from '../paper.ts';
import { hang, stand } from './compose.ts';

/** The work table in the morning: the day's large vase, buckets, a wreath on the wall, cut stems in front. */
export function floristScene(paper: Paper): string {
  const { arrangement, wreath } = bouquets;
  let out = paper.layer(paper.blob(1560, 560, 520, 520, 0.012, 12), paper.tone('sage').tint, {
    lift: 0.5,
    glow: 0.6,
  });
  out += hang(paper, wreath, { parts: ['ranunculus', 'daisy'], tones: ['apricot', 'white', 'cream'] }, 560, 410, 0.62);
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
  // Cut flowers waiting for the bouquet.
  out +=
    paper.leaf(1090, 1226, 190, 66, 70) +
    paper.leaf(1060, 1236, 170, 60, -72, 'sage') +
    paper.leaf(1130, 1240, 150, 52, 104, 'sage');
  out +=
    HEADS.ranunculus(paper, { x: 1150, y: 1216, r: 70, tone: 'coral', tilt: 20 }) +
    HEADS.peony(paper, { x: 1030, y: 1212, r: 92, tone: 'blush', tilt: -14 });
  return out;
}
