'use client';

import { Panel } from '#components/admin/shell/stat-tile';
import { Button } from '#components/ui/button';
import { Link } from '#components/ui/link';
import { Money } from '#components/ui/money';
import type { OrderRowDto } from '#lib/orders/output';
import { PaymentDialog } from '../orders/payment-dialog.tsx';
import { OrderStatus } from '../orders/status.tsx';
import { PAYMENT_METHOD } from '../orders/words.ts';
import type { Shop } from './review-card.tsx';

/** Orders that a line of the bank statement may be about, though nobody has said that they are paid. */
export function UnpaidOrders({ orders, shop }: { orders: OrderRowDto[]; shop: Shop }) {
  return (
    <Panel title="Open orders nobody has announced a payment for">
      <ul className="rows">
        {orders.map((order) => (
          <li key={order.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <span className="min-w-0">
              <Link href={`/admin/orders/${order.id}`}>
                <strong>{order.order_number}</strong>
              </Link>{' '}
              {order.customer_name}
              <span className="flex flex-wrap gap-x-4 text-sm text-ink-soft">
                {PAYMENT_METHOD[order.payment_method]} <OrderStatus status={order.status} />
              </span>
            </span>
            <span className="flex items-center gap-4">
              <Money amount={order.due} currency={order.currency} locale={shop.locale} />
              <PaymentDialog
                kind="charge"
                order={order}
                amount={order.due}
                trigger={
                  <Button variant="secondary" size="sm">
                    Record payment
                  </Button>
                }
              />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
