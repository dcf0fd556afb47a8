import { useTranslations } from 'next-intl';
import { Money } from '#components/ui/money';
import { Notice } from '#components/ui/notice';
import { TicketPart } from '#components/ui/ticket';
import type { OrderDto } from '#lib/orders/output';

/** An order that became cheaper than what was paid for it: how much the shop owes, until it has given it back. */
export function OwedBack({ order, locale }: { order: OrderDto; locale: string }) {
  const t = useTranslations('order');
  if (order.status === 'cancelled' || order.paid <= order.total) return null;
  const money = (amount: number) => <Money amount={amount} currency={order.currency} locale={locale} />;
  const owed = (Math.round(order.paid * 100) - Math.round(order.total * 100)) / 100;
  return (
    <TicketPart>
      <Notice title={t.rich('give_back', { amount: () => money(owed) })}>
        {t.rich('you_paid', { paid: () => money(order.paid), total: () => money(order.total) })}
      </Notice>
    </TicketPart>
  );
}
