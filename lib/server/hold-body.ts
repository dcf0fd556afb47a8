import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** Holds back what the app writes to a response until it is whole, and hands it to `send`, which has to end it. */
export function holdBody(
  response: ServerResponse,
  send: (body: Buffer) => Promise<void>,
  failed: (error: unknown) => void,
): void {
  const { writeHead, write, end, flushHeaders } = response;
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const called = (args: unknown[]) => {
    const done = args.findLast((arg) => typeof arg === 'function');
    if (typeof done === 'function') process.nextTick(() => Reflect.apply(done, response, []));
  };
  Object.assign(response, {
    writeHead(status: number, ...rest: unknown[]) {
      response.statusCode = status;
      const headers = rest.find((part): part is OutgoingHttpHeaders => typeof part === 'object' && part !== null);
      for (const [name, value] of Object.entries(headers ?? {})) {
        if (value !== undefined) response.setHeader(name, value);
      }
      return response;
    },
    write(...args: unknown[]) {
      keep(args[0]);
      called(args);
      return true;
    },
    end(...args: unknown[]) {
      keep(args[0]);
      called(args);
      // Node asks the response itself for its head.
      Object.assign(response, { writeHead, write, end, flushHeaders });
      send(Buffer.concat(chunks)).catch(failed);
      return response;
    },
    flushHeaders: () => undefined,
  });
}
