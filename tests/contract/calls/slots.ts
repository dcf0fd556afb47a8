import { expect, it } from 'vitest';
import {
  dataOf,
  desk,
  freeSlot,
  INVALID,
  linkOf,
  NOT_FOUND,
  newOrder,
  newPlace,
  newProduct,
  nobody,
  order,
  send,
} from '../shop.ts';

const YEAR_MINUTES = 525_600;

export function slots() {
  it('are listed and read with what is booked in them', async () => {
    const { id: place } = await newPlace();
    const slot = await freeSlot(place);
    const placed = await newOrder({ slot_id: slot.id });
    const day = slot.starts_at.slice(0, 10);
    const listed = dataOf(await desk('GET', `/admin/slots?location_id=${place}&from=${day}&to=${day}&method=pickup`));
    expect(listed).toHaveLength(4);
    const booked = { id: slot.id, day, booked_orders: 1, capacity_orders: null, state: 'open', in_hours: true };
    expect(listed).toContainEqual(expect.objectContaining(booked));
    expect(dataOf(await desk('GET', `/admin/slots/${slot.id}`))).toMatchObject({
      ...booked,
      orders: [{ id: placed.id }],
    });
  });

  it('are closed, opened, filled and given back to the hours', async () => {
    const { id: place } = await newPlace();
    const { id: slot_id } = await freeSlot(place);
    const { variantId } = await newProduct();
    const change = async (body: unknown) => dataOf(await desk('PATCH', `/admin/slots/${slot_id}`, body));
    const placed = dataOf(await order(variantId, { slot_id }), 201);

    expect(await change({ closed: true })).toMatchObject({ closed: true, state: 'closed', booked_orders: 1 });
    expect(await order(variantId, { slot_id })).toMatchObject({ status: 409, code: 'SLOT_002' });
    const elsewhere = await newOrder();
    const move = { headers: linkOf(elsewhere), body: { slot_id } };
    expect(await send('PATCH', `/orders/${elsewhere.order_number}`, move)).toMatchObject({
      status: 409,
      code: 'SLOT_002',
    });
    const full = await change({ closed: false, capacity_orders: 0 });
    expect(full).toMatchObject({ has_own_capacity: true, state: 'full', over_orders: 1, orders: [{ id: placed.id }] });
    expect(await order(variantId, { slot_id })).toMatchObject({ status: 409, code: 'SLOT_001' });
    expect(await change({ has_own_capacity: false })).toMatchObject({ capacity_orders: null, over_orders: 0 });
    expect((await order(variantId, { slot_id })).status).toBe(201);
  });

  it('that come too soon for what is ordered are refused, to visitors and at the desk', async () => {
    const { id: place } = await newPlace();
    const { id: slot_id } = await freeSlot(place);
    const { variantId } = await newProduct({ lead_time_minutes: YEAR_MINUTES });
    const soon = { status: 422, code: 'SLOT_003' };
    expect(await order(variantId, { slot_id })).toMatchObject(soon);
    const items = [{ variant_id: variantId, quantity: 1 }];
    const body = { customer_name: 'Bea', customer_phone: '+40733000111', delivery_type: 'pickup', slot_id, items };
    expect(await desk('POST', '/admin/orders', body)).toMatchObject(soon);
    const promised = dataOf(await desk('POST', '/admin/orders', { ...body, override_reason: 'We have one.' }), 201);
    expect(promised.override_reason).toBe('We have one.');
  });

  it('are refused where they make no sense', async () => {
    const { id } = await freeSlot((await newPlace()).id);
    expect(await desk('PATCH', `/admin/slots/${id}`, { capacity_orders: -1 })).toMatchObject(INVALID);
    expect(await desk('GET', '/admin/slots?from=2031-03-02&to=2031-03-01')).toMatchObject(INVALID);
    expect(await desk('GET', `/admin/slots/${nobody()}`)).toMatchObject(NOT_FOUND);
    expect(await desk('PATCH', `/admin/slots/${nobody()}`, { closed: true })).toMatchObject(NOT_FOUND);
  });
}
