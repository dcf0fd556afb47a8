import { ellipse } from '../geometry.ts';
import { type Motifs, onTable, toneAt } from '../motif.ts';

export const pastries = {
  pastrieSample: onTable(
    (paper, params) =>
      paper.ground(0, 430, 330) + paper.layer(ellipse(0, 200, 320, 230), paper.tone(toneAt(params, 0, 'crust')).base),
  ),
} satisfies Motifs;
