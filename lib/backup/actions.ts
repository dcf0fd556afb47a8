'use server';

import { action } from '#lib/http/action';
import { checkBackup, makeBackup } from './commands.ts';
import { backupRefInput, noInput } from './input.ts';

export const makeBackupAction = action({ input: noInput, run: makeBackup });
export const checkBackupAction = action({ input: backupRefInput, run: checkBackup });
