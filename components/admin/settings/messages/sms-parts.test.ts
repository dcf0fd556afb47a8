import { expect, it } from 'vitest';
import { smsParts } from './sms-parts.ts';

it.each([
  ['a'.repeat(160), '160 characters, one SMS.'],
  ['a'.repeat(161), '161 characters, sent as 2 SMS.'],
  [`${'a'.repeat(159)}€`, '161 characters, sent as 2 SMS.'],
  ['ă'.repeat(70), '70 characters, one SMS, for its special characters.'],
  ['ș'.repeat(71), '71 characters, sent as 2 SMS, for its special characters.'],
])('counts as the networks do', (text, sentence) => {
  expect(smsParts(text)).toBe(sentence);
});
