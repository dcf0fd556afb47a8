import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { classOf, createMeter } from './meter.ts';

function response(statusCode: number, { type = 'text/html', isFinished = true } = {}) {
  const made = Object.assign(new EventEmitter(), { statusCode, writableFinished: isFinished, getHeader: () => type });
  return made as unknown as ServerResponse & EventEmitter;
}

test('what is kept is only counted', () => {
  const meter = createMeter(() => expect.unreachable());
  for (const status of [200, 304, 304]) meter.count('kept', status);
  expect(meter.requests.kept).toEqual({ '2xx': 1, '3xx': 2, '4xx': 0, '5xx': 0, gone: 0 });
});

test('what the app answers is counted and timed when it has ended', () => {
  let now = 0;
  const seen: unknown[] = [];
  const meter = createMeter(
    (...observed) => seen.push(observed),
    () => now,
  );
  for (const status of [200, 404, 500]) {
    const one = response(status);
    meter.watch(one, 'page');
    now += 30;
    one.emit('close');
  }
  expect(meter.requests.page).toEqual({ '2xx': 1, '3xx': 0, '4xx': 1, '5xx': 1, gone: 0 });
  expect(seen).toEqual(Array(3).fill(['page', 0.03]));
});

test('who did not wait, and who listened, count as such', () => {
  let timed = 0;
  const meter = createMeter(() => {
    timed += 1;
  });
  const [gone, stream] = [response(200, { isFinished: false }), response(200, { type: 'text/event-stream' })];
  for (const one of [gone, stream]) {
    meter.watch(one, 'api');
    one.emit('close');
  }
  expect(meter.requests.api.gone).toBe(1);
  expect(meter.requests.stream['2xx']).toBe(1);
  expect(timed).toBe(1);
});

test.each([
  ['/admin', false, 'desk'],
  ['/admin/orders', false, 'desk'],
  ['/administration', false, 'page'],
  ['/api/admin/orders', true, 'api'],
  ['/', false, 'page'],
] as const)('%s (API: %s) is of class %s', (pathname, isApi, expected) => {
  expect(classOf(pathname, isApi)).toBe(expected);
});
