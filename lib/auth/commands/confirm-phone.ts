import 'server-only';
import { z } from 'zod';
import type { Context } from '#lib/context';
import { callFunction } from '#lib/database';
import { DomainError, ValidationError } from '#lib/errors';
import { takeLimit } from '#lib/kv/limits';
import { parsePhone } from '#lib/phone';
import { getSettings } from '#lib/settings/queries';
import type { ConfirmPhone } from '../phone-input.ts';
import type { CustomerSessionDto } from '../phone-output.ts';
import { CUSTOMER_SESSION_SECONDS, GUESS_LIMIT } from '../phone-rules.ts';
import { hashSecret, newSecret } from '../secrets.ts';
import { sealCode } from './send-phone-code.ts';

const judged = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('right') }),
  z.object({ outcome: z.literal('wrong'), tries_left: z.int() }),
  z.object({ outcome: z.literal('gone') }),
]);

/** Over all phones: whoever tries one code after the other at many of them is stopped as well. */
async function countGuess(ctx: Context): Promise<void> {
  if (!ctx.addressHash) return;
  try {
    await takeLimit(ctx, { name: 'phone-guess', subject: ctx.addressHash, ...GUESS_LIMIT });
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'RATE_001') throw error;
    throw new DomainError('SMS_004', { ...error.details, reason: 'guesses' }, { cause: error });
  }
}

/**
 * Exchanges the newest code of a phone for a customer session of 24 hours. Throws VALIDATION_ERROR, SMS_002 (wrong;
 * `tries_left` of five), SMS_003 (none there, expired or used up), SMS_004 (`reason` guesses, `retry_after` in seconds).
 */
export async function confirmPhone(
  ctx: Context,
  { phone: typed, purpose, code, name }: ConfirmPhone,
  { userAgent }: { userAgent: string | null },
): Promise<CustomerSessionDto> {
  // Open to everybody: the code is the proof.
  const { shop } = await getSettings(ctx);
  const phone = parsePhone(typed, shop.country);
  if (phone === null) throw ValidationError.of('phone', 'VAL_002', 'Enter the whole phone number, with its area code.');
  await countGuess(ctx);
  const token = newSecret();
  const answer = judged.parse(
    await callFunction(ctx, 'redeem_phone_code', {
      phone,
      purpose,
      code_hash: sealCode(phone, purpose, code),
      now: ctx.now,
      request_id: ctx.requestId,
      session: {
        token_hash: hashSecret(token),
        name,
        user_agent: userAgent?.slice(0, 300) ?? null,
        ip_hash: ctx.addressHash,
        expires_at: new Date(ctx.now.getTime() + CUSTOMER_SESSION_SECONDS * 1000),
      },
    }),
  );
  if (answer.outcome === 'gone') throw new DomainError('SMS_003');
  if (answer.outcome === 'wrong') throw new DomainError('SMS_002', { tries_left: answer.tries_left });
  return { token, expires_in: CUSTOMER_SESSION_SECONDS };
}
