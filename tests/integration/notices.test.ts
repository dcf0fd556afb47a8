import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { notifications } from '#db/schema/notices';
import { database } from '#lib/database';
import { changeOrderInput, changeOwnOrderInput } from '#lib/orders/change-input';
import {
  cancelOwnOrder,
  changeOrder,
  changeOwnOrder,
  placeOrder,
  recordPayment,
  refundPayment,
} from '#lib/orders/commands';
import type { OrderDto } from '#lib/orders/output';
import { adjustStock } from '#lib/stock/commands';
import { EMAIL, heads, move, noticeShop, SHOP, said, saidAfter } from '#tests/factories/notices';
import { makeProduct, orderOf, setSetting, visitor } from '#tests/factories/shop';
import { doAllWork, system } from '#tests/support/jobs';

const shop = noticeShop();

describe('an order', () => {
  it('is told to its customer and to the shop.staff(), and captured without a service', async () => {
    const order = await shop.place({ special_instructions: 'Ring twice' });
    await doAllWork();
    const [mine, theirs] = (await said()).toSorted((a, b) => a.audience.localeCompare(b.audience));
    expect(mine).toMatchObject({
      event: 'order_placed',
      channel: 'email',
      recipient: EMAIL,
      subject: `Your order ${order.order_number} at Mill & Moss`,
      status: 'captured',
      orderId: order.id,
      locale: 'en-IE',
    });
    expect(mine?.body).toContain('Hello Ana Pop,');
    expect(mine?.body).toContain('1 × Rye loaf, 800 g');
    expect(mine?.body).toContain('Total: €12.50');
    expect(mine?.body).toContain('Where: Mill & Moss, Mill Lane 3, 10115 Berlin');
    expect(mine?.body).toContain('To pay: €12.50\nCash at hand-over');
    expect(mine?.body).toContain(order.access_url);
    // There is no slot and no deadline: their lines are left out, not left empty.
    expect(mine?.body).not.toContain('When:');
    expect(mine?.body).not.toContain('Please pay by');
    expect(mine?.body).not.toMatch(/[{}]/);
    expect(theirs).toMatchObject({ audience: 'staff', recipient: 'hello@mill.example' });
    expect(theirs?.body).toContain('Note: Ring twice');
    expect(theirs?.body).toContain(`/admin/orders/${order.id}`);
    expect(theirs?.body).not.toContain('key=');
  });

  it('is told once, however often its work is done', async () => {
    await shop.place();
    await doAllWork({ times: 3 });
    expect(await heads()).toEqual(['order_placed customer email', 'order_placed staff email']);
  });

  it('is told where there is somebody to tell', async () => {
    await setSetting('shop', { ...SHOP, email: '' });
    await shop.place({ customer_email: null });
    await doAllWork();
    expect(await said()).toEqual([]);
  });

  it('says each step to its customer, and of a jump the last one', async () => {
    const order = await shop.place();
    expect(await saidAfter(() => move(shop.staff(), order, 'confirmed'))).toEqual(['order_confirmed customer email']);
    expect(await saidAfter(() => move(shop.staff(), order, 'processing'))).toEqual([]);
    expect(await saidAfter(() => move(shop.staff(), order, 'ready'))).toEqual(['order_ready customer email']);
    expect(await saidAfter(() => move(shop.staff(), order, 'completed'))).toEqual([]);
    // A mistake of the desk, mended.
    expect(await saidAfter(() => move(shop.admin(), order, 'ready'))).toEqual([]);
    const other = await shop.place();
    expect(await saidAfter(() => move(shop.staff(), other, 'ready'))).toEqual(['order_ready customer email']);
  });

  it('is told as canceled to those who did not do it', async () => {
    const [byStaff, own, unpaid] = [await shop.place(), await shop.place(), await shop.place()];
    expect(await saidAfter(() => move(shop.staff(), byStaff, 'cancelled'))).toEqual(['order_cancelled customer email']);
    expect((await said())[0]?.body).toContain('Reason: Oven broken');
    const key = new URL(own.access_url).searchParams.get('key');
    expect(
      await saidAfter(() =>
        cancelOwnOrder(visitor(), { order_number: own.order_number, cancel_reason: null }, { key }),
      ),
    ).toEqual(['order_cancelled customer email', 'order_cancelled staff email']);
    await saidAfter(() => move(system(), unpaid, 'cancelled'));
    expect((await said()).find(({ audience }) => audience === 'customer')?.body).toContain('it was not paid in time');
  });

  it('is told as changed to its customer, and to the staff when they did not do it themselves', async () => {
    const order = await shop.place({}, 'de');
    const quantity = (count: number) => ({ items: [{ item_id: order.items[0]?.id ?? '', quantity: count }] });
    const own = () =>
      changeOwnOrder(
        visitor(),
        { order_number: order.order_number, ...changeOwnOrderInput.parse(quantity(2)) },
        { key: new URL(order.access_url).searchParams.get('key') },
      );
    expect(await saidAfter(own)).toEqual(['order_changed customer email', 'order_changed staff email']);
    const [mine, theirs] = (await said()).toSorted((a, b) => a.audience.localeCompare(b.audience));
    expect(mine).toMatchObject({ recipient: EMAIL, subject: `Geändert: Ihre Bestellung ${order.order_number}` });
    expect(mine?.body).toContain('2 × Rye loaf, 800 g\nSumme: 25,00');
    expect(mine?.body).toContain(order.access_url);
    expect(theirs).toMatchObject({
      recipient: 'hello@mill.example',
      subject: `Changed: order ${order.order_number} of Ana Pop`,
    });
    expect(theirs?.body).toContain('Rye loaf, 800 g: 1 → 2; total €12.50 → €25.00');
    expect(theirs?.body).not.toContain('key=');

    const atDesk = (count: number, reason: string) => () =>
      changeOrder(shop.staff(), changeOrderInput.parse({ order_id: order.id, ...quantity(count), reason }));
    expect(await saidAfter(atDesk(3, 'Cannot count'))).toEqual(['order_changed customer email']);
    // What the desk writes to itself is not theirs to read.
    expect((await said())[0]?.body).not.toContain('Cannot count');
    // The same again is no change.
    expect(await saidAfter(atDesk(3, 'Cannot count'))).toEqual([]);
  });

  it('changed twice is told twice, each time with its own words and once however often the work is done', async () => {
    const order = await shop.place();
    const key = new URL(order.access_url).searchParams.get('key');
    const wish = (preferred_time: string) =>
      changeOwnOrder(
        visitor(),
        { order_number: order.order_number, ...changeOwnOrderInput.parse({ preferred_time }) },
        { key },
      );
    await doAllWork();
    await database().db.delete(notifications);
    await wish('after five');
    await changeOrder(
      shop.staff(),
      changeOrderInput.parse({ order_id: order.id, preferred_time: 'after six', reason: 'They called' }),
    );
    await doAllWork({ times: 3 });
    expect(await heads()).toEqual([
      'order_changed customer email',
      'order_changed customer email',
      'order_changed staff email',
    ]);
    const staffMail = (await said()).find(({ audience }) => audience === 'staff');
    expect(staffMail?.body).toContain('another wish for the time');
    expect(staffMail?.body).not.toContain('They called');
  });

  it('that confirms itself is one message', async () => {
    await setSetting('checkout', { auto_confirm: true });
    const order = await shop.place();
    expect(order.status).toBe('confirmed');
    await doAllWork();
    expect(await heads()).toEqual(['order_placed customer email', 'order_placed staff email']);
  });
});

describe('money', () => {
  const pay = (order: OrderDto, amount: number | null) =>
    recordPayment(shop.staff(), {
      order_id: order.id,
      method: 'cash',
      amount,
      reference: null,
      note: null,
      version: null,
    });

  it('that came in is told with its amount, and nothing else about payments', async () => {
    const order = await shop.place();
    expect(await saidAfter(() => pay(order, 500))).toEqual(['payment_received customer email']);
    expect((await said())[0]?.body).toContain('we have received €5.00');
    expect((await said())[0]?.body).toContain('Still to pay: €7.50');
    expect(await saidAfter(() => pay(order, null))).toEqual(['payment_received customer email']);
    expect((await said())[0]?.body).toContain('we have received €7.50');
    expect((await said())[0]?.body).not.toContain('Still to pay');
    const refund = () =>
      refundPayment(shop.staff(), {
        order_id: order.id,
        method: 'cash',
        amount: null,
        reference: null,
        note: null,
        version: null,
      });
    expect(await saidAfter(refund)).toEqual([]);
  });

  it('that is due is asked for', async () => {
    const order = await shop.place();
    await database().db.execute(sql`UPDATE orders SET payment_due_at = '2026-12-01T17:00:00Z' WHERE id = ${order.id}`);
    const remind = () =>
      database().db.execute(sql`SELECT append_event('payment.due', 'order', ${order.id}, '{}'::jsonb)`);
    expect(await saidAfter(remind)).toEqual(['payment_due customer email']);
    const [letter] = await said();
    expect(letter?.subject).toBe(`A reminder: €12.50 for your order ${order.order_number}`);
    expect(letter?.body).toContain('Please pay by Tuesday, 1 December, 18:00');
  });
});

describe('stock', () => {
  it('that falls to its threshold is told once per fall', async () => {
    const rye = await makeProduct({ stockQuantity: 4, lowStockThreshold: 2 }, { name: 'Spelt' });
    const buy = () => placeOrder(visitor(), orderOf([rye.variantId]));
    expect(await saidAfter(buy)).toEqual(['order_placed staff email']);
    expect(await saidAfter(buy)).toEqual(['low_stock staff email', 'order_placed staff email']);
    const low = (await said()).find(({ event }) => event === 'low_stock');
    expect(low).toMatchObject({ subject: 'Running low: Spelt, 2 left', recipient: 'hello@mill.example' });
    expect(await saidAfter(buy)).toEqual(['order_placed staff email']);
    const set = (quantity: number) => () =>
      adjustStock(shop.staff(), { variant_id: rye.variantId, stock_quantity: quantity, reason: 'count' });
    expect(await saidAfter(set(10))).toEqual([]);
    expect(await saidAfter(set(1))).toEqual(['low_stock staff email']);
    expect(await saidAfter(set(0))).toEqual([]);
  });
});
