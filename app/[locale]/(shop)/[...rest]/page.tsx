import type { Metadata } from 'next';
import { missing, missingHead } from '../missing.tsx';
import { type ShopPageProps, shopPage } from '../shop-page.ts';

type Props = ShopPageProps<{ rest: string[] }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return missingHead((await shopPage(params)).ctx);
}

/** Every address that leads nowhere, said in its language. Made per request: there is no end of them. */
export default async function NoSuchPage({ params, searchParams }: Props) {
  await Promise.all([shopPage(params), searchParams]);
  return missing();
}
