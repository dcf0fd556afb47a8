import { z } from 'zod';
import { ROLES } from '#db/enums';

export const userOutput = z.object({ id: z.uuid(), name: z.string(), role: z.enum(ROLES) });

export const tokensOutput = z.object({
  token: z.string().meta({ description: 'Send it as `Authorization: Bearer …`.' }),
  token_type: z.literal('Bearer'),
  expires_in: z.int().meta({ description: 'Seconds until the token ends.' }),
  refresh_token: z.string().meta({ description: 'Good for one exchange at `/auth/refresh`.' }),
  user: userOutput,
});

export type Tokens = z.output<typeof tokensOutput>;
