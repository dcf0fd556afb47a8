'use client';

import type { ReactNode } from 'react';
import { AmountField } from '#components/admin/amount-field';
import { FormDialog } from '#components/admin/form-dialog';
import { SelectField, TextField } from '#components/ui/field';
import { PAYMENT_METHODS } from '#db/enums';
import { recordPaymentAction, refundPaymentAction } from '#lib/orders/actions';
import { recordPaymentInput, refundPaymentInput } from '#lib/orders/input';
import type { OrderDto } from '#lib/orders/output';
import { PAYMENT_METHOD } from './words.ts';

/** A program that leaves the amount out means all of it; an empty field at the desk means nothing yet. */
const withAmount = <T extends typeof recordPaymentInput>(schema: T) =>
  schema.refine(({ amount }) => amount !== null, { path: ['amount'], message: 'Enter an amount.' });
const chargeInput = withAmount(recordPaymentInput);
const refundInput = withAmount(refundPaymentInput);

const methods = PAYMENT_METHODS.map((value) => ({ value, label: PAYMENT_METHOD[value] }));

/** Money that came in, or went back; begins with all it can be. */
export function PaymentDialog({
  kind,
  order,
  amount,
  trigger,
}: {
  kind: 'charge' | 'refund';
  order: Pick<OrderDto, 'id' | 'currency' | 'payment_method' | 'version'>;
  amount: number;
  trigger: ReactNode;
}) {
  const isRefund = kind === 'refund';
  return (
    <FormDialog
      title={isRefund ? 'Refund' : 'Record payment'}
      description={
        isRefund
          ? 'Records money you gave back. Nothing is transferred by this.'
          : 'Records money you have received. A part is fine; the rest stays due.'
      }
      width="narrow"
      trigger={trigger}
      schema={isRefund ? refundInput : chargeInput}
      action={isRefund ? refundPaymentAction : recordPaymentAction}
      defaultValues={{
        order_id: order.id,
        amount,
        method: order.payment_method,
        reference: '',
        note: '',
        version: order.version,
      }}
      fieldsOf={({ code, message, fields }) =>
        code === 'PAY_002' || code === 'PAY_003' ? { amount: [message] } : fields
      }
      submitLabel={isRefund ? 'Record refund' : 'Record payment'}
      done={isRefund ? 'Refund recorded.' : 'Payment recorded.'}
    >
      {(form) => (
        <>
          <AmountField form={form} name="amount" label="Amount" currency={order.currency} />
          <SelectField label="How" options={methods} {...form.field('method')} />
          <TextField label="Reference" optional maxLength={100} autoComplete="off" {...form.field('reference')} />
          <TextField label="Note" optional maxLength={200} autoComplete="off" {...form.field('note')} />
        </>
      )}
    </FormDialog>
  );
}
