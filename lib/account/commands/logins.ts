import 'server-only';
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { newId } from '#db/columns';
import type { CUSTOMER_FLAGS } from '#db/enums';
import { users } from '#db/schema/auth';
import { addresses, customers } from '#db/schema/customers';
import { recordAudit } from '#lib/audit/commands';
import type { User } from '#lib/auth/commands';
import { tellUserEvent } from '#lib/auth/user-events';
import type { Context } from '#lib/context';
import { breaks, transaction } from '#lib/database';
import { DomainError } from '#lib/errors';
import { giveOrders } from '#lib/orders/commands/give-orders';

/** What becomes of a login: whose customer it is, and which earlier orders come along. Called with the proof in hand. */

export const userColumns = {
  id: users.id,
  name: users.name,
  role: users.role,
  sessionVersion: users.sessionVersion,
};

type NewLogin = {
  name: string;
  /** Proven by the link of a letter. */
  email: string | null;
  /** Claimed only; a proven one is `provenPhone`. */
  phone: string | null;
  provenPhone: string | null;
  passwordHash: string;
  marketing: boolean;
};

/** One address or phone is one person: whoever comes second waits and then finds the first. */
const queueFor = (tx: Context, what: string) =>
  tx.db.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${what.toLowerCase()}, 7))`);

/** The login with this address, or with this proven phone; null when there is none. */
async function findLogin(tx: Context, { email, provenPhone }: NewLogin) {
  const [user] =
    email !== null
      ? await tx.db
          .select({ ...userColumns, passwordHash: users.passwordHash, isActive: users.isActive })
          .from(users)
          .where(eq(users.email, email))
      : await tx.db
          .select({ ...userColumns, passwordHash: users.passwordHash, isActive: users.isActive })
          .from(users)
          .innerJoin(customers, eq(customers.userId, users.id))
          .where(
            and(
              eq(customers.phone, provenPhone ?? ''),
              isNotNull(customers.phoneVerifiedAt),
              isNull(customers.archivedAt),
            ),
          );
  return user ?? null;
}

/**
 * The customer on file that the proof belongs to, or a new one. By phone: whoever is verified under it. By address: a
 * guest who gave it, as long as nobody has proven a phone there: else whoever holds that phone would hold this login.
 */
async function customerOf(tx: Context, { name, email, phone, provenPhone, marketing }: NewLogin, userId: string) {
  const [found] = await tx.db
    .select({
      id: customers.id,
      userId: customers.userId,
      phone: customers.phone,
      verifiedAt: customers.phoneVerifiedAt,
    })
    .from(customers)
    .where(
      and(
        isNull(customers.archivedAt),
        email !== null
          ? eq(customers.email, email)
          : and(eq(customers.phone, provenPhone ?? ''), isNotNull(customers.phoneVerifiedAt)),
      ),
    )
    .for('no key update');
  const optIn = marketing ? { marketingOptInAt: tx.now } : {};
  if (found && found.userId === null && (email === null || found.verifiedAt === null)) {
    const own = {
      userId,
      name,
      updatedAt: tx.now,
      ...optIn,
      ...(found.phone === null && phone !== null ? { phone } : {}),
    };
    await tx.db.update(customers).set(own).where(eq(customers.id, found.id));
    return found.id;
  }
  // The proof wins over what somebody else has typed once.
  if (found) await tx.db.update(customers).set({ email: null, updatedAt: tx.now }).where(eq(customers.id, found.id));
  const id = newId();
  const proof = provenPhone === null ? { phone } : { phone: provenPhone, phoneVerifiedAt: tx.now };
  await tx.db.insert(customers).values({ id, userId, name, email, locale: tx.locale, ...proof, ...optIn });
  return id;
}

/**
 * Makes the login of a customer. One that is there already is answered when it was made by this very registration, or
 * when its phone was proven just now; AUTH_002 otherwise.
 */
export async function makeLogin(ctx: Context, login: NewLogin): Promise<User> {
  const { name, email, provenPhone, passwordHash } = login;
  return transaction(ctx, async (tx) => {
    await queueFor(tx, email ?? provenPhone ?? '');
    const known = await findLogin(tx, login);
    if (known) {
      const isSame = known.role === 'customer' && (email === null || known.passwordHash === passwordHash);
      if (!isSame || !known.isActive) throw new DomainError('AUTH_002');
      return known;
    }
    const id = newId();
    await tx.db.insert(users).values({
      id,
      // Everybody needs one of the two; nobody signs in by this one.
      username: email === null ? `customer-${id}` : null,
      email,
      name,
      role: 'customer',
      passwordHash,
      locale: tx.locale,
      passwordChangedAt: tx.now,
    });
    const customerId = await customerOf(tx, login, id);
    if (email !== null) await giveOrders(tx, { customerId, email });
    await recordAudit(tx, { action: 'user.registered', entity: 'user', entityId: id });
    await tellUserEvent(tx, 'user.registered', { userId: id, door: 'customer' });
    return { id, name, role: 'customer' as const, sessionVersion: 1 };
  });
}

type Guest = { id: string; flags: (typeof CUSTOMER_FLAGS)[number][]; tags: string[] };

/** A guest turns out to be this customer: orders, addresses, and what the shop has noted move over. */
async function absorb(tx: Context, guest: Guest, customerId: string): Promise<void> {
  const [self] = await tx.db
    .select({ flags: customers.flags, tags: customers.tags })
    .from(customers)
    .where(eq(customers.id, customerId))
    .for('no key update');
  if (!self) throw new DomainError('AUTH_002');
  await giveOrders(tx, { customerId, from: guest.id });
  await tx.db.update(addresses).set({ customerId, isDefault: false }).where(eq(addresses.customerId, guest.id));
  const flags = [...new Set([...self.flags, ...guest.flags])];
  const tags = [...new Set([...self.tags, ...guest.tags])];
  await tx.db.update(customers).set({ flags, tags }).where(eq(customers.id, customerId));
  const gone = { archivedAt: tx.now, mergedInto: customerId, phoneVerifiedAt: null, updatedAt: tx.now };
  await tx.db.update(customers).set(gone).where(eq(customers.id, guest.id));
}

/** The customer has proven this phone (E.164) just now. What guests ordered with it is theirs. Throws CONF_001. */
export async function takePhone(ctx: Context, { customerId, phone }: { customerId: string; phone: string }) {
  return transaction(ctx, async (tx) => {
    await queueFor(tx, phone);
    const [other] = await tx.db
      .select({ id: customers.id, userId: customers.userId, flags: customers.flags, tags: customers.tags })
      .from(customers)
      .where(
        and(
          eq(customers.phone, phone),
          isNotNull(customers.phoneVerifiedAt),
          isNull(customers.archivedAt),
          sql`${customers.id} <> ${customerId}`,
        ),
      )
      .for('no key update');
    // Another login has proven it before: two logins are not made one by a text message.
    if (other?.userId) throw new DomainError('CONF_001', { field: 'phone' });
    if (other) await absorb(tx, other, customerId);
    await tx.db
      .update(customers)
      .set({ phone, phoneVerifiedAt: tx.now, updatedAt: tx.now })
      .where(eq(customers.id, customerId));
    await recordAudit(tx, { action: 'customer.phone_verified', entity: 'customer', entityId: customerId });
  });
}

/** The address was proven by the link sent to it: the login and its customer have it. Throws CONF_001. */
export async function takeEmail(ctx: Context, { userId, email }: { userId: string; email: string }): Promise<void> {
  try {
    await transaction(ctx, async (tx) => {
      await queueFor(tx, email);
      const [self] = await tx.db.select({ id: customers.id }).from(customers).where(eq(customers.userId, userId));
      if (!self) throw new DomainError('AUTH_002');
      await tx.db.update(users).set({ email }).where(eq(users.id, userId));
      // The proof wins over what a guest has typed once; what that guest ordered with it comes along.
      await tx.db
        .update(customers)
        .set({ email: null, updatedAt: tx.now })
        .where(and(eq(customers.email, email), sql`${customers.id} <> ${self.id}`, isNull(customers.archivedAt)));
      await tx.db.update(customers).set({ email, updatedAt: tx.now }).where(eq(customers.id, self.id));
      await giveOrders(tx, { customerId: self.id, email });
      await recordAudit(tx, { action: 'user.email_changed', entity: 'user', entityId: userId });
    });
  } catch (error) {
    if (breaks(error, 'users_email_key')) throw new DomainError('CONF_001', { field: 'email' }, { cause: error });
    throw error;
  }
}
