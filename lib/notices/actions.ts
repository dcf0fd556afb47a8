'use server';

import { action } from '#lib/http/action';
import { changeNoticeText, changeNoticeWays, retryNotice } from './commands.ts';
import { changeNoticeTextInput, changeNoticeWaysInput, noticeRefInput } from './input.ts';

export const changeNoticeTextAction = action({ input: changeNoticeTextInput, run: changeNoticeText });
export const changeNoticeWaysAction = action({ input: changeNoticeWaysInput, run: changeNoticeWays });
export const retryNoticeAction = action({ input: noticeRefInput, run: retryNotice });
