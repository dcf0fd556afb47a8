import 'server-only';
import { env } from '#lib/env';
import { keepJson } from '#lib/server/keep-json';
import manifest from '../../../package.json' with { type: 'json' };
import { etagOfText, isUnchanged } from '../respond.ts';
import { buildDocument } from './document.ts';

let made: { text: string; etag: string } | undefined;

/** The document, made once per process. */
export function serveDocument(request: Request): Response {
  if (!made) {
    const text = JSON.stringify(buildDocument({ version: manifest.version, shopUrl: env().APP_URL }));
    made = { text, etag: etagOfText(text) };
  }
  const headers = new Headers(keepJson(request, made.text, { tags: [], until: null, etag: made.etag, language: 'en' }));
  if (isUnchanged(request.headers.get('if-none-match'), made.etag)) {
    return new Response(null, { status: 304, headers });
  }
  headers.set('content-type', 'application/json; charset=utf-8');
  return new Response(made.text, { headers });
}
