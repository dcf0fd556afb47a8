'use client';

import { FailureNotice } from '#components/admin/failure-notice';
import { Button } from '#components/ui/button';
import { TextAreaField } from '#components/ui/field';
import { noteBookingAction } from '#lib/events/actions/bookings';
import { bookingNoteInput } from '#lib/events/booking-input';
import { useActionForm } from '../use-action-form.ts';

/** What colleagues should know; the client never sees it. */
export function BookingNote({ bookingId, note }: { bookingId: string; note: string }) {
  const { field, submit, busy, failure } = useActionForm({
    schema: bookingNoteInput,
    action: noteBookingAction,
    defaultValues: { booking_id: bookingId, internal_note: note },
    done: 'Note kept.',
  });
  return (
    <form className="grid gap-2" noValidate onSubmit={submit}>
      <FailureNotice failure={failure} />
      <TextAreaField label="Note for colleagues" maxLength={2000} rows={3} {...field('internal_note')} />
      <div>
        <Button type="submit" variant="secondary" size="sm" busy={busy}>
          Keep note
        </Button>
      </div>
    </form>
  );
}
