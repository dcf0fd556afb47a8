import { expect, it } from 'vitest';
import { maskCodes, withoutSecrets } from './outbox.ts';

it.each([
  ['Your code is 482913.', 'Your code is ••••••.'],
  ['482 913 or 48-29-13', '•••••• or ••••••'],
  ['Valid for 10 minutes: 4829', 'Valid for 10 minutes: ••••••'],
  ['https://shop.example/reset?token=eyJhbGciOiJkaXIifQ..x1-y_2\n', 'https://shop.example/reset?token=••••••\n'],
])('masks the code in %s', (body, masked) => {
  expect(maskCodes(body)).toBe(masked);
});

it('keeps what a service says and drops whom and what it is about', () => {
  const words = withoutSecrets('550 5.1.1 <ana@example.com>: to +40722123456\r\n with tok/en refused', [
    'tok/en',
    undefined,
  ]);
  expect(words).toBe('550 5.1.1 <…>: to … with … refused');
});
