import { expect } from 'vitest';
import { z } from 'zod';

/** A client of the running server that believes nothing: every answer is compared with the shop's own document. */

const operation = z.looseObject({
  operationId: z.string(),
  responses: z.record(z.string(), z.looseObject({ content: z.record(z.string(), z.unknown()).optional() })),
});
const documentShape = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});
const jsonContent = z.object({ 'application/json': z.looseObject({ schema: z.record(z.string(), z.unknown()) }) });
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

export async function openClient(url: string) {
  const document = documentShape.parse(await (await fetch(`${url}/api/openapi.json`)).json());
  const definitions = JSON.parse(
    JSON.stringify(document.components.schemas).replaceAll('#/components/schemas/', '#/$defs/'),
  );
  const seen = new Set<string>();

  function operationAt(method: string, path: string) {
    const matching = Object.entries(document.paths).filter(([template]) =>
      new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
    );
    const weight = (template: string) => template.split('/').filter(isLiteral).length;
    const [best] = matching.sort(([a], [b]) => weight(b) - weight(a));
    return best?.[1][method.toLowerCase()];
  }

  function judge(name: string, response: Response, body: unknown, described: z.output<typeof operation>) {
    const answer = described.responses[response.status];
    expect(answer, `${name} does not say that it can answer ${response.status}: ${JSON.stringify(body)}`).toBeDefined();
    const content = jsonContent.safeParse(answer?.content);
    if (!content.success) return;
    const { schema } = content.data['application/json'];
    const whole = JSON.parse(JSON.stringify(schema).replaceAll('#/components/schemas/', '#/$defs/'));
    const result = z.fromJSONSchema({ ...whole, $defs: definitions }).safeParse(body);
    expect(result.error?.issues, `${name} ${response.status}`).toBeUndefined();
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
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    const json: unknown = isJson && text !== '' ? JSON.parse(text) : null;
    expect(response.headers.get('x-request-id'), `${method} ${address}`).toBeTruthy();
    const described = operationAt(method, `/api${address.split('?')[0]?.replace(/^\/v1/, '')}`);
    if (described) {
      seen.add(described.operationId);
      judge(`${method} ${address}`, response, json, described);
    }
    const parsed = envelope.safeParse(json).data;
    return {
      status: response.status,
      headers: response.headers,
      text,
      code: String(parsed?.error?.code ?? ''),
      details: parsed?.error?.details,
      data: parsed?.data,
      meta: parsed?.meta,
    };
  }

  const operations = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  return { send, document, operations, seen };
}

export type Client = Awaited<ReturnType<typeof openClient>>;
