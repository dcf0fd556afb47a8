import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PostalRule } from '#db/schema/promise';
import { parsePostalText, writePostalText } from './postal-text.ts';
import { matchesRule } from './rules.ts';

const exact = (code: string): PostalRule => ({ kind: 'exact', code });
const prefix = (start: string): PostalRule => ({ kind: 'prefix', prefix: start });
const range = (from: string, to: string): PostalRule => ({ kind: 'range', from, to });

describe('postal codes as text', () => {
  it.each<[string, PostalRule[]]>([
    ['10115, 101*, 10200-10299', [exact('10115'), prefix('101'), range('10200', '10299')]],
    ['10115;\n10117\n', [exact('10115'), exact('10117')]],
    ['10115, 10115', [exact('10115')]],
    ['sw1a 1aa, SW1A*', [exact('SW1A 1AA'), prefix('SW1A')]],
    ['10200 – 10299', [range('10200', '10299')]],
    ['10200..10299', [range('10200', '10299')]],
    ['10200 to 10299', [range('10200', '10299')]],
    ['010001 - 062400', [range('010001', '062400')]],
    // Codes with a hyphen of their own, in Poland and Portugal.
    ['00-950', [exact('00-950')]],
    ['1000-205', [exact('1000-205')]],
    ['00-950 – 00-999', [range('00950', '00999')]],
    ['', []],
    [' , ;', []],
  ])('%j', (text, rules) => {
    expect(parsePostalText(text)).toEqual({ rules, problems: [] });
  });

  it.each([
    ['*', 'before the star'],
    ['10*15', 'letters and digits'],
    ['10299-10200', 'must not be above'],
    ['100 - 10299', 'same number of digits'],
    ['AB - CD', 'from one number to another'],
    ['1234567890123', 'up to 12'],
    ['Töpfergasse', 'letters and digits'],
  ])('refuse %j', (text, words) => {
    const { rules, problems } = parsePostalText(`10115, ${text}`);
    expect(rules).toEqual([exact('10115')]);
    expect(problems).toEqual([{ part: text, problem: expect.stringContaining(words) }]);
  });

  it('read back to rules that cover the same codes', () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
    const rule: fc.Arbitrary<PostalRule> = fc.oneof(
      fc.stringMatching(/^[A-Z0-9]{1,4}[ -]?[A-Z0-9]{1,4}$/).map(exact),
      fc.stringMatching(/^[A-Z0-9]{1,6}$/).map(prefix),
      fc.tuple(digits(5), digits(5)).map((ends) => range(...(ends.sort() as [string, string]))),
    );
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 8 }), fc.array(digits(5), { maxLength: 8 }), (rules, codes) => {
        const { rules: back, problems } = parsePostalText(writePostalText(rules));
        expect(problems).toEqual([]);
        const own = rules.flatMap((one) => (one.kind === 'exact' ? [one.code] : []));
        for (const code of [...codes, ...own]) {
          expect(back.some((one) => matchesRule(one, code))).toBe(rules.some((one) => matchesRule(one, code)));
        }
      }),
    );
  });
});
