import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';

vi.hoisted(() => {
  // Before anything reads the settings, here and in the worker: the receiver is on this machine.
  process.env.WEBHOOK_ALLOW_PRIVATE = 'on';
});

import { webhookDeliveries } from '#db/schema/webhooks';
import { database } from '#lib/database';
import { placeOrder } from '#lib/orders/commands';
import { createWebhook } from '#lib/webhooks/commands';
import { makeProduct, orderOf, setSetting, staffMember, visitor } from '#tests/factories/shop';
import { isSigned, type Received, type Receiver, startReceiver } from '#tests/support/receiver';
import { until } from '#tests/support/wait';
import { makeWorker } from '#tests/support/worker';

/** What a dead worker left is claimed again after 30 s, by work that is asked for once a minute. */
const SETTLED_MS = 180_000;

const worker = makeWorker(() => ({}));
let receiver: Receiver;
let variantId: string;
let secret: string;

beforeAll(async () => {
  receiver = await startReceiver();
  await setSetting('shop', { name: 'Mill & Moss', email: 'hello@mill.example' });
  ({ variantId } = await makeProduct({ stockQuantity: 1_000_000 }));
  const admin = await staffMember('admin');
  ({ secret } = await createWebhook(admin, { url: receiver.url, description: 'Books', events: ['order.placed'] }));
  await worker.start();
});
afterAll(async () => {
  await worker.end('SIGKILL');
  await receiver.stop();
});
beforeEach(() => {
  receiver.received.length = 0;
});

const rows = () => database().db.select().from(webhookDeliveries);

/** Places an order and waits for what it tells, with the worker in the middle of it; it is killed when `ready`. */
async function killInTheMiddle(ready: (first: Received) => Promise<void>): Promise<Received> {
  const asked = Promise.withResolvers<Received>();
  const answer = receiver.answer;
  receiver.answer = (response, received) => {
    receiver.answer = answer;
    asked.resolve(received);
    ready(received).then(
      () => response.writeHead(204).end(),
      () => response.destroy(),
    );
  };
  await placeOrder(visitor(), orderOf([variantId]));
  return asked.promise;
}

/** Whoever gets it twice can tell: the same id, the same words, and signed each time. */
async function expectDeliveredAgain(first: Received): Promise<void> {
  const isDelivered = async () => (await rows()).some(({ id, status }) => id === first.id && status === 'delivered');
  await until('it is delivered', SETTLED_MS, isDelivered);
  const copies = receiver.received.filter(({ id }) => id === first.id);
  expect(copies.length).toBeGreaterThanOrEqual(2);
  expect(new Set(copies.map(({ text }) => text)).size).toBe(1);
  for (const copy of copies) expect(isSigned(copy, secret)).toBe(true);

  const all = await rows();
  // Written down once, and nothing came that is not written down.
  expect(all.filter(({ subjectId }) => subjectId === first.data.id)).toHaveLength(1);
  expect(all.find(({ id }) => id === first.id)).toMatchObject({ status: 'delivered', error: null, responseCode: 204 });
  expect(new Set(receiver.received.map(({ id }) => id))).toEqual(new Set([first.id]));
}

it(
  'sends a webhook again, as the same message, when the worker was killed while it waited for the answer',
  async () => {
    const dead = Promise.withResolvers<void>();
    // It has arrived, and is never answered by the time it matters.
    const first = await killInTheMiddle(() => dead.promise);
    await worker.end('SIGKILL');
    dead.resolve();
    expect(await rows()).toMatchObject([{ id: first.id, status: 'sending', attempts: 1 }]);
    await worker.start();
    await expectDeliveredAgain(first);
  },
  120_000 + SETTLED_MS,
);

it(
  'does so too when it was answered and the worker died before it could write that down',
  async () => {
    const [locked, gone] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    // Nobody can write to the row until the worker is gone.
    const hold = (id: string) =>
      database().transaction(async (db) => {
        await db.select().from(webhookDeliveries).where(eq(webhookDeliveries.id, id)).for('update');
        locked.resolve();
        await gone.promise;
      });
    let held: Promise<void> = Promise.resolve();
    const first = await killInTheMiddle((received) => {
      held = hold(received.id);
      return locked.promise;
    });
    await until('the worker has its answer and waits to write', 10_000, async () => {
      const [row] = await database().db.execute<{ waits: boolean }>(sql`
        select exists (select 1 from pg_stat_activity where datname = current_database()
          and wait_event_type = 'Lock' and query ilike '%update%webhook_deliveries%') as waits`);
      return row?.waits ?? false;
    });
    await worker.end('SIGKILL');
    gone.resolve();
    await held;
    expect((await rows()).find(({ id }) => id === first.id)).toMatchObject({ status: 'sending', attempts: 1 });
    await worker.start();
    await expectDeliveredAgain(first);
  },
  120_000 + SETTLED_MS,
);
