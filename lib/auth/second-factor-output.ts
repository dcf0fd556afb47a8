import { z } from 'zod';

export const secondFactorOutput = z.object({
  is_on: z.boolean(),
  since: z.iso.datetime().nullable(),
  recovery_codes_left: z.int(),
  is_required: z.boolean().meta({ description: 'The shop asks everybody at the desk for a second step.' }),
});
export type SecondFactorDto = z.output<typeof secondFactorOutput>;

export const newSecondFactorOutput = z.object({
  secret: z.string().meta({ description: 'Base32, for apps that cannot scan. Shown this once.' }),
  uri: z.string().meta({ description: '`otpauth://…`, which the QR code holds.' }),
});
export type NewSecondFactorDto = z.output<typeof newSecondFactorOutput>;

export const recoveryCodesOutput = z.object({
  recovery_codes: z.array(z.string()).meta({ description: 'Each is good once. Shown this once.' }),
});
export type RecoveryCodesDto = z.output<typeof recoveryCodesOutput>;
