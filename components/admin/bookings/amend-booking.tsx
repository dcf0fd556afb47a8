'use client';

import { FormDialog } from '#components/admin/form-dialog';
import { SelectField, TextAreaField, TextField } from '#components/ui/field';
import { amendBookingAction } from '#lib/events/actions/bookings';
import { amendBookingForm } from '#lib/events/booking-input';
import type { BookingDto } from '#lib/events/booking-output';
import { numberField } from '../use-action-form.ts';
import { type Stale, StaleBooking } from './stale-booking.tsx';

/** What the event is, as somebody said it later; its day, package and price have ways of their own. */
export function AmendBooking({
  booking,
  stale,
  clock,
  themes,
  onClose,
}: {
  booking: BookingDto;
  stale: Stale;
  /** The hour it begins on the clock of the shop, or nothing. */
  clock: string;
  themes: readonly { id: string; name: string }[];
  onClose: () => void;
}) {
  const { theme } = booking;
  // One that is no longer shown can be kept, not chosen.
  const kept = theme?.id && !themes.some(({ id }) => id === theme.id) ? [{ value: theme.id, label: theme.name }] : [];
  const options = [
    { value: '', label: 'No theme' },
    ...themes.map(({ id: value, name: label }) => ({ value, label })),
    ...kept,
  ];
  return (
    <FormDialog
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={`Change ${booking.booking_number}`}
      description="The client gets a mail with how it stands now. Day and package are changed by Move, the price by a quote."
      schema={amendBookingForm}
      action={amendBookingAction}
      defaultValues={{
        booking_id: booking.id,
        event_type: booking.event_type,
        time: clock,
        venue: booking.venue,
        guests: booking.guests,
        theme_id: theme?.id ?? null,
        message: booking.message,
        reason: '',
        version: booking.version,
      }}
      failureOf={(form) => (
        <StaleBooking form={form} onto={(newest) => form.form.setValue('version', newest)} stale={stale} />
      )}
      submitLabel="Change booking"
      done={`${booking.booking_number} is changed.`}
    >
      {({ field }) => (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField label="Occasion" maxLength={60} autoComplete="off" {...field('event_type')} />
          <SelectField
            label="Theme"
            options={options}
            {...field('theme_id', { setValueAs: (value) => (value === '' ? null : value) })}
          />
          <TextField label="Begins at" optional type="time" {...field('time')} />
          <TextField label="Guests" optional inputMode="numeric" {...field('guests', numberField)} />
          <div className="sm:col-span-2">
            <TextField label="Where" optional maxLength={300} autoComplete="off" {...field('venue')} />
          </div>
          <div className="sm:col-span-2">
            <TextAreaField label="Message" optional rows={4} maxLength={2000} {...field('message')} />
          </div>
          <div className="sm:col-span-2">
            <TextField
              label="Reason"
              optional
              hint="For colleagues, in the timeline."
              maxLength={200}
              autoComplete="off"
              {...field('reason')}
            />
          </div>
        </div>
      )}
    </FormDialog>
  );
}
