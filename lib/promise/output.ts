import { z } from 'zod';
import { DELIVERY_TYPES } from '#db/enums';
import { REFUSALS, SLOT_STATES } from './rules/judge.ts';

/** What delivery to an address costs; amounts in major units. */
export const deliveryQuoteOutput = z.object({
  zone: z
    .object({ id: z.uuid(), name: z.string() })
    .nullable()
    .describe('Null where the shop delivers everywhere alike'),
  fee: z.number(),
  minimum: z.number().describe('Smallest subtotal that is delivered there'),
  missing_for_minimum: z.number(),
  free_from: z.number().nullable().describe('Subtotal from which delivery is free'),
  missing_for_free: z.number().nullable(),
  currency: z.string(),
});

export type DeliveryQuoteDto = z.infer<typeof deliveryQuoteOutput>;

/** A window in which an order can be handed over. Moments in UTC. */
export const slotOutput = z.object({
  id: z.uuid(),
  method: z.enum(DELIVERY_TYPES),
  location: z.object({ id: z.uuid(), name: z.string() }),
  starts_at: z.iso.datetime(),
  ends_at: z.iso.datetime(),
  cutoff_at: z.iso.datetime().describe('From then on it takes no more orders'),
  state: z.enum(SLOT_STATES),
  reason: z.enum(REFUSALS).nullable().describe('Why it cannot be had; null when it can'),
  message: z.string().nullable().describe('What the shop says about being closed then'),
  capacity_orders: z.int().nullable().describe('Orders it takes in all; null = any number'),
  room: z.int().nullable().describe('Orders it still takes; the public is told at most 5'),
});
export type SlotDto = z.infer<typeof slotOutput>;

/** A free slot offered in place of a refused one. */
export type NextSlot = { id: string; starts_at: string; ends_at: string; location: string };

/** The first moment at which something can be had. */
export const earliestSlotOutput = z.object({
  slot_id: z.uuid(),
  starts_at: z.iso.datetime(),
  ends_at: z.iso.datetime(),
  order_by: z.iso
    .datetime()
    .describe('Until then it can be ordered: its cut-off, or earlier for what takes longer to make'),
});
export type EarliestSlotDto = z.infer<typeof earliestSlotOutput>;

/** Per method; null where it cannot be had in the days that are offered, or the shop has no hours for it. */
export const earliestOutput = z.object({
  pickup: earliestSlotOutput.nullable(),
  delivery: earliestSlotOutput.nullable(),
});
export type EarliestDto = z.infer<typeof earliestOutput>;

const firstOfDay = earliestSlotOutput.extend({
  location: z.object({ id: z.uuid(), name: z.string() }),
  left: z.int().nullable().describe('Pieces that can still be ordered for that day; null where they are not counted'),
});
export type FirstOfDayDto = z.infer<typeof firstOfDay>;

/** The first slot of each of the next days on which one piece can be had, at most four per method. */
export const nextOutput = z.object({ pickup: z.array(firstOfDay), delivery: z.array(firstOfDay) });
export type NextDto = z.infer<typeof nextOutput>;

/** When so many pieces of one product can be had. */
export const availabilityOutput = z.object({
  product_id: z.uuid(),
  variant_id: z.uuid(),
  quantity: z.int(),
  method: z.enum(DELIVERY_TYPES),
  has_slots: z.boolean().describe('False where the shop agrees on times by word; then there is no list'),
  earliest: earliestSlotOutput.nullable(),
  slots: z.array(slotOutput).describe('The next free ones, at most 50'),
});
export type AvailabilityDto = z.infer<typeof availabilityOutput>;
