import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contrast, toHex } from '#lib/look/color';
import { stylesheets } from '#lib/look/css';
import { FONTS } from '#lib/look/fonts';
import { CONTROL_PAIRS, LOOKS, looks, TEXT_PAIRS } from '#lib/look/tokens';

const palettes = Object.entries(looks).flatMap(([name, { light, dark }]) => [
  { name, palette: light },
  ...(dark ? [{ name: `${name} dark`, palette: dark }] : []),
]);

describe.each(palettes)('the palette of $name', ({ palette }) => {
  it.each(TEXT_PAIRS)('%s can be read on %s', (text, ground) => {
    expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5);
  });
  it.each(CONTROL_PAIRS)('%s can be seen on %s', (control, ground) => {
    expect(contrast(palette[control], palette[ground])).toBeGreaterThanOrEqual(3);
  });
});

describe('colors', () => {
  it('turn into sRGB', () => {
    expect(toHex([1, 0, 0])).toBe('#ffffff');
    expect(toHex([0, 0, 0])).toBe('#000000');
    expect(toHex([0.62796, 0.25768, 29.2339])).toBe('#ff0000');
  });
  it('have 21:1 between black and white', () => {
    expect(contrast([0, 0, 0], [1, 0, 0])).toBeCloseTo(21, 1);
  });
});

describe('looks', () => {
  it.each(Object.entries(stylesheets()))('stand in %s as the tokens say', (name, text) => {
    expect(readFileSync(join(import.meta.dirname, '../../app/styles', name), 'utf8')).toBe(text);
  });
  it.each(LOOKS)('%s is set in known fonts', (look) => {
    const known = FONTS.map(({ family }) => family);
    expect(known).toContain(looks[look].display);
    expect(known).toContain(looks[look].text);
  });
});
