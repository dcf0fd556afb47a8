import { expect, it } from 'vitest';
import { toValidationError } from '#lib/http/validation';
import { fieldText } from '#lib/i18n/field-text';
import { placeBookingInput } from './booking-input.ts';

/** What the form of a client can be refused with: the door finds its translation by the English words. */
const REFUSED = [
  {},
  { event_type: ' ', date: 'tomorrow', time: '25:00', guests: 0, package_id: 'x', theme_id: 'x' },
  { event_type: 'x'.repeat(61), date: '3026-05-01', guests: 1.5 },
  { guests: 100_001, venue: 'x'.repeat(301), client_info: { name: '', phone: '', email: 'ana' } },
  { client_info: { name: 'Ana', phone: '12', email: `${'a'.repeat(250)}@example.com` } },
];
const sentences = new Set(
  REFUSED.flatMap((input) => {
    const { error } = placeBookingInput.safeParse(input);
    return error ? Object.values(toValidationError(error).fields).flat() : [];
  }),
);

it('is refused in many ways', () => {
  expect(sentences).toContain('Say what you celebrate.');
  expect(sentences).toContain('At least one guest.');
});

it.each(['ro-RO', 'de-DE'])('every sentence beside a field of the form speaks %s', (locale) => {
  expect([...sentences].filter((sentence) => fieldText(sentence, locale) === sentence)).toEqual([]);
});

it('says what is between the words of a sentence', () => {
  const sentence = 'This package is for at most 80 guests.';
  expect(fieldText(sentence, 'ro-RO')).toBe('Numărul maxim de invitați la acest pachet: 80.');
  expect(fieldText(sentence, 'de-DE')).toBe('Gäste bei diesem Paket: höchstens 80.');
  expect(fieldText(sentence, 'en-IE')).toBe(sentence);
});
