import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { publicContext } from '#lib/http/context';
import { DEFAULT_LOCALE_SEGMENT } from '#lib/server/kept-routes';

/** The context of a page everybody sees alike, one per render. */
export const shopContext = cache(publicContext);

/**
 * For every page of the storefront: its parameters, once the first segment has proved to be a language of the shop.
 * `[locale]` takes any first segment, and `/no-such-page` must not be the home page in the language no-such-page.
 */
export async function shopPage<P extends { locale: string }>(params: Promise<P>) {
  const values = await params;
  if (values.locale !== DEFAULT_LOCALE_SEGMENT) notFound();
  return { ctx: await shopContext(), params: values };
}

export type ShopPageProps<P = object> = {
  params: Promise<{ locale: string } & P>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
