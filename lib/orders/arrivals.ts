import { z } from 'zod';
import { CHANNELS } from '#db/enums';
import { filled } from '#lib/fields';

/** `cursor` of the answer before; without one nothing is told but where to go on from. */
export const listArrivalsInput = z.object({
  cursor: filled(z.string().regex(/^\d{1,19}$/, 'That is not a cursor of ours.')),
});

export const arrivalsOutput = z.object({
  cursor: z.string().describe('For the next call'),
  orders: z
    .array(
      z.object({
        id: z.uuid(),
        order_number: z.string(),
        channel: z.enum(CHANNELS),
        customer_name: z.string(),
        total: z.number().describe('Major units, at most two decimals'),
        currency: z.string(),
        placed_at: z.iso.datetime(),
      }),
    )
    .describe('Newest first, at most fifty. One may come twice, in two answers: go by its id'),
  bookings: z
    .array(z.object({ id: z.uuid(), booking_number: z.string(), event_type: z.string(), date: z.iso.date() }))
    .describe('Events that were asked for, as orders are told'),
  talks: z
    .array(z.object({ chat_id: z.uuid(), seq: z.int() }))
    .describe('Talks whose visitor wrote and whom nobody has read yet, with the number of the newest message'),
});

export type ListArrivals = z.output<typeof listArrivalsInput>;
export type ArrivalsDto = z.infer<typeof arrivalsOutput>;
