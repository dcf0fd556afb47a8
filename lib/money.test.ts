import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMinor, moneyInput, toMinor } from './money.ts';
import { formatMoney } from './money-text.ts';

describe('an amount', () => {
  it('comes back from major units as it went, whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (minor) => {
        expect(toMinor(fromMinor(minor))).toBe(minor);
        expect(moneyInput.parse(minor / 100)).toBe(minor);
      }),
    );
  });

  it.each([[-0.01], [0.001], [12.345], [1e12], ['12.50'], [Number.NaN], [null]])('refuses %s', (amount) => {
    expect(moneyInput.safeParse(amount).success).toBe(false);
  });

  it('refuses a third decimal in our own sums', () => {
    expect(() => toMinor(0.005)).toThrow(RangeError);
  });

  it('is spelled in the way of the place', () => {
    expect(formatMoney(1250, 'EUR', 'en-IE')).toBe('€12.50');
    expect(formatMoney(123456, 'EUR', 'de-DE')).toBe('1.234,56\u00a0€');
  });
});
