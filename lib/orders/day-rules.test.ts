import { describe, expect, it } from 'vitest';
import type { DayOrderDto } from './day-output.ts';
import { addNews, mapUrl, NO_NEWS, newestOf, newsBetween, slotGroups } from './day-rules.ts';

let count = 0;

function order(more: Partial<DayOrderDto> = {}): DayOrderDto {
  count += 1;
  return {
    id: `id-${count}`,
    order_number: `BAR-${count}`,
    version: 1,
    status: 'confirmed',
    payment_status: 'unpaid',
    payment_method: 'cash',
    delivery_type: 'pickup',
    slot: { starts_at: '2026-11-21T07:00:00.000Z', ends_at: '2026-11-21T08:00:00.000Z' },
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
    total: 0.1,
    paid: 0,
    due: 0.1,
    currency: 'EUR',
    placed_at: '2026-11-20T07:00:00.000Z',
    completed_at: null,
    ...more,
  };
}

describe('news between two readings', () => {
  it('names what came, went and changed, and not what was ticked', () => {
    const [stays, goes, changes] = [order(), order(), order()];
    const comes = order();
    const after = [
      { ...stays, status: 'ready' as const, version: 2 },
      { ...changes, special_instructions: 'Cut' },
      comes,
    ];
    expect(newsBetween([stays, goes, changes], after)).toEqual({
      arrived: [comes.order_number],
      left: [goes.order_number],
      changed: [changes.order_number],
    });
    expect(newsBetween(after, after)).toEqual(NO_NEWS);
  });

  it('adds up, and forgets what came and went again', () => {
    const first = { arrived: ['A', 'B'], left: ['C', 'D'], changed: ['E'] };
    expect(addNews(first, { arrived: ['C'], left: ['A', 'E'], changed: ['B'] })).toEqual({
      arrived: ['B', 'C'],
      left: ['D', 'E'],
      changed: ['B'],
    });
  });
});

it('keeps the newer of two readings', () => {
  const [ticked, other] = [order({ version: 3, status: 'ready' }), order()];
  const read = [{ ...ticked, version: 2, status: 'confirmed' as const }, { ...other, version: 2 }, order()];
  expect(newestOf([ticked, other], read).map(({ version }) => version)).toEqual([3, 2, 1]);
});

it('sums what is due in whole cents', () => {
  const due = slotGroups([order({ due: 0.1 }), order({ due: 0.2 })]).map((group) => group.due);
  expect(due).toEqual([0.3]);
});

it('asks a map for an address in words', () => {
  const url = mapUrl({ street: 'Straße 1 & Hof', city: 'Köln', postal_code: null, notes: null }, 'DE');
  expect(new URL(url).searchParams.get('query')).toBe('Straße 1 & Hof, Köln, DE');
});
