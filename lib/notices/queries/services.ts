import 'server-only';
import { env } from '#lib/env';
import { twilioAccount } from '#lib/sms/twilio';

/** Which ways lead out of the house; what goes another way is captured. */
export const noticeServices = () => ({
  email: env().SMTP_URL !== undefined,
  sms: twilioAccount(env()) !== null,
});
