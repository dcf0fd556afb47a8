/** The framework calls this once as a server starts, before it answers anybody; also while it builds, and on the edge. */
export async function register(): Promise<void> {
  if (process.env.NEXT_PHASE === 'phase-production-build') return;
  // In this form the bundler leaves it out of what runs on the edge, which has no database.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { beginBackgroundWork } = await import('./lib/worker/begin.ts');
    await beginBackgroundWork();
  }
}
