import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Hub } from '../realtime/hub.ts';
import type { Grant } from '../realtime/streams.ts';
import { limitKey } from './client-address.ts';
import { refusal } from './envelope.ts';
import { CLIENT_ADDRESS_HEADER } from './request-headers.ts';
import type { Replacement } from './response-guard.ts';

const RETRY_SECONDS = [5, 30] as const;

/** When to try again where there is no room: spread, or all of them come at once. */
function retrySeconds(): string {
  const [least, most] = RETRY_SECONDS;
  return String(Math.round(least + Math.random() * (most - least)));
}

/**
 * An endpoint decides who hears what, as with every request. Then the connection is taken out of the framework's hands:
 * thousands stay open, and what made the answer is not kept for any of them.
 */
export function createOpenStream(hub: Hub) {
  return (
    request: IncomingMessage,
    response: ServerResponse,
    grant: Grant,
    headers: readonly string[],
  ): Replacement => {
    const { socket } = response;
    const address = limitKey(String(request.headers[CLIENT_ADDRESS_HEADER] ?? ''));
    // Nobody reads ahead of an answer that has no end.
    if (hub.isEnding() || socket === null) return refusal(request, 'DB_001', headers);
    const refused = hub.refuses(address, grant);
    if (refused !== null) {
      return refusal(request, 'RATE_001', [...headers, 'Retry-After', retrySeconds()], { streams: refused });
    }
    return {
      status: 200,
      headers: [
        ...headers,
        'Content-Type',
        'text/event-stream; charset=utf-8',
        'Cache-Control',
        'private, no-store, no-transform',
        // Proxies that collect an answer before they pass it on.
        'X-Accel-Buffering',
        'no',
      ],
      body: '',
      goesOn() {
        const stream = hub.open(
          {
            write(bytes) {
              socket.write(bytes);
              return socket.writableLength;
            },
            waiting: () => socket.writableLength,
            left: () => socket.bytesWritten - socket.writableLength,
            end(last) {
              socket.write(last);
              socket.destroySoon();
            },
            cut: () => socket.destroy(),
          },
          address,
          grant,
        );
        socket.once('close', stream.gone);
      },
    };
  };
}
