import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { customers } from '#db/schema/customers';
import { type Context, requireRole } from '#lib/context';
import { callFunction } from '#lib/database';
import { DomainError, ValidationError } from '#lib/errors';
import type { Idempotency } from '#lib/idempotency';
import { getSettings } from '#lib/settings/queries';
import type { PlaceDeskOrder } from '../input.ts';
import { readOrder } from '../queries/get-order.ts';
import { commitOrder, requirePhone } from './commit-order.ts';
import { fillBasket } from './lines.ts';
import { paymentCall } from './payments.ts';
import { type PlacedOrder, placeOnce } from './place-order.ts';

type Person = {
  customer_id: string | null;
  customer_name: string;
  customer_phone: string;
  customer_email: string | null;
};

/** Somebody on file (`customer_id`), what was said today before what stands there, or somebody new. Throws DB_002. */
export async function whoOrders(
  ctx: Context,
  input: { [F in keyof Person]: Person[F] | null },
  country: string,
): Promise<Person> {
  const typed = input.customer_phone === null ? null : requirePhone(input.customer_phone, country, 'customer_phone');
  if (input.customer_id === null) {
    const name = input.customer_name;
    if (name === null || typed === null)
      throw ValidationError.of('customer_name', 'VAL_001', 'Enter the name of the customer.');
    return { customer_id: null, customer_name: name, customer_phone: typed, customer_email: input.customer_email };
  }
  const [onFile] = await ctx.db
    .select({ id: customers.id, name: customers.name, phone: customers.phone, email: customers.email })
    .from(customers)
    .where(and(eq(customers.id, input.customer_id), isNull(customers.archivedAt)));
  if (!onFile) throw new DomainError('DB_002');
  const phone = typed ?? onFile.phone;
  if (phone === null)
    throw ValidationError.of('customer_phone', 'VAL_001', 'Enter a phone number; this customer has none on file.');
  return {
    customer_id: onFile.id,
    customer_name: input.customer_name ?? onFile.name,
    customer_phone: phone,
    customer_email: input.customer_email ?? onFile.email,
  };
}

/**
 * Takes an order by phone or at the counter, for a customer on file (`customer_id`) or a new one. `is_paid` also records
 * a confirmed charge of the whole total; `override_reason` promises what the rules refuse. Throws what `placeOrder`
 * throws, and DB_002 for an unknown customer.
 */
export async function placeDeskOrder(
  ctx: Context,
  input: PlaceDeskOrder,
  extra: { idempotency?: Idempotency | null } = {},
): Promise<PlacedOrder> {
  requireRole(ctx, 'staff');
  const { shop } = await getSettings(ctx);
  const person = await whoOrders(ctx, input, shop.country);
  const { items, is_paid: isPaid, ...rest } = input;
  const idempotency = extra.idempotency ?? null;
  const { orderId, replayed } = await placeOnce(ctx, { idempotency, hasSeenPrices: false }, async () => {
    const basket = await fillBasket(ctx, { items, cartKey: null });
    return commitOrder(ctx, { ...rest, ...person, channel: 'desk' }, basket, idempotency);
  });
  if (isPaid) await payAtOnce(ctx, orderId, idempotency);
  return { order: await readOrder(ctx, orderId, 'desk'), replayed };
}

/** Its own key makes it happen once, also when the process dies between order and payment and the desk sends again. */
async function payAtOnce(ctx: Context, orderId: string, idempotency: Idempotency | null): Promise<void> {
  const order = await readOrder(ctx, orderId, 'desk');
  if (order.due === 0) return;
  await callFunction(
    ctx,
    'record_payment',
    await paymentCall(
      ctx,
      { order_id: orderId, amount: null, method: null, reference: null, note: null, version: null },
      { kind: 'charge' },
      idempotency && { ...idempotency, scope: `${idempotency.scope}:payment` },
    ),
  );
}
