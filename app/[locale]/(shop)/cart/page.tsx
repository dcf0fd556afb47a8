import { CartPage } from '#components/shop/cart/cart-page';
import { getCartView } from '#lib/cart/queries';
import { hadCart, readCartKey, readPostalCode } from '#lib/http/cart-cookie';
import { pageContext } from '#lib/http/page';
import { privateHead, shopPage } from '../shop-page.ts';

export const generateMetadata = privateHead('cart');

export default async function Page({ params }: PageProps<'/[locale]/cart'>) {
  await shopPage(params);
  const ctx = await pageContext();
  const view = await getCartView(ctx, {
    cart_key: await readCartKey(),
    hadCart: await hadCart(),
    postalCode: await readPostalCode(),
  });
  return <CartPage initial={view} />;
}
