import { createServer } from 'node:http';
import { afterEach, expect, it, vi } from 'vitest';
import { runtime } from '#lib/runtime';
import { drain } from './drain.ts';

afterEach(() => {
  runtime().shutdownHooks.clear();
  vi.unstubAllEnvs();
});

it('closes what was opened last first, and goes on when something does not close', async () => {
  vi.stubEnv('LOG_LEVEL', 'silent');
  const closed: string[] = [];
  runtime().shutdownHooks.add(() => {
    closed.push('pool');
  });
  runtime().shutdownHooks.add(async () => {
    throw new Error('stuck');
  });
  runtime().shutdownHooks.add(async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    closed.push('last notice');
  });
  await drain(createServer(), async () => {
    closed.push('listener');
  });
  expect(closed).toEqual(['listener', 'last notice', 'pool']);
});

it('goes on taking connections while a proxy in front notices', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const ended = drain(server, async () => undefined, 1000);
  await vi.advanceTimersByTimeAsync(900);
  expect(server.listening).toBe(true);
  await vi.advanceTimersByTimeAsync(200);
  expect(server.listening).toBe(false);
  await ended;
  vi.useRealTimers();
});
