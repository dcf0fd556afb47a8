import { createServer } from 'node:tls';
import { desc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ALARMS } from '#db/enums';
import { productVariants } from '#db/schema/catalog';
import { notifications } from '#db/schema/notices';
import { database } from '#lib/database';
import { LANGUAGES } from '#lib/i18n/languages';
import { ensureCursor } from '#lib/jobs/dispatcher';
import { placeOrder } from '#lib/orders/commands';
import { adjustStock, settleStock } from '#lib/stock/commands';
import { adjustStockInput } from '#lib/stock/input';
import { alarmWords } from '#lib/system/alarm-words';
import { readCertificate } from '#lib/system/certificate';
import { watchPromises } from '#lib/system/commands';
import { getHealth, getMetrics, getWatches } from '#lib/system/queries';
import { isDiskShort } from '#lib/system/watch-rules';
import {
  contextOf,
  makeProduct,
  orderOf,
  outcome,
  setSetting,
  staffMember,
  type TestContext,
  visitor,
} from '#tests/factories/shop';
import { TEST_CERTIFICATE, TEST_CERTIFICATE_ENDS, TEST_KEY } from '#tests/support/certificate';
import { doAllWork, system } from '#tests/support/jobs';
import { openQueue, type Queue } from '#tests/support/queue';

const MINUTE = 60_000;
const GB = 1024 ** 3;
let queue: Queue;
let admin: TestContext;
const { db } = database();

/** As the clock asks for it, so many milliseconds from now. */
const look = (name: (typeof ALARMS)[number], ms = 0) =>
  watchPromises(contextOf({ kind: 'system', name: 'watch' }, { now: new Date(Date.now() + ms) }), [name]);
const raised = async () => (await getWatches(admin)).filter(({ raised_at: at }) => at !== null).map(({ name }) => name);
async function letters() {
  await doAllWork();
  return db
    .select({
      event: notifications.event,
      to: notifications.recipient,
      subject: notifications.subject,
      body: notifications.body,
    })
    .from(notifications)
    .where(sql`event like 'alarm%'`)
    .orderBy(desc(notifications.createdAt), desc(notifications.id));
}

beforeAll(async () => {
  queue = await openQueue(process.env.DATABASE_URL ?? '');
  admin = await staffMember('admin');
  await setSetting('shop', {
    name: 'Mill & Moss',
    email: 'mill@example.com',
    locale: 'de-DE',
    time_zone: 'Europe/Berlin',
  });
});
afterAll(() => queue.stop());
beforeEach(async () => {
  await db.execute(sql`truncate pgboss.job, watches, notifications, domain_events, event_cursors`);
  await ensureCursor(system());
});

describe('an alarm', () => {
  it('is told once when it begins and once when it is over, in the language of the shop', async () => {
    await look('jobs');
    expect(await letters()).toEqual([]);
    const id = await queue.failed();
    await look('jobs');
    await look('jobs', 5 * MINUTE);
    expect(await letters()).toMatchObject([
      { event: 'alarm_raised', to: 'mill@example.com', subject: 'Mill & Moss: Hintergrundarbeit wurde aufgegeben' },
    ]);
    expect(await raised()).toEqual(['jobs']);
    await db.execute(sql`delete from pgboss.job where id = ${id}::uuid`);
    await look('jobs', 10 * MINUTE);
    await look('jobs', 15 * MINUTE);
    const [over, begun, ...more] = await letters();
    expect(more).toEqual([]);
    expect(over).toMatchObject({ event: 'alarm_ended', subject: 'Vorbei: Hintergrundarbeit wurde aufgegeben' });
    expect(begun?.body).toContain('/admin/health');
    expect(await raised()).toEqual([]);
  });

  it('that comes and goes is one alarm', async () => {
    const fail = () =>
      db.insert(notifications).values({
        event: 'order_placed',
        channel: 'email',
        audience: 'customer',
        recipient: 'ana@example.com',
        body: 'Hello',
        status: 'failed',
        dedupeKey: crypto.randomUUID(),
      });
    const mend = () => db.delete(notifications).where(eq(notifications.status, 'failed'));
    for (let at = 0; at < 3; at += 1) await fail();
    await look('messages');
    await mend();
    await look('messages', 5 * MINUTE);
    for (let at = 0; at < 3; at += 1) await fail();
    await look('messages', 7 * MINUTE);
    await mend();
    await look('messages', 8 * MINUTE);
    await look('messages', 17 * MINUTE);
    expect(await raised()).toEqual(['messages']);
    await look('messages', 18 * MINUTE);
    expect((await letters()).map(({ event }) => event)).toEqual(['alarm_ended', 'alarm_raised']);
  });

  it('is told once, however many look at the same time', async () => {
    await queue.failed();
    await Promise.all(Array.from({ length: 4 }, () => look('jobs')));
    expect(await letters()).toHaveLength(1);
  });

  it('begins when nothing that happens is told any more', async () => {
    await db.execute(sql`select append_event('test.happened', 'test', 'one', '{}')`);
    await look('events', 9 * MINUTE);
    expect(await raised()).toEqual([]);
    await look('events', 11 * MINUTE);
    expect(await raised()).toEqual(['events']);
  });

  it('is for the clock and for admins', async () => {
    const staff = await staffMember('staff');
    expect(await outcome(watchPromises(staff, ['jobs']))).toBe('AUTH_003');
    expect(await outcome(getWatches(staff))).toBe('AUTH_003');
  });

  it.each([
    [50 * GB, 100 * GB, false],
    [30 * GB, 1000 * GB, false],
    [19 * GB, 1000 * GB, true],
    [3 * GB, 20 * GB, false],
    [1.9 * GB, 4 * GB, true],
  ])('begins when %d bytes of %d are free: %s', (free_bytes, bytes, isShort) => {
    expect(isDiskShort({ free_bytes, bytes })).toBe(isShort);
  });

  it('has words with every figure filled in, in every language', () => {
    const facts = { variants: 1, days: 2, slots: 3, failed: 4, events: 5, minutes: 6, free_mb: 7, host: 'x' };
    for (const language of LANGUAGES) {
      for (const name of ALARMS) expect(Object.values(alarmWords(language, name, facts)).join()).not.toMatch(/[{}?]/);
    }
  });
});

describe('the nightly recount', () => {
  it('finds nothing where orders were placed, and every number that something wrote past the shop', async () => {
    const product = await makeProduct({ stockQuantity: 0 });
    const variantId = product.variantId;
    await adjustStock(admin, adjustStockInput.parse({ variant_id: variantId, stock_quantity: 20, reason: 'receive' }));
    await placeOrder(visitor(), orderOf([variantId]));
    await look('stock');
    const { figures, verdicts } = await getHealth(admin);
    expect(figures.watches).toMatchObject([
      { name: 'stock', raised_at: null, facts: { variants: 0, days: 0, slots: 0 } },
    ]);
    expect(verdicts.stock).toBe('fine');

    await db.update(productVariants).set({ stockQuantity: 99 }).where(eq(productVariants.id, variantId));
    await look('stock');
    const health = await getHealth(admin);
    expect(health.verdicts.stock).toBe('broken');
    expect(health.figures.watches).toMatchObject([{ facts: { variants: 1, product_id: product.productId } }]);
    expect((await letters())[0]?.subject).toBe('Mill & Moss: Der Bestand stimmt nicht');
    expect(await (await getMetrics(admin)).text()).toContain('barrow_alarm{name="stock"} 1');

    // Counted and set at the desk, the numbers are right and the difference is still there, until it is settled.
    await adjustStock(admin, adjustStockInput.parse({ variant_id: variantId, stock_quantity: 19, reason: 'count' }));
    await look('stock');
    expect(await raised()).toEqual(['stock']);
    expect(await outcome(settleStock(await staffMember('staff')))).toBe('AUTH_003');
    expect(await settleStock(admin)).toBe(1);
    expect(await settleStock(admin)).toBe(0);
    await look('stock');
    expect(await raised()).toEqual([]);
    expect(await db.select().from(productVariants).where(eq(productVariants.id, variantId))).toMatchObject([
      { stockQuantity: 19 },
    ]);
  });
});

describe('the certificate of the shop', () => {
  it('is read from where customers read it, with the days it is still good for', async () => {
    const server = createServer({ key: TEST_KEY, cert: TEST_CERTIFICATE }, (socket) => socket.end());
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const at = server.address();
    const address = new URL(`https://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}`);
    const leftOf = (days: number) => new Date(Date.parse(TEST_CERTIFICATE_ENDS) - days * 24 * 60 * MINUTE);
    expect(await readCertificate(address, leftOf(21))).toEqual({
      host: '127.0.0.1',
      ends_at: TEST_CERTIFICATE_ENDS,
      days: 21,
    });
    expect((await readCertificate(address, leftOf(-2)))?.days).toBe(-2);
    await new Promise((resolve) => server.close(resolve));
    // Nobody answers there any more: nothing is known, and that is no alarm.
    expect(await readCertificate(address, new Date())).toBeNull();
  });

  it('is no matter where the shop has none', async () => {
    expect(await readCertificate(new URL('http://127.0.0.1'), new Date())).toBeNull();
  });
});
