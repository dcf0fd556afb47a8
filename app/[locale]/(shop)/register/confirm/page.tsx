import { ConfirmPage } from '#components/shop/account/register-page';
import { privateHead, shopPage } from '../../shop-page.ts';

// The address holds a secret: no other site learns it. Without any referrer a form would be sent without its origin.
export const generateMetadata = privateHead('confirm', { referrer: 'same-origin' });

/** Opening it changes nothing: programs that look at links in mail must not use them up. */
export default async function Page({ params, searchParams }: PageProps<'/[locale]/register/confirm'>) {
  await shopPage(params);
  const { token } = await searchParams;
  return <ConfirmPage token={typeof token === 'string' ? token.slice(0, 4000) : ''} />;
}
