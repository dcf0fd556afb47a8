import { expect } from 'vitest';
import { z } from 'zod';
import { textOf } from './streams.ts';

/** A client of the running server that believes nothing: every answer is compared with the shop's own document. */

const media = z.looseObject({
  schema: z.record(z.string(), z.unknown()),
  examples: z.record(z.string(), z.unknown()).optional(),
});
const operation = z.looseObject({
  operationId: z.string(),
  security: z.array(z.record(z.string(), z.unknown())),
  responses: z.record(z.string(), z.looseObject({ content: z.record(z.string(), media).optional() })),
});
const documentShape = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});
const envelope = z.looseObject({
  success: z.boolean(),
  data: z.any().optional(),
  meta: z.any().optional(),
  error: z.any().optional(),
  timestamp: z.iso.datetime(),
});

export type Sent = {
  body?: unknown;
  form?: FormData | URLSearchParams;
  token?: string;
  headers?: Record<string, string>;
};

const isLiteral = (part: string) => !part.startsWith('{');

/** What an operation refuses for reasons of its own: not who asks, nor how often. */
const isOwnRefusal = (status: number) => status >= 400 && status < 500 && ![401, 403, 429].includes(status);

export async function openClient(url: string) {
  const document = documentShape.parse(await (await fetch(`${url}/api/openapi.json`)).json());
  const definitions = JSON.parse(
    JSON.stringify(document.components.schemas).replaceAll('#/components/schemas/', '#/$defs/'),
  );
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({ ...described, method: method.toUpperCase(), path })),
  );
  const succeeded = new Set<string>();
  const refused = new Set<string>();

  function operationAt(method: string, path: string) {
    const matching = Object.entries(document.paths).filter(([template]) =>
      new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
    );
    const weight = (template: string) => template.split('/').filter(isLiteral).length;
    const [best] = matching.sort(([a], [b]) => weight(b) - weight(a));
    return best?.[1][method.toLowerCase()];
  }

  type Received = { status: number; type: string; text: string; json: unknown; code: string };

  /** Status, kind of content, shape and code of an answer are among those that the document promises. */
  function judge(
    name: string,
    { status, type, text, json, code }: Received,
    { responses }: z.output<typeof operation>,
  ) {
    const answer = responses[status];
    expect(answer, `${name} does not say that it can answer ${status}: ${text}`).toBeDefined();
    const { content } = answer ?? {};
    if (content === undefined) return expect(text, `${name} ${status} has no body`).toBe('');
    expect(Object.keys(content), `${name} ${status}`).toContain(type);
    if (code) expect(Object.keys(content[type]?.examples ?? {}), `${name} does not name ${code}`).toContain(code);
    if (type !== 'application/json') return;
    const whole = JSON.parse(JSON.stringify(content[type]?.schema).replaceAll('#/components/schemas/', '#/$defs/'));
    const result = z.fromJSONSchema({ ...whole, $defs: definitions }).safeParse(json);
    expect(result.error?.issues, `${name} ${status}`).toBeUndefined();
  }

  /** Sends a request below /api and holds its answer against the document. */
  async function send(method: string, address: string, { body, form, token, headers = {} }: Sent = {}) {
    const response = await fetch(`${url}/api${address}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      body: form ?? (body === undefined ? undefined : JSON.stringify(body)),
      redirect: 'manual',
    });
    const { status } = response;
    const text = await textOf(response);
    const type = response.headers.get('content-type')?.split(';')[0] ?? '';
    const json: unknown = type === 'application/json' && text !== '' ? JSON.parse(text) : null;
    const parsed = envelope.safeParse(json).data;
    const code = String(parsed?.error?.code ?? '');
    expect(response.headers.get('x-request-id'), `${method} ${address}`).toBeTruthy();
    const described = operationAt(method, `/api${address.split('?')[0]?.replace(/^\/v1/, '')}`);
    if (described) {
      if (status < 400) succeeded.add(described.operationId);
      if (isOwnRefusal(status)) refused.add(described.operationId);
      judge(`${method} ${address}`, { status, type, text, json, code }, described);
    }
    return {
      status,
      headers: response.headers,
      text,
      code,
      details: parsed?.error?.details,
      data: parsed?.data,
      meta: parsed?.meta,
    };
  }

  return {
    send,
    operations,
    /** Operations of which no call has succeeded. */
    neverDone: () => operations.map(({ operationId }) => operationId).filter((id) => !succeeded.has(id)),
    /** Operations that can refuse what they are asked, and were never seen to. */
    neverRefused: () =>
      operations
        .filter(({ responses }) => Object.keys(responses).some((status) => isOwnRefusal(Number(status))))
        .map(({ operationId }) => operationId)
        .filter((id) => !refused.has(id)),
  };
}

export type Client = Awaited<ReturnType<typeof openClient>>;
export type Answer = Awaited<ReturnType<Client['send']>>;
