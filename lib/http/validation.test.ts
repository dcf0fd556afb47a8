import { expect, it } from 'vitest';
import { z } from 'zod';
import { ValidationError } from '#lib/errors';
import { parseInput } from './validation.ts';

const schema = z.strictObject({ name: z.string() });

function fieldsOf(input: unknown): string[] {
  try {
    parseInput(schema, input);
    return [];
  } catch (error) {
    if (error instanceof ValidationError) return Object.keys(error.fields);
    throw error;
  }
}

it('names every wrong field, whatever it is called', () => {
  expect(fieldsOf({ name: 1, constructor: 1 })).toEqual(['name', 'constructor']);
});

it('stays short when thousands of fields are wrong, or one has a name without end', () => {
  const many = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`k${at}`, at]));
  expect(fieldsOf({ name: 'x', ...many })).toHaveLength(100);
  expect(fieldsOf({ ...many, name: 1 })[0]).toBe('name');
  expect(fieldsOf({ name: 'x', ['y'.repeat(100_000)]: 1 })).toEqual(['y'.repeat(100)]);
  const broken = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`k${at}`, '\0']));
  expect(fieldsOf({ name: 'x', ...broken })).toHaveLength(100);
});
