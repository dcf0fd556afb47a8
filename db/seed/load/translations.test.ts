import { describe, expect, it } from 'vitest';
import { CONTENT_FIELDS } from '#lib/i18n/content-fields';
import type { Drawn, Preset, TranslationSeed } from '../preset.ts';
import { catalogRows } from './catalog.ts';
import { offerRows } from './offers.ts';
import { pictureKey, picturesOf } from './pictures.ts';
import { placeRows } from './places.ts';
import { readPreset } from './presets.ts';
import { translationRows } from './translations.ts';

const NOW = new Date('2026-06-01T08:00:00Z');
/** Pictures are known here by what they are drawn from. */
const placed = (picture: Drawn) => pictureKey(picture);
const once = (all: readonly string[]) => [...new Set(all)].sort();

/** As the loader gives them, with ids that can be told apart. */
function rowsOf(preset: Preset) {
  const catalog = catalogRows(preset, NOW, placed);
  return translationRows(preset, {
    ...catalog,
    offers: offerRows(preset, placed),
    media: [...picturesOf(preset)].map(([id, { alt }]) => ({ id, alt })),
    pages: preset.pages.map((page, at) => ({ ...page, id: `page ${at}` })),
    testimonials: preset.testimonials.map(({ picture: _, ...one }, at) => ({ ...one, id: `testimonial ${at}` })),
    places: placeRows(preset, NOW),
  });
}

/** Everything a preset says in a language, however deep. */
const texts = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(texts);

describe.each(['events', 'bakery'] as const)('the translations of %s', (key) => {
  it('are of what the shop has, all of them', async () => {
    const preset = await readPreset(key);
    const rows = rowsOf(preset);
    for (const [language, seed] of Object.entries(preset.translations ?? {})) {
      const found = rows.filter(({ languageCode }) => languageCode === language);
      // One that finds nothing to belong to is lost without a word.
      expect(once(found.map(({ translatedText }) => translatedText))).toEqual(once(texts(seed)));
    }
    const places = rows.map((row) => `${row.contentType} ${row.objectId} ${row.languageCode} ${row.fieldName}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('keep to what their columns hold, and to the letters of their language', async () => {
    const preset = await readPreset(key);
    for (const { contentType, fieldName, translatedText } of rowsOf(preset)) {
      const longest = new Map(Object.entries(CONTENT_FIELDS)).get(contentType as keyof typeof CONTENT_FIELDS);
      expect(translatedText.length).toBeLessThanOrEqual(
        new Map<string, number>(Object.entries(longest ?? {})).get(fieldName) ?? 0,
      );
      expect(translatedText).toBe(translatedText.trim());
    }
    // Romanian has a comma below, no cedilla.
    expect(texts(preset.translations?.ro).filter((text) => /[şţŞŢ]/.test(text))).toEqual([]);
  });
});

it('says everything that the decorator offers in both languages', async () => {
  const preset = await readPreset('events');
  for (const seed of Object.values(preset.translations ?? {}) as TranslationSeed[]) {
    for (const one of preset.packages ?? []) expect(seed.packages?.[one.slug]?.items).toHaveLength(one.items.length);
    expect(Object.keys(seed.themes ?? {})).toEqual(preset.themes?.map(({ slug }) => slug));
    expect(Object.keys(seed.pages ?? {})).toEqual(preset.pages.map(({ slug }) => slug));
    expect(Object.keys(seed.categories ?? {})).toEqual(preset.categories.map(({ slug }) => slug));
    expect(Object.keys(seed.zones ?? {})).toEqual(preset.zones.map(({ name }) => name));
    expect(seed.closures).toHaveLength(preset.closures.length);
    const offered = [...(preset.packages ?? []), ...(preset.themes ?? [])];
    expect(once(Object.keys(seed.pictures ?? {}))).toEqual(once(offered.flatMap(({ alts }) => alts)));
    expect(Object.keys(seed.payments ?? {})).toEqual(preset.shop.payments.map(({ label }) => label));
  }
});
