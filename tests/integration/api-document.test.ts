import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Contract, fieldsOf } from '#lib/http/contract';
import { buildDocument } from '#lib/http/openapi/document';
import { CONTRACTS, TAGS } from '#lib/http/openapi/registry';
import { keptTarget } from '#lib/server/kept-routes';
import { readRoutes } from '#tests/support/api';

const document = buildDocument({ version: '1.2.3', shopUrl: 'https://shop.example.com' });
const text = JSON.stringify(document);
const shape = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ operationId: z.string() }))),
  components: z.record(z.string(), z.record(z.string(), z.unknown())),
});
const { paths, components } = shape.parse(document);
const withContent = z.object({
  content: z
    .record(
      z.string(),
      z.object({ example: z.unknown().optional(), examples: z.record(z.string(), z.unknown()).optional() }),
    )
    .optional(),
});
const told = z.object({
  summary: z.string().min(5),
  description: z.string().min(10),
  tags: z.array(z.string()).length(1),
  // Empty where nobody's credentials are looked at.
  security: z.array(z.unknown()),
  requestBody: withContent.optional(),
  responses: z.record(z.string(), withContent),
});
/** Has no text to show. */
const BINARY = ['image/webp', 'application/pdf', 'application/octet-stream'];
const named = CONTRACTS.map((contract) => [contract.id, contract] as const);

describe('the register of endpoints', () => {
  it('names every method of every route, and nothing else', async () => {
    const registered = CONTRACTS.map(({ method, path }) => `${method} ${path}`).sort();
    const offered = (await readRoutes()).flatMap(({ path, handlers }) =>
      Object.entries(handlers).flatMap(([method, handler]) => (handler.contract ? [`${method} ${path}`] : [])),
    );
    expect(offered.sort()).toEqual(registered);
  });

  it('puts every contract at its own address', async () => {
    for (const { path, handlers } of await readRoutes()) {
      for (const [method, { contract }] of Object.entries(handlers)) {
        if (contract) expect(`${contract.method} ${contract.path}`).toBe(`${method} ${path}`);
      }
    }
  });

  it('answers every other method with REQ_006 and what is allowed', async () => {
    for (const { path, handlers } of await readRoutes()) {
      expect(Object.keys(handlers), path).toEqual(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);
      for (const [method, handler] of Object.entries(handlers)) {
        if (handler.contract) continue;
        const response = await handler(new Request('http://localhost/', { method }), { params: Promise.resolve({}) });
        expect(response.status, `${method} ${path}`).toBe(405);
        expect(response.headers.get('allow')).toMatch(/^(GET, HEAD|POST|PUT|PATCH|DELETE).*OPTIONS$/);
        expect(await response.json()).toMatchObject({ success: false, error: { code: 'REQ_006' } });
      }
    }
  });

  it.each(named)('%s is described, and its examples are true', (_, contract: Contract) => {
    expect(contract.id).toMatch(/^[a-z][A-Za-z]+$/);
    expect(Object.keys(TAGS)).toContain(contract.tag);
    expect(contract.summary.length).toBeGreaterThan(5);
    expect(contract.description).toMatch(/\.$/);
    const { example = {} } = contract;
    if (contract.params) {
      expect(contract.params.safeParse(example.params).error).toBeUndefined();
    }
    if (contract.query && example.query) expect(contract.query.safeParse(example.query).error).toBeUndefined();
    if (contract.body && contract.accepts !== 'multipart') {
      const fields = fieldsOf(contract.body);
      const given = { ...Object(contract.params?.parse(example.params)), cart_key: null };
      const filled = Object.fromEntries(Object.entries(given).filter(([name]) => Object.hasOwn(fields, name)));
      expect(contract.body.safeParse({ ...Object(example.body), ...filled }).error).toBeUndefined();
    }
    if (contract.output) {
      const output = contract.isList ? z.array(contract.output) : contract.output;
      expect(output.safeParse(example.data).error).toBeUndefined();
    }
  });

  it('has one id for each', () => {
    expect(new Set(CONTRACTS.map(({ id }) => id)).size).toBe(CONTRACTS.length);
  });

  it('keeps only answers that are told apart by every parameter they depend on', () => {
    const kept = CONTRACTS.filter((contract) => contract.kept);
    expect(kept.length).toBeGreaterThan(3);
    for (const { access, method, path, query } of kept) {
      expect([access, method]).toEqual(['public', 'GET']);
      for (const name of Object.keys(query?.shape ?? {})) {
        const address = `/api${path.replace('{id}', 'rye-loaf')}`;
        expect(keptTarget(`${address}?${name}=1`)?.key, `${path} ${name}`).not.toBe(keptTarget(address)?.key);
      }
    }
  });
});

describe('the OpenAPI document', () => {
  it('has every operation with a reason for each way it can fail', () => {
    const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
    expect(operations).toHaveLength(CONTRACTS.length);
    expect(document).toMatchObject({ openapi: '3.1.0', info: { version: '1.2.3' }, servers: [{ url: '/' }] });
    expect(paths['/api/orders']?.post).toMatchObject({
      operationId: 'placeOrder',
      responses: { '201': {}, '400': {}, '409': {}, '422': {}, '429': {}, '500': {}, '503': {} },
    });
    expect(JSON.stringify(paths['/api/cart/items/{id}']?.patch)).not.toContain('cart_key');
    expect(JSON.stringify(paths['/api/admin/orders/{id}/payments']?.post)).not.toContain('order_id"]');
  });

  it('tells of every operation what it is called, what it does, who may, and shows what goes in and out', () => {
    const missing: string[] = [];
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, one] of Object.entries(methods)) {
        const { data, error } = told.safeParse(one);
        for (const { path: at } of error?.issues ?? []) missing.push(`${method} ${path} ${at.join('/')}`);
        if (!data) continue;
        const bodies = Object.entries(data.responses).map(([status, answer]) => ({ where: status, ...answer }));
        for (const { where, content = {} } of [{ where: 'request', ...data.requestBody }, ...bodies]) {
          for (const [type, { example, examples = {} }] of Object.entries(content)) {
            const isShown = [example, ...Object.values(examples)].some((shown) => shown !== undefined);
            if (!isShown && !BINARY.includes(type)) missing.push(`${method} ${path} ${where} ${type}`);
          }
        }
      }
    }
    expect(missing).toEqual([]);
  });

  it('leans on nothing that is not there', () => {
    const references = [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)];
    expect(references.length).toBeGreaterThan(100);
    for (const [, group, name] of references) expect(components[group ?? ''], name).toHaveProperty(name ?? '');
    expect(text).not.toContain('#/$defs');
    expect(text).not.toContain('"$schema"');
  });

  it('leaves no field without a type', () => {
    const untyped: string[] = [];
    const walk = (value: unknown, at: string) => {
      if (Array.isArray(value)) for (const [index, one] of value.entries()) walk(one, `${at}/${index}`);
      else if (typeof value === 'object' && value !== null) {
        for (const [key, one] of Object.entries(value)) {
          if (/example|value$/.test(key)) continue;
          if (key === 'properties' && typeof one === 'object' && one !== null) {
            for (const [name, schema] of Object.entries(one)) {
              const keys = Object.keys(Object(schema)).filter((word) => word !== 'description' && word !== 'examples');
              if (keys.length === 0) untyped.push(`${at}/${name}`);
            }
          }
          if (key === 'schema' && Object.keys(Object(one)).length === 0) untyped.push(at);
          walk(one, `${at}/${key}`);
        }
      }
    };
    walk(document, '');
    expect(untyped).toEqual([]);
  });
});
