import { describe, expect, it } from 'vitest';
import { numberIn, transferCode, transferOf } from './transfer.ts';

const order = {
  due: 18.5,
  currency: 'EUR',
  order_number: 'CE-20261121-004',
  status: 'pending' as const,
  payment_account: { holder: 'Crumb', iban: 'DE89370400440532013000', bic: null },
};

describe('the transfer of an order', () => {
  it('is what is due, under the number of the order', () => {
    expect(transferOf(order)).toMatchObject({ amountMinor: 1850, reference: 'CE-20261121-004', holder: 'Crumb' });
    expect(transferCode(order)?.split('\n').slice(7)).toEqual(['EUR18.50', '', '', 'CE-20261121-004']);
  });

  it('is none when nothing is due, or it is paid otherwise', () => {
    expect(transferOf({ ...order, due: 0 })).toBeNull();
    expect(transferOf({ ...order, payment_account: null })).toBeNull();
  });

  it('has no picture in another currency', () => expect(transferCode({ ...order, currency: 'RON' })).toBeNull());
});

describe('the number of an order or booking in a bank statement', () => {
  it.each([
    ['CE-20261121-004', 'CE-20261121-004'],
    ['ce 20261121 004', 'CE-20261121-004'],
    ['CE20261121004', 'CE-20261121-004'],
    ['SVWZ+CE-20261121-1004 ANA POP', 'CE-20261121-1004'],
    ['Order CE/20261121/004, thank you', 'CE-20261121-004'],
    ['SVWZ+CE B 20261121 004 ANA POP', 'CE-B-20261121-004'],
    ['CEB20261121004', 'CE-B-20261121-004'],
    ['20261121-004', null],
    ['ACE-20261121-004', null],
    ['Ana Pop', null],
  ])('%s: %s', (text, number) => expect(numberIn(text, 'CE')).toBe(number));
});
