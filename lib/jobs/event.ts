import { z } from 'zod';

/** An event of `domain_events` as the input of a job. */
export const eventInput = z.object({
  seq: z.number(),
  topic: z.string(),
  entity_id: z.string(),
  payload: z.record(z.string(), z.unknown()),
  /** The moment of its transaction, as its other rows carry it too. */
  at: z.coerce.date(),
});
export type EventInput = z.output<typeof eventInput>;
