import 'server-only';
import { z } from 'zod';
import { actorRow, type Context, requireRole } from '#lib/context';
import { callFunction } from '#lib/database';
import { DomainError } from '#lib/errors';
import type { MergeCustomers } from '../input.ts';
import type { CustomerDto } from '../output.ts';
import { getCustomer } from '../queries.ts';

const merged = z.object({ orders: z.int() });

/**
 * Makes two people on file one: `from_id` hands its orders, addresses and login to `customer_id` and is archived. What
 * both have, such as a phone, stays as `customer_id` has it; flags, tags and notes are those of both. Throws DB_002,
 * CONF_002 (`reason` two_logins: both sign in by themselves).
 */
export async function mergeCustomers(ctx: Context, { customer_id, from_id }: MergeCustomers): Promise<CustomerDto> {
  requireRole(ctx, 'staff');
  merged.parse(
    await callFunction(ctx, 'merge_customers', {
      keep_id: customer_id,
      gone_id: from_id,
      now: ctx.now,
      actor: actorRow(ctx),
      request_id: ctx.requestId,
    }),
  );
  const customer = await getCustomer(ctx, { customer_id });
  if (!customer) throw new DomainError('DB_002');
  return customer;
}
