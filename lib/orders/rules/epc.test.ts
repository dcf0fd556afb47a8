import { describe, expect, it } from 'vitest';
import { epcPayload, type Transfer } from './epc.ts';

const transfer: Transfer = {
  holder: 'Bäckerei Müller & Söhne',
  iban: 'DE89370400440532013000',
  bic: 'COBADEFFXXX',
  amountMinor: 1850,
  currency: 'EUR',
  reference: 'CE-20261121-004',
};

describe('the code of a transfer', () => {
  it('has the lines of EPC069-12 in their order', () => {
    expect(epcPayload(transfer)?.split('\n')).toEqual([
      ...['BCD', '002', '1', 'SCT', 'COBADEFFXXX', 'Bäckerei Müller & Söhne', 'DE89370400440532013000'],
      ...['EUR18.50', '', '', 'CE-20261121-004'],
    ]);
  });

  it('does without a BIC, and with none that is wrong', () => {
    for (const bic of [null, '', 'WRONG']) expect(epcPayload({ ...transfer, bic })?.split('\n')[4]).toBe('');
  });

  it.each([
    [1, 'EUR0.01'],
    [10, 'EUR0.10'],
    [100, 'EUR1.00'],
    [99_999_999_999, 'EUR999999999.99'],
  ])('spells %i cents as %s', (amountMinor, words) => {
    expect(epcPayload({ ...transfer, amountMinor })?.split('\n')[7]).toBe(words);
  });

  it.each<[string, Partial<Transfer>]>([
    ['nothing to pay', { amountMinor: 0 }],
    ['less than nothing', { amountMinor: -1 }],
    ['more than a transfer carries', { amountMinor: 100_000_000_000 }],
    ['another currency', { currency: 'RON' }],
    ['a wrong IBAN', { iban: 'DE89370400440532013001' }],
    ['no IBAN', { iban: '' }],
    ['nobody who receives it', { holder: ' \n ' }],
  ])('is not drawn for %s', (_, change) => expect(epcPayload({ ...transfer, ...change })).toBeNull());

  it('keeps each element on its line and at its length', () => {
    const lines = epcPayload({ ...transfer, holder: `Évil\nname${'ß'.repeat(100)}`, reference: 'a\r\nb' })?.split('\n');
    expect(lines).toHaveLength(11);
    expect([...(lines?.[5] ?? '')]).toHaveLength(70);
    expect(lines?.[5]).toMatch(/^Évil nameß+$/);
    expect(lines?.[10]).toBe('a b');
  });

  it('never has more bytes than its largest picture holds', () => {
    const long = { holder: '界'.repeat(70), reference: '界'.repeat(140) };
    expect(epcPayload({ ...transfer, ...long })).toBeNull();
  });
});
