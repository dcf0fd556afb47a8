import { connect, createServer, type Socket } from 'node:net';
import { freePort } from '#scripts/free-port';

export type Line = {
  /** The address of the database at this end of the line. */
  url: string;
  /** Resets every connection, and each new one as it comes, until `mend`. */
  cut: () => void;
  mend: () => void;
  close: () => Promise<void>;
};

/** A line of TCP between the app and its database that can be cut in the middle of anything. */
export async function openLine(databaseUrl: string): Promise<Line> {
  const target = new URL(databaseUrl);
  const ends = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) {
      near.resetAndDestroy();
      return;
    }
    const far = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(one);
      // A reset is what this is for; `close` follows it and takes the other end along.
      one.on('error', () => undefined);
      one.on('close', () => {
        ends.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${port}`;
  const reset = () => {
    for (const end of ends) end.resetAndDestroy();
  };
  return {
    url: url.href,
    cut() {
      isCut = true;
      reset();
    },
    mend() {
      isCut = false;
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      reset();
      await closed;
    },
  };
}
