import { formatAmount } from '#lib/money-text';
import type { CheckoutReview } from '#lib/orders/output';

/** Nothing goes to the typed postal code, or not so little. */
export const isRefused = ({ delivery, delivery_problem: problem }: CheckoutReview): boolean =>
  problem === 'ZONE_001' || (delivery?.missing_for_minimum ?? 0) > 0;

/** What delivery to the typed postal code means, in a sentence. */
export function feeWords({ cart, delivery, delivery_problem: problem }: CheckoutReview, locale: string): string {
  const words = (amount: number) => formatAmount(amount, cart?.currency ?? 'EUR', locale);
  if (problem === 'ZONE_001') return 'We do not deliver to this postal code.';
  if (!delivery) return 'The fee depends on the postal code.';
  const where = delivery.zone ? ` (${delivery.zone.name})` : '';
  if (delivery.missing_for_minimum > 0) {
    return `We deliver there${where} from ${words(delivery.minimum)}: ${words(delivery.missing_for_minimum)} more is needed.`;
  }
  if (delivery.fee === 0) return `Delivery${where} is free.`;
  const more =
    delivery.missing_for_free !== null && delivery.missing_for_free > 0
      ? ` ${words(delivery.missing_for_free)} more and it is free.`
      : '';
  return `Delivery${where} costs ${words(delivery.fee)}.${more}`;
}
