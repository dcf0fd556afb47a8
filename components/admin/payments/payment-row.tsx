'use client';

import { Badge } from '#components/ui/badge';
import { Button } from '#components/ui/button';
import { Time } from '#components/ui/time';
import { formatAmount } from '#lib/money-text';
import type { OrderPaymentDto } from '#lib/orders/output';
import { PAYMENT_METHOD } from '../orders/words.ts';
import { useAction } from '../use-action.ts';
import { RejectPayment } from './reject-payment.tsx';
import type { Shop } from './review-card.tsx';
import { type PaidFor, SETTLE } from './subject.ts';

/** A payment among those of its order or booking; one that was only claimed is judged here too. */
export function PaymentRow({ payment, paidFor, shop }: { payment: OrderPaymentDto; paidFor: PaidFor; shop: Shop }) {
  const { amount, currency, kind, status } = payment;
  const { run, busy } = useAction(SETTLE[paidFor].confirm, { done: 'Payment confirmed.' });
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
          <RejectPayment payment={payment} paidFor={paidFor} locale={shop.locale} size="sm" />
        </div>
      ) : null}
    </li>
  );
}
