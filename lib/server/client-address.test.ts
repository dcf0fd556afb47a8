import { expect, it } from 'vitest';
import { clientAddress, limitKey } from './client-address.ts';

it.each([
  { socket: '::ffff:10.0.0.1', forwarded: '1.1.1.1', proxies: 0, address: '10.0.0.1' },
  { socket: '10.0.0.1', forwarded: undefined, proxies: 1, address: '10.0.0.1' },
  { socket: '10.0.0.1', forwarded: '6.6.6.6, 1.1.1.1', proxies: 1, address: '1.1.1.1' },
  { socket: '10.0.0.1', forwarded: '6.6.6.6, 1.1.1.1, 10.0.0.2', proxies: 2, address: '1.1.1.1' },
  { socket: '10.0.0.1', forwarded: '1.1.1.1', proxies: 3, address: '1.1.1.1' },
  { socket: '10.0.0.1', forwarded: '6.6.6.6:80, 1.1.1.1:43210', proxies: 1, address: '1.1.1.1' },
  { socket: '10.0.0.1', forwarded: '[2001:db8::1]:43210', proxies: 1, address: '2001:db8::1' },
  { socket: '10.0.0.1', forwarded: '[2001:db8::1]', proxies: 1, address: '2001:db8::1' },
  { socket: '10.0.0.1', forwarded: '2001:db8::1', proxies: 1, address: '2001:db8::1' },
  { socket: '10.0.0.1', forwarded: '[::ffff:1.1.1.1]:80', proxies: 1, address: '1.1.1.1' },
  { socket: '10.0.0.1', forwarded: '1.1.1.1:port', proxies: 1, address: '10.0.0.1' },
  { socket: '10.0.0.1', forwarded: '<script>', proxies: 1, address: '10.0.0.1' },
  { socket: undefined, forwarded: undefined, proxies: 0, address: '' },
])('$forwarded behind $proxies proxies is $address', ({ socket, forwarded, proxies, address }) => {
  expect(clientAddress(socket, forwarded, proxies)).toBe(address);
});

it.each([
  ['10.0.0.1', '10.0.0.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::6', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s is limited as %s', (address, key) => {
  expect(limitKey(address)).toBe(key);
});
