import { SignInPage } from '#components/shop/account/sign-in-page';
import { safeNext } from '#lib/account/next';
import { go } from '#lib/http/go';
import { pageContext } from '#lib/http/page';
import { privateHead, shopPage } from '../shop-page.ts';

export const generateMetadata = privateHead('sign_in');

export default async function Page({ params, searchParams }: PageProps<'/[locale]/login'>) {
  await shopPage(params);
  const { actor } = await pageContext();
  const { next, out, reset, required, erased } = await searchParams;
  const wanted = typeof next === 'string' ? safeNext(next) : null;
  // Where an account is asked for, somebody known by the phone alone has not signed in yet.
  if (actor.kind === 'customer' && (actor.userId !== null || required !== '1')) return go(wanted ?? '/account');
  const note =
    required === '1' ? 'required' : out === '1' ? 'out' : reset === '1' ? 'reset' : erased === '1' ? 'erased' : null;
  return <SignInPage next={wanted} note={note} />;
}
