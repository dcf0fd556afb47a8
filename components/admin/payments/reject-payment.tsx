'use client';

import { FormDialog } from '#components/admin/form-dialog';
import { Button } from '#components/ui/button';
import { TextAreaField } from '#components/ui/field';
import { formatAmount } from '#lib/money-text';
import { rejectPaymentAction } from '#lib/orders/actions';
import { settlePaymentInput } from '#lib/orders/input';
import type { OrderPaymentDto } from '#lib/orders/output';

/** Says that it did not arrive, with words for the customer. */
export function RejectPayment({
  payment: { id, amount, currency },
  locale,
  size,
  onSettled,
}: {
  payment: Pick<OrderPaymentDto, 'id' | 'amount' | 'currency'>;
  locale: string;
  size?: 'sm';
  onSettled?: () => void;
}) {
  return (
    <FormDialog
      title={`Reject ${formatAmount(amount, currency, locale)}?`}
      description="The amount is due again. Where the time to pay is nearly over, the customer has a day more."
      width="narrow"
      trigger={
        <Button variant="quiet" size={size} data-key="r" aria-keyshortcuts="r">
          Reject
        </Button>
      }
      schema={settlePaymentInput}
      action={rejectPaymentAction}
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
          hint="They read it on their order."
          rows={3}
          maxLength={200}
          {...field('note')}
        />
      )}
    </FormDialog>
  );
}
