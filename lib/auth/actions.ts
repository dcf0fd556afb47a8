'use server';

import { z } from 'zod';
import { action } from '#lib/http/action';
import { changePassword, createStaff, setStaffPassword, signOutEverywhere, updateStaff } from './commands.ts';
import { changePasswordInput, createStaffInput, setStaffPasswordInput, updateStaffInput } from './staff-input.ts';

/** Signing in and out of this browser goes through next-auth; this ends every session of the one who asks. */
export const signOutEverywhereAction = action({ input: z.strictObject({}), run: signOutEverywhere });

export const createStaffAction = action({ input: createStaffInput, run: createStaff });
export const updateStaffAction = action({ input: updateStaffInput, run: updateStaff });
export const setStaffPasswordAction = action({ input: setStaffPasswordInput, run: setStaffPassword });
export const changePasswordAction = action({ input: changePasswordInput, run: changePassword });
