import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inGroups, readCode, recoveryCodeOf } from './second-factor-rules.ts';

it.each([
  ['123456', { kind: 'app', code: '123456' }],
  [' 123 456 ', { kind: 'app', code: '123456' }],
  ['123-456', { kind: 'app', code: '123456' }],
  ['k3v9q-0zt7m', { kind: 'recovery', code: 'k3v9q0zt7m' }],
  ['K3V9Q OZT7M', { kind: 'recovery', code: 'k3v9q0zt7m' }],
  ['IL111-ooooo', { kind: 'recovery', code: '1111100000' }],
  ['', null],
  ['12345', null],
  ['1234567', null],
  ['k3v9q-0zt7', null],
  ['k3v9q-0zt7u', null],
  ['k3v9q-0zt7m9', null],
])('%j is read as %j', (typed, read) => {
  expect(readCode(typed)).toEqual(read);
});

it('every recovery code is read as itself, and never as one of the app', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
      const code = recoveryCodeOf(bytes);
      expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/);
      expect(readCode(code.toUpperCase())).toEqual({ kind: 'recovery', code: code.replace('-', '') });
    }),
  );
});

it('a secret is typed over in groups of four', () => {
  expect(inGroups('GEZDGNBVGY')).toBe('GEZD GNBV GY');
});
