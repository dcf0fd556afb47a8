import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { webhookDeliveries } from '#db/schema/webhooks';
import { database } from '#lib/database';
import { ensureCursor } from '#lib/jobs/dispatcher';
import { placeOrder } from '#lib/orders/commands';
import { createWebhook } from '#lib/webhooks/commands';
import { listWebhooks } from '#lib/webhooks/queries';
import { WEBHOOK_EVENTS, type WebhookEvent } from '#lib/webhooks/rules';
import { system } from '#tests/support/jobs';
import { type Receiver, startReceiver } from '#tests/support/receiver';
import { contextOf, makeProduct, orderOf, setSetting, staffMember, type TestContext, visitor } from './shop.ts';

export const HOUR = 3_600_000;

/**
 * A shop with something to sell and another program that listens, on this machine: the file that calls it has to set
 * WEBHOOK_ALLOW_PRIVATE before anything is imported (`vi.hoisted`). Every test begins without webhooks and events.
 */
export function withReceiver() {
  let receiver: Receiver;
  let admin: TestContext;
  let variantId: string;

  beforeAll(async () => {
    receiver = await startReceiver();
    admin = await staffMember('admin');
    ({ variantId } = await makeProduct({ stockQuantity: 1000 }));
  });
  afterAll(() => receiver.stop());
  beforeEach(async () => {
    await database().db.execute(sql`
      truncate domain_events, event_cursors, notifications, settings, webhook_endpoints, webhook_deliveries`);
    await setSetting('shop', { name: 'Mill & Moss', email: 'hello@mill.example' });
    await ensureCursor(system());
    receiver.received.length = 0;
    receiver.answer = (response) => response.writeHead(204).end();
  });

  const rows = () => database().db.select().from(webhookDeliveries).orderBy(webhookDeliveries.createdAt);
  return {
    receiver: () => receiver,
    admin: () => admin,
    listen: (events: WebhookEvent[] = [...WEBHOOK_EVENTS], more: { url?: string } = {}) =>
      createWebhook(admin, { url: receiver.url, description: 'Books', events, ...more }),
    buy: async (id = variantId) => (await placeOrder(visitor(), orderOf([id]))).order,
    /** All deliveries, the oldest first. */
    rows,
    one: async () => {
      const [row] = await rows();
      if (!row) throw new Error('no delivery');
      return row;
    },
    endpoint: async () => (await listWebhooks(admin)).items[0],
    /** From now on it answers so. */
    answers: (status: number) => {
      receiver.answer = (response) => response.writeHead(status).end();
    },
  };
}

/** The system, some milliseconds from now. */
export const later = (ms: number): TestContext =>
  contextOf({ kind: 'system', name: 'test' }, { now: new Date(Date.now() + ms) });
