import type { Words } from '#lib/i18n/words';
import { formatAmount } from '#lib/money-text';
import type { CheckoutReview } from '#lib/orders/output';

/** Nothing goes to the typed postal code, or not so little. */
export const isRefused = ({ delivery, delivery_problem: problem }: CheckoutReview): boolean =>
  problem === 'ZONE_001' || (delivery?.missing_for_minimum ?? 0) > 0;

/** What delivery to the typed postal code means, in a sentence. */
export function feeWords(
  { cart, delivery, delivery_problem: problem }: CheckoutReview,
  locale: string,
  t: Words<'checkout'>,
): string {
  const words = (amount: number) => formatAmount(amount, cart?.currency ?? 'EUR', locale);
  if (problem === 'ZONE_001') return t('zone_none');
  if (!delivery) return t('fee_by_postal');
  const zone = delivery.zone ? ` (${delivery.zone.name})` : '';
  if (delivery.missing_for_minimum > 0) {
    const [minimum, missing] = [words(delivery.minimum), words(delivery.missing_for_minimum)];
    return t('zone_minimum', { zone, minimum, missing });
  }
  if (delivery.fee === 0) return t('fee_free', { zone });
  const more =
    delivery.missing_for_free !== null && delivery.missing_for_free > 0
      ? t('fee_more', { missing: words(delivery.missing_for_free) })
      : '';
  return `${t('fee_costs', { zone, fee: words(delivery.fee) })}${more}`;
}
