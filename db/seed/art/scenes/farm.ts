import type { Paper } from '../paper.ts';

/** Draws in a 2400 × 1350 frame from the upper left corner, over a wall and a table at y 930. */
export const farmScene = (paper: Paper): string => paper.ground(1200, 1150, 500);
