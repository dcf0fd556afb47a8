import sharp from 'sharp';
import { expect, it } from 'vitest';
import { dataOf, desk, linkOf, MALFORMED, NOT_FOUND, newOrder, nobody, send } from '../shop.ts';

const byTransfer = () => newOrder({ payment_method: 'bank_transfer' });
type Order = Awaited<ReturnType<typeof byTransfer>>;

const claim = (order: Order, body: unknown = {}) =>
  send('POST', `/orders/${order.order_number}/payments`, { headers: linkOf(order), body });

/** As the page sends it: a form with one file. */
function claimWith(order: Order, file: Blob) {
  const form = new FormData();
  form.set('proof', file, 'transfer.png');
  return send('POST', `/orders/${order.order_number}/payments`, { headers: linkOf(order), form });
}

const claimed = async () => {
  const order = await byTransfer();
  return { order, payment: dataOf(await claim(order), 201).payments[0].id };
};

export function payments() {
  it('are announced with a proof, found by the desk and looked at', async () => {
    const order = await byTransfer();
    const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
    const made = dataOf(await claimWith(order, new Blob([new Uint8Array(picture)])), 201);
    expect(made).toMatchObject({ payment_status: 'submitted', payments: [{ amount: 9.6, has_proof: true }] });
    const [{ id }] = made.payments;
    const waiting = await desk('GET', `/admin/payments?q=${order.order_number}`);
    expect(waiting.meta.total).toBe(1);
    expect(waiting.data).toMatchObject([{ id, proof: { mime: 'image/webp', width: 60 }, order: { id: order.id } }]);
    const proof = await desk('GET', `/admin/payments/${id}/proof`);
    expect([proof.status, proof.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect(await desk('GET', '/admin/payments?status=lost')).toMatchObject(MALFORMED);
  });

  it('are announced once, for orders that are paid ahead, with proofs that are pictures', async () => {
    const { order, payment } = await claimed();
    expect(await claim(order, { amount: 5 })).toMatchObject({ status: 409, code: 'PAY_001' });
    expect(await claim(await newOrder({ payment_method: 'cash' }))).toMatchObject({ status: 409, code: 'PAY_001' });
    expect(await claim(await byTransfer(), { amount: 100 })).toMatchObject({ status: 422, code: 'PAY_002' });
    const page = new Blob(['<!doctype html>']);
    expect(await claimWith(await byTransfer(), page)).toMatchObject({ status: 415, code: 'FILE_001' });
    expect(await desk('GET', `/admin/payments/${payment}/proof`)).toMatchObject(NOT_FOUND);
  });

  it('are rejected or confirmed, once', async () => {
    const { order, payment } = await claimed();
    const note = { note: 'Nothing on the account.' };
    expect(dataOf(await desk('POST', `/admin/payments/${payment}/reject`, note)).payment_status).toBe('unpaid');
    const second = dataOf(await claim(order, { reference: 'Ana' }), 201);
    const path = `/admin/payments/${second.payments.at(-1).id}`;
    expect(dataOf(await desk('POST', `${path}/confirm`))).toMatchObject({ payment_status: 'paid', due: 0 });
    for (const verb of ['confirm', 'reject']) {
      expect(await desk('POST', `${path}/${verb}`, {})).toMatchObject({ status: 409, code: 'PAY_001' });
      expect(await desk('POST', `/admin/payments/${nobody()}/${verb}`, {})).toMatchObject(NOT_FOUND);
    }
  });

  it('are recorded and given back at the desk, never more than is open', async () => {
    const path = `/admin/orders/${(await newOrder()).id}`;
    const pay = (body: unknown) => desk('POST', `${path}/payments`, body);
    const refund = (body: unknown) => desk('POST', `${path}/refunds`, body);
    expect(await pay({ amount: 9.61 })).toMatchObject({ status: 422, code: 'PAY_002' });
    expect(dataOf(await pay({ amount: 5, method: 'cash' }), 201)).toMatchObject({ paid: 5, due: 4.6 });
    expect(dataOf(await pay({}), 201).payment_status).toBe('paid');
    expect(await refund({ amount: 9.61 })).toMatchObject({ status: 409, code: 'PAY_003' });
    expect(dataOf(await refund({ amount: 1.5 }), 201).payment_status).toBe('partially_refunded');
    const cancelled = `/admin/orders/${(await newOrder()).id}`;
    dataOf(await desk('PATCH', `${cancelled}/status`, { status: 'cancelled' }));
    expect(await desk('POST', `${cancelled}/payments`, {})).toMatchObject({ status: 409, code: 'ORD_002' });
  });

  it('by transfer have a code for banking apps, others have none', async () => {
    const order = await byTransfer();
    const code = (one: Order) => send('GET', `/orders/${one.order_number}/qr.svg`, { headers: linkOf(one) });
    expect(await code(order)).toMatchObject({ status: 200, text: expect.stringContaining('<svg') });
    const cash = await newOrder({ payment_method: 'cash' });
    expect(await code(cash)).toMatchObject({ status: 409, code: 'PAY_001' });
  });
}
