import type { ServerResponse } from 'node:http';

export type Replacement = {
  status: number;
  headers: readonly string[];
  body: string | Buffer;
  /** The answer does not end with its head: whoever is called here writes the rest to the connection itself. */
  goesOn?: () => void;
};

/** Asked once, as the first byte is about to leave. A replacement is sent instead of what the app made. */
export type Decide = (status: number, response: ServerResponse) => Replacement | null;

export type Guard = {
  /** Sends `replacement` now, unless the response has begun. Says whether it did. */
  replace(replacement: Replacement): boolean;
};

/**
 * Stands between the app and the socket of one response. Once replaced, whatever the app still writes goes nowhere: it
 * must not reach a connection that the next request already uses.
 */
export function guardResponse(response: ServerResponse, withoutBody: boolean, decide: Decide): Guard {
  const original = {
    writeHead: response.writeHead.bind(response),
    write: response.write.bind(response),
    end: response.end.bind(response),
    flushHeaders: response.flushHeaders.bind(response),
  };
  let isDecided = false;
  let isReplaced = false;

  function replace({ status, headers, body, goesOn }: Replacement): boolean {
    if (isReplaced || response.headersSent) return false;
    isDecided = true;
    isReplaced = true;
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    if (goesOn) {
      // Ends with its connection, so its parts go out as they are: no length, no chunks.
      response.useChunkedEncodingByDefault = false;
      response.shouldKeepAlive = false;
      response.statusCode = status;
      for (let at = 0; at < headers.length; at += 2) response.setHeader(headers[at] ?? '', headers[at + 1] ?? '');
      original.flushHeaders();
      goesOn();
      return true;
    }
    original.writeHead(status, [...headers]);
    original.end(withoutBody ? undefined : body);
    return true;
  }

  /** True when the app may go on writing. */
  function passes(status: number): boolean {
    if (isReplaced) return false;
    if (isDecided || response.headersSent) return true;
    isDecided = true;
    const replacement = decide(status, response);
    if (replacement === null) return true;
    return !replace(replacement);
  }

  Object.assign(response, {
    writeHead: (status: number, ...rest: unknown[]) => {
      if (passes(status)) Reflect.apply(original.writeHead, response, [status, ...rest]);
      return response;
    },
    write: (...args: unknown[]) => {
      if (passes(response.statusCode)) return Reflect.apply(original.write, response, args);
      const done = args.findLast((arg) => typeof arg === 'function');
      if (typeof done === 'function') process.nextTick(() => Reflect.apply(done, response, []));
      return true;
    },
    end: (...args: unknown[]) => {
      if (passes(response.statusCode)) Reflect.apply(original.end, response, args);
      return response;
    },
    flushHeaders: () => {
      if (!passes(response.statusCode)) return;
      // Headers leave with the first bytes of the body, in one packet; only a stream may have to wait long for those.
      if (String(response.getHeader('content-type')).startsWith('text/event-stream')) original.flushHeaders();
    },
  });
  return { replace };
}
