import { describe, expect, it } from 'vitest';
import { compactAccount, isBic, isIban, spacedIban } from './iban.ts';

describe('an IBAN', () => {
  // The examples of the registry of ISO 13616.
  it.each([
    'DE89370400440532013000',
    'RO49AAAA1B31007593840000',
    'IE29AIBK93115212345678',
    'GB29NWBK60161331926819',
    'NO9386011117947',
    'MT84MALT011000012345MTLCAST001S',
  ])('is right: %s', (iban) => expect(isIban(iban)).toBe(true));

  it('is found wrong when a digit is wrong, missing or in another place', () => {
    const iban = 'DE89370400440532013000';
    for (let at = 4; at < iban.length; at += 1) {
      const digit = (Number(iban[at]) + 1) % 10;
      expect(isIban(iban.slice(0, at) + digit + iban.slice(at + 1)), `digit ${at}`).toBe(false);
    }
    for (const wrong of ['', 'DE', iban.slice(0, -1), `${iban}0`, 'DE89370400440532010300', 'de89370400440532013000']) {
      expect(isIban(wrong), wrong).toBe(false);
    }
  });

  it('is read in groups and any case, and written in groups of four', () => {
    const iban = compactAccount(' de89 3704-0044\u00a00532 0130 00 ');
    expect(isIban(iban)).toBe(true);
    expect(spacedIban(iban)).toBe('DE89 3704 0044 0532 0130 00');
  });
});

describe('a BIC', () => {
  it.each([
    ['COBADEFFXXX', true],
    ['AAAAROBU', true],
    ['COBADEFFXX', false],
    ['C0BADEFF', false],
    ['COBADEFFXXXX', false],
  ])('%s: %s', (bic, isRight) => expect(isBic(bic)).toBe(isRight));
});
