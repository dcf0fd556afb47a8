import { Notice } from '#components/ui/notice';
import { formatAmount } from '#lib/money';
import type { OrderDto } from '#lib/orders/output';

/** More was paid than the order costs by now: somebody has to give it back. */
export function OwedBack({ order, locale }: { order: OrderDto; locale: string }) {
  if (order.status === 'cancelled' || order.paid <= order.total) return null;
  const words = (amount: number) => formatAmount(amount, order.currency, locale);
  const owed = (Math.round(order.paid * 100) - Math.round(order.total * 100)) / 100;
  return (
    <Notice tone="warn" title={`${words(owed)} to give back`}>
      {words(order.paid)} was paid, and the order costs {words(order.total)} by now. Record the refund under payments.
    </Notice>
  );
}
