import { alarmWords } from '#lib/system/alarm-words';
import type { Watch } from '#lib/system/queries';

/** Alarms as the desk says them: the words of the messages about them. */

export const raisedOf = (watches: readonly Watch[]): Watch[] => watches.filter(({ raised_at: at }) => at !== null);

export const titleOf = ({ name, facts }: Watch): string => alarmWords('en', name, facts).title;
export const problemOf = ({ name, facts }: Watch): string => alarmWords('en', name, facts).problem;
export const adviceOn = ({ name, facts }: Watch): string => alarmWords('en', name, facts).advice;
