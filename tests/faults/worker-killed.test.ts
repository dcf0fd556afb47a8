import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { notifications } from '#db/schema/notices';
import { database } from '#lib/database';
import { placeOrder } from '#lib/orders/commands';
import { makeProduct, orderOf, setSetting, visitor } from '#tests/factories/shop';
import { rounds } from '#tests/support/rounds';
import { type SmtpStandIn, startSmtp } from '#tests/support/smtp';
import { startTwilio, type TwilioStandIn } from '#tests/support/twilio';
import { until } from '#tests/support/wait';
import { makeWorker } from '#tests/support/worker';

const ROUNDS = rounds(3);
const ORDERS_PER_ROUND = 4;
/** A dead worker is missed after 10 s, looked for every 15 s, and its work is tried again some seconds later. */
const SETTLED_MS = 180_000;

let smtp: SmtpStandIn;
let twilio: TwilioStandIn;
let variantId: string;

const worker = makeWorker(() => ({ ...twilio.env, SMTP_URL: smtp.url, MAIL_FROM: 'bread@mill.example' }));

beforeAll(async () => {
  [smtp, twilio] = await Promise.all([startSmtp(), startTwilio()]);
  await setSetting('shop', { name: 'Mill & Moss', email: 'hello@mill.example' });
  await setSetting('messages', { channels: { customer_order_placed: { email: true, sms: true } } });
  ({ variantId } = await makeProduct({ stockQuantity: 1_000_000 }));
});
afterAll(async () => {
  await worker.end('SIGKILL');
  await Promise.all([smtp.stop(), twilio.stop()]);
});

const rows = () => database().db.select().from(notifications);
const place = () => placeOrder(visitor(), orderOf([variantId], { customer_email: 'ana@example.com' }));

/** Stops in the middle of the next letter; resolves once it is there, and lets it go on when told. */
function holdLetter(): { begun: Promise<void>; letGo: () => void } {
  const [begun, gone] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  smtp.answer = async () => {
    begun.resolve();
    await gone.promise;
    return null;
  };
  return {
    begun: begun.promise,
    letGo() {
      smtp.answer = () => null;
      gone.resolve();
    },
  };
}

it(
  `loses no letter and tells nothing twice when the worker is killed ${ROUNDS} times in the middle of sending`,
  async () => {
    await worker.start();
    let count = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const isLetter = round % 3 !== 2;
      const held = isLetter ? holdLetter() : null;
      const asked = Promise.withResolvers<void>();
      // The service has taken it, and nobody lives to hear so.
      if (!isLetter) {
        twilio.answer = () => {
          asked.resolve();
          return 'hang';
        };
      }
      for (let order = 0; order < ORDERS_PER_ROUND; order += 1) await place();
      count += ORDERS_PER_ROUND;
      await (held?.begun ?? asked.promise);
      await worker.end('SIGKILL');
      held?.letGo();
      twilio.answer = () => ({ status: 201, body: { sid: 'SM1', status: 'queued' } });
      await worker.start();
    }
    await until('everything is said', SETTLED_MS, async () => {
      const all = await rows();
      return all.length === 3 * count && all.every(({ status }) => status === 'sent' || status === 'failed');
    });

    const all = await rows();
    const letters = all.filter(({ channel }) => channel === 'email');
    expect(letters.filter(({ status }) => status !== 'sent')).toEqual([]);
    // By Message-ID, as mail programs count: each exactly once, none lost and none invented.
    expect(new Set(smtp.letters.map(({ messageId }) => messageId))).toEqual(
      new Set(letters.map(({ id }) => `<${id}@mill.example>`)),
    );
    const sms = all.filter(({ channel }) => channel === 'sms');
    const told = twilio.messages.map(({ to }) => to);
    expect(new Set(told).size).toBe(told.length);
    expect(new Set(told)).toEqual(new Set(sms.flatMap((row) => (row.status === 'sent' ? [row.recipient] : []))));
    for (const row of sms) if (row.status === 'failed') expect(row.error).toContain('may have arrived');
    expect(twilio.complaints).toEqual([]);
  },
  120_000 + SETTLED_MS + ROUNDS * 60_000,
);

it('finishes the letter under way when it is told to end', async () => {
  const before = smtp.letters.length;
  const held = holdLetter();
  await place();
  await held.begun;
  const ended = worker.end('SIGTERM');
  held.letGo();
  expect(await ended).toBe(0);
  const sending = (await rows()).filter(({ status }) => status === 'sending');
  expect(sending).toEqual([]);
  expect(smtp.letters.length).toBeGreaterThan(before);
  const [left] = await database().db.execute<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM pg_stat_activity
        WHERE application_name = 'barrow-jobs' AND datname = current_database()`,
  );
  expect(left?.count).toBe(0);
});
