import 'server-only';
import { and, eq, exists, isNull, or, sql } from 'drizzle-orm';
import { customers } from '#db/schema/customers';
import { orders } from '#db/schema/orders';
import type { Context } from '#lib/context';

type Claim = { customerId: string; email: string } | { customerId: string; from: string };

/**
 * Earlier orders of a guest become those of an account, in the transaction in which the proof is written: all of the
 * customer `from`, whose phone was proven, or those that were placed with a proven `email`, unless somebody has proven a
 * phone for them or has an account.
 */
export async function giveOrders(ctx: Context, claim: Claim): Promise<void> {
  // Open to everybody: called with a proof by the commands of the account.
  // Of the orders with this address, so that nobody collects all customers nothing is proven of.
  const unproven = ctx.db
    .select({ id: customers.id })
    .from(customers)
    .where(and(eq(customers.id, orders.customerId), isNull(customers.userId), isNull(customers.phoneVerifiedAt)));
  await ctx.db
    .update(orders)
    .set({ customerId: claim.customerId })
    .where(
      'from' in claim
        ? eq(orders.customerId, claim.from)
        : and(
            sql`lower(${orders.customerEmail}) = lower(${claim.email})`,
            or(isNull(orders.customerId), exists(unproven)),
          ),
    );
}
