import type { Metadata } from 'next';
import { CheckoutPage } from '#components/shop/checkout/checkout-page';
import { listPages } from '#lib/content/queries';
import { readCartKey, readPostalCode } from '#lib/http/cart-cookie';
import { pageContext } from '#lib/http/page';
import { getCheckoutOffer, reviewCheckout } from '#lib/orders/queries/checkout';
import { shopPage } from '../shop-page.ts';

export const metadata: Metadata = { title: 'Checkout', robots: { index: false } };

export default async function Page({ params }: PageProps<'/[locale]/checkout'>) {
  await shopPage(params);
  const ctx = await pageContext();
  const [offer, pages] = await Promise.all([getCheckoutOffer(ctx), listPages(ctx)]);
  const type = offer.delivery_types[0] ?? 'pickup';
  const [cart_key, postal_code] = [await readCartKey(), await readPostalCode()];
  const initial = await reviewCheckout(ctx, { cart_key, delivery_type: type, postal_code });
  const page = (slug: string) => (pages.items.some((one) => one.slug === slug) ? slug : null);
  const start = {
    idempotency_key: crypto.randomUUID(),
    delivery_type: type,
    location_id: offer.places[0]?.id ?? '',
    payment_method: offer.payments.find(({ delivery_types }) => delivery_types.includes(type))?.method ?? '',
    'delivery_address.postal_code': postal_code ?? '',
    'gift.hide_prices': 'yes',
  };
  return (
    <CheckoutPage
      offer={offer}
      initial={initial}
      start={start}
      links={{ terms: page('terms'), privacy: page('privacy') }}
    />
  );
}
