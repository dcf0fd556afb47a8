/** The framework calls this once as a server starts, before it answers anybody; also while it builds, and on the edge. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return;
  // Loaded here: the edge has none of it.
  const { beginBackgroundWork } = await import('./lib/worker/begin.ts');
  await beginBackgroundWork();
}
