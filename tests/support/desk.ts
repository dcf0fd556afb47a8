import { z } from 'zod';
import type { App } from './app.ts';

const answered = z.looseObject({ success: z.boolean(), data: z.any().optional(), error: z.any().optional() });
const made = z.object({ id: z.uuid(), slug: z.string(), variants: z.array(z.object({ id: z.uuid() })).min(1) });

export type Product = { id: string; slug: string; variantId: string; name: string };

/** The order desk over HTTP, signed in as the first admin. */
export async function openDesk({ url, admin }: Pick<App, 'url' | 'admin'>) {
  async function send(method: string, address: string, body?: unknown, token?: string) {
    const response = await fetch(`${url}/api${address}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${address} answered ${response.status}: ${text}`);
    return text === '' ? null : answered.parse(JSON.parse(text)).data;
  }

  const { token } = z.looseObject({ token: z.string() }).parse(await send('POST', '/admin/login', admin));
  let count = 0;

  return {
    token,
    /** Fails unless the answer is a success; answers its data. */
    send: (method: string, address: string, body?: unknown) => send(method, `/admin${address}`, body, token),
    async newProduct(fields: Record<string, unknown> = {}): Promise<Product> {
      count += 1;
      const name = `Loaf ${process.pid} ${count} ${Date.now().toString(36)}`;
      const data = await send('POST', '/admin/products', { name, price: 4.8, stock_quantity: 10, ...fields }, token);
      const { id, slug, variants } = made.parse(data);
      const [variant] = variants;
      if (variant === undefined) throw new Error('a product without a variant');
      return { id, slug, variantId: variant.id, name };
    },
  };
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;

let people = 0;

/** What a visitor sends to order one of each; each call is another person. Where the shop has hours, at `slotId`. */
export function orderBody(variantIds: readonly string[], slotId?: string) {
  people += 1;
  return JSON.stringify({
    customer_name: 'Ana Pop',
    customer_phone: `+40722${String(100_000 + people)}`,
    delivery_type: 'pickup',
    slot_id: slotId,
    items: variantIds.map((id) => ({ variant_id: id, quantity: 1 })),
  });
}

const offered = z.looseObject({
  data: z.array(z.looseObject({ id: z.uuid(), starts_at: z.string(), reason: z.string().nullable() })),
});

/** The id of the last time that is free for one of each; the shop must have hours. */
export async function freeSlot(url: string, variantIds: readonly string[] = []): Promise<string> {
  const items = variantIds.map((id) => `${id}:1`).join(',');
  const { data } = offered.parse(await (await fetch(`${url}/api/slots?method=pickup&items=${items}`)).json());
  const slot = data.findLast(({ reason }) => reason === null);
  if (slot === undefined) throw new Error('no time is free');
  return slot.id;
}

/** POST /orders as a shop's own page or a program sends it. */
export const sendOrder = (url: string, body: string, key: string): Promise<Response> =>
  fetch(`${url}/api/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body,
    signal: AbortSignal.timeout(20_000),
  });
