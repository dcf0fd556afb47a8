'use client';

import { RejectPayment } from '#components/admin/payments/reject-payment';
import { Panel } from '#components/admin/shell/stat-tile';
import { Badge } from '#components/ui/badge';
import { Button } from '#components/ui/button';
import { Money } from '#components/ui/money';
import { Time } from '#components/ui/time';
import { formatAmount, fromMinor, toMinor } from '#lib/money';
import { confirmPaymentAction } from '#lib/orders/actions';
import type { OrderDto, OrderPaymentDto } from '#lib/orders/output';
import { useAction } from '../use-action.ts';
import { PaymentDialog } from './payment-dialog.tsx';
import { PaymentStatus } from './status.tsx';
import { PAYMENT_METHOD } from './words.ts';

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
            <Payment key={payment.id} payment={payment} shop={shop} />
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

function Payment({ payment, shop }: { payment: OrderPaymentDto; shop: Shop }) {
  const { amount, currency, kind, status } = payment;
  const { run, busy } = useAction(confirmPaymentAction, { done: 'Payment confirmed.' });
  const words = formatAmount(amount, currency, shop.locale);
  return (
    <li>
      <div className="flex items-baseline justify-between gap-4">
        <span>
          {kind === 'refund' ? 'Refund, ' : ''}
          {PAYMENT_METHOD[payment.method]}
          {status === 'confirmed' ? null : (
            <>
              {' '}
              <Badge tone={status === 'submitted' ? 'warn' : 'bad'}>
                {status === 'submitted' ? 'to check' : 'rejected'}
              </Badge>
            </>
          )}
        </span>
        <span className={status === 'rejected' ? 'num line-through' : 'num'}>
          {kind === 'refund' ? '−' : ''}
          {words}
        </span>
      </div>
      <p className="text-sm text-ink-soft">
        <Time at={payment.created_at} {...shop} format="short" />
        {payment.reference ? `, ${payment.reference}` : ''}
        {payment.note ? `, ${payment.note}` : ''}
        {payment.has_proof ? (
          <>
            ,{' '}
            <a className="underline" href={`/api/admin/payments/${payment.id}/proof`} target="_blank" rel="noopener">
              proof
            </a>
          </>
        ) : null}
      </p>
      {status === 'submitted' ? (
        <div className="mt-2 flex gap-2 no-print">
          <Button size="sm" variant="secondary" busy={busy} onClick={() => run({ payment_id: payment.id })}>
            It has arrived
          </Button>
          <RejectPayment payment={payment} locale={shop.locale} size="sm" />
        </div>
      ) : null}
    </li>
  );
}
