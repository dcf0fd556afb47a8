'use client';

import { useActionState } from 'react';
import { TextField } from '#components/ui/field';
import { Notice } from '#components/ui/notice';
import { SubmitButton } from '#components/ui/submit-button';
import { type FormState, formStart } from '#lib/http/form-state';
import { cancelOwnOrderAction } from '#lib/orders/storefront-actions';

/** The customer's own cancelling: unfolded first, so that one press does not do it. */
export function CancelForm({ orderNumber, hasPaid }: { orderNumber: string; hasPaid: boolean }) {
  const [{ result, values }, cancel] = useActionState<FormState<never>, FormData>(cancelOwnOrderAction, formStart());
  const refused = result && !result.ok ? result : null;
  return (
    <details className="fold" open={refused !== null}>
      <summary>Cancel this order</summary>
      <form action={cancel} className="fold-body">
        {refused ? (
          <Notice tone="bad">
            {refused.code === 'ORD_002' ? 'We have begun already: please call us.' : refused.message}
          </Notice>
        ) : null}
        <p>
          {hasPaid
            ? 'Nothing will be made then, and we will be in touch about what you have paid.'
            : 'Nothing will be made then, and nothing has to be paid.'}{' '}
          This cannot be undone.
        </p>
        <input type="hidden" name="order_number" value={orderNumber} />
        <TextField
          name="cancel_reason"
          label="Would you tell us why?"
          optional
          maxLength={200}
          defaultValue={values.cancel_reason}
          error={refused?.fields.cancel_reason?.[0]}
        />
        <SubmitButton variant="danger" pendingLabel="Cancelling …">
          Yes, cancel the order
        </SubmitButton>
      </form>
    </details>
  );
}
