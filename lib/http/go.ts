import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { database } from '#lib/database';
import { addressIn } from '#lib/i18n/address';
import { localeFor, prefixOf } from '#lib/i18n/languages';
import { PAGE_LANGUAGE_HEADER } from '#lib/server/request-headers';
import { getSettings } from '#lib/settings/queries';

/** A storefront address in the language of the page that sent the request. Only in actions, route handlers and pages. */
export async function addressHere(path: string): Promise<string> {
  const language = (await headers()).get(PAGE_LANGUAGE_HEADER);
  if (language === null) return path;
  const { shop } = await getSettings(database());
  return addressIn(prefixOf(localeFor([language], shop), shop), path);
}

/** On to another page of the storefront, in the same language. */
export async function go(path: string): Promise<never> {
  redirect(await addressHere(path));
}
