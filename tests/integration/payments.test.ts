import { beforeAll, describe, expect, it } from 'vitest';
import { claimPayment, confirmPayment, placeOrder, recordPayment, refundPayment } from '#lib/orders/commands';
import {
  makeProduct,
  orderOf,
  outcome,
  setSetting,
  staffMember,
  type TestContext,
  visitor,
} from '#tests/factories/shop';

let staff: TestContext;
beforeAll(async () => {
  staff = await staffMember('staff');
  const transfer = { method: 'bank_transfer', title: 'Transfer', delivery_types: ['pickup'] };
  await setSetting('payments', { options: [transfer], account_holder: 'Rye', iban: 'DE02120300000000202051' });
});

const keyOf = (accessUrl: string) => new URL(accessUrl).searchParams.get('key');

describe('money given back', () => {
  const moneyFor = (order_id: string, amount: number | null) => ({
    order_id,
    amount,
    method: null,
    reference: null,
    note: null,
    version: null,
  });

  it('is not owed again', async () => {
    const { variantId } = await makeProduct();
    const { order } = await placeOrder(visitor(), orderOf([variantId]));
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
    const { variantId } = await makeProduct();
    const { order } = await placeOrder(visitor(), orderOf([variantId]));
    const { order_number } = order;
    const claim = { order_number, amount: null, reference: null };
    const { payment_id } = await claimPayment(visitor(), claim, { key: keyOf(order.access_url) });
    await recordPayment(staff, moneyFor(order.id, null));
    await refundPayment(staff, moneyFor(order.id, null));
    await expect(confirmPayment(staff, { payment_id, note: null })).rejects.toMatchObject({
      code: 'PAY_002',
      details: { open: 0 },
    });
  });
});
