'use client';

import { useActionState } from 'react';
import { TextField } from '#components/ui/field';
import { Notice } from '#components/ui/notice';
import { SubmitButton } from '#components/ui/submit-button';
import { acceptQuoteAction, cancelBookingAction, declineQuoteAction } from '#lib/events/actions/book';
import { type FormAction, type FormState, formStart } from '#lib/http/form-state';

const useAnswer = (action: FormAction<never>) => {
  const [{ result, values }, run] = useActionState<FormState<never>, FormData>(action, formStart());
  return { refused: result && !result.ok ? result : null, values, run };
};

/** The client's yes or no. */
export function QuoteAnswer({ bookingNumber, hasExpired }: { bookingNumber: string; hasExpired: boolean }) {
  const accept = useAnswer(acceptQuoteAction);
  return (
    <div className="mt-4 grid gap-4">
      {accept.refused ? (
        <Notice tone="bad">
          {accept.refused.code === 'BOOK_002'
            ? 'The quote has changed or expired meanwhile. Load the page again, or call us.'
            : accept.refused.message}
        </Notice>
      ) : null}
      {hasExpired ? (
        <Notice tone="warn">This quote has expired. Call us if you are still interested.</Notice>
      ) : (
        <form action={accept.run}>
          <input type="hidden" name="booking_number" value={bookingNumber} />
          <SubmitButton size="lg" pendingLabel="Accepting …">
            Accept the quote
          </SubmitButton>
        </form>
      )}
      <Ending
        bookingNumber={bookingNumber}
        action={declineQuoteAction}
        summary="Decline the quote"
        note="We are told, and nothing is owed."
        label="Yes, decline"
      />
    </div>
  );
}

export const CancelBooking = ({ bookingNumber, hasPaid }: { bookingNumber: string; hasPaid: boolean }) => (
  <Ending
    bookingNumber={bookingNumber}
    action={cancelBookingAction}
    summary="Cancel this booking"
    note={
      hasPaid
        ? 'We will be in touch about what you have paid. This cannot be undone.'
        : 'Nothing has to be paid then. This cannot be undone.'
    }
    label="Yes, cancel the booking"
  />
);

/** Unfolded first, so that one press does not do it. */
function Ending({
  bookingNumber,
  action,
  summary,
  note,
  label,
}: {
  bookingNumber: string;
  action: FormAction<never>;
  summary: string;
  note: string;
  label: string;
}) {
  const { refused, values, run } = useAnswer(action);
  return (
    <details className="fold" open={refused !== null}>
      <summary>{summary}</summary>
      <form action={run} className="fold-body">
        {refused ? (
          <Notice tone="bad">
            {refused.code === 'BOOK_002' ? 'This is no longer possible here: please call us.' : refused.message}
          </Notice>
        ) : null}
        <p>{note}</p>
        <input type="hidden" name="booking_number" value={bookingNumber} />
        <TextField
          id={`reason-${label.length}`}
          name="reason"
          label="Would you tell us why?"
          optional
          maxLength={200}
          defaultValue={values.reason}
          error={refused?.fields.reason?.[0]}
        />
        <SubmitButton variant="danger" pendingLabel="Sending …">
          {label}
        </SubmitButton>
      </form>
    </details>
  );
}
