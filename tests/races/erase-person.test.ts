import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { database } from '#lib/database';
import { placeOrder } from '#lib/orders/commands';
import { eraseCustomer } from '#lib/privacy/commands';
import { ERASED_NAME } from '#lib/privacy/rules';
import { makeProduct, newPhone, orderOf, outcome, staffMember, visitor } from '#tests/factories/shop';
import { rounds } from '#tests/support/rounds';

process.env.DATABASE_POOL_MAX = '20';

it('never leaves an order with its person under somebody who is erased', async () => {
  const { db } = database();
  const admin = await staffMember('admin');
  const { variantId } = await makeProduct({ stockQuantity: 1000 });
  for (let round = 0; round < rounds(30); round += 1) {
    const customer_phone = newPhone();
    const place = () => placeOrder(visitor(), orderOf([variantId], { customer_phone }));
    const { order } = await place();
    const [guest] = await db.execute<{ id: string }>(sql`
      UPDATE orders SET status = 'completed' WHERE id = ${order.id} RETURNING customer_id AS id`);
    const [placed, erased] = await Promise.all([
      outcome(place()),
      outcome(eraseCustomer(admin, { customer_id: guest?.id ?? '' })),
    ]);
    expect(placed).toBe('ok');
    expect(['ok', 'CONF_002']).toContain(erased);
    const [left] = await db.execute<{ torn: number; theirs: number }>(sql`
      SELECT count(*) FILTER (WHERE c.anonymised_at IS NOT NULL AND o.customer_name <> ${ERASED_NAME})::int AS torn,
        count(*) FILTER (WHERE o.customer_phone = ${customer_phone})::int AS theirs
      FROM orders o JOIN customers c ON c.id = o.customer_id`);
    expect(left).toEqual({ torn: 0, theirs: erased === 'ok' ? 1 : 2 });
  }
});
