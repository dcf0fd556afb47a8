import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AgreedLine,
  exchange,
  mayCustomerChange,
  priceParts,
  settlementOf,
  splitByPrice,
  type WantedLine,
} from './change.ts';

const agreed = (id: string, quantity: number, unitPriceMinor: number, more: Partial<AgreedLine> = {}): AgreedLine => ({
  id,
  variantId: 'rye',
  quantity,
  unitPriceMinor,
  onDate: null,
  note: '',
  ...more,
});
const wanted = (itemId: string | null, quantity: number, more: Partial<WantedLine> = {}): WantedLine => ({
  itemId,
  variantId: 'rye',
  quantity,
  onDate: null,
  note: '',
  ...more,
});
/** `2 a 480`: pieces, the line they go on from, price. */
const priced = (lines: readonly AgreedLine[], wishes: readonly WantedLine[], today = 500) =>
  priceParts(splitByPrice(lines, wishes), () => today).map(
    ({ quantity, itemId, unitPriceMinor }) => `${quantity} ${itemId ?? 'new'} ${unitPriceMinor}`,
  );

describe('what pieces cost after a change', () => {
  it.each<[string, AgreedLine[], WantedLine[], string[]]>([
    ['stays for fewer', [agreed('a', 3, 480)], [wanted('a', 2)], ['2 a 480']],
    [
      'is today’s for pieces on top, on a line of their own',
      [agreed('a', 3, 480)],
      [wanted('a', 5)],
      ['3 a 480', '2 new 500'],
    ],
    ['needs no second line where it is the same', [agreed('a', 3, 500)], [wanted('a', 5)], ['5 a 500']],
    [
      'is today’s for another product',
      [agreed('a', 3, 480)],
      [wanted('a', 3), wanted(null, 1, { variantId: 'bun' })],
      ['3 a 480', '1 new 500'],
    ],
    [
      'stays for pieces that move to another line',
      [agreed('a', 3, 480)],
      [wanted('a', 1), wanted(null, 2, { note: 'Sliced' })],
      ['1 a 480', '2 new 480'],
    ],
    ['is known again without the line being named', [agreed('a', 3, 480)], [wanted(null, 3)], ['3 a 480']],
    [
      'falls apart no further than it did',
      [agreed('a', 3, 480), agreed('b', 2, 500)],
      [wanted('a', 3), wanted('b', 1)],
      ['3 a 480', '1 b 500'],
    ],
    [
      'comes from the oldest line first',
      [agreed('a', 3, 480), agreed('b', 2, 490)],
      [wanted(null, 4)],
      ['3 a 480', '1 new 490'],
    ],
    [
      'stays for a product that is gone',
      [agreed('a', 3, 480, { variantId: null })],
      [wanted('a', 2, { variantId: null })],
      ['2 a 480'],
    ],
    [
      'does not pass from one gone product to another',
      [agreed('a', 3, 480, { variantId: null }), agreed('b', 1, 100, { variantId: null })],
      [wanted('a', 4, { variantId: null }), wanted('b', 1, { variantId: null })],
      ['3 a 480', '1 new 500', '1 b 100'],
    ],
  ])('%s', (_, lines, wishes, expected) => {
    expect(priced(lines, wishes)).toEqual(expected);
  });

  it('keeps every piece, and agrees on no more of them than were agreed, at their prices', () => {
    const variantId = fc.constantFrom('rye', 'bun');
    const lines = fc
      .array(
        fc.record({ variantId, quantity: fc.integer({ min: 1, max: 9 }), price: fc.constantFrom(480, 490, 500) }),
        { maxLength: 5 },
      )
      .map((all) => all.map(({ price, ...line }, index) => agreed(`line-${index}`, line.quantity, price, line)));
    const wishes = fc.array(
      fc.record({ variantId, quantity: fc.integer({ min: 1, max: 9 }), line: fc.nat(5), named: fc.boolean() }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(lines, wishes, (before, raw) => {
        const free = new Set(before.map(({ id }) => id));
        const after = raw.map(({ line, named, ...rest }) => {
          const own = before[line];
          const itemId = named && own && own.variantId === rest.variantId && free.delete(own.id) ? own.id : null;
          return wanted(itemId, rest.quantity, rest);
        });
        const parts = splitByPrice(before, after);
        const sum = (all: readonly { quantity: number }[]) => all.reduce((total, { quantity }) => total + quantity, 0);
        expect(sum(parts)).toBe(sum(after));
        for (const variant of ['rye', 'bun']) {
          const of = <L extends { variantId: string | null }>(all: readonly L[]) =>
            all.filter((line) => line.variantId === variant);
          const kept = of(parts).filter(({ unitPriceMinor }) => unitPriceMinor !== null);
          expect(sum(kept)).toBe(Math.min(sum(of(before)), sum(of(after))));
          for (const price of [480, 490, 500]) {
            const at = (all: readonly { unitPriceMinor: number | null; quantity: number }[]) =>
              sum(all.filter(({ unitPriceMinor }) => unitPriceMinor === price));
            expect(at(kept)).toBeLessThanOrEqual(at(of(before)));
          }
        }
        const ids = parts.flatMap(({ itemId }) => (itemId === null ? [] : [itemId]));
        expect(new Set(ids).size).toBe(ids.length);
        const lines = priceParts(parts, () => 500);
        expect(sum(lines)).toBe(sum(after));
      }),
    );
  });
});

describe('what is exchanged', () => {
  it('is the difference per good and day', () => {
    const pieces = (variantId: string, day: string | null, quantity: number) => ({ variantId, day, quantity });
    expect(
      exchange(
        [pieces('rye', null, 3), pieces('bun', '2026-12-01', 2), pieces('tart', null, 1)],
        [pieces('rye', null, 1), pieces('rye', null, 1), pieces('bun', '2026-12-02', 2), pieces('tart', null, 1)],
      ),
    ).toEqual({
      more: [pieces('bun', '2026-12-02', 2)],
      less: [pieces('rye', null, 1), pieces('bun', '2026-12-01', 2)],
    });
  });
});

describe('who may still change an order', () => {
  const now = new Date('2026-11-20T18:00:00Z');
  const order = { status: 'confirmed', hasSlot: true, changeUntil: '2026-11-20T18:00:01Z' } as const;

  it.each([
    [{}, true],
    [{ status: 'pending' as const }, true],
    [{ status: 'processing' as const }, false],
    [{ status: 'cancelled' as const }, false],
    [{ changeUntil: '2026-11-20T18:00:00Z' }, false],
    [{ hasSlot: false, changeUntil: null }, false],
    [{ hasSlot: false, changeUntil: null, status: 'pending' as const }, true],
  ])('with %o: %s', (more, expected) => {
    expect(mayCustomerChange({ ...order, ...more }, now)).toBe(expected);
  });
});

describe('what is owed afterwards', () => {
  it.each([
    [1500, 1200, 'paid', 300, 0],
    [1000, 1200, 'paid', 0, 200],
    [1200, 1200, 'paid', 0, 0],
    [1500, 1000, 'partially_refunded', 0, 0],
  ] as const)(
    'for %i, of which %i are paid (%s)',
    (totalMinor, paidMinor, paymentStatus, toPayMinor, toGiveBackMinor) => {
      expect(settlementOf({ totalMinor, paidMinor, paymentStatus })).toEqual({ toPayMinor, toGiveBackMinor });
    },
  );
});
