import { z } from 'zod';
import { DELIVERY_TYPES } from '#db/enums';
import { earliestSlotOutput } from './output.ts';
import type { Refusal } from './rules/judge.ts';

/** The times of one method for a demand as pickers show them: day by day, what cannot be had folded together. */

/** A time that can be had. Moments in UTC. */
export type OfferedSlot = {
  id: string;
  starts_at: string;
  ends_at: string;
  location_id: string;
  state: 'open' | 'few';
  /** Orders it still takes; null = any number, 5 = five or more. */
  room: number | null;
  order_by: string;
};

/** Times in a row at one place that cannot be had for one reason. */
export type RefusedSpan = {
  starts_at: string;
  ends_at: string;
  location_id: string;
  reason: Refusal;
  /** What the shop says about being closed then. */
  message: string | null;
};

export type OfferedDay = {
  day: string;
  free: OfferedSlot[];
  refused: RefusedSpan[];
  /** Variants that are not sold on this day. */
  off: string[];
  /** Variants of which less is left for this day than is asked for. */
  short: { variant_id: string; left: number }[];
};

export type SlotOffer = {
  /** False where the shop has no hours for this method (there): then a wish in words takes the place of a time. */
  has_slots: boolean;
  /** Without times: closed at the moment, until then, so that no order is taken. */
  shut: { until: string; message: string | null } | null;
  /** Every day that is offered, also those without any times. */
  days: OfferedDay[];
};

/** Per method; null where the shop does not offer it. */
export type SlotOffers = { pickup: SlotOffer | null; delivery: SlotOffer | null };

/** Why everything together can be had only late, or never. */
export const heldBackOutput = z.object({
  method: z.enum(DELIVERY_TYPES),
  variant_ids: z
    .array(z.uuid())
    .describe('Without these the rest could be had earlier; empty where no single one is the reason'),
  rest: earliestSlotOutput.nullable().describe('By when the rest could be had without them'),
});
export type HeldBackDto = z.infer<typeof heldBackOutput>;
