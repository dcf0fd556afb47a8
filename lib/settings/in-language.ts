import 'server-only';
import { fieldsOf, type Reader, sayIn } from '#lib/i18n/content';
import { SHOP_CONTENT } from '#lib/i18n/content-fields';
import type { Settings } from './input.ts';
import { getSettings } from './queries.ts';

/** The settings with the shop's own words in the reader's language: for what shows them, never for what changes them. */
export async function settingsIn(reader: Reader): Promise<Settings> {
  // Open to everybody who is given them: only words are exchanged.
  const settings = await getSettings(reader);
  const { tagline, about } = settings.shop;
  const say = await sayIn(reader, fieldsOf('shop', [SHOP_CONTENT], 'tagline', 'about'));
  return { ...settings, shop: { ...settings.shop, ...say('shop', SHOP_CONTENT, { tagline, about }) } };
}
