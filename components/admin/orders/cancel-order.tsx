'use client';

import { FormDialog } from '#components/admin/form-dialog';
import { Choice, Choices } from '#components/ui/choices';
import { TextField } from '#components/ui/field';
import { Notice } from '#components/ui/notice';
import { formatAmount } from '#lib/money';
import { cancelOrderAction } from '#lib/orders/actions';
import { cancelOrderInput } from '#lib/orders/input';
import type { OrderDto } from '#lib/orders/output';
import { asksForStock } from '#lib/orders/rules';

/** What was made is either sold again or lost: somebody has to say. */
const cancelMadeInput = cancelOrderInput.extend({
  stock: cancelOrderInput.shape.stock.refine((stock) => stock !== null, 'Choose back to stock or waste.'),
});

/** Asks why, and, once something was made, where it goes. */
export function CancelOrder({ order, locale, onClose }: { order: OrderDto; locale: string; onClose: () => void }) {
  const asks = asksForStock(order.status);
  return (
    <FormDialog
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={`Cancel ${order.order_number}?`}
      description={
        asks
          ? 'The customer sees that the order is cancelled. This cannot be undone.'
          : 'The goods go back to stock, and the customer sees that the order is cancelled. This cannot be undone.'
      }
      schema={asks ? cancelMadeInput : cancelOrderInput}
      action={cancelOrderAction}
      defaultValues={{ order_id: order.id, cancel_reason: '', stock: asks ? null : 'back', version: order.version }}
      submitLabel="Cancel order"
      variant="danger"
      done={`${order.order_number} is cancelled.`}
    >
      {({ field, idOf, errorOf }) => (
        <>
          {order.paid > 0 ? (
            <Notice tone="warn">
              {formatAmount(order.paid, order.currency, locale)} was paid. Record the refund afterwards, under payments.
            </Notice>
          ) : null}
          <TextField label="Reason" optional maxLength={200} {...field('cancel_reason')} />
          {asks ? (
            <Choices id={idOf('stock')} legend="What happens with what was made?" error={errorOf('stock')} min="medium">
              <Choice title="Back to stock" note="It can be sold again" value="back" {...field('stock')} />
              <Choice title="Waste" note="It is lost" value="waste" {...field('stock')} />
            </Choices>
          ) : null}
        </>
      )}
    </FormDialog>
  );
}
