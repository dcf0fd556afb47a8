import { z } from 'zod';
import { words } from '#lib/fields';

/** Fewer letters would find everything. */
export const LEAST_LETTERS = 2;

export const searchDeskInput = z.object({ q: words(100) });

export type SearchDesk = z.output<typeof searchDeskInput>;
