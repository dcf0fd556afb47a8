'use client';

import { AmountField } from '#components/admin/amount-field';
import { FormDialog } from '#components/admin/form-dialog';
import { Checkbox } from '#components/ui/choices';
import { SelectField, TextAreaField, TextField } from '#components/ui/field';
import { Notice } from '#components/ui/notice';
import { changeBookingAction, quoteBookingAction, rescheduleBookingAction } from '#lib/events/actions/bookings';
import { changeBookingForm, quoteBookingForm, rescheduleBookingForm } from '#lib/events/booking-input';
import type { BookingDay, BookingDto } from '#lib/events/booking-output';
import { depositOf, QUOTE_DAYS } from '#lib/events/booking-rules';
import { formatAmount } from '#lib/money-text';
import { addDays } from '#lib/time';
import { loadWords } from './booking-facts.tsx';
import { type Stale, StaleBooking } from './stale-booking.tsx';

type Shown = { booking: BookingDto; stale: Stale; onClose: () => void };
const closing = (onClose: () => void) => ({
  open: true,
  onOpenChange: (isOpen: boolean) => {
    if (!isOpen) onClose();
  },
});

export type OfferedPackage = { id: string; name: string; price: number | null; deposit_percent: number };

/** The price, the deposit that keeps the day, and until when both hold. */
export function QuoteDialog({
  booking,
  stale,
  today,
  offered,
  onClose,
}: Shown & { today: string; offered: OfferedPackage | undefined }) {
  const price = booking.quoted ?? offered?.price ?? null;
  const share = price === null ? null : depositOf(Math.round(price * 100), offered?.deposit_percent ?? 0) / 100;
  const last = addDays(today, QUOTE_DAYS);
  const [until] = [last, booking.date].sort();
  return (
    <FormDialog
      {...closing(onClose)}
      title={booking.status === 'quoted' ? 'Quote anew' : 'Quote'}
      description="The client gets it by mail, with a link to accept or decline."
      width="narrow"
      schema={quoteBookingForm}
      action={quoteBookingAction}
      defaultValues={{
        booking_id: booking.id,
        quote: {
          amount: price ?? undefined,
          deposit: booking.deposit ?? (share === 0 ? null : share),
          valid_until: until,
          note: '',
          version: booking.version,
        },
      }}
      fieldsOf={({ fields }) =>
        Object.fromEntries(
          Object.entries(fields).map(([name, said]) => [name.startsWith('quote') ? name : `quote.${name}`, said]),
        )
      }
      failureOf={(form) => (
        <StaleBooking
          form={form}
          onto={(newest) => form.form.setValue('quote.version', newest)}
          stale={stale}
          label="Send mine anyway"
        />
      )}
      submitLabel="Send quote"
      done="Quote sent."
    >
      {(form) => (
        <>
          <AmountField form={form} name="quote.amount" label="Price" currency={booking.currency} />
          <AmountField
            form={form}
            name="quote.deposit"
            label="Deposit"
            optional
            hint="Due before the day is kept. Empty: none."
            currency={booking.currency}
          />
          <TextField
            label="Valid until"
            type="date"
            min={today}
            max={booking.date}
            {...form.field('quote.valid_until')}
          />
          <TextAreaField label="Note for colleagues" optional rows={2} maxLength={500} {...form.field('quote.note')} />
        </>
      )}
    </FormDialog>
  );
}

/** Confirming takes the day: what is on it already is said before. */
export function ConfirmBooking({ booking, stale, day, locale, onClose }: Shown & { day: BookingDay; locale: string }) {
  const load = day.packages.find(({ package_id: id }) => id === booking.package?.id);
  const needed = Math.max(0, (booking.deposit ?? 0) - booking.paid);
  const isFull = load !== undefined && (load.blocked || load.booked >= load.capacity);
  return (
    <FormDialog
      {...closing(onClose)}
      title={`Confirm ${booking.booking_number}?`}
      description="The day is kept for the client, who gets the good news by mail."
      width="narrow"
      schema={changeBookingForm}
      action={changeBookingAction}
      defaultValues={{
        booking_id: booking.id,
        status: 'confirmed',
        waive_deposit: false,
        reason: null,
        note: '',
        version: booking.version,
      }}
      fieldsOf={({ code, details, fields, message }) =>
        code === 'BOOK_002' && details.reason === 'deposit'
          ? { waive_deposit: ['The deposit is not there yet. Record it, or confirm without it.'] }
          : code === 'BOOK_001'
            ? { note: [message] }
            : fields
      }
      failureOf={(form) => (
        <StaleBooking
          form={form}
          onto={(newest) => form.form.setValue('version', newest)}
          stale={stale}
          label="Confirm anyway"
        />
      )}
      submitLabel="Confirm"
      done={`${booking.booking_number} is confirmed.`}
    >
      {({ field, errorOf }) => (
        <>
          {load ? (
            <Notice tone={isFull ? 'bad' : 'info'} title={`${load.name}: ${loadWords(load)} on this day`}>
              {isFull ? <p>There is no room left. Move the booking, or open the day first.</p> : null}
            </Notice>
          ) : (
            <Notice tone="info" title="Without a package no day is taken">
              <p>{day.bookings.length - 1} other bookings are on this day.</p>
            </Notice>
          )}
          {needed > 0 ? (
            <>
              <Checkbox
                label={`Without the deposit of ${formatAmount(needed, booking.currency, locale)}`}
                {...field('waive_deposit')}
              />
              {errorOf('waive_deposit') ? <p className="field-error">{errorOf('waive_deposit')}</p> : null}
            </>
          ) : null}
          <TextField label="Note for colleagues" optional maxLength={500} {...field('note')} />
        </>
      )}
    </FormDialog>
  );
}

/** Ends it; the client reads the reason. */
export function EndBooking({ booking, stale, to, onClose }: Shown & { to: 'declined' | 'cancelled' }) {
  const isDecline = to === 'declined';
  return (
    <FormDialog
      {...closing(onClose)}
      title={`${isDecline ? 'Decline' : 'Cancel'} ${booking.booking_number}?`}
      description="The client is told, with the reason. This cannot be undone."
      width="narrow"
      schema={changeBookingForm}
      action={changeBookingAction}
      defaultValues={{ booking_id: booking.id, status: to, reason: '', note: null, version: booking.version }}
      failureOf={(form) => (
        <StaleBooking
          form={form}
          onto={(newest) => form.form.setValue('version', newest)}
          stale={stale}
          label="Go on anyway"
        />
      )}
      submitLabel={isDecline ? 'Decline' : 'Cancel booking'}
      variant="danger"
      done={`${booking.booking_number} is ${isDecline ? 'declined' : 'cancelled'}.`}
    >
      {({ field }) => (
        <>
          {booking.paid > 0 ? (
            <Notice tone="warn">Something was paid. Record the refund afterwards, under payments.</Notice>
          ) : null}
          <TextField label="Reason" optional maxLength={200} {...field('reason')} />
        </>
      )}
    </FormDialog>
  );
}

/** Another day, hour or package; a confirmed booking takes its place there in the same moment, or stays. */
export function MoveBooking({
  booking,
  stale,
  today,
  clock,
  packages,
  onClose,
}: Shown & { today: string; clock: string; packages: readonly OfferedPackage[] }) {
  const named = booking.package;
  const options = [
    { value: '', label: 'No package' },
    ...packages.map(({ id: value, name: label }) => ({ value, label })),
    ...(named && !packages.some(({ id }) => id === named.id) ? [{ value: named.id, label: named.name }] : []),
  ];
  return (
    <FormDialog
      {...closing(onClose)}
      title={`Move ${booking.booking_number}`}
      description={
        booking.status === 'confirmed'
          ? 'Its place is kept on the new day and free on the old one, or nothing changes.'
          : undefined
      }
      width="narrow"
      schema={rescheduleBookingForm}
      action={rescheduleBookingAction}
      defaultValues={{
        booking_id: booking.id,
        date: booking.date,
        time: clock,
        package_id: named?.id ?? null,
        note: '',
        version: booking.version,
      }}
      fieldsOf={({ code, message, fields }) => (code === 'BOOK_001' ? { date: [message] } : fields)}
      failureOf={(form) => (
        <StaleBooking
          form={form}
          onto={(newest) => form.form.setValue('version', newest)}
          stale={stale}
          label="Move it anyway"
        />
      )}
      submitLabel="Move"
      done={`${booking.booking_number} is moved; the client is told.`}
    >
      {({ field }) => (
        <>
          <TextField label="Day" type="date" min={today} {...field('date')} />
          <TextField label="Begins at" type="time" optional {...field('time')} />
          <SelectField
            label="Package"
            options={options}
            {...field('package_id', { setValueAs: (value) => (value === '' ? null : value) })}
          />
          <TextField label="Note" optional maxLength={500} {...field('note')} />
        </>
      )}
    </FormDialog>
  );
}
