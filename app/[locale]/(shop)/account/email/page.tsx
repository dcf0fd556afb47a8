import { NewEmailPage } from '#components/shop/account/reset-page';
import { privateHead, shopPage } from '../../shop-page.ts';

// The address holds a secret: no other site learns it. Without any referrer a form would be sent without its origin.
export const generateMetadata = privateHead('new_email', { referrer: 'same-origin' });

export default async function Page({ params, searchParams }: PageProps<'/[locale]/account/email'>) {
  await shopPage(params);
  const { token } = await searchParams;
  return <NewEmailPage token={typeof token === 'string' ? token.slice(0, 4000) : ''} />;
}
