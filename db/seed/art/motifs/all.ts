import type { Motif } from '../motif.ts';
import { beauty } from './beauty.ts';
import { bouquets } from './bouquets.ts';
import { breads } from './breads.ts';
import { feast } from './feast.ts';
import { flowers } from './flowers.ts';
import { gifts } from './gifts.ts';
import { larder } from './larder.ts';
import { party } from './party.ts';
import { pastries } from './pastries.ts';
import { plants } from './plants.ts';
import { produce } from './produce.ts';
import { tables } from './tables.ts';
import { venue } from './venue.ts';

export const MOTIFS = {
  ...flowers,
  ...bouquets,
  ...plants,
  ...gifts,
  ...beauty,
  ...party,
  ...venue,
  ...tables,
  ...feast,
  ...breads,
  ...pastries,
  ...produce,
  ...larder,
};

export type MotifName = keyof typeof MOTIFS;

export const motifNames = (): MotifName[] => Object.keys(MOTIFS).filter((name): name is MotifName => name in MOTIFS);

export const motif = (name: MotifName): Motif => MOTIFS[name];
