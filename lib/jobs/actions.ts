'use server';

import { action } from '#lib/http/action';
import { retryJob } from './commands.ts';
import { jobRefInput } from './input.ts';

export const retryJobAction = action({ input: jobRefInput, run: retryJob });
