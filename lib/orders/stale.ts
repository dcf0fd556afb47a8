import { z } from 'zod';
import { ACTOR_KINDS } from '#db/enums';

/** One version of an order, as whoever saved on an older one is told of it: names of fields, never what stood in them. */
export const orderChange = z.object({
  version: z.int(),
  at: z.iso.datetime(),
  fields: z.array(z.string()),
  by: z.object({ kind: z.enum(ACTOR_KINDS), name: z.string().nullable() }),
});

/** The details of REQ_002 for staff. */
export const staleOrder = z.object({ version: z.int(), changes: z.array(orderChange) });

export type OrderChangeDto = z.infer<typeof orderChange>;
