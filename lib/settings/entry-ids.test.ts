import { expect, it } from 'vitest';
import { asRead, keepIds, placedId, withIds } from './entry-ids.ts';

const [a, b] = ['0198c0de-0000-7000-8000-0000000000a1', '0198c0de-0000-7000-8000-0000000000a2'];
const isNew = expect.stringMatching(/^[0-9a-f-]{36}$/);

it('gives what was stored without ids the ids of their places', () => {
  const first = placedId('options', 0);
  expect(withIds('options')([{ title: 'Cash' }, { id: b, title: 'Card' }])).toEqual([
    { id: first, title: 'Cash' },
    { id: b, title: 'Card' },
  ]);
  expect(placedId('replies', 0)).not.toBe(first);
  expect(asRead('payments', { options: [{ title: 'Cash' }], iban: '' })).toEqual({
    options: [{ id: first, title: 'Cash' }],
    iban: '',
  });
  expect(asRead('shop', { options: [{}] })).toEqual({ options: [{}] });
  expect(asRead('payments', { options: 'broken' })).toEqual({ options: 'broken' });
});

it('keeps the id of an entry that is sent with it or still has its title', () => {
  const before = {
    options: [
      { id: a, title: 'Cash' },
      { id: b, title: 'Card' },
    ],
  };
  const sent = { options: [{ title: 'Card' }, { id: a, title: 'Cash at the door' }, { title: 'Card' }] };
  const { options } = keepIds('payments', sent, before);
  expect(options).toEqual([
    { id: b, title: 'Card' },
    { id: a, title: 'Cash at the door' },
    { id: isNew, title: 'Card' },
  ]);
  expect(keepIds('payments', { iban: 'x' }, before)).toEqual({ iban: 'x' });
  expect(keepIds('shop', { options: 1 }, before)).toEqual({ options: 1 });
});

it('refuses one id for two', () => {
  const sent = {
    replies: [
      { id: a, title: 'A' },
      { id: a, title: 'B' },
    ],
  };
  expect(() => keepIds('chat', sent, {})).toThrow(expect.objectContaining({ code: 'VALIDATION_ERROR' }));
});
