import { z } from 'zod';
import { idInput } from '#lib/fields';
import type { FormState, FormValues } from '#lib/http/form-state';
import { placeBookingInput } from './booking-input.ts';
import type { AvailabilityDto } from './booking-output.ts';

/** The storefront's form: one key is one booking, whatever was pressed twice. */
export const bookFormInput = z.strictObject({ idempotency_key: idInput, booking: placeBookingInput });
export type BookForm = z.output<typeof bookFormInput>;

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** The month whose days are shown: `show` says it, else that of the chosen day. */
export function monthOf({ show, date }: FormValues, today: string): string {
  const asked = [show, date?.slice(0, 7)].find((word) => month.safeParse(word).success);
  const first = today.slice(0, 7);
  return asked !== undefined && asked > first ? asked : first;
}

/** What the page shows of a month: with a package how its days stand, without one every day from today on. */
export type BookView = { month: string; days: AvailabilityDto['days'] };
export type BookState = FormState<never> & { view: BookView };
