import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import type { Contract } from '#lib/http/contract';
import { CONTRACTS } from '#lib/http/openapi/registry';
import { type App, startApp } from '#tests/support/app';
import { textOf } from '#tests/support/streams';

/** Values that break things which trust their callers. */
const HOSTILE: unknown[] = [
  null,
  '',
  '   ',
  'x'.repeat(20_000),
  'ș'.repeat(300),
  -1,
  0,
  0.1 + 0.2,
  1.005,
  2 ** 31,
  2 ** 53,
  1e308,
  true,
  [],
  {},
  [null],
  [[[[]]]],
  { $gt: '' },
  { __proto__: null, constructor: { prototype: { admin: true } } },
  'a\0b',
  '\ud800',
  "'; drop table orders; --",
  '%',
  '_',
  '\\',
  '../../../etc/passwd',
  '=HYPERLINK("http://evil.example.com")',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '9999-12-31',
  '0000-00-00',
  '2026-02-30',
  '١٢٣',
];
/** Would end the session that the others use, or the shop they stand in. */
const SKIPPED = new Set(['signOut', 'signOutEverywhere']);

let app: App;
let token = '';
const told: string[] = [];
let sent = 0;

beforeAll(async () => {
  app = await startApp();
  const answer = await fetch(`${app.url}/api/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(app.admin),
  });
  token = (await answer.json()).data.token;
});
afterAll(() => app?.stop());

async function attack(contract: Contract, address: string, init: RequestInit = {}) {
  const began = performance.now();
  const response = await fetch(`${app.url}/api${address}`, {
    ...init,
    method: contract.method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...init.headers },
  });
  const text = await textOf(response);
  sent += 1;
  const ms = performance.now() - began;
  const say = (what: string) =>
    told.push(`${what}: ${contract.id} ${address} ${init.body ?? ''} → ${response.status} ${text}`.slice(0, 400));
  if (response.status >= 500) say('server error');
  if (ms > 5000) say(`${Math.round(ms)} ms`);
  if (/\bat \S+ \(|node_modules|PostgresError|select .* from/i.test(text)) say('internals');
  if (response.status >= 400 && !/^\{"success":false,"error":\{"code":"[A-Z]+_/.test(text)) say('no envelope');
}

const addressOf = ({ path, example }: Contract, replace: Record<string, string> = {}) =>
  path.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(replace[name] ?? (name === 'id' ? newId() : (example?.params?.[name] ?? newId()))),
  );

async function each<T>(items: readonly T[], lanes: number, work: (item: T) => Promise<void>) {
  const waiting = [...items];
  const lane = async () => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

const texts = HOSTILE.filter(
  (value) => typeof value === 'string' && value.isWellFormed() && value.length < 5000,
) as string[];

describe('hostile requests', () => {
  it('find no server error, no internals, and the envelope everywhere', async () => {
    const all: (() => Promise<void>)[] = [];
    // A password costs what it should; side by side they would only wait for each other.
    const costly: (() => Promise<void>)[] = [];
    for (const contract of CONTRACTS.filter(({ id }) => !SKIPPED.has(id))) {
      const { example, query, body, path } = contract;
      const attacks = /signIn/i.test(contract.id) ? costly : all;
      for (const [, name = ''] of path.matchAll(/\{(\w+)\}/g)) {
        for (const text of texts.filter((one) => one.trim() !== '' && !one.includes('..'))) {
          attacks.push(() => attack(contract, addressOf(contract, { [name]: text })));
        }
      }
      for (const name of Object.keys(query?.shape ?? {})) {
        for (const text of texts) {
          const search = new URLSearchParams({ ...example?.query, [name]: text });
          attacks.push(() => attack(contract, `${addressOf(contract)}?${search}`));
        }
        attacks.push(() => attack(contract, `${addressOf(contract)}?${name}=1&${name}=2&${name}[]=3&${name}=%FF`));
      }
      if (!body) continue;
      const valid = Object(example?.body);
      for (const value of HOSTILE) {
        attacks.push(() => attack(contract, addressOf(contract), { body: JSON.stringify(value) }));
        for (const name of Object.keys(valid)) {
          const content = JSON.stringify({ ...valid, [name]: value });
          attacks.push(() => attack(contract, addressOf(contract), { body: content }));
        }
      }
      for (const type of [
        'text/plain',
        'multipart/form-data',
        'application/x-www-form-urlencoded',
        'application/json;charset=utf-7',
      ]) {
        const init = { body: JSON.stringify(valid), headers: { 'content-type': type } };
        attacks.push(() => attack(contract, addressOf(contract), init));
      }
    }
    for (const header of [
      'authorization',
      'barrow-cart',
      'barrow-order-key',
      'if-match',
      'if-none-match',
      'cookie',
      'x-forwarded-for',
    ]) {
      for (const value of [
        '',
        'x',
        '"',
        '%',
        'Bearer',
        `Bearer ${'a.'.repeat(3000)}`,
        'barrow-staff=%zz; barrow-cart=%00',
        'W/"1"',
      ]) {
        for (const contract of CONTRACTS.filter(({ id }) =>
          ['getCart', 'updateProduct', 'getOwnOrder', 'listProducts'].includes(id),
        )) {
          const init = { headers: { [header]: value }, ...(contract.body ? { body: '{}' } : {}) };
          all.push(() => attack(contract, addressOf(contract), init));
        }
      }
    }
    await each(all, 8, (one) => one());
    await each(costly, 1, (one) => one());
    expect(told.slice(0, 40)).toEqual([]);
    expect(sent).toBeGreaterThan(5000);
    expect(app.output()).not.toMatch(/unexpected failure/);
  }, 300_000);
});
