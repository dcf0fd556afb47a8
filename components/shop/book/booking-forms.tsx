'use client';

import { useTranslations } from 'next-intl';
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
  const t = useTranslations('booking');
  const accept = useAnswer(acceptQuoteAction);
  return (
    <div className="mt-4 grid gap-4">
      {accept.refused ? (
        <Notice tone="bad">{accept.refused.code === 'BOOK_002' ? t('quote_gone') : accept.refused.message}</Notice>
      ) : null}
      {hasExpired ? (
        <Notice tone="warn">{t('quote_expired')}</Notice>
      ) : (
        <form action={accept.run}>
          <input type="hidden" name="booking_number" value={bookingNumber} />
          <SubmitButton size="lg" pendingLabel={t('accepting')}>
            {t('accept')}
          </SubmitButton>
        </form>
      )}
      <Ending
        bookingNumber={bookingNumber}
        action={declineQuoteAction}
        id="decline"
        summary={t('decline')}
        note={t('decline_note')}
        label={t('yes_decline')}
      />
    </div>
  );
}

export function CancelBooking({ bookingNumber, hasPaid }: { bookingNumber: string; hasPaid: boolean }) {
  const t = useTranslations('booking');
  return (
    <Ending
      bookingNumber={bookingNumber}
      action={cancelBookingAction}
      id="cancel"
      summary={t('cancel')}
      note={t(hasPaid ? 'cancel_paid' : 'cancel_unpaid')}
      label={t('yes_cancel')}
    />
  );
}

/** Unfolded first, so that one press does not do it. */
function Ending({
  bookingNumber,
  action,
  id,
  summary,
  note,
  label,
}: {
  bookingNumber: string;
  action: FormAction<never>;
  /** Which of the two on the page. */
  id: 'decline' | 'cancel';
  summary: string;
  note: string;
  label: string;
}) {
  const t = useTranslations('booking');
  const { refused, values, run } = useAnswer(action);
  return (
    <details className="fold" open={refused !== null}>
      <summary>{summary}</summary>
      <form action={run} className="fold-body">
        {refused ? <Notice tone="bad">{refused.code === 'BOOK_002' ? t('not_here') : refused.message}</Notice> : null}
        <p>{note}</p>
        <input type="hidden" name="booking_number" value={bookingNumber} />
        <TextField
          id={`reason-${id}`}
          name="reason"
          label={t('why')}
          optional
          maxLength={200}
          defaultValue={values.reason}
          error={refused?.fields.reason?.[0]}
        />
        <SubmitButton variant="danger" pendingLabel={t('sending')}>
          {label}
        </SubmitButton>
      </form>
    </details>
  );
}
