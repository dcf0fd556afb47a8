import { describe, expect, it } from 'vitest';
import { type Choice, countryChoices, currencyChoices, timeZoneChoices } from './choices.ts';
import { shopSettings } from './input.ts';

const labelOf = (choices: readonly Choice[], value: string) => choices.find((one) => one.value === value)?.label;

describe.each([
  ['country', countryChoices, 'DE', 'XK', 240],
  ['currency', currencyChoices, 'EUR', 'DEM', 100],
  ['time_zone', timeZoneChoices, 'Europe/Berlin', 'US/Eastern', 400],
] as const)('what a shop chooses its %s from', (key, choices, usual, other, least) => {
  const all = choices(usual, 'en-IE');

  it('is all there, once, each with a name of its own, and every one can be saved', () => {
    expect(all.length).toBeGreaterThan(least);
    expect(new Set(all.map(({ value }) => value)).size).toBe(all.length);
    expect(new Set(all.map(({ label }) => label)).size).toBe(all.length);
    for (const { value } of all) {
      expect(shopSettings.safeParse({ name: 'Mill', [key]: value }).success, value).toBe(true);
    }
  });

  it('holds what is stored, also when no list has it', () => {
    expect(choices(other, 'en-IE').map(({ value }) => value)).toContain(other);
    expect(all.map(({ value }) => value)).not.toContain(other);
  });
});

it('is named in the language of the shop, and in its order', () => {
  expect(labelOf(countryChoices('DE', 'en-IE'), 'AT')).toBe('Austria');
  expect(labelOf(countryChoices('DE', 'de-DE'), 'AT')).toBe('Österreich');
  expect(labelOf(countryChoices('DE', 'ro-RO'), 'DE')).toBe('Germania');
  expect(labelOf(currencyChoices('EUR', 'de-DE'), 'CHF')).toBe('Schweizer Franken (CHF)');
  const german = countryChoices('DE', 'de-DE').map(({ label }) => label);
  expect(german.indexOf('Österreich')).toBeLessThan(german.indexOf('Pakistan'));
});

it('puts the town of a time zone first', () => {
  const zones = timeZoneChoices('Europe/Berlin', 'en-IE');
  expect(labelOf(zones, 'Europe/Berlin')).toBe('Berlin, Europe');
  expect(labelOf(zones, 'America/Argentina/Buenos_Aires') ?? labelOf(zones, 'America/Buenos_Aires')).toMatch(
    /^Buenos Aires, America/,
  );
  expect(labelOf(zones, 'UTC')).toBe('UTC');
});

it('leaves out money without cents', () => {
  expect(labelOf(currencyChoices('EUR', 'en-IE'), 'JPY')).toBeUndefined();
});
