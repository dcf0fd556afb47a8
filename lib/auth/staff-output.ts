import { z } from 'zod';
import { STAFF_ROLES } from './staff-input.ts';

const moment = z.iso.datetime();

/** Somebody who works at the desk. */
export const staffOutput = z.object({
  id: z.uuid(),
  name: z.string(),
  username: z.string().nullable(),
  email: z.string().nullable(),
  role: z.enum(STAFF_ROLES),
  is_active: z.boolean().describe('False: cannot sign in; what they did stays in the books'),
  has_second_factor: z.boolean().describe('Signs in with a code besides the password'),
  last_login_at: moment.nullable(),
  password_changed_at: moment.nullable(),
  created_at: moment,
});
export type StaffDto = z.output<typeof staffOutput>;
