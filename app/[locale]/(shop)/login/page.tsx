import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SignInPage } from '#components/shop/account/sign-in-page';
import { safeNext } from '#lib/account/next';
import { pageContext } from '#lib/http/page';
import { shopPage } from '../shop-page.ts';

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } };

export default async function Page({ params, searchParams }: PageProps<'/[locale]/login'>) {
  await shopPage(params);
  const { actor } = await pageContext();
  const { next, out, reset, required, erased } = await searchParams;
  const wanted = typeof next === 'string' ? safeNext(next) : null;
  // Where an account is asked for, somebody known by the phone alone has not signed in yet.
  if (actor.kind === 'customer' && (actor.userId !== null || required !== '1')) redirect(wanted ?? '/account');
  const note =
    required === '1' ? 'required' : out === '1' ? 'out' : reset === '1' ? 'reset' : erased === '1' ? 'erased' : null;
  return <SignInPage next={wanted} note={note} />;
}
