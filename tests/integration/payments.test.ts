import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { database, transaction } from '#lib/database';
import {
  changeOrderStatus,
  claimPayment,
  confirmPayment,
  placeDeskOrder,
  placeOrder,
  recordPayment,
  refundPayment,
  rejectPayment,
} from '#lib/orders/commands';
import { placeDeskOrderInput } from '#lib/orders/input';
import { findUnpaidOrders, getOrder, getOrderByLink, listPayments } from '#lib/orders/queries';
import { changeSetting } from '#lib/settings/commands';
import {
  makeProduct,
  newPhone,
  orderOf,
  outcome,
  setSetting,
  staffMember,
  type TestContext,
  visitor,
} from '#tests/factories/shop';
import { until } from '#tests/support/wait';

let staff: TestContext;
let admin: TestContext;
const transfer = { method: 'bank_transfer', title: 'Transfer', delivery_types: ['pickup'] };
const cash = { method: 'cash', title: 'Cash', delivery_types: ['pickup'] };
const account = { account_holder: 'Rye', iban: 'DE02120300000000202051' };

beforeAll(async () => {
  staff = await staffMember('staff');
  admin = await staffMember('admin');
  await setSetting('payments', { options: [transfer, cash], ...account });
});

const keyOf = (accessUrl: string) => new URL(accessUrl).searchParams.get('key');
const moneyFor = (order_id: string, amount: number | null, more: object = {}) => ({
  order_id,
  amount,
  method: null,
  reference: null,
  note: null,
  version: null,
  ...more,
});

async function newOrder(more: Record<string, unknown> = {}) {
  const { variantId } = await makeProduct();
  return (await placeOrder(visitor(), orderOf([variantId], more))).order;
}

type Order = Awaited<ReturnType<typeof newOrder>>;

const claim = (order: Order, more: { amount?: number | null; reference?: string | null } = {}) =>
  claimPayment(
    visitor(),
    { order_number: order.order_number, amount: more.amount ?? null, reference: more.reference ?? null },
    { key: keyOf(order.access_url) },
  );

describe('money given back', () => {
  it('is not owed again', async () => {
    const order = await newOrder();
    await recordPayment(staff, moneyFor(order.id, null));
    const { order: refunded } = await refundPayment(staff, moneyFor(order.id, 500));
    expect([refunded.payment_status, refunded.due]).toEqual(['partially_refunded', 0]);
    await expect(recordPayment(staff, moneyFor(order.id, 100))).rejects.toMatchObject({
      code: 'PAY_002',
      details: { open: 0 },
    });
    expect(await outcome(recordPayment(staff, moneyFor(order.id, null)))).toBe('PAY_002');
    expect((await refundPayment(staff, moneyFor(order.id, null))).order.payment_status).toBe('refunded');
  });

  it('leaves nothing for a claim that was made before', async () => {
    const order = await newOrder();
    const { payment_id } = await claim(order);
    await recordPayment(staff, moneyFor(order.id, 1000));
    await expect(confirmPayment(staff, { payment_id, note: null })).rejects.toMatchObject({
      code: 'PAY_002',
      details: { open: 2.5 },
    });
    await recordPayment(staff, moneyFor(order.id, null));
    await refundPayment(staff, moneyFor(order.id, null));
    expect(await outcome(confirmPayment(staff, { payment_id, note: null }))).toBe('PAY_001');
  });
});

describe('an order that is paid ahead', () => {
  it('is confirmed by the payment that completes it, and says so once', async () => {
    const order = await newOrder();
    const { payment_id } = await claim(order);
    const confirmed = await confirmPayment(staff, { payment_id, note: null });
    expect([confirmed.status, confirmed.payment_status]).toEqual(['confirmed', 'paid']);
    expect(confirmed.events.at(-1)).toMatchObject({ axis: 'order', from: 'pending', to: 'confirmed', actor: 'system' });
    const moved = await database().db.execute(
      sql`SELECT topic FROM domain_events WHERE entity_id = ${order.id} ORDER BY seq`,
    );
    expect(moved.map(({ topic }) => topic)).toEqual([
      'order.placed',
      'payment.changed',
      'payment.changed',
      'order.status_changed',
    ]);
    expect(await outcome(confirmPayment(staff, { payment_id, note: null }))).toBe('PAY_001');
  });

  it('is confirmed by what staff find on the account without a claim', async () => {
    const order = await newOrder();
    const half = await recordPayment(staff, moneyFor(order.id, 500));
    expect([half.order.status, half.order.payment_status]).toEqual(['pending', 'partially_paid']);
    const whole = await recordPayment(staff, moneyFor(order.id, null));
    expect([whole.order.status, whole.order.payment_status]).toEqual(['confirmed', 'paid']);
  });

  it('stays where it is when it has gone on already, or was cancelled', async () => {
    const [ready, gone] = [await newOrder(), await newOrder()];
    await changeOrderStatus(staff, { ...status(ready.id), status: 'ready' });
    expect((await recordPayment(staff, moneyFor(ready.id, null))).order.status).toBe('ready');
    const { payment_id } = await claim(gone);
    await changeOrderStatus(staff, { ...status(gone.id), status: 'cancelled' });
    expect(await confirmPayment(staff, { payment_id, note: null })).toMatchObject({
      status: 'cancelled',
      payment_status: 'paid',
    });
  });

  it('takes both words of a status at once, and either alone', async () => {
    const [both, paid] = [await newOrder(), await newOrder()];
    expect(
      await changeOrderStatus(staff, { ...status(both.id), status: 'confirmed', payment_status: 'paid' }),
    ).toMatchObject({ status: 'confirmed', payment_status: 'paid' });
    expect(await changeOrderStatus(staff, { ...status(paid.id), payment_status: 'paid' })).toMatchObject({
      status: 'confirmed',
      payment_status: 'paid',
    });
  });

  it('is not what is paid at hand-over: staff still accept that', async () => {
    const order = await newOrder({ payment_method: 'cash' });
    expect((await recordPayment(staff, moneyFor(order.id, null))).order).toMatchObject({
      status: 'pending',
      payment_status: 'paid',
    });
    const { variantId } = await makeProduct();
    const desk = placeDeskOrderInput.parse({
      customer_name: 'Ana Pop',
      customer_phone: newPhone(),
      delivery_type: 'pickup',
      payment_method: 'cash',
      items: [{ variant_id: variantId, quantity: 1 }],
      is_paid: true,
    });
    expect((await placeDeskOrder(staff, desk)).order).toMatchObject({ status: 'pending', payment_status: 'paid' });
  });

  it('is confirmed once, however many hands confirm its claim at the same time', async () => {
    const order = await newOrder();
    const { payment_id } = await claim(order);
    const words = await Promise.all(
      Array.from({ length: 6 }, () => outcome(confirmPayment(staff, { payment_id, note: null }))),
    );
    expect(words.toSorted()).toEqual(['PAY_001', 'PAY_001', 'PAY_001', 'PAY_001', 'PAY_001', 'ok']);
    const seen = await getOrder(staff, { id: order.id });
    expect(seen?.events.filter(({ to }) => to === 'confirmed')).toHaveLength(1);
  });
});

const status = (order_id: string) => ({
  order_id,
  status: undefined,
  payment_status: undefined,
  payment_method: undefined,
  note: null,
  cancel_reason: null,
  stock: null,
  version: null,
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

describe('the account of the shop', () => {
  const change = (value: Record<string, unknown>) =>
    changeSetting(admin, { key: 'payments', value: { options: [transfer, cash], ...value } });

  it.each([
    ['iban', { ...account, iban: 'DE02120300000000202052' }],
    ['iban', { ...account, iban: 'my account' }],
    ['bic', { ...account, bic: 'COBA' }],
    ['account_holder', { ...account, account_holder: '' }],
  ])('says beside the field that it cannot be right: %s', async (field, value) => {
    await expect(change(value)).rejects.toMatchObject({ fields: { [field]: [expect.any(String)] } });
  });

  it('is taken as people write it, and given out as one word', async () => {
    await change({ ...account, iban: 'de02 1203 0000 0000 2020 51', bic: 'byladem1001' });
    expect((await newOrder()).payment_account).toEqual({ holder: 'Rye', iban: account.iban, bic: 'BYLADEM1001' });
  });

  it('that was stored before it was checked takes no way to pay from the shop', async () => {
    await setSetting('payments', { options: [transfer], account_holder: 'Rye', iban: 'DE00', bic: '?' });
    expect((await newOrder()).payment_method).toBe('bank_transfer');
    await setSetting('payments', { options: [transfer, cash], ...account });
  });
});
