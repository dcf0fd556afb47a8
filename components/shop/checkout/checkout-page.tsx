'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { NoCart } from '#components/shop/cart/cart-page';
import { Icon } from '#components/ui/icons';
import { Link } from '#components/ui/link';
import { Money } from '#components/ui/money';
import type { FormValues } from '#lib/http/form-state';
import type { CheckoutOffer, CheckoutReview } from '#lib/orders/output';
import { ContactPart } from './contact-part.tsx';
import { GiftFields } from './gift-fields.tsx';
import { PaymentPart } from './payment-part.tsx';
import { PhoneCheckNotice } from './phone-check.tsx';
import { ReceivePart } from './receive-part.tsx';
import { CartProblems, Refused } from './refused.tsx';
import { type LegalLinks, ReviewPart } from './review-part.tsx';
import { SummaryLines, SummarySums } from './summary.tsx';
import { useCheckout } from './use-checkout.tsx';

/** One page, one column, four numbered parts, and the sums always in reach. */
export function CheckoutPage({
  offer,
  initial,
  start,
  links,
  isKnown,
  hadCart,
}: {
  offer: CheckoutOffer;
  initial: CheckoutReview;
  /** What the fields hold at first, the key of this form among it. */
  start: FormValues;
  links: LegalLinks;
  /** Somebody is signed in, or known by their phone. */
  isKnown: boolean;
  /** Something was in a cart before; who never filled one is not told that it has expired. */
  hadCart: boolean;
}) {
  const t = useTranslations('checkout');
  const { locale } = offer;
  const checkout = useCheckout(initial, start, locale, isKnown ? 'known' : 'guest');
  const { review, values, refusal } = checkout;
  // A page that is made anew around the form has a new key; the form keeps the one it began with.
  const [key] = useState(values.idempotency_key ?? start.idempotency_key);
  if (!review.cart || review.cart.items.length === 0) {
    return <NoCart hasExpired={review.cart === null && hadCart} heading="h1" />;
  }
  return (
    <div className="wrap checkout">
      <div className="checkout-head">
        <h1>{t('title')}</h1>
        <Link href="/cart">{t('change_cart')}</Link>
      </div>
      <form
        ref={checkout.formRef}
        className="checkout-form"
        action={checkout.action}
        onSubmit={checkout.onSubmit}
        onInput={checkout.onInput}
        noValidate
      >
        {/* The first button is the one that Enter in a field presses. */}
        <button type="submit" name="intent" value="order" className="visually-hidden" tabIndex={-1} aria-hidden="true">
          {t('order')}
        </button>
        <input type="hidden" name="idempotency_key" value={key} />
        <input type="hidden" name="total_seen" value={review.total ?? ''} />
        {refusal ? <Refused refusal={refusal} /> : <PhoneCheckNotice phone={checkout.phone} />}
        <CartProblems review={review} locale={locale} />
        <ContactPart checkout={checkout} offer={offer} isKnown={isKnown} />
        <ReceivePart checkout={checkout} offer={offer} />
        {offer.gifts ? <GiftFields checkout={checkout} /> : null}
        <PaymentPart checkout={checkout} offer={offer} />
        <ReviewPart checkout={checkout} offer={offer} links={links} />
      </form>
      <aside className="checkout-side" aria-label={t('your_order')}>
        <h2>{t('your_order')}</h2>
        <SummaryLines review={review} locale={locale} />
        <SummarySums review={review} locale={locale} />
      </aside>
      <details className="checkout-peek">
        <summary>
          <span className="peek-words">
            {t('your_order')}
            <small>{t('items', { count: review.cart.item_count })}</small>
          </span>
          <Money amount={review.total ?? review.cart.subtotal} currency={review.cart.currency} locale={locale} />
          <Icon name="arrowUp" size={18} />
        </summary>
        <div className="peek-body">
          <SummaryLines review={review} locale={locale} />
          <SummarySums review={review} locale={locale} />
        </div>
      </details>
    </div>
  );
}
