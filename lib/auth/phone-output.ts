import { z } from 'zod';
import { PHONE_CHANNELS } from './phone-rules.ts';

export const sentCodeOutput = z.object({
  channel: z.enum(['sms', 'email']).describe('How the code was sent'),
  expires_in: z.int().describe('Seconds the code is good for'),
  resend_in: z.int().describe('Seconds until another may be asked for'),
  channels: z.array(z.enum(PHONE_CHANNELS)).describe('Ways that are open for this phone now'),
});

export const customerSessionOutput = z.object({
  token: z.string().describe('The session; send it as `Authorization: Bearer …`'),
  expires_in: z.int().describe('Seconds until the session ends'),
});

export type SentCodeDto = z.output<typeof sentCodeOutput>;
export type CustomerSessionDto = z.output<typeof customerSessionOutput>;
