import 'server-only';
import { z } from 'zod';
import { sendPhoneCode } from '#lib/auth/commands';
import { isCodeInOutbox } from '#lib/auth/phone-queries';
import { CODE_SECONDS } from '#lib/auth/phone-rules';
import type { Context } from '#lib/context';
import { DomainError } from '#lib/errors';
import { formatPhone, parsePhone } from '#lib/phone';
import { getSettings } from '#lib/settings/queries';
import type { CodeStep } from './output.ts';

const refused = z.object({ reason: z.string().optional(), retry_after: z.int().catch(0) });

/** What a form shows while it waits for a code that was sent to `phone`. */
async function codeStep(ctx: Context, phone: string, resendIn: number): Promise<CodeStep> {
  const { shop, checkout } = await getSettings(ctx);
  return {
    phone,
    to: formatPhone(parsePhone(phone, shop.country) ?? phone),
    digits: checkout.phone_check.code_length,
    minutes: CODE_SECONDS / 60,
    asked_at: ctx.now.getTime(),
    resend_in: resendIn,
    in_outbox: await isCodeInOutbox(ctx, 'sms'),
  };
}

/** Sends a code to sign in, or to prove a phone, with. One that was sent a moment ago is still to be entered. */
export async function askForCode(ctx: Context, { phone }: { phone: string }): Promise<CodeStep> {
  // Open to everybody: see `sendPhoneCode`.
  try {
    const { resend_in } = await sendPhoneCode(ctx, { phone, purpose: 'sign_in', channel: 'sms', email: null });
    return await codeStep(ctx, phone, resend_in);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'SMS_004') throw error;
    const { reason, retry_after } = refused.parse(error.details);
    if (reason !== 'resend') throw error;
    return codeStep(ctx, phone, retry_after);
  }
}
