import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Door, runtime } from '../runtime.ts';

/** Bytes; what is longer, or does not say its length, takes the way through the framework. */
const LARGEST = 65_536;

async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function headersOf({ headers }: IncomingMessage): Headers {
  const copy = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) copy.append(name, one);
  }
  return copy;
}

/**
 * Answers by the endpoint itself where the app has left one for this address (see `instrumentation.ts`), without the
 * routing of the framework, which costs as much as the order. Says whether it did. Guards, limits, headers and the door
 * of the endpoint are the same on both ways.
 */
export function answerByDoor(
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
): Promise<void> | null {
  if (request.method !== 'POST' || request.url !== pathname) return null;
  const door = runtime().doors.get(pathname);
  const length = Number(request.headers['content-length']);
  return door !== undefined && length <= LARGEST ? answer(door, request, response, pathname) : null;
}

async function answer(door: Door, request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> {
  const url = `http://${request.headers['x-forwarded-host'] ?? 'localhost'}${pathname}`;
  const body = await bodyOf(request);
  const answered = await door(new Request(url, { method: 'POST', headers: headersOf(request), body }));
  const bytes = Buffer.from(await answered.arrayBuffer());
  response.statusCode = answered.status;
  for (const [name, value] of answered.headers) {
    if (name !== 'set-cookie') response.setHeader(name, value);
  }
  const cookies = answered.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  response.setHeader('content-length', bytes.length);
  response.end(bytes);
}
