import { type Path, type Point, smooth } from './geometry.ts';

/**
 * Letters as pen strokes in a box one high, because a picture must not depend on the fonts of the machine
 * that renders it. `|` begins a new stroke; `~` before a stroke makes it round.
 */
const STROKES: Readonly<Record<string, string>> = {
  A: '0,1 .38,0 .76,1|.15,.66 .61,.66',
  B: '0,0 0,1|~0,0 .35,0 .58,.1 .58,.36 .35,.47 0,.47|~0,.47 .4,.47 .66,.58 .66,.88 .4,1 0,1',
  C: '~.7,.17 .5,.01 .2,.04 0,.34 0,.66 .2,.96 .5,.99 .7,.83',
  D: '0,0 0,1|~0,0 .32,0 .62,.15 .72,.5 .62,.85 .32,1 0,1',
  E: '.58,0 0,0 0,1 .58,1|0,.48 .48,.48',
  F: '.58,0 0,0 0,1|0,.48 .48,.48',
  G: '~.7,.17 .5,.01 .2,.04 0,.34 0,.66 .2,.96 .5,.99 .72,.82|.44,.55 .72,.55 .72,.84',
  H: '0,0 0,1|.68,0 .68,1|0,.48 .68,.48',
  I: '0,0 0,1',
  J: '~.5,0 .5,.7 .4,.94 .18,.99 0,.86',
  K: '0,0 0,1|.64,0 0,.56|.22,.38 .68,1',
  L: '0,0 0,1 .56,1',
  M: '0,1 0,0 .42,.66 .84,0 .84,1',
  N: '0,1 0,0 .68,1 .68,0',
  O: '~.38,0 .1,.12 0,.5 .1,.88 .38,1 .66,.88 .76,.5 .66,.12 .38,0',
  P: '0,0 0,1|~0,0 .38,0 .62,.12 .62,.42 .38,.54 0,.54',
  Q: '~.38,0 .1,.12 0,.5 .1,.88 .38,1 .66,.88 .76,.5 .66,.12 .38,0|.48,.74 .8,1.04',
  R: '0,0 0,1|~0,0 .38,0 .62,.12 .62,.4 .38,.52 0,.52|.3,.52 .66,1',
  S: '~.6,.14 .42,.01 .14,.04 .02,.24 .14,.44 .46,.54 .62,.74 .48,.96 .2,1 0,.86',
  T: '0,0 .72,0|.36,0 .36,1',
  U: '~0,0 0,.66 .12,.94 .34,1 .56,.94 .68,.66 .68,0',
  V: '0,0 .36,1 .72,0',
  W: '0,0 .24,1 .5,.24 .76,1 1,0',
  X: '0,0 .66,1|.66,0 0,1',
  Y: '0,0 .34,.5 .68,0|.34,.5 .34,1',
  Z: '0,0 .64,0 0,1 .64,1',
  '0': '~.34,0 .08,.14 0,.5 .08,.86 .34,1 .6,.86 .68,.5 .6,.14 .34,0',
  '1': '0,.2 .26,0 .26,1',
  '2': '~0,.22 .14,.03 .42,0 .6,.2 .5,.46 .24,.7 0,1 0,1 .64,1',
  '3': '~0,.12 .2,0 .46,.03 .58,.24 .46,.44 .24,.48 .24,.48 .5,.52 .62,.74 .48,.96 .2,1 0,.88',
  '4': '.46,1 .46,0 0,.68 .66,.68',
  '5': '.56,0 .08,0 .04,.42|~.04,.42 .28,.36 .54,.46 .6,.7 .48,.94 .2,1 0,.88',
  '6': '~.5,0 .18,.28 .02,.6 .1,.9 .34,1 .58,.88 .6,.62 .4,.46 .16,.5 .02,.68',
  '7': '0,0 .62,0 .2,1',
  '8': '~.32,.46 .08,.34 .08,.1 .32,0 .56,.1 .56,.34 .32,.46 .04,.6 .02,.88 .32,1 .62,.88 .6,.6 .32,.46',
  '9': '~.1,1 .42,.72 .58,.4 .5,.1 .26,0 .02,.12 0,.38 .2,.54 .44,.5 .58,.32',
};

export type Glyph = {
  readonly strokes: readonly Path[];
  readonly lines: readonly (readonly Point[])[];
  readonly width: number;
};

/** A letter scaled to `height` with its upper left corner at (x, y). Unknown signs become a dot. */
export function glyph(sign: string, x: number, y: number, height: number): Glyph {
  const source = STROKES[sign.normalize('NFD').charAt(0).toUpperCase()] ?? '~.2,.4 .3,.5 .2,.6 .1,.5 .2,.4';
  let width = 0;
  const lines: Point[][] = [];
  const strokes = source.split('|').map((stroke) => {
    const round = stroke.startsWith('~');
    const points = (round ? stroke.slice(1) : stroke).split(' ').map((pair): Point => {
      const [px = 0, py = 0] = pair.split(',').map(Number);
      width = Math.max(width, px * height);
      return [x + px * height, y + py * height];
    });
    lines.push(points);
    return smooth(round ? points : points.flatMap((p) => [p, p]), false);
  });
  return { strokes, lines, width };
}

export const wordWidth = (word: string, height: number, gap: number): number =>
  [...word].reduce((sum, sign) => sum + glyph(sign, 0, 0, height).width + gap, -gap);
