/** The framework calls this once as a server starts, before it answers anybody; also while it builds, and on the edge. */
export async function register(): Promise<void> {
  if (process.env.NEXT_PHASE === 'phase-production-build') return;
  // In this form the bundler leaves it out of what runs on the edge, which has no database.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { beginBackgroundWork } = await import('./lib/worker/begin.ts');
    await beginBackgroundWork();
    if (process.env.NODE_ENV === 'production') await openDoors();
  }
}

/** Orders are placed without the way through the framework's routing. Loaded with the first one, as a route is. */
async function openDoors(): Promise<void> {
  const { runtime } = await import('./lib/runtime.ts');
  const place = async (request: Request) => {
    const { POST } = await import('./app/api/orders/route.ts');
    return POST(request, { params: Promise.resolve({}) });
  };
  for (const path of ['/api/orders', '/api/v1/orders']) runtime().doors.set(path, place);
}
