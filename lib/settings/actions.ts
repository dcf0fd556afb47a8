'use server';

import { action } from '#lib/http/action';
import { changeSetting } from './commands.ts';
import { changeSettingInput } from './input.ts';

export const changeSettingAction = action({ input: changeSettingInput, run: changeSetting });
