import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { desc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ALARMS } from '#db/enums';
import { productVariants } from '#db/schema/catalog';
import { notifications } from '#db/schema/notices';
import { nameOfBackup, recordPath, writeWhole } from '#lib/backup/record';
import { backupFolder } from '#lib/backup/stored';
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

// Before anything reads the settings.
process.env.BACKUP_PASSPHRASE = 'seven loaves and two fishes';

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
    const facts = { variants: 1, days: 2, slots: 3, failed: 4, events: 5, minutes: 6, free_mb: 7, host: 'x', hours: 8 };
    for (const language of LANGUAGES) {
      for (const name of ALARMS) expect(Object.values(alarmWords(language, name, facts)).join()).not.toMatch(/[{}?]/);
    }
  });
});

describe('a backup that is overdue', () => {
  const HOUR = 60 * MINUTE;
  const DAY = 24 * HOUR;
  const lookAt = (at: Date) => watchPromises(contextOf({ kind: 'system', name: 'watch' }, { now: at }), ['backup']);
  const healthAt = (at: Date) => getHealth({ ...admin, now: at });
  const plan = (every: 'day' | 'never') => setSetting('backups', { every, hour: 3 });
  // By the clock of the shop, Berlin in winter: the hour that is planned is 2:00 UTC.
  const NIGHT = Date.UTC(2026, 0, 10, 2);
  const later = (ms: number) => new Date(NIGHT + ms);
  async function keep(at: Date, reason: string | null = null) {
    await writeWhole(recordPath(join(backupFolder(), nameOfBackup(at))), {
      ...{ taken_at: at.toISOString(), app: '0.1.0', schema: '0000_first', shop: 'Mill & Moss', sha256: 'x' },
      ...{ bytes: 1, rows: 1, orders: 0, customers: 0, files: 0, missing_files: 0, seconds: 1 },
      checked: { at: at.toISOString(), how: 'restored', reason },
    });
    await writeFile(join(backupFolder(), nameOfBackup(at)), '');
  }
  beforeEach(async () => {
    await rm(backupFolder(), { recursive: true, force: true });
    await mkdir(backupFolder(), { recursive: true });
    await plan('day');
  });

  it('raises an alarm by mail when it has been missing for an hour of looks, and ends it with the next good one', async () => {
    await keep(later(2 * MINUTE));
    await lookAt(later(DAY - MINUTE));
    await lookAt(later(DAY + 5 * MINUTE));
    await lookAt(later(DAY + 60 * MINUTE));
    expect(await raised()).toEqual([]);
    expect((await healthAt(later(DAY + 30 * MINUTE))).verdicts.backups).toBe('fine');
    await lookAt(later(DAY + 65 * MINUTE));
    expect(await raised()).toEqual(['backup']);
    const [letter, ...more] = await letters();
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ to: 'mill@example.com', subject: 'Mill & Moss: Eine Sicherung ist überfällig' });
    expect(letter?.body).toContain('Seit 1 h fehlt');
    expect((await healthAt(later(DAY + 65 * MINUTE))).verdicts.backups).toBe('look');
    // Another night without one does not begin to count anew.
    expect((await healthAt(later(3 * DAY))).verdicts.backups).toBe('broken');
    expect(await (await getMetrics(admin)).text()).toContain('barrow_alarm{name="backup"} 1');

    // One that its check does not trust is none.
    await keep(later(DAY + 2 * HOUR), 'It was cut short.');
    await lookAt(later(DAY + 3 * HOUR));
    expect(await raised()).toEqual(['backup']);
    await keep(later(DAY + 4 * HOUR));
    await lookAt(later(DAY + 5 * HOUR));
    expect(await raised()).toEqual([]);
    expect((await letters()).map(({ event }) => event)).toEqual(['alarm_ended', 'alarm_raised']);
  });

  it('is one as well where there was never any', async () => {
    await lookAt(later(10 * HOUR));
    expect(await raised()).toEqual([]);
    await lookAt(later(11 * HOUR));
    expect(await raised()).toEqual(['backup']);
    expect((await healthAt(later(11 * HOUR))).verdicts.backups).toBe('broken');
  });

  it('is none where one is made meanwhile, or none is planned', async () => {
    await keep(later(-5 * DAY));
    await lookAt(later(5 * MINUTE));
    await keep(later(15 * MINUTE));
    await lookAt(later(20 * MINUTE));
    await lookAt(later(2 * HOUR));
    await lookAt(later(DAY + 30 * MINUTE));
    expect(await raised()).toEqual([]);
    await lookAt(later(2 * DAY));
    expect(await raised()).toEqual(['backup']);
    await plan('never');
    await lookAt(later(2 * DAY + MINUTE));
    expect(await raised()).toEqual([]);
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
