import type { ErrorCode } from '../errors.ts';
import { wordsIn } from './words.ts';

/** One sentence per code, for people. What exactly is meant stands in the details. */
export const errorText = (code: ErrorCode, locale: string): string => wordsIn(locale, 'errors')(code);
