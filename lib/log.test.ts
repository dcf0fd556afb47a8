import { expect, it } from 'vitest';
import { describeError } from './log.ts';

it('keeps what a database error quotes out of the log', () => {
  const cause = Object.assign(new Error('invalid input for +40700000001'), {
    severity: 'ERROR',
    code: '23505',
    constraint_name: 'customers_phone_key',
    detail: 'Key (phone)=(+40700000001)',
  });
  const error = new Error('Failed query: select 1\nparams: +40700000001', { cause });
  const text = JSON.stringify(describeError(error));
  expect(text).not.toContain('+407');
  expect(text).toContain('23505');
  expect(text).toContain('customers_phone_key');
  expect(text).toContain('log.test.ts');
});

it('says what an ordinary error says', () => {
  expect(describeError(new TypeError('x is undefined'))).toMatchObject({
    name: 'TypeError',
    message: 'x is undefined',
  });
  expect(describeError('text')).toEqual({ name: 'string' });
});

it('keeps the number by which the page for errors names it', () => {
  expect(describeError(Object.assign(new Error('no'), { digest: '2891664' }))).toMatchObject({ digest: '2891664' });
});
