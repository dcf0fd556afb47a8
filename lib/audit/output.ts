import { z } from 'zod';
import { ACTOR_KINDS } from '#db/enums';

export const auditOutput = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  actor_kind: z.enum(ACTOR_KINDS),
  actor_id: z.uuid().nullable(),
  actor_name: z.string().nullable().describe('What they are called today; null when they are no longer on file'),
  action: z.string().describe('Thing and deed, such as `product.updated`'),
  entity: z.string(),
  entity_id: z.string(),
  entity_name: z.string().nullable().describe('What a user is called today, where it is about one'),
  changes: z.record(z.string(), z.unknown()).describe('Before and after; of personal fields only their names'),
  request_id: z.string().nullable(),
});
export type AuditDto = z.output<typeof auditOutput>;

/** One version of a record, as whoever saved on an older one is told of it: names of fields, never what stood in them. */
export const changeOutput = z.object({
  version: z.int(),
  at: z.iso.datetime(),
  fields: z.array(z.string()),
  by: z.object({ kind: z.enum(ACTOR_KINDS), name: z.string().nullable() }),
});
export type ChangeDto = z.output<typeof changeOutput>;
