import fc from 'fast-check';
import { type Document, nearly, type Operation, schemaOf } from './document.ts';
import {
  HOSTILE_TEXTS,
  hostileBody,
  hostileHeaders,
  hostileTail,
  hostileText,
  hostileTypes,
  hostileValue,
  jsonOf,
} from './values.ts';

/** As whom: somebody real, so that the code behind the gate is reached, or a nearly real one. */
export const CALLERS = ['nobody', 'admin', 'staff', 'customer', 'program', 'tampered'] as const;
export type Caller = (typeof CALLERS)[number];

export type HostileRequest = {
  method: string;
  /** As it goes out on the wire. */
  address: string;
  caller: Caller;
  headers: Record<string, string>;
  body: string | null;
};

/** Ids and numbers that lead somewhere, by the address they were listed at. */
export type Known = ReadonlyMap<string, readonly string[]>;

/** A piece of an address; what has no encoding at all goes out as bytes that are no UTF-8. */
const encoded = (text: string): string => (text.isWellFormed() ? encodeURIComponent(text) : '%ED%A0%80');

const asText = (value: unknown): string => (typeof value === 'string' ? value : jsonOf(value));

const rarely = <T>(usual: fc.Arbitrary<T>, wrong: fc.Arbitrary<T>, oneIn = 10): fc.Arbitrary<T> =>
  fc.oneof({ weight: oneIn - 1, arbitrary: usual }, { weight: 1, arbitrary: wrong });

/** Requests to one operation, most of them so nearly right that they get far. */
export function requestsTo(operation: Operation, document: Document, known: Known): fc.Arbitrary<HostileRequest> {
  const everywhere = [...known.values()].flat();
  const idsUnder = (path: string): fc.Arbitrary<string> => {
    const here = known.get(path) ?? [];
    const pool = here.length > 0 ? here : everywhere;
    return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pool) }, { weight: 1, arbitrary: fc.uuid() });
  };
  const ids = fc.oneof(fc.constantFrom(...everywhere), fc.uuid());

  const pieces = operation.path.split('/').map((piece, at, all): fc.Arbitrary<string> => {
    const name = /^\{(\w+)\}/.exec(piece)?.[1];
    if (name === undefined) return fc.constant(piece);
    const declared = operation.parameters.find((one) => one.in === 'path' && one.name === name);
    const usual =
      typeof declared?.example === 'string' && name !== 'id'
        ? fc.oneof(fc.constant(declared.example), idsUnder(all.slice(0, at).join('/')))
        : idsUnder(all.slice(0, at).join('/'));
    return rarely(usual, hostileText, 5).map((value) => piece.replace(`{${name}}`, encoded(value)));
  });
  const prefix = fc.constantFrom('/api', '/api', '/api', '/api/v1');
  const path = fc
    .tuple(prefix, ...pieces)
    .map(([start, ...rest]) => `${start}${rest.join('/').slice('/api'.length)}` || '/api');

  const declared = operation.parameters.filter((one) => one.in === 'query');
  const asked = declared.map((one) => {
    const value = rarely(nearly(one.schema, document, ids).map(asText), fc.constantFrom(...HOSTILE_TEXTS), 3);
    const once = value.map((text) => `${one.name}=${encoded(text)}`);
    const twice = fc.tuple(value, value).map(([a, b]) => `${one.name}=${encoded(a)}&${one.name}[]=${encoded(b)}`);
    return fc.oneof(
      { weight: 3, arbitrary: fc.constant('') },
      { weight: 3, arbitrary: once },
      { weight: 1, arbitrary: twice },
    );
  });
  const query = fc
    .tuple(rarely(fc.constant(''), hostileTail), ...asked)
    .map((parts) => parts.filter((part) => part !== '').join('&'));

  const usualCaller: fc.Arbitrary<Caller> = operation.path.startsWith('/api/account')
    ? fc.constant('customer')
    : operation.isOpen
      ? fc.constantFrom('nobody', 'customer', 'program')
      : fc.constant('admin');
  const method = rarely(
    fc.constant(operation.method),
    fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'),
    15,
  );

  return fc
    .record({
      method,
      path,
      query,
      caller: rarely(usualCaller, fc.constantFrom(...CALLERS), 5),
      headers: rarely(fc.constant({}), hostileHeaders, 4),
      sent: bodyOf(operation, document, ids),
    })
    .map(({ method, path, query, caller, headers, sent }) => ({
      method,
      address: query === '' ? path : `${path}?${query}`,
      caller,
      headers: { ...(sent.type === '' ? {} : { 'content-type': sent.type }), ...headers },
      body: sent.body,
    }));
}

type Sent = { type: string; body: string | null };

function bodyOf(operation: Operation, document: Document, ids: fc.Arbitrary<string>): fc.Arbitrary<Sent> {
  const json = (body: fc.Arbitrary<string>): fc.Arbitrary<Sent> =>
    body.map((text) => ({ type: 'application/json', body: text }));
  const none = fc.constant<Sent>({ type: '', body: null });
  const { body } = operation;
  // Where none is taken, one must do no harm.
  if (body === null) return rarely(none, json(fc.constantFrom('{}', '{"a":1}', '{')));
  const made = nearly(body.schema, document, ids);
  const right = made.map(jsonOf);
  const example = schemaOf(body.example);
  const names = [...new Set([...Object.keys(example), ...Object.keys(schemaOf(body.schema.properties))])];
  // The example of the document with one field that is wrong.
  const oneWrong =
    names.length === 0
      ? right
      : fc
          .tuple(fc.constantFrom(...names), hostileValue)
          .map(([name, value]) => jsonOf(Object.fromEntries([...Object.entries(example), [name, value]])));
  const typed = fc.tuple(hostileTypes, right).map(([type, text]): Sent => ({ type, body: text }));
  const usual = body.types.includes('application/json') ? fc.oneof(json(right), json(oneWrong)) : multipartOf(made);
  return fc.oneof(
    { weight: 10, arbitrary: usual },
    { weight: 1, arbitrary: body.types.includes('multipart/form-data') ? multipartOf(made) : typed },
    { weight: 1, arbitrary: typed },
    { weight: 1, arbitrary: json(hostileBody) },
    { weight: 1, arbitrary: json(hostileValue.map(jsonOf)) },
    { weight: 1, arbitrary: none },
  );
}

/** Files that are none, are cut, or claim to be something else. */
const FILES: readonly string[] = [
  '',
  'GIF89a',
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
  '\x89PNG\r\n\x1a\n',
  '\xff\xd8\xff\xe0',
  'RIFF\x00\x00\x00\x00WEBPVP8 ',
  '%PDF-1.7',
  'name,price\n=1+1,\n"',
  'PK\x03\x04',
];

function multipartOf(made: fc.Arbitrary<unknown>): fc.Arbitrary<Sent> {
  const boundary = 'hostile';
  const type = `multipart/form-data; boundary=${boundary}`;
  const file = fc.record({
    name: fc.constantFrom('file', 'image', 'picture', 'proof', '__proto__'),
    fileName: fc.constantFrom('a.png', '../../a.png', 'a.svg', 'a.csv', '', 'x'.repeat(300)),
    type: fc.constantFrom('image/png', 'image/svg+xml', 'text/csv', 'text/html', ''),
    content: fc.constantFrom(...FILES),
  });
  const end = fc.constantFrom(`--${boundary}--\r\n`, `--${boundary}--\r\n`, `--${boundary}--\r\n`, '', `--${boundary}`);
  return fc.tuple(made, fc.array(file, { maxLength: 2 }), end).map(([fields, files, last]) => {
    const parts = Object.entries(schemaOf(fields))
      .filter(([, value]) => typeof value !== 'object')
      .map(([name, value]) => `Content-Disposition: form-data; name="${name}"\r\n\r\n${String(value)}`);
    const sent = files.map(
      (one) =>
        `Content-Disposition: form-data; name="${one.name}"; filename="${one.fileName}"\r\nContent-Type: ${one.type}\r\n\r\n${one.content}`,
    );
    return { type, body: [...parts, ...sent].map((part) => `--${boundary}\r\n${part}\r\n`).join('') + last };
  });
}
