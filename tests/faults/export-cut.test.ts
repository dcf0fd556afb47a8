import { get, type IncomingMessage } from 'node:http';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillShop } from '#scripts/bench/scale/fill';
import { type App, startApp } from '#tests/support/app';
import { openDesk } from '#tests/support/desk';
import { until } from '#tests/support/wait';

/** Some ten megabytes of CSV: far more than sockets and streams hold between server and client. */
const ORDERS = 40_000;
const ROUNDS = 12;
const SETTLED_MS = 20_000;

let app: App;
let sql: postgres.Sql;
let token: string;

beforeAll(async () => {
  app = await startApp({ preset: 'blank' });
  sql = postgres(app.databaseUrl, { max: 1, onnotice: () => undefined });
  await fillShop(sql, { orders: ORDERS, customers: 2000, products: 100 }, new Date());
  ({ token } = await openDesk(app));
});
afterAll(async () => {
  await sql?.end({ timeout: 1 });
  await app?.stop();
});

/** Asks for the export of all orders, waits for its first piece, reads on or not, and hangs up. */
function cut(pieces: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = get(`${app.url}/api/admin/orders/export`, { headers: { authorization: `Bearer ${token}` } });
    request.on('error', reject);
    request.on('response', (response: IncomingMessage) => {
      expect(response.statusCode).toBe(200);
      let read = 0;
      response.on('data', () => {
        read += 1;
        if (read < pieces) return;
        response.removeAllListeners('error').on('error', () => undefined);
        request.destroy();
        resolve();
      });
      response.on('error', reject);
    });
  });
}

const entries = async () => [
  ...(await sql<{ rows: number; cut: boolean }[]>`
    select (changes->'after'->>'rows')::int as rows, changes->'after' ? 'broken_off' as cut
    from audit_log where action = 'order.list_exported' order by at, id`),
];

it('an export whose reader hangs up half way ends there: no further query, no connection held', async () => {
  for (let round = 1; round <= ROUNDS; round += 1) await cut(1 + (round % 4) * 5);
  // An entry is written when the reading of the orders has ended, however it ended.
  const told = await until('every export has ended', SETTLED_MS, async () => {
    const found = await entries();
    return found.length === ROUNDS && found;
  });
  expect(told.filter(({ cut: isCut }) => !isCut)).toEqual([]);
  for (const { rows } of told) {
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThan(ORDERS / 2);
  }
  await until('nobody is at work in the database', SETTLED_MS, async () => {
    const [{ busy } = { busy: -1 }] = await sql<{ busy: number }[]>`
      select count(*)::int as busy from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
        and state <> 'idle'`;
    return busy === 0;
  });
  const whole = await fetch(`${app.url}/api/admin/orders/export?status=completed`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect((await whole.text()).split('\r\n').length).toBeGreaterThan(ORDERS / 10);
  expect((await entries()).at(-1)).toMatchObject({ cut: false });
  expect(app.output()).not.toContain('"level":"error"');
});
