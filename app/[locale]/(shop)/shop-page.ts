import 'server-only';
import type { Metadata } from 'next';
import { setRequestLocale } from 'next-intl/server';
import { cache } from 'react';
import type { Context } from '#lib/context';
import { publicContext } from '#lib/http/context';
import { addressIn } from '#lib/i18n/address';
import { offeredLanguages, prefixOf } from '#lib/i18n/languages';
import { type Messages, wordsIn } from '#lib/i18n/words';
import { getSettings } from '#lib/settings/queries';

/** The first segment of the address whose page is being rendered. */
const place = cache((): { segment: string | null } => ({ segment: null }));
const contextOf = cache(publicContext);

/** The context of a page everybody sees alike, one per render. After `shopPage`, which knows the language. */
export async function shopContext(): Promise<Context> {
  const { segment } = place();
  if (segment === null) throw new Error('the language of the page is asked for before shopPage has read it');
  return contextOf(segment);
}

/**
 * The first line of every page and every head of the storefront: their context, language and parameters. The layout
 * proves the language.
 */
export async function shopPage<P extends { locale: string }>(params: Promise<P>) {
  const known = await params;
  place().segment = known.locale;
  const ctx = await shopContext();
  setRequestLocale(ctx.locale);
  return { ctx, params: known };
}

export type ShopPageProps<P = object> = {
  params: Promise<{ locale: string } & P>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Where a page stands in the language of this one. */
export async function addressHere(path: string): Promise<string> {
  const ctx = await shopContext();
  return addressIn(prefixOf(ctx.locale, (await getSettings(ctx)).shop), path);
}

/** For the head of a page that search engines may know: its one address in this language, and those in the others. */
export async function alternates(path: string): Promise<Metadata['alternates']> {
  const { shop } = await getSettings(await shopContext());
  const offered = offeredLanguages(shop);
  const canonical = await addressHere(path);
  if (offered.length < 2) return { canonical };
  const languages = offered.map((language) => [language, addressIn(prefixOf(language, shop), path)]);
  return { canonical, languages: { ...Object.fromEntries(languages), 'x-default': path } };
}

/** The head of a page made for one visitor: its title, and nothing for search engines. */
export const privateHead =
  (title: keyof Messages['titles'], more: Metadata = {}) =>
  async ({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> => {
    const { ctx } = await shopPage(params);
    return { title: wordsIn(ctx.locale, 'titles')(title), robots: { index: false }, ...more };
  };
