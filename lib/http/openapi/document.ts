import { ERROR_STATUS, isErrorCode } from '#lib/errors';
import { errorText } from '#lib/i18n/error-text';
import { errorsOf, exampleOf, operationOf } from './operation.ts';
import { CONTRACTS, TAGS } from './registry.ts';
import type { JsonSchema } from './schemas.ts';

const CODES = Object.keys(ERROR_STATUS).filter(isErrorCode);

const text = { type: 'string' };

const ERROR: JsonSchema = {
  type: 'object',
  required: ['success', 'error', 'timestamp'],
  properties: {
    success: { const: false },
    error: {
      type: 'object',
      required: ['code', 'message', 'details'],
      properties: {
        code: { type: 'string', enum: Object.keys(ERROR_STATUS) },
        message: text,
        details: {
          type: 'object',
          additionalProperties: true,
          description: 'Ids and figures; for `VALIDATION_ERROR` the sentences per field.',
        },
        codes: {
          type: 'object',
          additionalProperties: { type: 'array', items: { type: 'string', enum: ['VAL_001', 'VAL_002', 'VAL_003'] } },
          description: 'Per field: `VAL_001` missing, `VAL_002` format, `VAL_003` range.',
        },
      },
    },
    timestamp: { type: 'string', format: 'date-time' },
  },
};

const header = (description: string): JsonSchema => ({ description, schema: text });

const DESCRIPTION = `The JSON API of a Barrow shop.

Answers come as \`{ success, data, meta, timestamp }\`, refusals as \`{ success, error: { code, message, details }, timestamp }\`.
Branch on \`code\`; for \`VALIDATION_ERROR\` \`details\` has sentences per field and \`codes\` beside it \`VAL_001\` (missing), \`VAL_002\` (format) or \`VAL_003\` (range).

An order from nothing: take a \`variant_id\` from \`GET /api/products\`, send it to \`POST /api/orders\` with an \`Idempotency-Key\`, and keep \`access_url\`: its \`key\` opens the order as \`Barrow-Order-Key\`. Sending the same body under the same key again answers the same order with \`Idempotent-Replayed: true\`.
For the desk, \`POST /api/admin/login\` answers a \`token\` for \`Authorization: Bearer\`; then \`PATCH /api/admin/orders/{id}/status\` moves the order and \`POST /api/admin/orders/{id}/payments\` records what was paid.

Programs use a key instead, made under Settings: \`Authorization: Bearer bk_…\`. It does what staff may do within its scopes; a scope it lacks is refused with \`AUTH_003\` and named in \`details.scope\`. What everybody may do needs no scope, and there a key counts as everybody.

Amounts are in major units with at most two decimals, moments in RFC 3339 UTC, days as \`YYYY-MM-DD\`.
\`/api/v1\` is the same API with its version pinned. At most 100 requests a minute per address, and per key; see the \`RateLimit-*\` headers.`;

/** The whole API in OpenAPI 3.1, made from the contracts of all modules. */
export function buildDocument({ version, shopUrl }: { version: string; shopUrl: string }): JsonSchema {
  const components = { schemas: { Error: ERROR } };
  const paths: Record<string, JsonSchema> = {};
  for (const contract of CONTRACTS) {
    const path = `/api${contract.path}`;
    paths[path] = { ...paths[path], [contract.method.toLowerCase()]: operationOf(contract, components) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Barrow',
      version,
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
      contact: { name: 'The shop that serves this document', url: shopUrl },
    },
    servers: [{ url: '/', description: 'This shop' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      ...components,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'The `token` of a sign-in.' },
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'A key of the desk, `bk_…`. Each operation names the scope it needs.',
        },
        customerCookie: {
          type: 'apiKey',
          in: 'cookie',
          name: 'barrow-customer',
          description: 'Set by the sign-in page of the shop.',
        },
        staffCookie: { type: 'apiKey', in: 'cookie', name: 'barrow-staff', description: 'Set by the sign-in page.' },
        cartKey: { type: 'apiKey', in: 'header', name: 'Barrow-Cart', description: 'The key of a cart.' },
        chatKey: { type: 'apiKey', in: 'header', name: 'Barrow-Chat', description: 'The key of a talk.' },
        cartCookie: { type: 'apiKey', in: 'cookie', name: 'barrow-cart', description: 'The same, as a cookie.' },
        chatCookie: { type: 'apiKey', in: 'cookie', name: 'barrow-chat', description: 'The same, as a cookie.' },
        orderKey: {
          type: 'apiKey',
          in: 'header',
          name: 'Barrow-Order-Key',
          description: 'The `key` in the signed link of an order or booking.',
        },
      },
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          description: 'Sending the same request again under the same key does it once. Kept for 24 hours.',
          schema: { type: 'string', minLength: 1, maxLength: 255 },
        },
        IfMatch: {
          name: 'If-Match',
          in: 'header',
          description: 'The `ETag` of what is being changed; a change made in between is refused with `REQ_002`.',
          schema: text,
        },
        IfNoneMatch: {
          name: 'If-None-Match',
          in: 'header',
          description: 'An `ETag` seen before; an answer that is still the same is 304.',
          schema: text,
        },
      },
      headers: {
        RequestId: header('Names this request in the log of the shop.'),
        ETag: header('Names this state of the resource.'),
        Replayed: header('`true` when this is the answer to an earlier request with the same key.'),
      },
      examples: Object.fromEntries(
        CODES.filter((code) => CONTRACTS.some((contract) => errorsOf(contract).includes(code))).map((code) => [
          code,
          { summary: errorText(code, 'en'), value: exampleOf(code) },
        ]),
      ),
      responses: {
        NotModified: {
          description: 'Nothing has changed.',
          headers: { ETag: { $ref: '#/components/headers/ETag' } },
        },
      },
    },
  };
}
