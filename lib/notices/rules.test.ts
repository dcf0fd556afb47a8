import { describe, expect, it } from 'vitest';
import {
  fillLine,
  fillSms,
  fillText,
  kindOf,
  kindsOf,
  languageOf,
  NOTICE_EVENTS,
  NOTICE_KINDS,
  NOTICE_LANGUAGES,
  type NoticeValues,
  PLACEHOLDERS,
  unknownPlaceholders,
} from './rules.ts';
import { defaultText, editedPart, textOf } from './texts.ts';

describe('filling a text', () => {
  it.each([
    ['Hello {customer},', { customer: 'Ana' }, 'Hello Ana,'],
    // Nothing to say: the line goes, and with it the gap it leaves.
    ['One\n\nWhen: {slot}\n\nTwo', { slot: '' }, 'One\n\nTwo'],
    ['Pay {due} by {pay_until}.', { due: '€5' }, 'Pay €5 by .'],
    ['{items}', { items: '1 × Rye\n2 × Spelt' }, '1 × Rye\n2 × Spelt'],
    ['Nothing is open here', {}, 'Nothing is open here'],
    // What a value holds is not filled again, and what nobody knows stays as it is.
    ['{customer} {strange} {}', { customer: '{shop}', shop: 'Mill' }, '{shop} {strange} {}'],
    ['a {slot} b', { slot: '', customer: 'x' }, ''],
  ])('%j', (text, values, filled) => {
    expect(fillText(text, values)).toBe(filled);
  });

  it('keeps a subject and an SMS on one line', () => {
    expect(fillLine('{shop}: {items}', { shop: 'Mill\r\nBcc: x', items: '1 × Rye\n2 × Spelt' })).toBe(
      'Mill Bcc: x: 1 × Rye 2 × Spelt',
    );
  });
});

it('sends an SMS in signs that do not make it two', () => {
  expect(fillSms('{shop}: {slot}', { shop: '„Crumb” & Ember’s', slot: '10:00–12:00…\u202f1 × 2' })).toBe(
    '"Crumb" & Ember\'s: 10:00-12:00... 1 x 2',
  );
});

it('names what it cannot fill', () => {
  expect(
    unknownPlaceholders('staff_low_stock', 'Only {left} of {product} for {customer} {Left} {} {customer}'),
  ).toEqual(['{customer}', '{Left}', '{}']);
});

it('reads a locale as a language', () => {
  expect(['ro-RO', 'de', 'en-IE', 'fr', ''].map(languageOf)).toEqual(['ro', 'de', 'en', 'en', 'en']);
});

it('tells every event to somebody, the customer first', () => {
  for (const event of NOTICE_EVENTS) expect(kindsOf(event)).not.toEqual([]);
  expect(kindsOf('order_placed')).toEqual(['customer_order_placed', 'staff_order_placed']);
});

const everything: NoticeValues = Object.fromEntries(Object.keys(PLACEHOLDERS).map((word) => [word, `<${word}>`]));

describe.each(NOTICE_LANGUAGES)('the default texts in %s', (language) => {
  it.each(NOTICE_KINDS)('%s', (kind) => {
    const text = defaultText(language, kind);
    const { channels, placeholders } = kindOf(kind);
    expect(Boolean(text.sms)).toBe(channels.sms !== undefined);
    for (const part of [text.subject, text.body, text.sms ?? '']) {
      expect(unknownPlaceholders(kind, part)).toEqual([]);
      expect(fillText(part, everything)).not.toMatch(/[{}]/);
      expect(part).toBe(part.trim());
    }
    // Whatever is missing, the subject says something and the letter leads somewhere.
    expect(fillLine(text.subject, everything)).not.toBe('');
    if (placeholders.includes('link')) expect(text.body).toContain('{link}');
    // The same words stand open in every language.
    const open = (words: string) => [...new Set(words.match(/\{\w+\}/g))].sort();
    expect(open(text.body)).toEqual(open(defaultText('en', kind).body));
    expect(text.subject.length).toBeLessThanOrEqual(150);
    expect(text.body.length).toBeLessThanOrEqual(4000);
  });
});

describe('what a shop has written', () => {
  const kind = 'customer_order_ready';

  it('is kept only where it differs', () => {
    const { subject, body, sms } = defaultText('en', kind);
    expect(editedPart('en', kind, { subject, body, sms })).toBeNull();
    expect(editedPart('en', kind, { subject: 'Come!', body, sms: '' })).toEqual({ subject: 'Come!' });
  });

  it('stands in for the default, part by part', () => {
    const texts = { de: { [kind]: { subject: 'Abholbereit' } } };
    expect(textOf(texts, 'de', kind)).toEqual({ ...defaultText('de', kind), subject: 'Abholbereit' });
    expect(textOf(texts, 'en', kind)).toEqual(defaultText('en', kind));
  });
});
