import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { freePort } from './free-port.ts';

test('is the one that is wanted only as long as nobody has it', async () => {
  const wanted = await freePort();
  expect(await freePort(wanted)).toBe(wanted);
  const other = createServer().listen(wanted, '127.0.0.1');
  await once(other, 'listening');
  const given = await freePort(wanted);
  expect(given).not.toBe(wanted);
  expect(given).toBeGreaterThan(0);
  other.close();
});
