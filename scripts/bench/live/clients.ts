import { connect, type Socket } from 'node:net';

/**
 * Browsers that listen, in a process of their own: bare sockets, so that what is measured is the server. They come from
 * several addresses of this machine, each of which has only so many ports.
 */

const [port, path = ''] = process.argv.slice(2);
const ADDRESSES = 20;
const TOGETHER = 50;

const now = () => performance.timeOrigin + performance.now();
const sockets: Socket[] = [];
/** The text that is waited for, and when each client had it. */
let mark = '';
let arrivals: number[] = [];

function open(index: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const localAddress = `127.0.0.${2 + (index % ADDRESSES)}`;
    const socket = connect({ port: Number(port), host: '127.0.0.1', localAddress });
    let isOpen = false;
    socket.once('error', reject);
    socket.once('connect', () => socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`));
    socket.on('data', (chunk) => {
      const text = chunk.toString('latin1');
      if (!isOpen && text.includes('event: hello')) {
        isOpen = true;
        resolve();
      } else if (!isOpen && !text.startsWith('HTTP/1.1 200')) reject(new Error(text.slice(0, 300)));
      if (mark !== '' && text.includes(mark)) {
        arrivals.push(now());
        if (arrivals.length === sockets.length) process.send?.({ arrived: arrivals });
      }
    });
    socket.once('close', () => {
      process.stderr.write('a stream was closed\n');
      process.exit(1);
    });
    sockets.push(socket);
  });
}

async function openMore(count: number): Promise<void> {
  for (let at = 0; at < count; at += TOGETHER) {
    const some = Math.min(TOGETHER, count - at);
    await Promise.all(Array.from({ length: some }, (_, index) => open(sockets.length + index)));
  }
  process.send?.({ open: sockets.length });
}

process.on('message', (message: { open?: number; expect?: string }) => {
  if (message.open !== undefined) {
    openMore(message.open).catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    });
  }
  if (message.expect !== undefined) {
    mark = message.expect;
    arrivals = [];
    process.send?.({ expecting: mark });
  }
});
