import { z } from 'zod';
import { contract } from '#lib/http/contract';
import { refreshInput, signInInput } from './input.ts';
import { tokensOutput, userOutput } from './output.ts';
import { confirmPhoneInput, sendPhoneCodeInput } from './phone-input.ts';
import { customerSessionOutput, sentCodeOutput } from './phone-output.ts';

const shown = { access: 'public', tag: 'Sign-in' } as const;
const user = { id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e3101', name: 'Maria', role: 'staff' };
const data = {
  token: 'eyJhbGciOiJIUzI1NiJ9.eyJzaWQiOiIwMTk4In0.c2lnbmF0dXJl',
  token_type: 'Bearer',
  expires_in: 7200,
  refresh_token: 'k3J0Zr9m4Qx2b7Yt1uW5sE8dA6fGhJ0lZxCvBnM3pQo',
  user,
};
const signedOut = z.object({ signed_out: z.literal(true) });

const signIn = {
  ...shown,
  method: 'POST',
  isAnonymous: true,
  body: signInInput,
  accepts: 'form',
  output: tokensOutput,
  errors: ['AUTH_001', 'AUTH_006', 'AUTH_007'],
  example: { body: { username: 'maria', password: 'correct horse battery' }, data },
} as const;
const limits =
  'Ten tries in 15 minutes per account and address; an unknown name costs as much as a wrong password. Who has set up a second step sends its code as `totp`: once the password is right, `AUTH_006` says that it is missing and `AUTH_007` that it is wrong or was used before. With a wrong password it is always `AUTH_001`, whatever the code.';

export const signInApi = contract({
  ...signIn,
  id: 'signIn',
  path: '/auth/login',
  summary: 'Sign in',
  description: `By username, e-mail or phone, as JSON or form-encoded. ${limits}`,
});

export const staffSignInApi = contract({
  ...signIn,
  id: 'staffSignIn',
  path: '/admin/login',
  summary: 'Sign in at the desk',
  description: `The same, for staff and admins only. ${limits}`,
});

export const refreshApi = contract({
  ...shown,
  id: 'refreshTokens',
  method: 'POST',
  path: '/auth/refresh',
  isAnonymous: true,
  summary: 'Exchange a refresh token',
  description: 'New tokens for a refresh token, which is good once. Using it again ends the whole session.',
  body: refreshInput,
  output: tokensOutput,
  errors: ['AUTH_002'],
  example: { body: { refresh_token: data.refresh_token }, data },
});

export const signOutApi = contract({
  ...shown,
  id: 'signOut',
  method: 'POST',
  path: '/auth/logout',
  access: 'customer',
  summary: 'Sign out',
  description: 'Ends this session at once: its tokens are refused from now on.',
  output: signedOut,
  errors: ['AUTH_002'],
  example: { data: { signed_out: true } },
});

export const signOutEverywhereApi = contract({
  ...shown,
  id: 'signOutEverywhere',
  method: 'POST',
  path: '/auth/logout-all',
  access: 'customer',
  summary: 'Sign out everywhere',
  description: 'Ends every session of this user on every device.',
  output: signedOut,
  errors: ['AUTH_002', 'AUTH_005'],
  example: { data: { signed_out: true } },
});

export const meApi = contract({
  ...shown,
  id: 'getMe',
  method: 'GET',
  path: '/auth/me',
  access: 'customer',
  summary: 'Get who is signed in',
  description: 'The user behind the token or the cookie.',
  output: userOutput,
  errors: ['AUTH_002', 'AUTH_008'],
  example: { data: user },
});

const phones = { method: 'POST', access: 'public', tag: 'Phone check', isAnonymous: true } as const;

export const sendPhoneCodeApi = contract({
  ...phones,
  id: 'sendPhoneCode',
  path: '/sms/verify',
  summary: 'Send a code to a phone',
  description:
    'A code of 4 to 8 digits, good for ten minutes and five guesses; it ends the one before. Another after a minute, at most ten an hour and ten a day for each phone, fewer where an address, a country or the shop as a whole has used up its share. When no SMS can be sent, `SMS_001` names the ways that are left in `channels`: `email` (ask again with `channel` and an address) and `call_back` (place the order with `call_back`, and the shop calls).',
  body: sendPhoneCodeInput,
  output: sentCodeOutput,
  status: 202,
  errors: ['SMS_001', 'SMS_004'],
  example: {
    body: { phone: '+40721234567' },
    data: { channel: 'sms', expires_in: 600, resend_in: 60, channels: ['sms'] },
  },
});

export const confirmPhoneApi = contract({
  ...phones,
  id: 'confirmPhone',
  path: '/sms/confirm',
  summary: 'Confirm a phone by its code',
  description:
    'The newest code of a phone opens a customer session of 24 hours: as an httpOnly cookie, and as a token that is good as `Authorization: Bearer`. Orders for this phone then need no other check. `SMS_002` says how many `tries_left` of five; `SMS_003` means that a new code is needed.',
  body: confirmPhoneInput,
  output: customerSessionOutput,
  errors: ['SMS_002', 'SMS_003', 'SMS_004'],
  example: {
    body: { phone: '+40721234567', code: '482913' },
    data: { token: 'k3J0Zr9m4Qx2b7Yt1uW5sE8dA6fGhJ0lZxCvBnM3pQo', expires_in: 86_400 },
  },
});
