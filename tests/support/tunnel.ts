import { connect, createServer, type Socket } from 'node:net';
import { freePort } from '#scripts/free-port';

export type Tunnel = {
  /** The address of the database at this end. */
  url: string;
  /** Resets every connection. */
  reset: () => void;
  close: () => Promise<void>;
};

/** TCP between the app and its database. `onPair` sees both ends of each connection before anything passes. */
export async function openTunnel(databaseUrl: string, onPair: (near: Socket, far: Socket) => void): Promise<Tunnel> {
  const target = new URL(databaseUrl);
  const ends = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    onPair(near, far);
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
    reset,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      reset();
      await closed;
    },
  };
}
