import { describe, expect, it } from 'vitest';
import { CHAT_STATUSES } from '#db/enums';
import { canMoveChat, intentOf, namesIn, spansOf } from './rules.ts';

describe('what a message asks for', () => {
  it.each([
    ['When do you open on Sunday?', 'hours'],
    ['Sunteți deschiși sâmbătă?', 'hours'],
    ['Care este programul?', 'hours'],
    ['Wie sind eure Öffnungszeiten?', 'hours'],
    ['Where is my order BAR-20261122-001?', 'order'],
    ['Unde este comanda?', 'order'],
    ['Wo bleibt denn mein Brot', 'order'],
    ['Is the rye loaf free of gluten', 'allergens'],
    ['Conține alune?', 'allergens'],
    ['Enthält das Laktose?', 'allergens'],
    ['Hello!', null],
    ['Can you reopen the case?', null],
    ['Are you open, and where is my order?', null],
    ['', null],
  ])('%s', (message, intent) => {
    expect(intentOf(message)).toBe(intent);
  });

  it('names goods however they are spelled, whole names only', () => {
    const goods = ['Rye loaf', 'Rye', 'Cozonac cu nucă', 'Pie'].map((name) => ({ name }));
    expect(namesIn('has the RYE LOAF gluten, or cozonac cu nuca?', goods).map(({ name }) => name)).toEqual([
      'Cozonac cu nucă',
      'Rye loaf',
      'Rye',
    ]);
    expect(spansOf('Nuts in rye loaf?')).toEqual([
      ...['nuts', 'nuts in', 'nuts in rye', 'nuts in rye loaf', 'in rye', 'in rye loaf', 'rye', 'rye loaf', 'loaf'],
    ]);
    expect(namesIn('a slice of apple-pies', goods)).toEqual([]);
  });
});

describe('steps of staff', () => {
  it('are these and no others', () => {
    const allowed = CHAT_STATUSES.flatMap((from) =>
      CHAT_STATUSES.filter((to) => from !== to && canMoveChat(from, to)).map((to) => `${from} ${to}`),
    );
    expect(allowed).toEqual([
      'open resolved',
      'open blocked',
      'waiting open',
      'waiting resolved',
      'waiting blocked',
      'resolved open',
      'resolved blocked',
      'blocked open',
    ]);
  });
});
