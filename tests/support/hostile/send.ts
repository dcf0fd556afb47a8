import { type Agent, request } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { z } from 'zod';
import { isErrorCode } from '#lib/errors';
import type { HostileRequest } from './requests.ts';

export type Received = { status: number; type: string; text: string; size: number; ms: number };

/** Nothing may hang: whoever waits so long has found something. */
const PATIENCE_MS = 20_000;
/** Bytes. No refusal has so much to say, whatever it was sent. */
const LONGEST_REFUSAL = 20_000;

function unpacked(bytes: Buffer, encoding: string | undefined): string {
  if (bytes.length === 0) return '';
  if (encoding === 'gzip') return gunzipSync(bytes).toString('utf8');
  if (encoding === 'br') return brotliDecompressSync(bytes).toString('utf8');
  return (encoding === 'deflate' ? inflateSync(bytes) : bytes).toString('utf8');
}

/** Sends a request as it is; `fetch` would mend or refuse much of it. */
export function send(
  url: string,
  agent: Agent,
  { method, address, headers, body }: HostileRequest,
  credentials: Record<string, string>,
): Promise<Received> {
  const { hostname, port } = new URL(url);
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const bytes = body === null ? null : Buffer.from(body, 'utf8');
    const sent = request({
      agent,
      hostname,
      port,
      method,
      path: address,
      headers: {
        ...credentials,
        ...headers,
        ...(bytes === null ? {} : { 'content-length': String(bytes.length) }),
      },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      const status = response.statusCode ?? 0;
      const type = response.headers['content-type'] ?? '';
      const chunks: Buffer[] = [];
      let size = 0;
      const done = () => {
        const text = unpacked(Buffer.concat(chunks), response.headers['content-encoding']);
        resolve({ status, type, text, size, ms: performance.now() - began });
      };
      // A refusal may come before all was sent; that it cannot be sent any more is no failure then.
      sent.removeListener('error', reject);
      sent.on('error', done);
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        // A stream never ends by itself.
        if (type.startsWith('text/event-stream')) {
          done();
          response.destroy();
        }
      });
      response.on('end', done);
      response.on('error', done);
    });
    sent.end(bytes ?? undefined);
  });
}

const refusal = z.strictObject({
  success: z.literal(false),
  error: z.strictObject({
    code: z.string().refine(isErrorCode),
    message: z.string().min(1),
    details: z.record(z.string(), z.unknown()),
    codes: z.record(z.string(), z.array(z.string())).optional(),
  }),
  timestamp: z.iso.datetime(),
});
const success = z.looseObject({ success: z.literal(true), timestamp: z.iso.datetime() });

/** Frames of a stack, folders of ours, words of SQL and of the database. */
const INTERNALS =
  /\bat \S+ \(|node_modules|\.ts:\d|PostgresError|DrizzleQueryError|ECONNREFUSED|select .{0,80} from "|invalid input syntax|\bpg_\w+|violates \w+ constraint/i;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** What is wrong with an answer; null when nothing is. */
export function faultOf(
  { method, body, address }: HostileRequest,
  { status, type, text, size }: Received,
): string | null {
  if (status >= 500) return 'server error';
  // The document speaks of everything, and what somebody sent may come back to a colleague: neither is our inside.
  const isDocument = address.includes('openapi.json');
  const sent = `${body ?? ''}${decodeURIComponent(address.replace(/%(?![0-7]\w)/g, ''))}`;
  if (!isDocument && INTERNALS.test(text) && !INTERNALS.test(sent)) return 'internals';
  if (method === 'HEAD' || status === 304 || status === 204) return text === '' ? null : 'a body where there is none';
  if (status >= 300 && status < 400) return null;
  if (status >= 400) {
    if (size > LONGEST_REFUSAL) return `a refusal of ${size} bytes`;
    if (!type.startsWith('application/json')) return `a refusal as ${type || 'nothing'}`;
    return refusal.safeParse(parsed(text)).success ? null : 'no envelope';
  }
  if (!type.startsWith('application/json') || isDocument) return null;
  return success.safeParse(parsed(text)).success ? null : 'no envelope';
}
