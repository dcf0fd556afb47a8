'use server';

import { z } from 'zod';
import { action } from '#lib/http/action';
import { signOutEverywhere } from './commands.ts';

/** Signing in and out of this browser goes through next-auth; this ends every session of the one who asks. */
export const signOutEverywhereAction = action({ input: z.strictObject({}), run: signOutEverywhere });
