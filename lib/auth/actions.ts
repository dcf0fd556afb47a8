'use server';

import { z } from 'zod';
import { action } from '#lib/http/action';
import {
  changePassword,
  confirmSecondFactor,
  createApiKey,
  createStaff,
  endSecondFactor,
  renewRecoveryCodes,
  resetSecondFactor,
  revokeApiKey,
  setStaffPassword,
  signOutEverywhere,
  startSecondFactor,
  updateStaff,
} from './commands.ts';
import { apiKeyRefInput, createApiKeyInput } from './key-input.ts';
import {
  confirmSecondFactorInput,
  resetSecondFactorInput,
  startSecondFactorInput,
  withSecondFactorInput,
} from './second-factor-input.ts';
import { changePasswordInput, createStaffInput, setStaffPasswordInput, updateStaffInput } from './staff-input.ts';

/** Signing in and out of this browser goes through next-auth; this ends every session of the one who asks. */
export const signOutEverywhereAction = action({ input: z.strictObject({}), run: signOutEverywhere });

export const createStaffAction = action({ input: createStaffInput, run: createStaff });
export const updateStaffAction = action({ input: updateStaffInput, run: updateStaff });
export const setStaffPasswordAction = action({ input: setStaffPasswordInput, run: setStaffPassword });
export const changePasswordAction = action({ input: changePasswordInput, run: changePassword });
export const createApiKeyAction = action({ input: createApiKeyInput, run: createApiKey });
export const revokeApiKeyAction = action({ input: apiKeyRefInput, run: revokeApiKey });
export const startSecondFactorAction = action({ input: startSecondFactorInput, run: startSecondFactor });
export const confirmSecondFactorAction = action({ input: confirmSecondFactorInput, run: confirmSecondFactor });
export const renewRecoveryCodesAction = action({ input: withSecondFactorInput, run: renewRecoveryCodes });
export const endSecondFactorAction = action({ input: withSecondFactorInput, run: endSecondFactor });
export const resetSecondFactorAction = action({ input: resetSecondFactorInput, run: resetSecondFactor });
