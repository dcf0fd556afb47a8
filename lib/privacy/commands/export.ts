import 'server-only';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireCustomer, requireRole } from '#lib/context';
import { takeLimit } from '#lib/kv/limits';
import type { PersonRef } from '../input.ts';
import type { PersonalData } from '../output.ts';
import { readPerson } from '../queries/read-person.ts';

const OWN_LIMIT = { limit: 10, windowSeconds: 60 * 60 };

const note = (ctx: Context, { customer: { id } }: PersonalData) =>
  recordAudit(ctx, { action: 'customer.exported', entity: 'customer', entityId: id });

/** Everything the shop keeps about the caller; who asked for it is noted. Throws AUTH_002, RATE_001. */
export async function exportOwnData(ctx: Context): Promise<PersonalData> {
  const { customerId } = requireCustomer(ctx);
  await takeLimit(ctx, { name: 'export', subject: customerId, ...OWN_LIMIT });
  const data = await readPerson(ctx, customerId);
  await note(ctx, data);
  return data;
}

/** Everything the shop keeps about a customer, to be handed to them. Admins only. Throws DB_002. */
export async function exportCustomer(ctx: Context, { customer_id }: PersonRef): Promise<PersonalData> {
  requireRole(ctx, 'admin');
  const data = await readPerson(ctx, customer_id);
  await note(ctx, data);
  return data;
}
