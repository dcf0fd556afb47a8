'use client';

import { PaymentRow } from '#components/admin/payments/payment-row';
import { Panel } from '#components/admin/shell/stat-tile';
import { Button } from '#components/ui/button';
import { Money } from '#components/ui/money';
import { fromMinor, toMinor } from '#lib/money';
import type { OrderDto } from '#lib/orders/output';
import { PaymentDialog } from './payment-dialog.tsx';
import { PaymentStatus } from './status.tsx';

type Shop = { locale: string; timeZone: string };

/** What may still be recorded: what was given back is not owed again, yet the rest of a part payment may still come. */
function openOf({ status, total, payments }: OrderDto): number {
  if (status === 'cancelled') return 0;
  const charged = payments.filter((one) => one.kind === 'charge' && one.status === 'confirmed');
  return fromMinor(charged.reduce((rest, { amount }) => rest - toMinor(amount), toMinor(total)));
}

/** What was paid and how, what still is due, and everything one does about it. */
export function OrderPayments({ order, shop }: { order: OrderDto; shop: Shop }) {
  const money = (amount: number) => <Money amount={amount} currency={order.currency} locale={shop.locale} />;
  const open = openOf(order);
  const canCharge = open > 0;
  const canRefund = order.paid > 0;
  return (
    <Panel title={<span id="payments">Payments</span>} actions={<PaymentStatus status={order.payment_status} />}>
      <dl className="fact-list" data-inline="true">
        <div>
          <dt>Paid</dt>
          <dd>{money(order.paid)}</dd>
        </div>
        <div className="sum">
          <dt>Due</dt>
          <dd>{money(order.due)}</dd>
        </div>
      </dl>
      {order.payments.length > 0 ? (
        <ul className="rows mt-4">
          {order.payments.map((payment) => (
            <PaymentRow key={payment.id} payment={payment} paidFor="order" shop={shop} />
          ))}
        </ul>
      ) : null}
      {canCharge || canRefund ? (
        <div className="mt-4 flex flex-wrap gap-2 no-print">
          {canCharge ? (
            <PaymentDialog
              kind="charge"
              order={order}
              amount={open}
              trigger={<Button variant="secondary">Record payment</Button>}
            />
          ) : null}
          {canRefund ? (
            <PaymentDialog
              kind="refund"
              order={order}
              amount={order.paid}
              trigger={<Button variant="quiet">Refund</Button>}
            />
          ) : null}
        </div>
      ) : null}
    </Panel>
  );
}
