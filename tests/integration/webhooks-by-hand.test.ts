import { describe, expect, it, vi } from 'vitest';
import { webhookDeliveries, webhookEndpoints } from '#db/schema/webhooks';
import { database } from '#lib/database';
import {
  deliverHook,
  listDueDeliveries,
  removeWebhook,
  replayDelivery,
  rotateWebhookSecret,
  sweepWebhooks,
  testWebhook,
  updateWebhook,
} from '#lib/webhooks/commands';
import { listDeliveriesInput } from '#lib/webhooks/input';
import { listDeliveries, listWebhooks } from '#lib/webhooks/queries';
import { outcome } from '#tests/factories/shop';
import { HOUR, later, withReceiver } from '#tests/factories/webhooks';
import { doAllWork } from '#tests/support/jobs';
import { isSigned } from '#tests/support/receiver';

// The receivers of these tests are on this machine; what is refused without it is asked in webhook-requests.test.ts.
vi.hoisted(() => {
  process.env.WEBHOOK_ALLOW_PRIVATE = '1';
});

const { receiver, admin, listen, buy, rows, one, endpoint, answers } = withReceiver();

describe('by hand', () => {
  it('a delivery is sent again as it was', async () => {
    const { secret } = await listen(['order.placed']);
    await buy();
    await doAllWork();
    const { id } = await one();
    expect(await replayDelivery(admin(), { id })).toMatchObject({ id, status: 'queued', attempts: 0 });
    await doAllWork();
    expect(receiver().received).toHaveLength(2);
    expect(receiver().received[1]?.text).toBe(receiver().received[0]?.text);
    expect(receiver().received.every((received) => isSigned(received, secret))).toBe(true);
    expect(await one()).toMatchObject({ status: 'delivered', attempts: 1 });
    await database().db.update(webhookDeliveries).set({ status: 'sending' });
    expect(await outcome(replayDelivery(admin(), { id }))).toBe('CONF_002');
  });

  it('a test is sent once, also to what is paused', async () => {
    const { id } = await listen(['order.placed']);
    await updateWebhook(admin(), { id, is_active: false });
    answers(404);
    expect(await testWebhook(admin(), { id })).toMatchObject({ event: 'test', status: 'queued' });
    await doAllWork();
    expect(receiver().received).toMatchObject([{ event: 'test', data: { shop: 'Mill & Moss' } }]);
    expect(await one()).toMatchObject({ status: 'failed', error: 'It answered 404.' });
    expect(await listDueDeliveries(later(HOUR))).toEqual([]);
  });

  it('a secret is replaced; for a day either is good', async () => {
    const { id, secret } = await listen(['order.placed']);
    const { secret: fresh } = await rotateWebhookSecret(admin(), { id });
    expect(fresh).not.toBe(secret);
    await testWebhook(admin(), { id });
    await doAllWork();
    const [both] = receiver().received;
    expect(both && [isSigned(both, secret), isSigned(both, fresh)]).toEqual([true, true]);
    await replayDelivery(admin(), { id: (await one()).id });
    await deliverHook(later(25 * HOUR), { delivery_id: (await one()).id });
    const last = receiver().received[1];
    const then = Date.now() + 25 * HOUR;
    expect(last && [isSigned(last, secret, then), isSigned(last, fresh, then)]).toEqual([false, true]);
  });

  it('pausing drops what waits, removing takes everything along', async () => {
    const { id } = await listen(['order.placed']);
    answers(500);
    await buy();
    await doAllWork();
    await updateWebhook(admin(), { id, is_active: false });
    expect(await one()).toMatchObject({ status: 'failed', nextAttemptAt: null });
    expect(await endpoint()).toMatchObject({ state: 'paused' });
    await removeWebhook(admin(), { id });
    expect(await rows()).toEqual([]);
    expect(await outcome(removeWebhook(admin(), { id }))).toBe('DB_002');
  });

  it('secrets are never read again, and deliveries are forgotten after a month', async () => {
    const { secret } = await listen(['order.placed']);
    expect(JSON.stringify(await listWebhooks(admin()))).not.toContain(secret);
    await buy();
    await doAllWork();
    const listed = await listDeliveries(admin(), listDeliveriesInput.parse({ status: 'delivered', limit: '1' }));
    expect(listed.items).toMatchObject([{ event: 'order.placed', payload: { event: 'order.placed' } }]);
    await sweepWebhooks(later(29 * 24 * HOUR));
    expect(await rows()).toHaveLength(1);
    await sweepWebhooks(later(31 * 24 * HOUR));
    expect(await rows()).toEqual([]);
    expect(await database().db.select().from(webhookEndpoints)).toHaveLength(1);
  });
});
