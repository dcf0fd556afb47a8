import { describe, expect, it } from 'vitest';
import type { DayOrderDto, DaySheetDto } from '#lib/orders/day-output';
import { type DayState, dayReducer, shownOrders, startOf } from './day-state.ts';
import { numberParts, slotWords } from './words.ts';

const order = (id: string, more: Partial<DayOrderDto> = {}): DayOrderDto => ({
  id,
  order_number: id.toUpperCase(),
  version: 1,
  status: 'confirmed',
  payment_status: 'unpaid',
  payment_method: 'cash',
  delivery_type: 'pickup',
  slot: null,
  preferred_time: null,
  location: null,
  zone: null,
  customer_name: 'Ana Pop',
  customer_phone: '+40722123456',
  delivery_address: null,
  map_url: null,
  items: [],
  allergens: [],
  special_instructions: null,
  gift: null,
  override_reason: null,
  total: 5,
  paid: 0,
  due: 5,
  currency: 'EUR',
  placed_at: '2026-11-20T07:00:00.000Z',
  completed_at: null,
  ...more,
});

const sheet = (...pack: DayOrderDto[]): DaySheetDto => ({
  date: '2026-11-21',
  today: '2026-11-21',
  read_at: '2026-11-21T07:00:00.000Z',
  locations: [],
  make: [],
  pack,
  hand_over: [],
  deliver: [],
  no_time: [],
  has_more_no_time: false,
});

const statuses = (state: DayState) => shownOrders(state).pack.map(({ id, status }) => `${id} ${status}`);

describe('a sheet on a screen', () => {
  it('shows a tick at once, also while an older answer arrives, and keeps what the shop says in the end', () => {
    let state = startOf(sheet(order('a'), order('b')));
    state = dayReducer(state, { type: 'ticked', ids: ['a'], to: 'ready' });
    expect(statuses(state)).toEqual(['a ready', 'b confirmed']);
    state = dayReducer(state, { type: 'read', sheet: sheet(order('a'), order('b', { version: 2, status: 'ready' })) });
    expect(statuses(state)).toEqual(['a ready', 'b ready']);
    const after = order('a', { version: 2, status: 'ready' });
    state = dayReducer(state, { type: 'landed', ids: ['a'], orders: [after], refusals: {} });
    // Asked before the tick was stored, answered after it.
    state = dayReducer(state, { type: 'read', sheet: sheet(order('a'), order('b')) });
    expect(statuses(state)).toEqual(['a ready', 'b ready']);
    expect(state.flying).toEqual({});
    expect(state.news).toEqual({ arrived: [], left: [], changed: [] });
  });

  it('takes a refused tick back with its words, until the next press', () => {
    let state = startOf(sheet(order('a')));
    state = dayReducer(state, { type: 'ticked', ids: ['a'], to: 'ready' });
    const now = order('a', { version: 3, status: 'cancelled' });
    state = dayReducer(state, { type: 'landed', ids: ['a'], orders: [now], refusals: { a: 'No.' } });
    expect([statuses(state), state.refusals]).toEqual([['a cancelled'], { a: 'No.' }]);
    state = dayReducer(state, { type: 'ticked', ids: ['a'], to: 'ready' });
    expect(state.refusals).toEqual({});
  });

  it('tells who came and went until somebody has seen it', () => {
    let state = startOf(sheet(order('a')));
    state = dayReducer(state, { type: 'read', sheet: sheet(order('b')) });
    state = dayReducer(state, { type: 'read', sheet: sheet(order('b'), order('c')) });
    expect(state.news).toEqual({ arrived: ['B', 'C'], left: ['A'], changed: [] });
    expect(dayReducer(state, { type: 'seen' }).news.arrived).toEqual([]);
  });

  it('books a payment on its order only, and forgets trouble with the next reading', () => {
    let state = startOf(sheet(order('a'), order('b')));
    state = dayReducer(state, { type: 'paying', id: 'a' });
    const payment = { id: 'a', version: 2, payment_status: 'paid' as const, paid: 5, due: 0 };
    state = dayReducer(state, { type: 'paid', id: 'a', payment, refusal: null });
    expect(state.sheet.pack.map(({ due, version }) => [due, version])).toEqual([
      [0, 2],
      [5, 1],
    ]);
    state = dayReducer(state, { type: 'troubled', trouble: 'offline' });
    expect(dayReducer(state, { type: 'read', sheet: state.sheet }).trouble).toBeNull();
  });
});

it.each([
  ['2026-11-21T07:00:00.000Z', '2026-11-21T08:30:00.000Z', '08:00–09:30'],
  ['2026-10-25T00:00:00.000Z', '2026-10-25T00:30:00.000Z', '02:00–02:30 GMT+2'],
  ['2026-10-25T01:00:00.000Z', '2026-10-25T01:30:00.000Z', '02:00–02:30 GMT+1'],
])('a slot from %s names its zone where the hour passes twice', (starts_at, ends_at, words) => {
  expect(slotWords({ starts_at, ends_at }, { locale: 'en-IE', timeZone: 'Europe/Berlin' })).toBe(words);
});

it.each([
  ['BAR-20261121-012', ['BAR-2026', '1121-012']],
  ['A9', ['', 'A9']],
])('%s is called by its end', (number, parts) => {
  expect(numberParts(number)).toEqual(parts);
});
