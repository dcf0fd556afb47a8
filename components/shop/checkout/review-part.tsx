import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { Link } from '#components/ui/link';
import type { Words } from '#lib/i18n/words';
import { formatAmount } from '#lib/money-text';
import type { CheckoutOffer, CheckoutReview } from '#lib/orders/output';
import { Part } from './parts.tsx';
import { PhoneCheck } from './phone-check.tsx';
import { ReviewPromise } from './review-promise.tsx';
import { SummaryLines, SummarySums } from './summary.tsx';
import type { Checkout } from './use-checkout.tsx';

export type LegalLinks = { terms: string | null; privacy: string | null };

function orderWords(
  { cart, delivery_problem: problem, total }: CheckoutReview,
  locale: string,
  t: Words<'checkout'>,
): string {
  const amount = formatAmount(total ?? cart?.subtotal ?? 0, cart?.currency ?? 'EUR', locale);
  return t(problem ? 'order_pay_plus' : 'order_pay', { amount });
}

/** The last look, and the button that costs money. */
export function ReviewPart({
  checkout,
  offer,
  links,
}: {
  checkout: Checkout;
  offer: CheckoutOffer;
  links: LegalLinks;
}) {
  const t = useTranslations('checkout');
  const { locale } = offer;
  const { review, isOrdering } = checkout;
  return (
    <Part number={4} title={t('review')}>
      <ReviewPromise checkout={checkout} offer={offer} />
      <div className="review-lines">
        <SummaryLines review={review} locale={locale} />
      </div>
      <SummarySums review={review} locale={locale} />
      <noscript>
        <p className="review-price">
          <button type="submit" name="intent" value="quote" className="btn" data-variant="secondary">
            {t('total_again')}
          </button>
        </p>
      </noscript>
      <PhoneCheck checkout={checkout} orderWords={orderWords(review, locale, t)} />
      <div className="grid gap-3">
        <Button type="submit" size="lg" block name="intent" value="order" busy={isOrdering} className="order-button">
          {isOrdering ? t('ordering') : orderWords(review, locale, t)}
        </Button>
        <p className="field-hint text-center">
          <Legal links={links} />
        </p>
      </div>
    </Part>
  );
}

function Legal({ links: { terms, privacy } }: { links: LegalLinks }) {
  const t = useTranslations('checkout');
  return (
    <>
      {terms ? t.rich('accept_terms', { link: (words) => <Link href={`/pages/${terms}`}>{words}</Link> }) : null}
      {privacy ? t.rich('privacy', { link: (words) => <Link href={`/pages/${privacy}`}>{words}</Link> }) : null}
    </>
  );
}
