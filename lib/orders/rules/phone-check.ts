import type { PaymentMethod } from '#db/enums';
import type { Settings } from '#lib/settings/input';

export type CheckReason = 'always' | 'first_order' | 'cash' | 'above';

/** Why the phone of an order has to be proven first, or null. Minor units; the shop decides by its settings. */
export function whyPhoneCheck(
  { identity, phone_check: check }: Settings['checkout'],
  order: { totalMinor: number; paymentMethod: PaymentMethod; isFirst: boolean },
): CheckReason | null {
  if (identity === 'phone_verified') return 'always';
  switch (check.when) {
    case 'never':
      return null;
    case 'always':
      return 'always';
    case 'first_order':
      return order.isFirst ? 'first_order' : null;
    case 'cash':
      return order.paymentMethod === 'cash' ? 'cash' : null;
    case 'above':
      return order.totalMinor > (check.above ?? 0) ? 'above' : null;
  }
}
