import { openTunnel, type Tunnel } from './tunnel.ts';

export type Turns = Pick<Tunnel, 'url' | 'close'> & {
  /** How many messages left for the database before it had answered what was asked before on the same connection. */
  outOfTurn: () => number;
};

const SYNC = 'S'.charCodeAt(0);
const SIMPLE_QUERY = 'Q'.charCodeAt(0);
const READY = 'Z'.charCodeAt(0);
const AUTHENTICATION = 'R'.charCodeAt(0);

/** Calls `onMessage` with the type of each whole message: a byte, and a length that counts itself. */
function messages(onMessage: (type: number) => void) {
  let rest = Buffer.alloc(0);
  return (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 5 && rest.length > rest.readUInt32BE(1)) {
      onMessage(rest.readUInt8(0));
      rest = rest.subarray(rest.readUInt32BE(1) + 1);
    }
  };
}

/**
 * Listens in as a transaction pooler would, which gives the server away at the end of each transaction: what was sent by
 * then belongs to nobody. https://www.postgresql.org/docs/18/protocol-message-formats.html
 */
export async function watchTurns(databaseUrl: string): Promise<Turns> {
  let early = 0;
  const { url, close } = await openTunnel(databaseUrl, (near, far) => {
    let unanswered = 0;
    // The first message has no type.
    let isGreeted = false;
    const asked = messages((type) => {
      if (unanswered > 0) early += 1;
      if (type === SYNC || type === SIMPLE_QUERY) unanswered += 1;
    });
    const answered = messages((type) => {
      if (type === AUTHENTICATION) isGreeted = true;
      if (type === READY && unanswered > 0) unanswered -= 1;
    });
    near.on('data', (chunk: Buffer) => {
      if (isGreeted) asked(chunk);
    });
    far.on('data', answered);
  });
  return { url, close, outOfTurn: () => early };
}
