import { expect, it } from 'vitest';
import { messageId, smtpOptions } from './smtp.ts';

it.each([
  ['smtp://mail.example.com', { host: 'mail.example.com', secure: false }],
  ['smtps://me%40x.example:p%2Fw@mail.example.com', { secure: true, auth: { user: 'me@x.example', pass: 'p/w' } }],
  ['smtp://[::1]:2525?tls.rejectUnauthorized=false', { host: '::1', port: 2525, tls: { rejectUnauthorized: false } }],
])('reads %s', (url, options) => {
  expect(smtpOptions(url)).toMatchObject(options);
});

it('names a letter by its row and the domain of its sender', () => {
  expect(messageId({ id: '1', from: 'Mill <Bread@Mill.example>' })).toBe('<1@mill.example>');
  expect(messageId({ id: '1', from: 'bread@mill.example' })).toBe('<1@mill.example>');
});
