import 'server-only';
import { and, desc, eq, ne } from 'drizzle-orm';
import { phoneVerifications } from '#db/schema/auth';
import type { Context } from '#lib/context';
import { env } from '#lib/env';
import { isDemo } from '#lib/settings/queries';
import { hasOtherWays, type PhoneChannel } from './phone-rules.ts';

/** Ways in which a phone (E.164) can be checked now: by SMS, and by others while an SMS could not be sent to it. */
export async function getPhoneWays(ctx: Context, phone: string): Promise<PhoneChannel[]> {
  // Open to everybody: whoever asked for a code was told the same.
  const [last] = await ctx.db
    .select({ at: phoneVerifications.createdAt, channel: phoneVerifications.channel })
    .from(phoneVerifications)
    .where(and(eq(phoneVerifications.phone, phone), ne(phoneVerifications.channel, 'email')))
    .orderBy(desc(phoneVerifications.createdAt))
    .limit(1);
  const asked = last ? [{ ...last, isSamePhone: true, isSameAddress: false }] : [];
  return hasOtherWays(asked, ctx.now) ? ['sms', 'email', 'call_back'] : ['sms'];
}

/** True for a demo shop on this machine that sends nothing: then the checkout may say where its codes can be read. */
export async function isCodeInOutbox(ctx: Context, channel: 'sms' | 'email'): Promise<boolean> {
  // Open to everybody: it tells where, never what.
  const { isLocal, TWILIO_ACCOUNT_SID, SMTP_URL } = env();
  const service = channel === 'sms' ? TWILIO_ACCOUNT_SID : SMTP_URL;
  return isLocal && service === undefined && (await isDemo(ctx));
}
