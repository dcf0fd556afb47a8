import { z } from 'zod';
import { ACTOR_KINDS } from '#db/enums';
import { dayInput, filled, idInput } from '#lib/fields';
import { pagingInput } from '#lib/paging';

const word = z
  .string()
  .trim()
  .regex(/^[a-z_.]{1,60}$/, 'Use a word such as product.');

export const listAuditInput = z.object({
  entity: filled(word),
  entity_id: filled(z.string().trim().max(60, 'Use at most 60 characters.')),
  action: filled(word),
  actor_kind: filled(z.enum(ACTOR_KINDS, { error: 'Choose who from the list.' })),
  actor_id: filled(idInput),
  request_id: filled(z.string().trim().max(100, 'Use at most 100 characters.')),
  /** Days of the shop, both included. */
  from: filled(dayInput),
  to: filled(dayInput),
  ...pagingInput,
});
export type ListAudit = z.output<typeof listAuditInput>;
