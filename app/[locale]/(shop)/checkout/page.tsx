import { CheckoutPage } from '#components/shop/checkout/checkout-page';
import { WordsFor } from '#components/shop/words';
import type { Prefill } from '#lib/account/output';
import { getPrefill } from '#lib/account/queries';
import { listPages } from '#lib/content/queries';
import { hadCart, readCartKey, readPostalCode } from '#lib/http/cart-cookie';
import type { FormValues } from '#lib/http/form-state';
import { go } from '#lib/http/go';
import { pageContext } from '#lib/http/page';
import { getCheckoutOffer, reviewCheckout } from '#lib/orders/queries/checkout';
import { privateHead, shopPage } from '../shop-page.ts';

export const generateMetadata = privateHead('checkout');

export default async function Page({ params }: PageProps<'/[locale]/checkout'>) {
  await shopPage(params);
  const ctx = await pageContext();
  const [offer, pages, known] = await Promise.all([getCheckoutOffer(ctx), listPages(ctx), getPrefill(ctx)]);
  const hasAccount = ctx.actor.kind === 'customer' && ctx.actor.userId !== null;
  if (offer.identity === 'account_required' && !hasAccount && ctx.actor.kind !== 'staff') {
    return go('/login?required=1&next=/checkout');
  }
  const type = offer.delivery_types[0] ?? 'pickup';
  const [cart_key, lookedAt] = [await readCartKey(), await readPostalCode()];
  const postal_code = known?.address?.postal_code ?? lookedAt;
  const initial = await reviewCheckout(ctx, { cart_key, delivery_type: type, postal_code });
  const page = (slug: string) => (pages.items.some((one) => one.slug === slug) ? slug : null);
  const start = {
    idempotency_key: crypto.randomUUID(),
    delivery_type: type,
    location_id: offer.places[0]?.id ?? '',
    payment_method: offer.payments.find(({ delivery_types }) => delivery_types.includes(type))?.method ?? '',
    'delivery_address.postal_code': postal_code ?? '',
    'gift.hide_prices': 'yes',
    ...(known ? prefilled(known) : {}),
  };
  return (
    <WordsFor areas={['checkout', 'codes', 'slots', 'times']}>
      <CheckoutPage
        offer={offer}
        initial={initial}
        start={start}
        isKnown={known !== null}
        hadCart={cart_key !== null || (await hadCart())}
        links={{ terms: page('terms'), privacy: page('privacy') }}
      />
    </WordsFor>
  );
}

/** What somebody who is signed in need not type. */
function prefilled({ name, email, phone, address }: Prefill): FormValues {
  const fields = {
    customer_name: name,
    customer_email: email,
    customer_phone: phone,
    'delivery_address.street': address?.street,
    'delivery_address.city': address?.city,
    'delivery_address.postal_code': address?.postal_code,
    'delivery_address.notes': address?.notes,
  };
  return Object.fromEntries(Object.entries(fields).flatMap(([field, text]) => (text ? [[field, text]] : [])));
}
