import 'server-only';

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
