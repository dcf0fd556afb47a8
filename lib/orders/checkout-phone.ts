import 'server-only';
import { z } from 'zod';
import { sendPhoneCode } from '#lib/auth/commands';
import { isCodeInOutbox } from '#lib/auth/phone-queries';
import { CODE_SECONDS, PHONE_CHANNELS } from '#lib/auth/phone-rules';
import type { Context } from '#lib/context';
import { emailInput, phoneInput } from '#lib/customers/input';
import { DomainError, ValidationError } from '#lib/errors';
import { optional } from '#lib/fields';
import { formatPhone, parsePhone } from '#lib/phone';
import { getSettings } from '#lib/settings/queries';
import type { PhoneStep } from './output.ts';

/** What of the checkout's form says where a code may go. */
export const askForCodeInput = z.strictObject({
  customer_phone: phoneInput,
  customer_email: optional(emailInput),
  channel: z.enum(['sms', 'email']),
});
type AskForCode = z.output<typeof askForCodeInput>;

const refused = z.object({
  reason: z.string().optional(),
  retry_after: z.int().catch(0),
  channels: z.array(z.enum(PHONE_CHANNELS)).catch([]),
});

/** The fields as the checkout calls them. */
function atCheckout(error: ValidationError): ValidationError {
  const names: Record<string, string> = { phone: 'customer_phone', channel: 'customer_phone', email: 'customer_email' };
  const rename = <T>(list: Record<string, T>) =>
    Object.fromEntries(Object.entries(list).map(([name, value]) => [names[name] ?? name, value]));
  return new ValidationError(rename(error.fields), rename(error.codes));
}

/**
 * Sends a code for the order that is being placed, and answers what the form shows next: where the code went, or which
 * ways are left. A code that was sent a moment ago is no failure: it is still to be entered. Throws VALIDATION_ERROR at
 * the fields of the checkout, SMS_004.
 */
export async function askForCode(ctx: Context, input: AskForCode): Promise<PhoneStep> {
  // Open to everybody: see `sendPhoneCode`.
  const { customer_phone: typed, customer_email: email, channel } = input;
  const { shop, checkout } = await getSettings(ctx);
  const phone = parsePhone(typed, shop.country) ?? typed;
  const step = (sent: boolean, resendIn: number, channels: readonly string[]): PhoneStep => ({
    typed,
    sent: sent ? { channel, to: channel === 'sms' ? formatPhone(phone) : (email ?? '') } : null,
    digits: checkout.phone_check.code_length,
    minutes: CODE_SECONDS / 60,
    asked_at: ctx.now.getTime(),
    resend_in: resendIn,
    ways: (['email', 'call_back'] as const).filter((way) => channels.includes(way)),
    in_outbox: false,
  });
  try {
    const { resend_in, channels } = await sendPhoneCode(ctx, { phone: typed, purpose: 'order', channel, email });
    return { ...step(true, resend_in, channels), in_outbox: await isCodeInOutbox(ctx, channel) };
  } catch (error) {
    if (error instanceof ValidationError) throw atCheckout(error);
    if (!(error instanceof DomainError)) throw error;
    const { reason, retry_after, channels } = refused.parse(error.details);
    if (error.code === 'SMS_001') return step(false, 0, channels);
    if (error.code !== 'SMS_004' || reason !== 'resend') throw error;
    const hasFailed = channel === 'sms' && channels.includes('call_back');
    return {
      ...step(!hasFailed, retry_after, channels),
      in_outbox: !hasFailed && (await isCodeInOutbox(ctx, channel)),
    };
  }
}
