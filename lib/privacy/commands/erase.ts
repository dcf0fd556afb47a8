import 'server-only';
import { eq } from 'drizzle-orm';
import { customers } from '#db/schema/customers';
import { confirmPhone } from '#lib/auth/commands';
import { requireOwnPassword } from '#lib/auth/own-login';
import { actorRow, type Context, type CustomerActor, requireCustomer, requireRole } from '#lib/context';
import { callFunction } from '#lib/database';
import { DomainError, ValidationError } from '#lib/errors';
import { ERASED_PHONE } from '#lib/phone';
import type { EraseAccount, PersonRef } from '../input.ts';
import { type Erased, erasedOutput } from '../output.ts';
import { ERASED_NAME } from '../rules.ts';

/** Called by commands that have authorised. `idleBefore`: only when nothing has happened since. */
export async function erasePerson(ctx: Context, customerId: string, idleBefore: Date | null = null): Promise<Erased> {
  // Open to staff only: the commands below, and the clock.
  return erasedOutput.parse(
    await callFunction(ctx, 'erase_person', {
      customer_id: customerId,
      name: ERASED_NAME,
      phone: ERASED_PHONE,
      now: ctx.now,
      idle_before: idleBefore,
      actor: actorRow(ctx),
      request_id: ctx.requestId,
    }),
  );
}

/** A password where there is one, also for somebody who came in by a code; else a code that was sent just now. */
async function requireConfirmation(
  ctx: Context,
  actor: CustomerActor,
  { current_password, code }: EraseAccount,
  door: { userAgent: string | null },
): Promise<void> {
  const [self] = await ctx.db
    .select({ userId: customers.userId })
    .from(customers)
    .where(eq(customers.id, actor.customerId));
  if (!self) throw new DomainError('AUTH_002');
  if (self.userId !== null) {
    await requireOwnPassword(ctx, self.userId, current_password);
    return;
  }
  if (!actor.proof) throw new DomainError('AUTH_002');
  if (code === null) throw ValidationError.of('code', 'VAL_001', 'Enter the code that was sent to your phone.');
  // The session it opens ends with all the others.
  await confirmPhone(ctx, { phone: actor.proof.phone, purpose: 'sign_in', code, name: null }, door);
}

/**
 * Forgets the caller, signs them out everywhere and leaves the books. Throws AUTH_002, VALIDATION_ERROR
 * (`current_password`, `code`), CONF_002 (`reason` open_orders, `order_numbers`), SMS_002, SMS_003, SMS_004, RATE_001.
 */
export async function eraseOwnData(
  ctx: Context,
  input: EraseAccount,
  door: { userAgent: string | null },
): Promise<Erased> {
  const actor = requireCustomer(ctx);
  await requireConfirmation(ctx, actor, input, door);
  return erasePerson(ctx, actor.customerId);
}

/** Forgets a customer and leaves the books; again is no mistake. Admins only. Throws DB_002, CONF_002 as above. */
export async function eraseCustomer(ctx: Context, { customer_id }: PersonRef): Promise<Erased> {
  requireRole(ctx, 'admin');
  return erasePerson(ctx, customer_id);
}
