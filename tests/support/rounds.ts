/**
 * How often a test repeats what may go wrong once in fifty: the few rounds of a run of all tests, or as many as
 * BARROW_ROUNDS says, which `npm run chaos` sets.
 */
export const rounds = (few: number): number => Number(process.env.BARROW_ROUNDS ?? few);
