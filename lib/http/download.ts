import 'server-only';

/**
 * A file of somebody, for one reader: kept by nobody, opened by no other site, and with no right to run or load anything
 * should it turn out to be more than it says.
 */
export function privateFile(
  body: string | Buffer,
  { type, name, isInline = false }: { type: string; name: string; isInline?: boolean },
): Response {
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'content-type': type,
      'content-disposition': `${isInline ? 'inline' : 'attachment'}; filename="${name.replace(/[^\w.-]/g, '_')}"`,
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
  });
}

/** Streams CSV as a file. The first pieces are awaited, so that what fails at once still fails with its code. */
export async function csvDownload(name: string, pieces: AsyncGenerator<string>): Promise<Response> {
  const [head, first] = [await pieces.next(), await pieces.next()];
  const encoder = new TextEncoder();
  const waiting = [head, first];
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const piece = waiting.shift() ?? (await pieces.next());
      if (piece.done) controller.close();
      else controller.enqueue(encoder.encode(piece.value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  });
}
