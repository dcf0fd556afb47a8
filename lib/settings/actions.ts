'use server';

import { z } from 'zod';
import { action } from '#lib/http/action';
import { amendSetting, changeSetting, removeShopPicture } from './commands.ts';
import { changeSettingInput } from './input.ts';

export const changeSettingAction = action({ input: changeSettingInput, run: changeSetting });
/** For forms that show a part of a setting: what they do not show stays. */
export const amendSettingAction = action({ input: changeSettingInput, run: amendSetting });
export const removeShopPictureAction = action({ input: z.strictObject({}), run: removeShopPicture });
