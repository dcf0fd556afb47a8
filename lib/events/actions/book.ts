'use server';

import { hashSecret } from '#lib/auth/secrets';
import { actionContext } from '#lib/http/action';
import { formAction, readValues } from '#lib/http/form';
import type { FormState } from '#lib/http/form-state';
import { go } from '#lib/http/go';
import { readOrderKey, writeBookingKey } from '#lib/http/order-cookie';
import { type Words, wordsIn } from '#lib/i18n/words';
import { type BookForm, type BookState, bookFormInput } from '../book-input.ts';
import { acceptOwnQuote, cancelOwnBooking, declineOwnQuote, placeBooking } from '../booking-commands.ts';
import { endOwnBookingInput, ownBookingInput } from '../booking-input.ts';
import { getBookView } from '../queries/book.ts';

/** What clients' forms call. Each works as a plain form too. */

const pageOf = (number: string) => `/booking/${encodeURIComponent(number)}`;

const place = formAction({
  input: bookFormInput,
  numbers: ['guests'],
  // Blank fields are left out, and with all of them the client: each is still asked for by its name.
  toInput: ({ idempotency_key, intent, show, ...booking }) => ({
    idempotency_key,
    booking: { ...booking, client_info: booking.client_info ?? {} },
  }),
  run: async (ctx, { idempotency_key: key, booking: input }: BookForm): Promise<never> => {
    // One form is one booking, whatever was changed in it after the first answer was lost.
    const { booking, replayed } = await placeBooking(ctx, input, {
      idempotency: { scope: 'web:booking', key, hash: hashSecret(key) },
      channel: 'web',
    });
    await writeBookingKey(booking.booking_number, new URL(booking.access_url).searchParams.get('key') ?? '');
    return go(`${pageOf(booking.booking_number)}${replayed ? '?again=1' : ''}`);
  },
});

/** Field names of the form, which knows nothing of the booking they become part of. */
function unprefix({ result, values }: FormState<never>, t: Words<'booking'>): FormState<never> {
  if (!result || result.ok) return { result, values };
  const fields = Object.fromEntries(
    Object.entries(result.fields).map(([name, said]) => [name.replace(/^booking\./, ''), said]),
  );
  // A day that went meanwhile is told where days are chosen.
  const taken = { date: [t('date_gone')] };
  const isTaken = result.code === 'BOOK_001';
  return {
    result: isTaken ? { ...result, code: 'VALIDATION_ERROR', fields: taken } : { ...result, fields },
    values,
  };
}

/** `intent` says which button: `look` shows the days of a month for what is chosen so far, else it is asked for. */
export async function bookAction(previous: BookState, form: FormData): Promise<BookState> {
  const typed = readValues(form);
  const { intent = 'book', ...values } = typed;
  const isLook = intent !== 'book';
  const shown = { ...values, ...(isLook ? { show: intent.replace('look', '') } : {}) };
  const tried = isLook ? null : await place({ result: null, values: previous.values }, form);
  const ctx = await actionContext();
  const result = tried && unprefix(tried, wordsIn(ctx.locale, 'booking')).result;
  return { result, values: shown, view: await getBookView(ctx, shown) };
}

const answer = (act: typeof acceptOwnQuote, words: string) =>
  formAction({
    input: endOwnBookingInput,
    run: async (ctx, input): Promise<never> => {
      await act(ctx, input, { key: await readOrderKey() });
      return go(`${pageOf(input.booking_number)}?${words}=1`);
    },
  });

const accept = formAction({
  input: ownBookingInput,
  run: async (ctx, input): Promise<never> => {
    await acceptOwnQuote(ctx, input, { key: await readOrderKey() });
    return go(`${pageOf(input.booking_number)}?accepted=1`);
  },
});
const decline = answer(declineOwnQuote, 'declined');
const cancel = answer(cancelOwnBooking, 'cancelled');

export async function acceptQuoteAction(previous: FormState<never>, form: FormData) {
  return accept(previous, form);
}

export async function declineQuoteAction(previous: FormState<never>, form: FormData) {
  return decline(previous, form);
}

export async function cancelBookingAction(previous: FormState<never>, form: FormData) {
  return cancel(previous, form);
}
