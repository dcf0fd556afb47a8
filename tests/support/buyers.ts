import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { orderBody, sendOrder } from './desk.ts';

const reply = z.looseObject({
  data: z.looseObject({ id: z.uuid(), order_number: z.string() }).optional(),
  error: z.looseObject({ code: z.string() }).optional(),
});

/** One purchase: sent under its key until it is confirmed, however often that takes. */
export type Purchase = { key: string; body: string; orderId: string; orderNumber: string; sends: number };

const RETRY_MS = 30;
/** Longer than any recovery may take: a key that is still open then will never settle. */
const GIVE_UP_MS = 40_000;

/** What tells a client to send the same again: away for a moment, or its first send is still at work. */
const PASSING = new Set(['DB_001', 'REQ_004']);

/**
 * Buyers who order one after the other, each order under a key of its own, and send it again while the service is
 * away. Everything a client may hold against the shop afterwards is in `purchases` and `surprises`.
 */
export function startBuyers(url: string, variantIds: readonly string[], count: number) {
  const events = new EventEmitter();
  const purchases: Purchase[] = [];
  const surprises: string[] = [];
  let sent = 0;
  let slowestMs = 0;
  let isOpen = true;

  async function send(body: string, key: string): Promise<z.infer<typeof reply>['data'] | null> {
    sent += 1;
    events.emit('sent');
    const began = performance.now();
    const response = await sendOrder(url, body, key).catch((error: unknown) => {
      // The connection was cut; whether the order was placed is what the key is for.
      if (error instanceof TypeError) return null;
      throw error;
    });
    const text = await response?.text().catch(() => null);
    slowestMs = Math.max(slowestMs, performance.now() - began);
    if (response === null || text === null || text === undefined) return null;
    const { data, error } = reply.parse(JSON.parse(text));
    if (response.status === 201 && data !== undefined) return data;
    if (!PASSING.has(error?.code ?? '')) surprises.push(`${response.status} ${text}`);
    return null;
  }

  async function buy(): Promise<void> {
    const [key, body] = [crypto.randomUUID(), orderBody(variantIds)];
    const until = Date.now() + GIVE_UP_MS;
    for (let sends = 1; Date.now() < until; sends += 1) {
      const data = await send(body, key);
      if (data) {
        purchases.push({ key, body, orderId: data.id, orderNumber: data.order_number, sends });
        events.emit('confirmed');
        return;
      }
      await sleep(RETRY_MS);
    }
    surprises.push(`the key ${key} never settled`);
  }

  const lanes = Array.from({ length: count }, async () => {
    while (isOpen) await buy();
  });

  return {
    purchases,
    surprises,
    slowestMs: () => slowestMs,
    /** After so many more requests have left. */
    async sends(more: number) {
      for (const goal = sent + more; sent < goal; ) await once(events, 'sent');
    },
    /** After so many more orders are confirmed. */
    async confirmations(more: number) {
      for (const goal = purchases.length + more; purchases.length < goal; ) await once(events, 'confirmed');
    },
    /** No new orders; resolves when every key begun has settled. */
    async close() {
      isOpen = false;
      await Promise.all(lanes);
    },
    /** Sends every order once more; answers what came back otherwise than the first time. */
    async resendAll(): Promise<string[]> {
      const wrong: string[] = [];
      const queue = [...purchases];
      const lane = async () => {
        for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
          const response = await sendOrder(url, next.body, next.key);
          const { data } = reply.parse(await response.json());
          const isReplay = response.headers.get('idempotent-replayed') === 'true';
          if (!isReplay || data?.id !== next.orderId) wrong.push(`${next.key}: ${response.status} ${data?.id}`);
        }
      };
      await Promise.all(Array.from({ length: count }, lane));
      return wrong;
    },
  };
}

export type Buyers = ReturnType<typeof startBuyers>;
