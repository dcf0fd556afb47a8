import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholeRows } from './rows.ts';
import {
  backupSettings,
  bytesWords,
  hasFailed,
  hasPassed,
  lastPlanned,
  nextPlanned,
  overdueSince,
  surplus,
} from './rules.ts';

const settings = backupSettings.parse({});
const ZONE = 'Europe/Bucharest';

test.each([
  // Bucharest is two hours ahead of UTC in winter, three in summer.
  ['day', '2026-11-22T00:59:00Z', '2026-11-21T01:00:00.000Z', '2026-11-22T01:00:00.000Z'],
  ['day', '2026-11-22T01:00:00Z', '2026-11-22T01:00:00.000Z', '2026-11-23T01:00:00.000Z'],
  ['week', '2026-11-25T12:00:00Z', '2026-11-22T01:00:00.000Z', '2026-11-29T01:00:00.000Z'],
  ['day', '2026-03-28T12:00:00Z', '2026-03-28T01:00:00.000Z', '2026-03-29T01:00:00.000Z'],
] as const)('every %s, at %s', (every, now, last, next) => {
  const planned = { ...settings, every };
  expect(lastPlanned(planned, ZONE, new Date(now))?.toISOString()).toBe(last);
  expect(nextPlanned(planned, ZONE, new Date(now))?.toISOString()).toBe(next);
});

test('by hand only', () => {
  expect(lastPlanned({ ...settings, every: 'never' }, ZONE, new Date())).toBeNull();
  expect(nextPlanned({ ...settings, every: 'never' }, ZONE, new Date())).toBeNull();
});

test.each([
  // Made in the night, the next one is due a day later.
  ['day', '2026-11-22T01:02:00Z', '2026-11-23T00:59:00Z', null],
  ['day', '2026-11-22T01:02:00Z', '2026-11-23T01:10:00Z', '2026-11-23T01:00:00.000Z'],
  // It stays due since then, however many nights go by.
  ['day', '2026-11-22T01:02:00Z', '2026-11-26T12:00:00Z', '2026-11-23T01:00:00.000Z'],
  ['week', '2026-11-22T01:02:00Z', '2026-11-28T12:00:00Z', null],
  ['week', '2026-11-22T01:02:00Z', '2026-11-29T12:00:00Z', '2026-11-29T01:00:00.000Z'],
  ['day', null, '2026-11-22T12:00:00Z', '2026-11-22T01:00:00.000Z'],
  ['never', null, '2026-11-22T12:00:00Z', null],
  ['never', '2026-11-02T01:02:00Z', '2026-11-22T12:00:00Z', null],
] as const)('every %s, the last good one of %s: at %s one is missing since %s', (every, good, now, since) => {
  const found = overdueSince({ ...settings, every }, ZONE, good === null ? null : new Date(good), new Date(now));
  expect(found?.toISOString() ?? null).toBe(since);
});

type Verdict = 'passed' | 'failed' | 'unchecked';
const judged = (at: Date, verdict: Verdict) => {
  const how = 'restored' as const;
  const reason = verdict === 'failed' ? 'It is cut short.' : null;
  return {
    taken_at: at.toISOString(),
    checked: verdict === 'unchecked' ? null : { at: at.toISOString(), how, reason },
  };
};
const keptOf = (backups: ReturnType<typeof judged>[], keep: { keep_days: number; keep_weeks: number }) => {
  const gone = surplus(backups, keep, ZONE);
  return backups.filter((one) => !gone.includes(one)).map((one) => one.taken_at);
};

test.each(['passed', 'unchecked'] as const)('the newest %s of each of the last days and weeks stay', (verdict) => {
  const nights = Array.from({ length: 40 }, (_, i) => judged(new Date(Date.UTC(2026, 9, 10 + i, 1)), verdict));
  const again = judged(new Date(Date.UTC(2026, 10, 18, 15)), verdict);
  expect(keptOf([...nights, again], { keep_days: 3, keep_weeks: 4 })).toEqual([
    '2026-11-01T01:00:00.000Z',
    '2026-11-08T01:00:00.000Z',
    '2026-11-15T01:00:00.000Z',
    '2026-11-16T01:00:00.000Z',
    '2026-11-17T01:00:00.000Z',
    '2026-11-18T15:00:00.000Z',
  ]);
});

test.each(['passed', 'unchecked', 'failed'] as const)('a single one always stays: %s', (verdict) => {
  expect(surplus([judged(new Date(0), verdict)], { keep_days: 1, keep_weeks: 0 }, ZONE)).toEqual([]);
});

test.each<[string, Verdict[], number[]]>([
  // Verdicts night by night, the newest last; two days count. Which nights stay?
  ['the last good one outlives newer ones that failed', ['passed', 'failed', 'failed', 'failed', 'failed'], [0, 3, 4]],
  ['and newer ones that nobody checked yet', ['passed', 'unchecked', 'unchecked', 'unchecked'], [0, 2, 3]],
  ['one that failed stands for no day', ['passed', 'passed', 'failed', 'passed'], [1, 3]],
  ['once a newer one passed, those that failed go', ['passed', 'failed', 'failed', 'passed'], [0, 3]],
  ['where none is good, the newest that failed stay', ['failed', 'failed', 'failed'], [1, 2]],
  ['a good one goes once two newer nights are good', ['passed', 'passed', 'passed'], [1, 2]],
])('%s', (_, verdicts, nights) => {
  const all = verdicts.map((verdict, i) => judged(new Date(Date.UTC(2026, 10, 10 + i, 1)), verdict));
  expect(keptOf(all, { keep_days: 2, keep_weeks: 0 })).toEqual(nights.map((night) => all[night]?.taken_at));
});

test('whatever the verdicts, the last that passed stays, and no day or week is lost to one that failed', () => {
  const night = fc.constantFrom<Verdict>('passed', 'failed', 'unchecked');
  fc.assert(
    fc.property(fc.array(night, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (verdicts, keep_days) => {
      const all = verdicts.map((verdict, i) => judged(new Date(Date.UTC(2026, 0, 1 + i, 1)), verdict));
      const left = keptOf(all, { keep_days, keep_weeks: 0 });
      const lastGood = all.findLast(hasPassed);
      if (lastGood) expect(left).toContain(lastGood.taken_at);
      const trusted = all.filter((one) => !hasFailed(one)).slice(-keep_days);
      expect(left).toEqual(expect.arrayContaining(trusted.map((one) => one.taken_at)));
      expect(left.length).toBeLessThanOrEqual(2 * keep_days + 1);
    }),
  );
});

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [6_389_307, '6.4 MB'],
  [224_000_000_000, '224 GB'],
])('%i bytes', (bytes, words) => {
  expect(bytesWords(bytes)).toBe(words);
});

test('parts end where rows end, whatever the pieces they come in', async () => {
  const text = 'a,"line\nbreak",1\nb,"a ""quote""\n",2\nc,,3\n';
  for (let piece = 1; piece <= text.length; piece += 1) {
    async function* pieces(): AsyncGenerator<Buffer> {
      for (let at = 0; at < text.length; at += piece) yield Buffer.from(text.slice(at, at + piece));
    }
    const parts = (await Array.fromAsync(wholeRows(pieces(), 1))).map(String);
    expect(parts.join('')).toBe(text);
    for (const part of parts) expect(part).toMatch(/,\d\n$/);
  }
});
