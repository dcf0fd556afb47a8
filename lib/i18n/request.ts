import 'server-only';
import { getRequestConfig } from 'next-intl/server';
import { database } from '#lib/database';
import { getSettings } from '#lib/settings/queries';
import { messagesOf } from './words.ts';

/**
 * What `useTranslations` on the server speaks from. Pages of the storefront name their locale before anything of theirs
 * is rendered (`shopPage`), so that nothing has to look at the request; where nobody does, at the desk, it is English.
 */
export default getRequestConfig(async ({ requestLocale }) => {
  const locale = (await requestLocale) ?? 'en';
  const { shop } = await getSettings(database());
  return { locale, messages: messagesOf(locale), timeZone: shop.time_zone };
});
