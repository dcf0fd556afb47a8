import 'server-only';
import { cache } from 'react';
import { publicContext } from '#lib/http/context';

/** The context of a page everybody sees alike, one per render. */
export const shopContext = cache(publicContext);

/** For every page of the storefront: its context and parameters. The layout proves the language. */
export async function shopPage<P extends { locale: string }>(params: Promise<P>) {
  return { ctx: await shopContext(), params: await params };
}

export type ShopPageProps<P = object> = {
  params: Promise<{ locale: string } & P>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
