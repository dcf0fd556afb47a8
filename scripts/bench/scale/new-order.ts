import type { Context } from '#lib/context';
import { placeOrder } from '#lib/orders/commands';
import { placeOrderInput } from '#lib/orders/input';
import { listSlotsInput } from '#lib/promise/input';
import { listSlots } from '#lib/promise/queries/list-slots';
import { idOf } from './fill.ts';
import type { Look } from './looks.ts';

let placed = 0;
let slot: Promise<string | undefined> | null = null;

/** The same slots are free in every generated shop: they follow from the hours. */
const freeSlot = (ctx: Context) => {
  slot ??= listSlots(ctx, listSlotsInput.parse({})).then(
    (slots) => slots.findLast(({ reason }) => reason === null)?.id,
  );
  return slot;
};

/** Three goods for somebody who has not ordered before. */
export const ORDER: Look = {
  of: 'placeOrder',
  name: 'a new order',
  run: async (ctx) => {
    placed += 1;
    return placeOrder(
      { ...ctx, actor: { kind: 'visitor' } },
      placeOrderInput.parse({
        items: [40, 41, 42].map((n) => ({ variant_id: idOf('variant', n * 4), quantity: 1 })),
        customer_name: 'Bench Mark',
        customer_phone: `+4073${String(placed).padStart(7, '0')}`,
        delivery_type: 'pickup',
        slot_id: await freeSlot(ctx),
      }),
    );
  },
};
