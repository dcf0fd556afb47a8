import 'server-only';
import { and, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { newId } from '#db/columns';
import { customers } from '#db/schema/customers';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { breaks, transaction } from '#lib/database';
import { DomainError, ValidationError } from '#lib/errors';
import { parsePhone } from '#lib/phone';
import { getSettings } from '#lib/settings/queries';
import type { CreateCustomer, UpdateCustomer } from './input.ts';
import type { CustomerDto } from './output.ts';
import { getCustomer } from './queries.ts';

export {
  addAddress,
  addOwnAddress,
  removeAddress,
  removeOwnAddress,
  updateAddress,
  updateOwnAddress,
} from './commands/addresses.ts';
export { mergeCustomers } from './commands/merge-customers.ts';

async function toPhone(ctx: Context, typed: string): Promise<string> {
  const { shop } = await getSettings(ctx);
  const phone = parsePhone(typed, shop.country);
  if (phone === null) throw ValidationError.of('phone', 'VAL_002', 'Enter the whole phone number, with its area code.');
  return phone;
}

/** Two customers with one phone are one person, unless they are on file with it from before (merging is its own step). */
async function refusePhoneOfAnother(ctx: Context, phone: string, self: string | null): Promise<void> {
  const [other] = await ctx.db
    .select({ id: customers.id })
    .from(customers)
    .where(
      and(
        eq(customers.phone, phone),
        sql`${customers.archivedAt} IS NULL`,
        self === null ? undefined : ne(customers.id, self),
      ),
    )
    .limit(1);
  if (other) throw new DomainError('CONF_001', { field: 'phone', id: other.id });
}

/** The unique indexes decide; this names the field. */
async function asConflict<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (breaks(error, 'customers_email_key')) throw new DomainError('CONF_001', { field: 'email' }, { cause: error });
    if (breaks(error, 'customers_verified_phone_key')) {
      throw new DomainError('CONF_001', { field: 'phone' }, { cause: error });
    }
    throw error;
  }
}

async function readBack(ctx: Context, customerId: string): Promise<CustomerDto> {
  const customer = await getCustomer(ctx, { customer_id: customerId });
  if (!customer) throw new DomainError('DB_002');
  return customer;
}

/** Puts a person on file. Throws CONF_001 (`field`: email or phone), VALIDATION_ERROR. */
export async function createCustomer(ctx: Context, input: CreateCustomer): Promise<CustomerDto> {
  requireRole(ctx, 'staff');
  const phone = input.phone === null ? null : await toPhone(ctx, input.phone);
  const id = newId();
  await asConflict(() =>
    transaction(ctx, async (tx) => {
      if (phone !== null) {
        // The same lock as in `place_order`: two at once must not make two people.
        await tx.db.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${phone}, 7))`);
        await refusePhoneOfAnother(tx, phone, null);
      }
      const { flags, ...rest } = input;
      await tx.db.insert(customers).values({ id, ...rest, phone, flags: [...new Set(flags)], locale: ctx.locale });
      await recordAudit(tx, { action: 'customer.created', entity: 'customer', entityId: id });
    }),
  );
  return readBack(ctx, id);
}

/** Changes what is given. Throws DB_002, CONF_001 (`field`), CONF_002 (`reason` erased), VALIDATION_ERROR. */
export async function updateCustomer(ctx: Context, { customer_id, ...change }: UpdateCustomer): Promise<CustomerDto> {
  requireRole(ctx, 'staff');
  const phone = typeof change.phone === 'string' ? await toPhone(ctx, change.phone) : change.phone;
  await asConflict(() =>
    transaction(ctx, async (tx) => {
      const [before] = await tx.db
        .select({ phone: customers.phone, anonymisedAt: customers.anonymisedAt })
        .from(customers)
        .where(eq(customers.id, customer_id))
        .for('no key update');
      if (!before) throw new DomainError('DB_002');
      if (before.anonymisedAt) throw new DomainError('CONF_002', { reason: 'erased' });
      const isNewPhone = phone !== undefined && phone !== before.phone;
      if (isNewPhone && phone !== null) await refusePhoneOfAnother(tx, phone, customer_id);
      await tx.db
        .update(customers)
        .set({
          ...change,
          phone,
          ...(change.flags && { flags: [...new Set(change.flags)] }),
          // A proof holds for the number it was given for.
          ...(isNewPhone && { phoneVerifiedAt: null }),
          updatedAt: ctx.now,
        })
        .where(eq(customers.id, customer_id));
      await recordAudit(tx, {
        action: 'customer.updated',
        entity: 'customer',
        entityId: customer_id,
        // Names of fields only: the values are personal.
        after: { fields: Object.keys(change) },
      });
    }),
  );
  return readBack(ctx, customer_id);
}

async function setArchived(ctx: Context, customerId: string, archivedAt: Date | null): Promise<CustomerDto> {
  await asConflict(() =>
    transaction(ctx, async (tx) => {
      const changed = await tx.db
        .update(customers)
        // Who comes back is somebody of their own again, also after a merge.
        .set({ archivedAt, updatedAt: ctx.now, ...(archivedAt === null && { mergedInto: null }) })
        .where(
          and(
            eq(customers.id, customerId),
            isNull(customers.anonymisedAt),
            archivedAt ? isNull(customers.archivedAt) : isNotNull(customers.archivedAt),
          ),
        )
        .returning({ id: customers.id });
      if (changed.length === 0) return;
      const action = archivedAt ? 'customer.archived' : 'customer.restored';
      await recordAudit(tx, { action, entity: 'customer', entityId: customerId });
    }),
  );
  return readBack(ctx, customerId);
}

/** Takes a customer off the lists; the orders stay. Again is no mistake. Throws DB_002. */
export async function archiveCustomer(ctx: Context, { customer_id }: { customer_id: string }): Promise<CustomerDto> {
  requireRole(ctx, 'staff');
  return setArchived(ctx, customer_id, ctx.now);
}

/** Brings an archived customer back; nothing happens to one who was erased. Throws DB_002, CONF_001 when email or phone have gone to another meanwhile. */
export async function restoreCustomer(ctx: Context, { customer_id }: { customer_id: string }): Promise<CustomerDto> {
  requireRole(ctx, 'staff');
  return setArchived(ctx, customer_id, null);
}
