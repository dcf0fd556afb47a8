import { describe, expect, it } from 'vitest';
import type { PlanDay, PlanVariant } from '#lib/stock/output';
import {
  cellOf,
  countChanges,
  type Draft,
  editOf,
  findErrors,
  keyOf,
  lastWeekOf,
  readPasted,
  reviveDraft,
  toRequest,
  withEdit,
} from './draft.ts';

/** A Saturday, and the one before it. */
const [DAY, BEFORE] = ['2026-11-28', '2026-11-21'] as const;
const day = (on_date: string, more: Partial<PlanDay> = {}): PlanDay => ({
  on_date,
  planned: 40,
  sold: 0,
  left: 40,
  closed: false,
  is_override: false,
  is_sold: true,
  ...more,
});
const rye = (days: PlanDay[]): PlanVariant => ({
  variant_id: 'rye',
  product_id: 'p',
  product_name: 'Rye',
  variant_title: '',
  sku: null,
  category: { id: 'c', name: 'Loaves' },
  weekly_plan: [10, 20, 30, 30, 30, 40, 0],
  days,
});
const usual = rye([day(BEFORE, { planned: 44, is_override: true }), day(DAY, { sold: 12 })]);
const own = rye([day(DAY, { planned: 25, sold: 12, is_override: true })]);

describe('a cell', () => {
  it.each<[string, PlanVariant, Draft, object]>([
    ['shows what is saved', usual, {}, { text: '40', left: 28, isOverride: false, isChanged: false }],
    [
      'shows what is typed',
      usual,
      { 'rye 2026-11-28': { text: '50' } },
      { text: '50', left: 38, isOverride: true, isChanged: true },
    ],
    [
      'left blank follows its pattern',
      own,
      { 'rye 2026-11-28': { text: '' } },
      { planned: 40, isOverride: false, isChanged: true },
    ],
    [
      'follows a pattern that is typed',
      usual,
      { 'rye w6': { text: '60' } },
      { text: '60', planned: 60, isChanged: false },
    ],
    ['follows it no further than to what is sold', usual, { 'rye w6': { text: '5' } }, { planned: 12, left: 0 }],
    ['set for itself does not follow it', own, { 'rye w6': { text: '60' } }, { text: '25', planned: 25 }],
    ['is closed', usual, { 'rye 2026-11-28': { closed: true } }, { closed: true, planned: 40, isChanged: true }],
    [
      'keeps what is no number',
      usual,
      { 'rye 2026-11-28': { text: '4o' } },
      { text: '4o', planned: 40, isChanged: true },
    ],
  ])('%s', (_, variant, draft, expected) => {
    expect(cellOf(draft, variant, DAY)).toMatchObject(expected);
  });

  it('of the pattern makes nothing when it is left blank', () => {
    expect(cellOf({ 'rye w6': { text: ' ' } }, usual, 'w6')).toMatchObject({ planned: 0, isChanged: true });
    expect(cellOf({}, usual, 'w6')).toMatchObject({ text: '40', planned: 40, isChanged: false });
  });
});

describe('an edit', () => {
  it('that says what is saved leaves nothing behind, except while somebody types', () => {
    expect(withEdit({}, usual, DAY, { text: '40' })).toEqual({});
    expect(withEdit({}, usual, DAY, { text: '' })).toEqual({});
    expect(withEdit({}, usual, DAY, { text: '' }, true)).toEqual({ [keyOf('rye', DAY)]: { text: '' } });
    expect(withEdit({ 'rye 2026-11-28': { closed: true } }, usual, DAY, { closed: false })).toEqual({});
    expect(withEdit({}, own, DAY, { text: '' })).toEqual({ [keyOf('rye', DAY)]: { text: '' } });
  });

  it('of a day that is not in sight is kept whatever it says', () => {
    expect(withEdit({}, usual, '2026-12-26', { text: '40' })).toEqual({ 'rye 2026-12-26': { text: '40' } });
  });
});

it('finds what is wrong before anybody is asked', () => {
  const draft = { 'rye 2026-11-28': { text: '11' }, 'rye 2026-11-21': { text: '1.5' }, 'rye w1': { text: '1000000' } };
  expect(findErrors(draft, [usual])).toEqual({
    'rye 2026-11-28': '12 are sold already: enter 12 or more.',
    'rye 2026-11-21': 'Enter a whole number.',
    'rye w1': 'Enter at most 100000.',
  });
  expect(findErrors({ 'rye 2026-11-28': { text: '12' } }, [usual])).toEqual({});
});

it('becomes one request that says only what changes', () => {
  const draft: Draft = {
    'rye 2026-11-28': { text: '40', closed: true },
    'rye 2026-11-21': { text: '' },
    'rye w6': { text: '60' },
    'rye w7': { text: '' },
    'gone 2026-11-28': { text: '7' },
  };
  expect(toRequest(draft, [usual])).toEqual({
    input: {
      days: [
        { variant_id: 'rye', on_date: DAY, closed: true },
        { variant_id: 'rye', on_date: BEFORE, planned: null },
      ],
      patterns: [{ variant_id: 'rye', weekday: 6, planned: 60 }],
    },
    cells: { days: ['rye 2026-11-28', 'rye 2026-11-21'], patterns: ['rye w6'] },
  });
  expect(countChanges(draft, [usual])).toBe(3);
});

it('takes last week as it will be', () => {
  expect(lastWeekOf({}, usual, DAY)).toEqual({ text: '44' });
  expect(lastWeekOf({ 'rye 2026-11-21': { text: '50' } }, usual, DAY)).toEqual({ text: '50' });
});

describe('pasting', () => {
  it.each([
    ['12', null],
    ['12\t13\t\tx\r\n', [['12', '13', '', 'x']]],
    ['1\n2\n3', [['1'], ['2'], ['3']]],
  ])('reads %j', (text, rows) => expect(readPasted(text)).toEqual(rows));

  it('takes numbers and closed days and leaves cells without anything alone', () => {
    expect(['12', 'x', 'Closed', '', 'many'].map(editOf)).toEqual([
      { text: '12' },
      { closed: true },
      { closed: true },
      null,
      { text: 'many' },
    ]);
  });
});

it('comes back from where it was kept, without what is over or unknown', () => {
  const stored = {
    'rye 2026-11-28': { text: '50', closed: 'yes' },
    'rye 2026-11-20': { text: '50' },
    'gone 2026-11-28': { text: '50' },
    'rye w6': { text: 5 },
    'rye w1': { text: '11', more: 1 },
  };
  expect(reviveDraft(stored, { variants: [usual], today: BEFORE })).toEqual({
    'rye 2026-11-28': { text: '50' },
    'rye w1': { text: '11' },
  });
  expect(reviveDraft('nonsense', { variants: [usual], today: BEFORE })).toEqual({});
});
