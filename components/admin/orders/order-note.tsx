'use client';

import { FailureNotice } from '#components/admin/failure-notice';
import { Button } from '#components/ui/button';
import { TextAreaField } from '#components/ui/field';
import { addOrderNoteAction } from '#lib/orders/actions';
import { addOrderNoteInput } from '#lib/orders/input';
import { useActionForm } from '../use-action-form.ts';

/** A note for colleagues; the customer never sees it. */
export function OrderNote({ orderId }: { orderId: string }) {
  const { form, field, submit, busy, failure } = useActionForm({
    schema: addOrderNoteInput,
    action: addOrderNoteAction,
    defaultValues: { order_id: orderId, note: '' },
    done: 'Note added.',
    onDone: () => form.reset(),
  });
  return (
    <form className="mt-4 grid gap-2 no-print" noValidate onSubmit={submit}>
      <FailureNotice failure={failure} />
      <TextAreaField label="Note for colleagues" maxLength={500} rows={2} {...field('note')} />
      <div>
        <Button type="submit" variant="secondary" size="sm" busy={busy}>
          Add note
        </Button>
      </div>
    </form>
  );
}
