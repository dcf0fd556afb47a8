import type { ComponentProps } from 'react';
import type { FieldValues } from 'react-hook-form';
import { StaleForm } from '../stale-form.tsx';
import { BOOKING_FIELD } from './words.ts';

export type { Stale } from '../stale-form.tsx';

/** A refusal of a form over a booking, in the words of bookings. */
export function StaleBooking<V extends FieldValues>(props: Omit<ComponentProps<typeof StaleForm<V>>, 'words'>) {
  return <StaleForm {...props} words={BOOKING_FIELD} />;
}
