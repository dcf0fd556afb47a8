import { CompletePage, RegisterPage } from '#components/shop/account/register-page';
import { listPages } from '#lib/content/queries';
import { go } from '#lib/http/go';
import { pageContext } from '#lib/http/page';
import { formatPhone } from '#lib/phone';
import { getSettings } from '#lib/settings/queries';
import { missing } from '../missing.tsx';
import { privateHead, shopPage } from '../shop-page.ts';

export const generateMetadata = privateHead('register');

export default async function Page({ params }: PageProps<'/[locale]/register'>) {
  await shopPage(params);
  const ctx = await pageContext();
  const { actor } = ctx;
  const [{ checkout }, pages] = await Promise.all([getSettings(ctx), listPages(ctx)]);
  if (checkout.identity === 'guest') return missing();
  if (actor.kind === 'customer' && actor.userId !== null) return go('/account');
  const proof = 'proof' in actor ? actor.proof : undefined;
  if (proof?.by === 'sms') {
    return <CompletePage phone={formatPhone(proof.phone)} name={actor.kind === 'customer' ? actor.name : ''} />;
  }
  const privacy = pages.items.some(({ slug }) => slug === 'privacy') ? 'privacy' : null;
  return <RegisterPage privacy={privacy} />;
}
