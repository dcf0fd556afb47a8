import { z } from 'zod';
import { DELIVERY_TYPES } from '#db/enums';
import { MAX_LINES, quantityInput } from '#lib/cart/input';
import { dayInput, idInput, words } from '#lib/fields';
import type { Refusal } from '#lib/promise/rules/judge';

/** What the form of a phone order asks of the engine: `day` alone, or all that are offered. */
export const orderSlotsInput = z.strictObject({
  delivery_type: z.enum(DELIVERY_TYPES),
  postal_code: words(12).nullable(),
  items: z.array(z.strictObject({ variant_id: idInput, quantity: quantityInput })).max(MAX_LINES),
  day: dayInput.nullable(),
});
export type OrderSlotsInput = z.output<typeof orderSlotsInput>;

/** A time as staff choose it: also one that the rules refuse, with the reason. Moments in UTC. */
export type OrderSlot = {
  id: string;
  day: string;
  starts_at: string;
  ends_at: string;
  location: { id: string; name: string };
  state: 'open' | 'few' | 'full' | 'closed';
  /** `beyond`: free, and further ahead than customers may order. */
  reason: Refusal | 'beyond' | null;
  /** Goods that stand in the way. */
  variant_ids: string[];
  booked_orders: number;
  capacity_orders: number | null;
};

export type OrderSlots = { has_slots: boolean; slots: OrderSlot[] };
