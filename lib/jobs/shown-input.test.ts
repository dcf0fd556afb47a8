import { expect, test } from 'vitest';
import { shownInput } from './shown-input.ts';

test('ids, figures, moments and kinds are shown', () => {
  const input = {
    seq: 7,
    topic: 'order.status_changed',
    entity_id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e4001',
    at: '2026-06-01T08:00:00.000Z',
    payload: {
      order_number: 'KK-20260601-001',
      axis: 'order',
      from: 'pending',
      to: 'confirmed',
      lines: [1, 2],
      on: null,
    },
  };
  expect(shownInput(input)).toEqual(input);
});

test('whatever else is text is not', () => {
  const input = {
    name: 'ana',
    phone: '+40722123456',
    topic: 'Ana Pop',
    note: 'ring twice',
    list: ['ana@example.com'],
    deep: { email: 'ana@example.com' },
  };
  expect(JSON.stringify(shownInput(input))).not.toMatch(/ana|\+40|ring/i);
});

test('what is nested without end is cut', () => {
  const endless: Record<string, unknown> = {};
  endless.more = endless;
  expect(JSON.stringify(shownInput(endless))).toContain('…');
});
