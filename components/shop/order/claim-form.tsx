'use client';

import { useActionState } from 'react';
import { TextField } from '#components/ui/field';
import { Notice } from '#components/ui/notice';
import { SubmitButton } from '#components/ui/submit-button';
import { type FormState, formStart } from '#lib/http/form-state';
import { claimPaymentAction } from '#lib/orders/storefront-actions';

/** "I have paid": the shop then looks out for the money. */
export function ClaimForm({ orderNumber }: { orderNumber: string }) {
  const [{ result, values }, claim] = useActionState<FormState<never>, FormData>(claimPaymentAction, formStart());
  const refused = result && !result.ok ? result : null;
  return (
    <details className="fold" open={refused !== null}>
      <summary>I have paid</summary>
      <form action={claim} className="fold-body">
        {refused && !refused.fields.reference ? <Notice tone="bad">{refused.message}</Notice> : null}
        <input type="hidden" name="order_number" value={orderNumber} />
        <TextField
          name="reference"
          label="What does the transfer say?"
          optional
          hint="If its reference differs from the order number, we find it by this."
          maxLength={100}
          defaultValue={values.reference}
          error={refused?.fields.reference?.[0]}
        />
        <SubmitButton variant="secondary" pendingLabel="Telling the shop …">
          Tell the shop that it is paid
        </SubmitButton>
      </form>
    </details>
  );
}
