'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FailureNotice } from '#components/admin/failure-notice';
import { Panel } from '#components/admin/shell/stat-tile';
import { Button } from '#components/ui/button';
import { Checkbox } from '#components/ui/choices';
import { SelectField, TextAreaField, TextField } from '#components/ui/field';
import { placeDeskBookingAction } from '#lib/events/actions/bookings';
import { deskBookingFormInput } from '#lib/events/booking-input';
import { numberField, useActionForm } from '../use-action-form.ts';

type Named = { id: string; name: string };
const chosen = { setValueAs: (value: unknown) => (value === '' ? null : value) };

/** A booking taken on the phone. */
export function NewBooking({ packages, themes, today }: { packages: Named[]; themes: Named[]; today: string }) {
  const router = useRouter();
  // One key per form: a second press is the same booking.
  const [key] = useState(() => crypto.randomUUID());
  const { field, submit, busy, failure } = useActionForm({
    schema: deskBookingFormInput,
    action: placeDeskBookingAction,
    defaultValues: {
      idempotency_key: key,
      booking: {
        customer_id: null,
        client_info: { name: '', phone: '', email: '' },
        event_type: '',
        date: '',
        time: '',
        venue: '',
        guests: null,
        package_id: null,
        theme_id: null,
        message: '',
        any_day: false,
      },
    },
    fieldsOf: ({ code, fields, message }) =>
      code === 'BOOK_001'
        ? { 'booking.date': [`${message} Tick the box below to note it all the same.`] }
        : Object.fromEntries(
            Object.entries(fields).map(([name, said]) => [name.replace(/^(?!booking\.)/, 'booking.'), said]),
          ),
    done: (booking) => `${booking.booking_number} is noted.`,
    onDone: (booking) => router.push(`/admin/bookings/${booking.id}`),
    refresh: false,
  });
  const options = (none: string, list: Named[]) => [
    { value: '', label: none },
    ...list.map(({ id: value, name: label }) => ({ value, label })),
  ];
  return (
    <form className="grid max-w-3xl gap-6" noValidate onSubmit={submit}>
      <FailureNotice failure={failure} />
      <Panel title="Client">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField label="Name" maxLength={100} autoComplete="off" {...field('booking.client_info.name')} />
          <TextField label="Phone" type="tel" autoComplete="off" {...field('booking.client_info.phone')} />
          <TextField label="E-mail" optional type="email" autoComplete="off" {...field('booking.client_info.email')} />
        </div>
      </Panel>
      <Panel title="Event">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField label="Occasion" maxLength={60} autoComplete="off" {...field('booking.event_type')} />
          <TextField label="Day" type="date" min={today} {...field('booking.date')} />
          <TextField label="Begins at" optional type="time" {...field('booking.time')} />
          <TextField label="Guests" optional inputMode="numeric" {...field('booking.guests', numberField)} />
          <SelectField
            label="Package"
            options={options('Not chosen', packages)}
            {...field('booking.package_id', chosen)}
          />
          <SelectField label="Theme" options={options('Not chosen', themes)} {...field('booking.theme_id', chosen)} />
          <div className="sm:col-span-2">
            <TextField label="Where" optional maxLength={300} autoComplete="off" {...field('booking.venue')} />
          </div>
          <div className="sm:col-span-2">
            <TextAreaField label="Message" optional rows={3} maxLength={2000} {...field('booking.message')} />
          </div>
          <div className="sm:col-span-2">
            <Checkbox label="Also for a day that is full or blocked" {...field('booking.any_day')} />
          </div>
        </div>
      </Panel>
      <div>
        <Button type="submit" busy={busy}>
          Add booking
        </Button>
      </div>
    </form>
  );
}
