import { z } from 'zod';
import { contract } from '#lib/http/contract';
import { confirmSecondFactorInput, startSecondFactorInput, withSecondFactorInput } from './second-factor-input.ts';
import { newSecondFactorOutput, recoveryCodesOutput, secondFactorOutput } from './second-factor-output.ts';

const own = { access: 'login', tag: 'Sign-in' } as const;
const who = 'For those who work at the desk.';
const password = 'correct horse battery';
const codes = {
  recovery_codes: [
    'k3v9q-0zt7m',
    'p2m4x-8dn1c',
    '7hj3w-qe5rb',
    'z0c8t-4vk6s',
    'm9n2d-1xg7p',
    'w5r3b-6yh0j',
    'e8k1v-9tc4z',
    '3qs7m-2fd5n',
    'x6b0h-7pw8k',
    'd4t9g-3jr1v',
  ],
};

export const getSecondFactorApi = contract({
  ...own,
  id: 'getSecondFactor',
  method: 'GET',
  path: '/auth/second-factor',
  summary: 'Get one’s own second step',
  description: `${who} Whether signing in takes a code besides the password, and whether the shop asks for that.`,
  output: secondFactorOutput,
  example: {
    data: { is_on: true, since: '2026-02-01T08:00:00.000Z', recovery_codes_left: 9, is_required: false },
  },
});

export const startSecondFactorApi = contract({
  ...own,
  id: 'startSecondFactor',
  method: 'POST',
  path: '/auth/second-factor/start',
  summary: 'Begin to set up a second step',
  description: `${who} A secret for an authenticator app (RFC 6238: SHA-1, six digits, 30 seconds). It counts once a first code has confirmed it; beginning again replaces it.`,
  body: startSecondFactorInput,
  output: newSecondFactorOutput,
  errors: ['CONF_002'],
  example: {
    body: { password },
    data: {
      secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
      uri: 'otpauth://totp/Crumb:maria?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Crumb',
    },
  },
});

export const confirmSecondFactorApi = contract({
  ...own,
  id: 'confirmSecondFactor',
  method: 'POST',
  path: '/auth/second-factor/confirm',
  summary: 'Switch the second step on',
  description: 'By a first code of the app. Answers ten recovery codes, this once; all other sessions end.',
  body: confirmSecondFactorInput,
  output: recoveryCodesOutput,
  errors: ['DB_002'],
  example: { body: { totp: '492039' }, data: codes },
});

export const renewRecoveryCodesApi = contract({
  ...own,
  id: 'renewRecoveryCodes',
  method: 'POST',
  path: '/auth/second-factor/recovery-codes',
  summary: 'Make new recovery codes',
  description: 'Those there were are void. Takes the password and a code.',
  body: withSecondFactorInput,
  output: recoveryCodesOutput,
  errors: ['DB_002'],
  example: { body: { password, totp: '492039' }, data: codes },
});

export const endSecondFactorApi = contract({
  ...own,
  id: 'endSecondFactor',
  method: 'POST',
  path: '/auth/second-factor/end',
  summary: 'Switch the second step off',
  description: 'Takes the password and a code of the app, or a recovery code.',
  body: withSecondFactorInput,
  output: z.object({ ended: z.literal(true) }),
  errors: ['DB_002'],
  example: { body: { password, totp: '492039' }, data: { ended: true } },
});
