import { generateSync } from 'otplib';
import { STEP_SECONDS } from '#lib/auth/totp';

/** What an authenticator app would show `steps` from `now`. */
export const codeAt = (secret: string, now: Date, steps = 0): string =>
  generateSync({ secret, epoch: Math.floor(now.getTime() / 1000) + steps * STEP_SECONDS });
