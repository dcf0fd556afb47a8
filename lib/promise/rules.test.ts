import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PostalRule } from '#db/schema/promise';
import { feeFor, freeFrom, matchesRule, matchZone, type Zone } from './rules.ts';

const zone = (id: string, postalRules: PostalRule[], priority = 0): Zone => ({
  id,
  locationId: id,
  name: id,
  postalRules,
  minOrderMinor: 0,
  extraLeadMinutes: 0,
  priority,
  fees: [],
});

describe('postal codes', () => {
  it.each<[PostalRule, string, boolean]>([
    [{ kind: 'exact', code: '10115' }, '10115', true],
    [{ kind: 'exact', code: '10115' }, '1011 5', true],
    [{ kind: 'exact', code: '10115' }, '101150', false],
    [{ kind: 'exact', code: 'SW1A 1AA' }, 'sw1a-1aa', true],
    [{ kind: 'prefix', prefix: '40' }, '400001', true],
    [{ kind: 'prefix', prefix: '40' }, '140001', false],
    [{ kind: 'prefix', prefix: ' ' }, '400001', false],
    [{ kind: 'range', from: '10000', to: '10999' }, '10000', true],
    [{ kind: 'range', from: '10000', to: '10999' }, '10999', true],
    [{ kind: 'range', from: '10000', to: '10999' }, '11000', false],
    [{ kind: 'range', from: '10000', to: '10999' }, '1050', false],
    [{ kind: 'range', from: '01000', to: '01999' }, '01500', true],
    [{ kind: 'range', from: '01000', to: '01999' }, '1500', false],
    [{ kind: 'range', from: '10000', to: '10999' }, 'AB', false],
    [{ kind: 'range', from: '', to: '' }, '', false],
  ])('%o and %s: %s', (rule, code, expected) => {
    expect(matchesRule(rule, code)).toBe(expected);
  });

  it('go to the zone of highest priority, then the first', () => {
    const wide = zone('wide', [{ kind: 'prefix', prefix: '1' }]);
    const near = zone('near', [{ kind: 'exact', code: '10115' }], 5);
    const also = zone('also', [{ kind: 'prefix', prefix: '10' }]);
    expect(matchZone([wide, near, also], '10115')?.id).toBe('near');
    expect(matchZone([wide, near, also], '10117')?.id).toBe('wide');
    expect(matchZone([wide, near], '20000')).toBeNull();
  });
});

describe('fees', () => {
  const steps = [
    { fromSubtotalMinor: 5000, feeMinor: 0 },
    { fromSubtotalMinor: 0, feeMinor: 590 },
    { fromSubtotalMinor: 3000, feeMinor: 290 },
  ];

  it.each([
    [0, 590],
    [2999, 590],
    [3000, 290],
    [4999, 290],
    [5000, 0],
    [90_000, 0],
  ])('for %i are %i', (subtotal, fee) => {
    expect(feeFor(steps, subtotal)).toBe(fee);
  });

  it('are nothing without a step that is reached', () => {
    expect(feeFor([], 1000)).toBe(0);
    expect(feeFor([{ fromSubtotalMinor: 2000, feeMinor: 100 }], 1000)).toBe(0);
  });

  it('know from where delivery is free', () => {
    expect(freeFrom(steps)).toBe(5000);
    expect(freeFrom([{ fromSubtotalMinor: 0, feeMinor: 290 }])).toBeNull();
    // Free in between and charged again above is not free from there.
    expect(
      freeFrom([
        { fromSubtotalMinor: 0, feeMinor: 0 },
        { fromSubtotalMinor: 100, feeMinor: 5 },
      ]),
    ).toBeNull();
  });

  it('do not depend on the order of the steps', () => {
    const step = fc.record({ fromSubtotalMinor: fc.nat(9999), feeMinor: fc.nat(999) });
    const table = fc.uniqueArray(step, { selector: ({ fromSubtotalMinor }) => fromSubtotalMinor });
    fc.assert(
      fc.property(table, fc.nat(12_000), (fees, subtotal) => {
        expect(feeFor([...fees].reverse(), subtotal)).toBe(feeFor(fees, subtotal));
        const free = freeFrom(fees);
        if (free !== null && subtotal >= free) expect(feeFor(fees, subtotal)).toBe(0);
      }),
    );
  });
});
