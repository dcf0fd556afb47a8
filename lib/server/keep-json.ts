import 'server-only';
import { runtime } from '../runtime.ts';
import { KEEP_KEY_HEADER, KEEP_SEQUENCE_HEADER, SHARED_CACHE_CONTROL } from './kept-routes.ts';

const VARY = 'Accept-Encoding, Accept-Language, Origin';

/**
 * For the door of a public read: hands the finished body to the keeper when this request's address is one that is kept.
 * Returns the headers the response should carry, hit or not. Call it with status 200 only.
 */
export function keepJson(
  request: { headers: Headers },
  body: string,
  { tags, until, etag, language }: { tags: readonly string[]; until: Date | null; etag: string; language: string },
): Record<string, string> {
  const { keeper } = runtime();
  const key = request.headers.get(KEEP_KEY_HEADER);
  const startedAt = Number(request.headers.get(KEEP_SEQUENCE_HEADER) ?? '-1');
  const shared = { 'Cache-Control': SHARED_CACHE_CONTROL, ETag: etag, Vary: VARY };
  if (keeper === null || key === null || startedAt < 0) return shared;
  keeper.put({
    key,
    body,
    contentType: 'application/json; charset=utf-8',
    tags,
    startedAt,
    until,
    etag,
    headers: ['Vary', VARY, 'Content-Language', language],
  });
  return shared;
}
