import type { ToneName } from '../palette.ts';
import * as full from './full.ts';
import type { DrawHead } from './head.ts';
import * as open from './open.ts';

export const HEADS = {
  peony: full.peony,
  rose: full.rose,
  ranunculus: full.ranunculus,
  dahlia: full.dahlia,
  hydrangea: full.hydrangea,
  carnation: full.carnation,
  tulip: open.tulip,
  lily: open.lily,
  sunflower: open.sunflower,
  anemone: open.anemone,
  daisy: open.daisy,
  poppy: open.poppy,
  cornflower: open.cornflower,
} satisfies Record<string, DrawHead>;

export type HeadName = keyof typeof HEADS;

export const isHead = (name: string): name is HeadName => name in HEADS;

/** What each flower wears when nothing else is asked for. */
export const HEAD_TONES: Readonly<Record<HeadName, ToneName>> = {
  peony: 'rose',
  rose: 'cherry',
  ranunculus: 'apricot',
  dahlia: 'magenta',
  hydrangea: 'blue',
  carnation: 'pink',
  tulip: 'coral',
  lily: 'blush',
  sunflower: 'gold',
  anemone: 'white',
  daisy: 'white',
  poppy: 'tomato',
  cornflower: 'blue',
};
