/** How a phone is checked by a code. Pure; all times in seconds. */

export const CODE_SECONDS = 10 * 60;
export const RESEND_SECONDS = 60;
/** How long a customer session lives; use does not prolong it. */
export const CUSTOMER_SESSION_SECONDS = 24 * 60 * 60;
/** How long a code that could not be sent leaves the other ways open. */
export const OTHER_WAYS_SECONDS = 30 * 60;

export const PHONE_PURPOSES = ['order', 'sign_in'] as const;
export type PhonePurpose = (typeof PHONE_PURPOSES)[number];

/** Ways to prove a phone, or to do without for once. */
export const PHONE_CHANNELS = ['sms', 'email', 'call_back'] as const;
export type PhoneChannel = (typeof PHONE_CHANNELS)[number];

const HOUR = 60 * 60;
export const DAY_SECONDS = 24 * HOUR;

type Window = { limit: number; seconds: number };
export const PHONE_WINDOWS: readonly Window[] = [
  { limit: 10, seconds: HOUR },
  { limit: 10, seconds: DAY_SECONDS },
];
/** Wide enough for a household or a market hall behind one address. */
export const ADDRESS_WINDOWS: readonly Window[] = [
  { limit: 20, seconds: HOUR },
  { limit: 60, seconds: DAY_SECONDS },
];
/** Judged guesses of one address, over all phones. */
export const GUESS_LIMIT = { limit: 40, windowSeconds: 15 * 60 };

/** Codes a day to numbers of one country; of the cap, others than the shop's own country get a fifth at most. */
export const countryCap = (dailyCap: number, isHome: boolean): number =>
  isHome ? dailyCap : Math.min(dailyCap, Math.max(10, Math.floor(dailyCap / 5)));

/** Seconds until one more is within the window; 0 when it is now. */
export function waitOf(times: readonly Date[], { limit, seconds }: Window, now: Date): number {
  const since = now.getTime() - seconds * 1000;
  const within = times.map((time) => time.getTime()).filter((time) => time > since);
  if (within.length < limit) return 0;
  const leaves = within.sort((a, b) => a - b)[within.length - limit] ?? since;
  return Math.max(1, Math.ceil((leaves - since) / 1000));
}

/** A code asked for earlier, whether it could be sent or not. */
export type AskedBefore = { at: Date; channel: PhoneChannel; isSamePhone: boolean; isSameAddress: boolean };

export type Sending = { ok: true } | { ok: false; reason: 'resend' | 'limit'; wait: number };

/** May another code go out by `channel`? A failed SMS counts like one that was sent. */
export function judgeSending(asked: readonly AskedBefore[], channel: 'sms' | 'email', now: Date): Sending {
  const ofPhone = asked.filter(({ isSamePhone }) => isSamePhone);
  const timesOf = (list: readonly AskedBefore[]) => list.map(({ at }) => at);
  const limits = [
    ...PHONE_WINDOWS.map((window) => waitOf(timesOf(ofPhone), window, now)),
    ...ADDRESS_WINDOWS.map((window) => waitOf(timesOf(asked.filter((one) => one.isSameAddress)), window, now)),
  ];
  const limited = Math.max(...limits);
  if (limited > 0) return { ok: false, reason: 'limit', wait: limited };
  const alike = ofPhone.filter((one) => (one.channel === 'email') === (channel === 'email'));
  const wait = waitOf(timesOf(alike), { limit: 1, seconds: RESEND_SECONDS }, now);
  return wait > 0 ? { ok: false, reason: 'resend', wait } : { ok: true };
}

/** True when the last code for this phone could not be sent by SMS, not long ago. */
export function hasOtherWays(asked: readonly AskedBefore[], now: Date): boolean {
  const since = now.getTime() - OTHER_WAYS_SECONDS * 1000;
  const last = asked
    .filter(({ isSamePhone, channel }) => isSamePhone && channel !== 'email')
    .sort((a, b) => b.at.getTime() - a.at.getTime())[0];
  return last?.channel === 'call_back' && last.at.getTime() > since;
}
