import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { database, transaction } from '#lib/database';
import { changeOrderStatus, claimPayment, recordPayment, rejectPayment } from '#lib/orders/commands';
import { findUnpaidOrders, getOrder, getOrderByLink, listPayments } from '#lib/orders/queries';
import { account, cash, claim, keyOf, moneyFor, newOrder, status, transfer } from '#tests/factories/payments';
import { outcome, setSetting, staffMember, type TestContext, visitor } from '#tests/factories/shop';
import { until } from '#tests/support/wait';

let staff: TestContext;

beforeAll(async () => {
  staff = await staffMember('staff');
  await setSetting('payments', { options: [transfer, cash], ...account });
});

describe('what a customer claims', () => {
  it('waits for nobody once the whole amount has been recorded otherwise', async () => {
    const order = await newOrder();
    const { payment_id } = await claim(order);
    const { order: paid } = await recordPayment(staff, moneyFor(order.id, null));
    expect(paid).toMatchObject({ payment_status: 'paid', status: 'confirmed', paid: 12.5 });
    expect(paid.payments.find(({ id }) => id === payment_id)).toMatchObject({ status: 'rejected' });
    const page = { page: 1, limit: 100, cursor: undefined };
    const { items } = await listPayments(staff, { status: 'submitted', q: order.order_number, ...page });
    expect(items).toEqual([]);
  });

  it('is one claim, however often the button is pressed', async () => {
    const order = await newOrder();
    const claims = await Promise.all(Array.from({ length: 5 }, () => claim(order)));
    expect(new Set(claims.map(({ payment_id }) => payment_id)).size).toBe(1);
    expect((await getOrder(staff, { id: order.id }))?.payments).toHaveLength(1);
  });

  it('waits for another claim of the same order that is just being written', async () => {
    const order = await newOrder();
    const input = { order_number: order.order_number, amount: null, reference: null };
    const key = keyOf(order.access_url);
    const [second] = await transaction(visitor(), async (tx) => {
      const first = await claimPayment(tx, input, { key });
      const other = claimPayment(visitor(), input, { key });
      await until('the second claim waits', 5000, async () => {
        const [row] = await database().db.execute<{ waiting: number }>(sql`
          SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE wait_event_type = 'Lock'
            AND datname = current_database() AND query LIKE '%claim_payment%'`);
        return row?.waiting === 1;
      });
      return [other.then(({ payment_id }) => expect(payment_id).toBe(first.payment_id))];
    });
    await second;
    expect((await getOrder(staff, { id: order.id }))?.payments).toHaveLength(1);
  });

  it('takes a reference later, and nothing that contradicts it', async () => {
    const order = await newOrder();
    const { payment_id } = await claim(order, { amount: 500 });
    const named = await claim(order, { reference: 'Ana, bread' });
    expect(named).toMatchObject({ payment_id, order: { payments: [{ amount: 5, reference: 'Ana, bread' }] } });
    await expect(claim(order, { amount: 1250 })).rejects.toMatchObject({
      code: 'PAY_001',
      details: { status: 'submitted', payment_id, what: 'amount' },
    });
    await expect(claim(order, { reference: 'Something else' })).rejects.toMatchObject({
      code: 'PAY_001',
      details: { what: 'reference' },
    });
    expect((await getOrder(staff, { id: order.id }))?.payments).toMatchObject([{ amount: 5, reference: 'Ana, bread' }]);
  });

  it('cannot be more than is open, nor on an order that is paid, cancelled or paid at hand-over', async () => {
    const [open, paid, gone, counter] = [
      await newOrder(),
      await newOrder(),
      await newOrder(),
      await newOrder({ payment_method: 'cash' }),
    ];
    expect(await outcome(claim(open, { amount: 1251 }))).toBe('PAY_002');
    await recordPayment(staff, moneyFor(paid.id, null));
    expect(await outcome(claim(paid))).toBe('PAY_002');
    await changeOrderStatus(staff, { ...status(gone.id), status: 'cancelled' });
    expect(await outcome(claim(gone))).toBe('ORD_002');
    expect(await outcome(claim(counter))).toBe('PAY_001');
    expect(await outcome(claim({ ...open, access_url: 'http://x/?key=wrong' }))).toBe('DB_002');
  });

  it('is made again after a rejection, whose reason the customer reads', async () => {
    const order = await newOrder();
    const { payment_id } = await claim(order);
    const rejected = await rejectPayment(staff, { payment_id, note: 'Nothing on the account yet.' });
    expect([rejected.status, rejected.payment_status, rejected.due]).toEqual(['pending', 'unpaid', 12.5]);
    const own = await getOrderByLink(visitor(), { order_number: order.order_number, key: keyOf(order.access_url) });
    expect(own?.payments).toMatchObject([{ status: 'rejected', note: 'Nothing on the account yet.' }]);
    expect((await claim(order)).payment_id).not.toBe(payment_id);
  });
});

describe('the list of payments to check', () => {
  it('begins with the oldest and is found by the number of the order, as a bank spells it', async () => {
    const [first, second] = [await newOrder(), await newOrder()];
    await claim(first, { amount: 500, reference: 'Bread' });
    await claim(second);
    const all = await listPayments(staff, {
      status: 'submitted',
      q: undefined,
      page: 1,
      limit: 100,
      cursor: undefined,
    });
    const times = all.items.map(({ created_at }) => created_at);
    expect(times).toEqual(times.toSorted());
    const statement = `SVWZ+ ${first.order_number.replaceAll('-', ' ')} ANA POP`;
    const found = await listPayments(staff, {
      status: 'submitted',
      q: statement,
      page: 1,
      limit: 20,
      cursor: undefined,
    });
    expect(found).toMatchObject({ total: 1, total_exact: true });
    expect(found.items).toMatchObject([
      {
        amount: 5,
        reference: 'Bread',
        has_proof: false,
        proof: null,
        order: { order_number: first.order_number, customer_name: 'Ana Pop', due: 12.5, total: 12.5 },
      },
    ]);
  });

  it('is paged by number and by cursor without a gap', async () => {
    for (let count = 0; count < 3; count += 1) await claim(await newOrder());
    const everything = await listPayments(staff, {
      status: 'submitted',
      q: undefined,
      page: 1,
      limit: 100,
      cursor: undefined,
    });
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listPayments(staff, { status: 'submitted', q: undefined, page: 1, limit: 2, cursor });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined);
    expect(ids).toEqual(everything.items.map(({ id }) => id));
    const second = await listPayments(staff, {
      status: 'submitted',
      q: undefined,
      page: 2,
      limit: 2,
      cursor: undefined,
    });
    expect(second.items.map(({ id }) => id)).toEqual(ids.slice(2, 4));
  });

  it('knows open orders that nobody has announced a payment for', async () => {
    const [quiet, paid] = [await newOrder(), await newOrder()];
    await recordPayment(staff, moneyFor(paid.id, null));
    expect(await findUnpaidOrders(staff, { q: quiet.order_number })).toMatchObject([{ id: quiet.id, due: 12.5 }]);
    expect(await findUnpaidOrders(staff, { q: paid.order_number })).toEqual([]);
  });
});
