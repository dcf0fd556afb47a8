import { isIPv6 } from 'node:net';

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
/** Some proxies add the port they were called from: `1.2.3.4:5678`, `[2001:db8::1]:5678`. */
const WITH_PORT = /^(?:(\d+\.\d+\.\d+\.\d+):\d+|\[([0-9a-f.:]+)\](?::\d+)?)$/i;
const ADDRESS = /^[0-9a-f.:]{2,45}$/i;

/**
 * The address a request came from. With `trustedProxies` proxies of ours in front, each appended the address it saw, so
 * the entry that many hops from the right is the first one not written by a stranger. Anything else is ignored.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
) {
  const socket = plainAddress(socketAddress ?? '');
  if (trustedProxies === 0 || forwardedFor === undefined) return socket;
  const hops = forwardedFor.split(',').map((hop) => plainAddress(withoutPort(hop.trim())));
  const claimed = hops.at(-Math.min(trustedProxies, hops.length)) ?? '';
  return ADDRESS.test(claimed) ? claimed : socket;
}

function withoutPort(hop: string): string {
  const [, ipv4, ipv6] = WITH_PORT.exec(hop) ?? [];
  return ipv4 ?? ipv6 ?? hop;
}

function plainAddress(address: string): string {
  return MAPPED.exec(address)?.[1] ?? address;
}

/** One household or server counts once: an IPv6 customer is handed a whole /64. */
export function limitKey(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : new Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return `${[...left, ...zeros, ...right].slice(0, 4).join(':')}::/64`;
}
