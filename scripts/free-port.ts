import { createServer } from 'node:net';

function probe(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** A port of this machine that nobody listens on: `wanted` where it is one, otherwise any. */
export const freePort = (wanted = 0): Promise<number> =>
  probe(wanted).catch((error: unknown) => {
    if (wanted === 0) throw error;
    return probe(0);
  });
