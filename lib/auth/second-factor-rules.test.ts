import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inGroups, RECOVERY_LENGTH, readCode, recoveryCodeOf } from './second-factor-rules.ts';

it.each([
  ['123456', { kind: 'app', code: '123456' }],
  [' 123 456 ', { kind: 'app', code: '123456' }],
  ['123-456', { kind: 'app', code: '123456' }],
  ['k3v9q-0zt7m-4hcx2-w8dfn-51pje', { kind: 'recovery', code: 'k3v9q0zt7m4hcx2w8dfn51pje' }],
  ['K3V9Q OZT7M 4HCX2 W8DFN SIPJE', { kind: 'recovery', code: 'k3v9q0zt7m4hcx2w8dfns1pje' }],
  // Made before codes were longer, and still good.
  ['k3v9q-0zt7m', { kind: 'recovery', code: 'k3v9q0zt7m' }],
  ['K3V9Q OZT7M', { kind: 'recovery', code: 'k3v9q0zt7m' }],
  ['IL111-ooooo', { kind: 'recovery', code: '1111100000' }],
  ['', null],
  ['12345', null],
  ['1234567', null],
  ['k3v9q-0zt7', null],
  ['k3v9q-0zt7u', null],
  ['k3v9q-0zt7m9', null],
  ['k3v9q-0zt7m-4hcx2-w8dfn-51pj', null],
  ['k3v9q-0zt7m-4hcx2-w8dfn-51pju', null],
])('%j is read as %j', (typed, read) => {
  expect(readCode(typed)).toEqual(read);
});

it('every recovery code is read as itself, and never as one of the app', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: RECOVERY_LENGTH, maxLength: RECOVERY_LENGTH }), (bytes) => {
      const code = recoveryCodeOf(bytes);
      expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{5}(-[0-9a-hjkmnp-tv-z]{5}){4}$/);
      expect(readCode(code.toUpperCase())).toEqual({ kind: 'recovery', code: code.replaceAll('-', '') });
    }),
  );
});

it('a secret is typed over in groups of four', () => {
  expect(inGroups('GEZDGNBVGY')).toBe('GEZD GNBV GY');
});
