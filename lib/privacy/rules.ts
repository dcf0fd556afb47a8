/** What the books keep of somebody who is gone. Pure: forms and tests read it too. */

/** Stands where a name has to stand. */
export const ERASED_NAME = 'Erased customer';

/** Months after which a guest who never came back is forgotten, unless the shop says otherwise. */
export const GUEST_MONTHS = { usual: 24, least: 3, most: 120 } as const;

const SECRET_EVENTS = /^(phone_code|account_)/;
const CODE = /\d(?:[ -]?\d){3,7}/g;
const KEY = /([?&](?:token|key)=)[\w.-]+/g;

/** What was said to somebody, without what still opens something: links with a key in them, and codes. */
export function withoutKeys(event: string, words: string): string {
  const closed = words.replace(KEY, '$1…');
  return SECRET_EVENTS.test(event) ? closed.replace(CODE, '…') : closed;
}

/** The moment before which nothing may have happened for somebody to count as idle. */
export function idleBefore(now: Date, months: number): Date {
  const day = new Date(now);
  day.setUTCDate(1);
  day.setUTCMonth(day.getUTCMonth() - months);
  // The 31st of a shorter month is its last day.
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
  day.setUTCDate(Math.min(now.getUTCDate(), last));
  return day;
}

/** What is handed over: indented, so that somebody can read it as it is. */
export const personalFile = (data: { exported_at: string }) => ({
  name: `personal-data-${data.exported_at.slice(0, 10)}.json`,
  type: 'application/json; charset=utf-8',
  body: `${JSON.stringify(data, null, 2)}\n`,
});
