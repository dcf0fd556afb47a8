import { ForgotPage, ResetPage } from '#components/shop/account/reset-page';
import { privateHead, shopPage } from '../shop-page.ts';

// The address may hold a secret: no other site learns it. Without any referrer a form would be sent without its origin.
export const generateMetadata = privateHead('reset', { referrer: 'same-origin' });

export default async function Page({ params, searchParams }: PageProps<'/[locale]/reset'>) {
  await shopPage(params);
  const { token } = await searchParams;
  return typeof token === 'string' ? <ResetPage token={token.slice(0, 4000)} /> : <ForgotPage />;
}
