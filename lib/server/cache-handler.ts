import { runtime } from '../runtime.ts';

/**
 * What next.config.mjs names as `cacheHandler`. It is bundled into the edge middleware too, so it imports nothing of
 * Node: the work is done by the page store, which our server hangs on the runtime. Without our server nothing is kept.
 */
export default class CacheHandler {
  // The framework makes one handler per request, before it renders: the moment a render begins.
  private readonly startedAt = runtime().keeper?.sequence() ?? 0;

  async get(cacheKey: string) {
    return runtime().pages?.get(cacheKey) ?? null;
  }

  async set(cacheKey: string, value: unknown, context: unknown) {
    runtime().pages?.set(cacheKey, value, context, this.startedAt);
  }

  async revalidateTag(tags: string | string[]) {
    runtime().keeper?.expire([tags].flat());
  }

  resetRequestCache() {
    // Nothing is remembered per request.
  }
}
