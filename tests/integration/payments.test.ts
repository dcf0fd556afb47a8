import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '#lib/database';
import { changeOrderStatus, confirmPayment, placeDeskOrder, recordPayment, refundPayment } from '#lib/orders/commands';
import { placeDeskOrderInput } from '#lib/orders/input';
import { getOrder } from '#lib/orders/queries';
import { changeSetting } from '#lib/settings/commands';
import { account, cash, claim, moneyFor, newOrder, status, transfer } from '#tests/factories/payments';
import { makeProduct, newPhone, outcome, setSetting, staffMember, type TestContext } from '#tests/factories/shop';

let staff: TestContext;
let admin: TestContext;

beforeAll(async () => {
  staff = await staffMember('staff');
  admin = await staffMember('admin');
  await setSetting('payments', { options: [transfer, cash], ...account });
});

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
