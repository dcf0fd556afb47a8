import { z } from 'zod';
import { runtime } from '../runtime.ts';
import { paintFirst } from './first-paint.ts';
import type { Keeper } from './keeper.ts';
import { tagsOfPage } from './kept-routes.ts';
import { staticPolicy } from './policy.ts';

const headerValue = z.union([z.string(), z.array(z.string())]);
const pageValue = z.looseObject({
  kind: z.literal('APP_PAGE'),
  html: z.string(),
  rscData: z.instanceof(Buffer).optional(),
  headers: z.record(z.string(), headerValue.optional()).optional(),
  status: z.number().optional(),
  segmentData: z.map(z.string(), z.instanceof(Buffer)).optional(),
});
const setContext = z.looseObject({
  cacheControl: z.looseObject({ revalidate: z.union([z.number(), z.boolean()]) }).optional(),
});

type Stored = { cacheKey: string; value: unknown; cacheControl: unknown };

/** The half of the framework's cache handler that does the work, in the server's own module graph. */
export type PageStore = {
  get(cacheKey: string): { lastModified: number; value: unknown; cacheControl: unknown } | null;
  set(cacheKey: string, value: unknown, context: unknown, startedAt: number): void;
};

// The framework namespaces its keys by kind and source route; what follows `$` is the rendered path.
const CACHE_KEY = /^\/route-cache\/APP_PAGE\/[0-9a-f]{64}\/\$(\/.*)$/;
const INTERNAL_HEADERS = new Set([
  ...['x-next-cache-tags', 'set-cookie', 'cache-control', 'content-type', 'etag'],
  // Written anew for each answer.
  ...['vary', 'content-length', 'content-encoding', 'transfer-encoding', 'connection', 'date', 'x-powered-by'],
]);
// Navigation payloads and documents share an address.
export const VARY = 'rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch, Accept-Encoding';

/** Of the headers of a page those that are kept with it, flattened. */
export function passedOn(headers: Record<string, string | number | string[] | undefined> | undefined): string[] {
  return Object.entries(headers ?? {}).flatMap(([name, value]) =>
    value === undefined || INTERNAL_HEADERS.has(name.toLowerCase()) ? [] : [name, [value].flat().join(', ')],
  );
}

function isStored(page: unknown): page is Stored {
  return typeof page === 'object' && page !== null && 'cacheKey' in page;
}

/** `securityHeaders` are the flattened headers every document carries besides its policy. */
export function createPageStore(keeper: Keeper, securityHeaders: readonly string[]): PageStore {
  return {
    get(cacheKey) {
      const path = CACHE_KEY.exec(cacheKey)?.[1];
      if (path === undefined) return null;
      const found = keeper.get(path, undefined);
      if (found === null || !isStored(found.kept.page) || found.kept.page.cacheKey !== cacheKey) return null;
      const { value, cacheControl } = found.kept.page;
      return { lastModified: found.kept.keptAt, value, cacheControl };
    },

    set(cacheKey, value, context, startedAt) {
      const parsed = pageValue.safeParse(value);
      if (!parsed.success || typeof value !== 'object' || value === null) return;
      const { rscData, segmentData } = parsed.data;
      const html = paintFirst(parsed.data.html);
      const scope = runtime().requestScope?.getStore();
      const isMissing = scope?.isMissing === true;
      const status = isMissing ? 404 : (parsed.data.status ?? 200);
      const headers = { ...parsed.data.headers, 'content-security-policy': staticPolicy(html) };
      // In place: the response in flight is made from the same object, so a miss carries the policy as well.
      Object.assign(value, { html, headers, ...(isMissing ? { status } : {}) });
      const path = CACHE_KEY.exec(cacheKey)?.[1];
      const tags = path === undefined ? null : tagsOfPage(path);
      if (path === undefined || tags === null || status !== 200) return;
      let pageBytes = html.length + (rscData?.length ?? 0);
      for (const segment of segmentData?.values() ?? []) pageBytes += segment.length;
      const stored: Stored = { cacheKey, value, cacheControl: setContext.safeParse(context).data?.cacheControl };
      keeper.put({
        key: path,
        body: html,
        contentType: 'text/html; charset=utf-8',
        tags,
        startedAt,
        until: scope?.holdsUntil ?? null,
        headers: ['Vary', VARY, ...securityHeaders, ...passedOn(headers)],
        page: stored,
        pageBytes,
      });
    },
  };
}
