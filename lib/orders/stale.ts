import { z } from 'zod';
import { changeOutput } from '#lib/audit/output';

/** The details of REQ_002 for staff. */
export const staleOrder = z.object({ version: z.int(), changes: z.array(changeOutput) });

export type OrderChangeDto = z.infer<typeof changeOutput>;
