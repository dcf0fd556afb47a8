import { z } from 'zod';
import { ERROR_STATUS, type ErrorCode } from '#lib/errors';
import { errorText } from '#lib/i18n/error-text';
import { type Contract, fieldsOf } from '../contract.ts';
import { scopeOf } from '../scope-of.ts';
import { PARAMETERS } from './parameters.ts';
import { isObject, type JsonSchema, toJsonSchema } from './schemas.ts';

type Components = { schemas: JsonSchema };

const pageMeta = z
  .object({
    page: z.int(),
    limit: z.int(),
    total: z.int(),
    pages: z.int(),
    total_exact: z.boolean().meta({
      description: 'False for an estimate: beyond 10,000, or beyond 1,000 where words, prices or stock are asked for.',
    }),
    next_cursor: z.string().nullable().meta({ description: 'Send it as `cursor` to go on.' }),
  })
  .meta({ id: 'PageMeta' });

/** Every code this operation can answer with: its own, and those its door adds. */
export function errorsOf(contract: Contract): ErrorCode[] {
  const { access, method, errors = [] } = contract;
  const isGated = access === 'account' || access === 'login' || access === 'staff' || access === 'admin';
  const all = new Set<ErrorCode>(errors);
  if (isGated) all.add('AUTH_002').add('AUTH_003');
  if (access === 'staff' || access === 'admin') all.add('AUTH_008');
  else if (!contract.isAnonymous && !contract.kept) all.add('AUTH_002');
  if (method !== 'GET' && access !== 'public' && !contract.isAnonymous) all.add('AUTH_005');
  if (contract.params || contract.query || contract.body || contract.isIdempotent) all.add('REQ_001');
  if (contract.query || contract.body) all.add('VALIDATION_ERROR');
  if (contract.body) all.add('FILE_002');
  if (contract.isIdempotent) all.add('REQ_003').add('REQ_004');
  if (contract.isVersioned) all.add('REQ_002');
  return [...all.add('RATE_001').add('DB_001').add('SYS_001')].sort();
}

/** One operation of the document. */
export function operationOf(contract: Contract, components: Components): JsonSchema {
  const body = requestBody(contract, components);
  return {
    operationId: contract.id,
    summary: contract.summary,
    description: described(contract),
    tags: [contract.tag],
    security: securityOf(contract),
    parameters: [...pathParameters(contract), ...queryParameters(contract, components), ...headersOf(contract)],
    ...(body && { requestBody: body }),
    responses: { ...success(contract, components), ...failures(contract) },
  };
}

function described(contract: Contract): string {
  const scope = scopeOf(contract);
  return scope === null ? contract.description : `${contract.description}\n\nScope: \`${scope}\`.`;
}

function securityOf(contract: Contract): JsonSchema[] {
  const { access, method, path, tag, isAnonymous, kept } = contract;
  const scope = scopeOf(contract);
  // Only OAuth has scopes in a document; ours are told in the description.
  const staff = [{ bearer: [] }, ...(scope === null ? [] : [{ apiKey: [] }]), { staffCookie: [] }];
  if (access === 'login' || access === 'staff' || access === 'admin') return staff;
  if (access === 'account') return [{ bearer: [] }, { customerCookie: [] }];
  if (access === 'visitor' && tag === 'Chat') return [{ chatKey: [] }, { chatCookie: [] }, {}];
  if (access === 'visitor') return [{ cartKey: [] }, { cartCookie: [] }, {}];
  if (access === 'customer') {
    // The key in the link of an order or booking opens that one and nothing else.
    const byKey = /^\/(orders|bookings)\//.test(path) ? [{ orderKey: [] }] : [];
    return [...byKey, { bearer: [] }, ...(method === 'GET' ? [{ staffCookie: [] }] : [])];
  }
  return isAnonymous || kept ? [] : [{}, { bearer: [] }];
}

const pathNames = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '');

function pathParameters({ path, params, example }: Contract): JsonSchema[] {
  const fields = fieldsOf(params);
  return pathNames(path).map((name) => ({
    name,
    in: 'path',
    required: true,
    ...about(name, undefined),
    schema: fields[name] ? toJsonSchema(fields[name], 'input', {}) : { type: 'string' },
    ...(example?.params?.[name] !== undefined && { example: example.params[name] }),
  }));
}

function queryParameters({ query, example }: Contract, components: Components): JsonSchema[] {
  if (!query) return [];
  const { properties, required } = toJsonSchema(query, 'input', components.schemas);
  const needed = Array.isArray(required) ? required : [];
  return Object.entries(isObject(properties) ? properties : {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: needed.includes(name),
    ...about(name, schema),
    schema,
    ...(example?.query?.[name] !== undefined && { example: typed(example.query[name], schema) }),
  }));
}

function about(name: string, schema: unknown): JsonSchema {
  const own = isObject(schema) ? schema.description : undefined;
  const description = typeof own === 'string' ? own : PARAMETERS[name];
  return description === undefined ? {} : { description };
}

/** The text of a query as a value of its schema. */
function typed(text: string, schema: unknown): unknown {
  const type = isObject(schema) ? schema.type : undefined;
  if (type === 'integer' || type === 'number') return Number(text);
  if (type === 'boolean') return text === 'true';
  return type === 'array' ? text.split(',') : text;
}

function headersOf({ isIdempotent, isVersioned, method, raw }: Contract): JsonSchema[] {
  const named = (name: string) => ({ $ref: `#/components/parameters/${name}` });
  return [
    ...(isIdempotent ? [named('IdempotencyKey')] : []),
    ...(isVersioned ? [named('IfMatch')] : []),
    ...(method === 'GET' && !raw ? [named('IfNoneMatch')] : []),
  ];
}

/** The body without what the door puts in. */
function requestBody(contract: Contract, { schemas }: Components): JsonSchema | null {
  if (!contract.body) return null;
  const hidden = new Set(['cart_key', 'chat_key', ...pathNames(contract.path), ...outputNames(contract.params)]);
  const whole = toJsonSchema(contract.body, 'input', schemas);
  const properties = isObject(whole.properties) ? whole.properties : {};
  const required = (Array.isArray(whole.required) ? whole.required : []).filter((name) => !hidden.has(name));
  const schema = {
    ...whole,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !hidden.has(name))),
    required,
  };
  const types = {
    json: ['application/json'],
    form: ['application/json', 'application/x-www-form-urlencoded'],
    multipart: ['multipart/form-data'],
    'json-or-multipart': ['application/json', 'multipart/form-data'],
  }[contract.accepts ?? 'json'];
  const example = contract.example?.body;
  const content = { schema, ...(example !== undefined && { example }) };
  return { required: required.length > 0, content: Object.fromEntries(types.map((type) => [type, content])) };
}

/** Under which names path parameters reach the command. */
function outputNames(params: z.ZodType | undefined): string[] {
  if (!(params instanceof z.ZodPipe)) return [];
  const sample = Object.fromEntries(Object.keys(fieldsOf(params)).map((name) => [name, SAMPLE_ID]));
  return Object.keys(Object(params.safeParse(sample).data));
}

const SAMPLE_ID = '01985f3c-6a10-7c3e-9d52-0b1f4a6e0000';

function success(contract: Contract, { schemas }: Components): JsonSchema {
  const { output, raw, isList, example, method } = contract;
  const status = String(output || raw ? (contract.status ?? 200) : 204);
  const headers: JsonSchema = { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } };
  if (method === 'GET' && !raw) headers.ETag = { $ref: '#/components/headers/ETag' };
  if (contract.isIdempotent) headers['Idempotent-Replayed'] = { $ref: '#/components/headers/Replayed' };
  const notModified = method === 'GET' && !raw ? { '304': { $ref: '#/components/responses/NotModified' } } : {};
  if (raw) {
    const content = [raw].flat().map((type) => {
      const schema = { type: type === 'application/json' ? 'object' : 'string' };
      return [type, { schema, ...(example?.data !== undefined && { example: example.data }) }];
    });
    return { [status]: { description: contract.summary, headers, content: Object.fromEntries(content) } };
  }
  if (!output) return { [status]: { description: 'Done; no body.', headers } };
  const envelope = z.object({
    success: z.literal(true),
    data: isList ? z.array(output) : output,
    ...(isList && { meta: pageMeta }),
    timestamp: z.iso.datetime(),
  });
  const meta = { page: 1, limit: 20, total: 1, pages: 1, total_exact: true, next_cursor: null };
  const sample = { success: true, data: example?.data, ...(isList && { meta }), timestamp: '2026-05-31T08:00:00.000Z' };
  const content = { schema: toJsonSchema(envelope, 'output', schemas), example: sample };
  return {
    [status]: { description: contract.summary, headers, content: { 'application/json': content } },
    ...notModified,
  };
}

/** Refusals by status; the codes that share one stand side by side as examples. */
function failures(contract: Contract): JsonSchema {
  const byStatus = Map.groupBy(errorsOf(contract), (code) => String(ERROR_STATUS[code]));
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\`: ${errorText(code, 'en')}`).join('\n\n'),
        headers: { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } },
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
            examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
          },
        },
      },
    ]),
  );
}

/** A refusal as it is answered. */
export function exampleOf(code: ErrorCode): JsonSchema {
  const isField = code === 'VALIDATION_ERROR';
  return {
    success: false,
    error: {
      code,
      message: errorText(code, 'en'),
      details: isField ? { name: ['Enter a name.'] } : {},
      ...(isField && { codes: { name: ['VAL_001'] } }),
    },
    timestamp: '2026-05-31T08:00:00.000Z',
  };
}
