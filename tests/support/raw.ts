import { request } from 'node:http';
import { expect } from 'vitest';

export type Raw = { status: number; headers: Record<string, string>; text: string };

/** `fetch` refuses or mends what a stranger may well send: methods, paths and the name of the host go out as they are. */
export function raw(url: string, method: string, path: string, headers: Record<string, string> = {}): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const sent = request({ hostname, port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => {
        const flat = Object.entries(response.headers).map(([name, value]) => [name, [value ?? []].flat().join(', ')]);
        resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(flat), text });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** On every answer, whatever it says. */
export const SECURITY = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': expect.stringContaining('camera=()'),
  'cross-origin-opener-policy': 'same-origin',
  'x-request-id': expect.stringMatching(/^[\w-]{8,}$/),
};
