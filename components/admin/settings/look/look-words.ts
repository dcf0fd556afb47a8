import type { Look } from '../../../../lib/look/tokens.ts';

/** The looks as somebody chooses them: what they are called, and what they are like. */
export const LOOK_WORDS: Readonly<Record<Look, { name: string; note: string }>> = {
  florist: { name: 'Botanical plate', note: 'Leaf green on cool cream, thin rules, tall letters' },
  bakery: { name: 'Chalkboard and flour', note: 'Ember orange on flour white, round and sturdy' },
  beauty: { name: 'Apothecary', note: 'Plum on porcelain, hairlines, much white' },
  farm: { name: 'Crate stencil', note: 'Tomato red on straw, square and strong' },
  events: { name: 'Evening glow', note: 'Midnight blue and gold on blush, soft corners' },
};
