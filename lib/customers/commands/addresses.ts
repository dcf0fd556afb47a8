import 'server-only';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { newId } from '#db/columns';
import { addresses, customers } from '#db/schema/customers';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireCustomer, requireRole } from '#lib/context';
import { transaction } from '#lib/database';
import { DomainError, ValidationError } from '#lib/errors';
import { getSettings } from '#lib/settings/queries';
import type { AddressFields } from '../input.ts';
import type { AddressDto } from '../output.ts';

async function saveAddress(ctx: Context, addressId: string | null, input: AddressFields): Promise<AddressDto> {
  const { shop } = await getSettings(ctx);
  const { customer_id: customerId, ...given } = input;
  const id = addressId ?? newId();
  return transaction(ctx, async (tx) => {
    // The customer's row is the lock: two new defaults at once must queue.
    const [owner] = await tx.db
      .select({ id: customers.id })
      .from(customers)
      .where(and(eq(customers.id, customerId), isNull(customers.anonymisedAt)))
      .for('no key update');
    if (!owner) throw new DomainError('DB_002');
    if (given.is_default) {
      await tx.db
        .update(addresses)
        .set({ isDefault: false })
        .where(and(eq(addresses.customerId, customerId), ne(addresses.id, id)));
    }
    const fields = {
      label: given.label,
      recipientName: given.recipient_name,
      street: given.street,
      city: given.city,
      postalCode: given.postal_code,
      country: given.country ?? shop.country,
      notes: given.notes,
      isDefault: given.is_default,
    };
    const [saved] = addressId
      ? await tx.db
          .update(addresses)
          .set({ ...fields, updatedAt: ctx.now })
          .where(and(eq(addresses.id, id), eq(addresses.customerId, customerId)))
          .returning({ id: addresses.id })
      : await tx.db
          .insert(addresses)
          .values({ id, customerId, ...fields })
          .returning({ id: addresses.id });
    if (!saved) throw new DomainError('DB_002');
    const action = addressId ? 'customer.address_updated' : 'customer.address_added';
    await recordAudit(tx, { action, entity: 'customer', entityId: customerId });
    return {
      id,
      label: fields.label,
      recipient_name: fields.recipientName,
      street: fields.street,
      city: fields.city,
      postal_code: fields.postalCode,
      country: fields.country,
      notes: fields.notes,
      is_default: fields.isDefault,
    };
  });
}

/** More than anybody has places to be. */
const MOST_ADDRESSES = 20;

/** Adds an address of one's own; the first is the default. Throws AUTH_002, VALIDATION_ERROR beyond twenty. */
export async function addOwnAddress(ctx: Context, input: Omit<AddressFields, 'customer_id'>): Promise<AddressDto> {
  const { customerId } = requireCustomer(ctx);
  const [known] = await ctx.db
    .select({ count: sql<number>`count(*)::int` })
    .from(addresses)
    .where(eq(addresses.customerId, customerId));
  const count = known?.count ?? 0;
  if (count >= MOST_ADDRESSES) {
    throw ValidationError.of('street', 'VAL_003', `You can keep ${MOST_ADDRESSES} addresses. Remove one first.`);
  }
  return saveAddress(ctx, null, { ...input, is_default: input.is_default || count === 0, customer_id: customerId });
}

/** Throws AUTH_002, and DB_002 also for the address of another customer. */
export async function updateOwnAddress(
  ctx: Context,
  { address_id, ...input }: Omit<AddressFields, 'customer_id'> & { address_id: string },
): Promise<AddressDto> {
  const { customerId } = requireCustomer(ctx);
  return saveAddress(ctx, address_id, { ...input, customer_id: customerId });
}

/** Throws AUTH_002, and DB_002 also for the address of another customer. */
export async function removeOwnAddress(ctx: Context, { address_id }: { address_id: string }): Promise<void> {
  const { customerId } = requireCustomer(ctx);
  await dropAddress(ctx, { customer_id: customerId, address_id });
}

/** Adds an address; a default one takes the place of the former. Throws DB_002. */
export async function addAddress(ctx: Context, input: AddressFields): Promise<AddressDto> {
  requireRole(ctx, 'staff');
  return saveAddress(ctx, null, input);
}

/** Throws DB_002 also for the address of another customer. */
export async function updateAddress(
  ctx: Context,
  { address_id, ...input }: AddressFields & { address_id: string },
): Promise<AddressDto> {
  requireRole(ctx, 'staff');
  return saveAddress(ctx, address_id, input);
}

/** Removes an address; orders keep their copy. Throws DB_002. */
export async function removeAddress(
  ctx: Context,
  { customer_id, address_id }: { customer_id: string; address_id: string },
): Promise<void> {
  requireRole(ctx, 'staff');
  await dropAddress(ctx, { customer_id, address_id });
}

async function dropAddress(
  ctx: Context,
  { customer_id, address_id }: { customer_id: string; address_id: string },
): Promise<void> {
  await transaction(ctx, async (tx) => {
    const removed = await tx.db
      .delete(addresses)
      .where(and(eq(addresses.id, address_id), eq(addresses.customerId, customer_id)))
      .returning({ id: addresses.id });
    if (removed.length === 0) throw new DomainError('DB_002');
    await recordAudit(tx, { action: 'customer.address_removed', entity: 'customer', entityId: customer_id });
  });
}
