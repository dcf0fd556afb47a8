import { z } from 'zod';
import { filled } from '#lib/fields';

export const dashboardInput = z.object({
  days: filled(
    z.coerce
      .number('Enter a whole number.')
      .int('Enter a whole number.')
      .min(7, 'At least 7 days.')
      .max(366, 'At most 366 days.'),
  ).transform((days) => days ?? 30),
});
