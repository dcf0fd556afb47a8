'use client';

import { FormDialog } from '#components/admin/form-dialog';
import { Button } from '#components/ui/button';
import { TextAreaField } from '#components/ui/field';
import { formatAmount } from '#lib/money-text';
import { settlePaymentInput } from '#lib/orders/input';
import type { OrderPaymentDto } from '#lib/orders/output';
import { type PaidFor, SETTLE } from './subject.ts';

/** Says that it did not arrive, with words for the customer. */
export function RejectPayment({
  payment: { id, amount, currency },
  paidFor,
  locale,
  size,
  onSettled,
}: {
  payment: Pick<OrderPaymentDto, 'id' | 'amount' | 'currency'>;
  paidFor: PaidFor;
  locale: string;
  size?: 'sm';
  onSettled?: () => void;
}) {
  return (
    <FormDialog
      title={`Reject ${formatAmount(amount, currency, locale)}?`}
      description={
        paidFor === 'booking'
          ? 'The amount is due again.'
          : 'The amount is due again. Where the time to pay is nearly over, the customer has a day more.'
      }
      width="narrow"
      trigger={
        <Button variant="quiet" size={size} data-key="r" aria-keyshortcuts="r">
          Reject
        </Button>
      }
      schema={settlePaymentInput}
      action={SETTLE[paidFor].reject}
      defaultValues={{ payment_id: id, note: '' }}
      submitLabel="Reject payment"
      variant="danger"
      done="Payment rejected."
      onDone={onSettled}
    >
      {({ field }) => (
        <TextAreaField
          label="What should the customer know?"
          optional
          hint={`They read it on their ${paidFor}.`}
          rows={3}
          maxLength={200}
          {...field('note')}
        />
      )}
    </FormDialog>
  );
}
