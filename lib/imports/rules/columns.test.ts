import { describe, expect, it } from 'vitest';
import { plainWord } from './cells.ts';
import { COLUMNS, fieldsOfHead, readRow } from './columns.ts';

describe('the head of a file', () => {
  it('is known in any order, case and language', () => {
    expect(
      fieldsOfHead('products', ['PREIS', ' Artikel-Nr ', 'Bezeichnung', 'Farbe', 'Lagerbestand', 'Füllmenge']),
    ).toEqual(['price', '', 'name', '', 'stock_quantity', 'net_quantity']);
    expect(fieldsOfHead('customers', ['E-Mail', 'Telefon', 'Nume complet', "'=x"])).toEqual([
      'email',
      'phone',
      'name',
      '',
    ]);
  });

  it.each(['products', 'customers'] as const)('means one thing by each name: %s', (kind) => {
    const names = COLUMNS[kind].flatMap(({ field, also = [] }) => [...new Set([field, ...also].map(plainWord))]);
    expect(names.filter((name, at) => names.indexOf(name) < at)).toEqual([]);
  });
});

describe('a row', () => {
  const fields = ['sku', 'price', '', 'description', 'tags', 'stock_quantity'];
  it('leaves out what is empty or unknown, and empties what says so', () => {
    expect(readRow('products', fields, ['A-1', '', 'red', '-', 'x'])).toEqual({
      values: { sku: 'A-1', description: null },
      faults: [],
    });
  });
  it('names every cell that cannot be read', () => {
    const { faults } = readRow('products', ['price', 'stock_quantity', 'name'], ['1.234', 'many', '-']);
    expect(faults.map(({ field, code }) => [field, code])).toEqual([
      ['price', 'VAL_002'],
      ['stock_quantity', 'VAL_002'],
      ['name', 'VAL_001'],
    ]);
  });
  it('takes the apostrophe of an export off again', () => {
    expect(readRow('customers', ['phone', 'notes'], ["'+40722123456", "'-"]).values).toEqual({
      phone: '+40722123456',
      notes: '-',
    });
  });
});
