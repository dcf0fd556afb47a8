import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { addToCart } from '#lib/cart/commands';
import { database } from '#lib/database';
import { moveOrder, placeOrder, recordPayment, refundPayment } from '#lib/orders/commands';
import { makeProduct, newPhone, orderOf, outcome, staffMember, visitor } from '#tests/factories/shop';
import { rounds } from '#tests/support/rounds';

process.env.DATABASE_POOL_MAX = '20';

const ROUNDS = rounds(5);

const counted = (words: readonly string[]) => {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
};
const stockOf = async (variantId: string) => {
  const [row] = await database().db.execute<{ left: number; moved: number; orders: number }>(sql`
    SELECT stock_quantity AS left,
      (SELECT coalesce(sum(delta), 0)::int FROM stock_movements WHERE variant_id = v.id) AS moved,
      (SELECT count(DISTINCT order_id)::int FROM order_items WHERE variant_id = v.id) AS orders
    FROM product_variants v WHERE id = ${variantId}`);
  return row;
};

describe('stock', () => {
  it(
    'sells the last ten to exactly ten of 300 buyers, round after round',
    async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const { variantId } = await makeProduct({ stockQuantity: 10 });
        const results = await Promise.all(
          Array.from({ length: 300 }, () => outcome(placeOrder(visitor(), orderOf([variantId])))),
        );
        expect(counted(results)).toEqual({ ok: 10, STK_001: 290 });
        expect(await stockOf(variantId)).toEqual({ left: 0, moved: -10, orders: 10 });
      }
    },
    30_000 + ROUNDS * 10_000,
  );

  it('never deadlocks on crossed carts, and every unit finds a buyer', async () => {
    const [one, two] = [await makeProduct({ stockQuantity: 50 }), await makeProduct({ stockQuantity: 50 })];
    const results = await Promise.all(
      Array.from({ length: 120 }, (_, index) => {
        const pair = [one.variantId, two.variantId];
        return outcome(placeOrder(visitor(), orderOf(index % 2 === 0 ? pair : pair.reverse())));
      }),
    );
    expect(counted(results)).toEqual({ ok: 50, STK_001: 70 });
    expect(await stockOf(one.variantId)).toEqual({ left: 0, moved: -50, orders: 50 });
    expect(await stockOf(two.variantId)).toEqual({ left: 0, moved: -50, orders: 50 });
  });

  it('moves nothing for a refused cart', async () => {
    const [plenty, none] = [await makeProduct({ stockQuantity: 50 }), await makeProduct({ stockQuantity: 0 })];
    const results = await Promise.all(
      Array.from({ length: 20 }, () => outcome(placeOrder(visitor(), orderOf([plenty.variantId, none.variantId])))),
    );
    expect(counted(results)).toEqual({ STK_001: 20 });
    expect(await stockOf(plenty.variantId)).toEqual({ left: 50, moved: 0, orders: 0 });
  });

  it('is given back once, however many cancel at once', async () => {
    const admin = await staffMember('admin');
    const { variantId } = await makeProduct({ stockQuantity: 3 });
    const { order } = await placeOrder(visitor(), orderOf([variantId]));
    const cancel = {
      order_id: order.id,
      to: 'cancelled',
      note: null,
      cancel_reason: null,
      stock: null,
      version: null,
    } as const;
    const results = await Promise.all(Array.from({ length: 8 }, () => outcome(moveOrder(admin, cancel))));
    expect(counted(results)).toEqual({ ok: 1, ORD_002: 7 });
    expect(await stockOf(variantId)).toMatchObject({ left: 3, moved: 0 });
  });
});

describe('one key, one order', () => {
  it('answers twelve parallel and three later sends with the first order', async () => {
    const { variantId } = await makeProduct({ stockQuantity: 100 });
    const input = orderOf([variantId]);
    const idempotency = { scope: 'test', key: newId(), hash: 'same' };
    const send = () => placeOrder(visitor(), input, { idempotency });
    const parallel = await Promise.all(Array.from({ length: 12 }, send));
    const later = [await send(), await send(), await send()];
    expect(new Set([...parallel, ...later].map(({ order }) => order.id)).size).toBe(1);
    expect(parallel.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(later.every(({ replayed }) => replayed)).toBe(true);
    expect(await stockOf(variantId)).toMatchObject({ left: 99, orders: 1 });
    expect(await outcome(placeOrder(visitor(), input, { idempotency: { ...idempotency, hash: 'other' } }))).toBe(
      'REQ_003',
    );
  });

  it('also when the order empties the cart it came from', async () => {
    const { variantId } = await makeProduct({ stockQuantity: 100 });
    const { cart_key } = await addToCart(visitor(), {
      cart_key: null,
      variant_id: variantId,
      quantity: 2,
      on_date: null,
      note: '',
    });
    const input = { ...orderOf([variantId]), items: undefined };
    const idempotency = { scope: 'test', key: newId(), hash: 'same' };
    const sends = await Promise.all(
      Array.from({ length: 12 }, () => placeOrder(visitor(), input, { cart_key, idempotency })),
    );
    expect(new Set(sends.map(({ order }) => order.id)).size).toBe(1);
    expect(await stockOf(variantId)).toMatchObject({ left: 98, orders: 1 });
  });

  it('sells a cart once, even without a key', async () => {
    const { variantId } = await makeProduct({ stockQuantity: 100 });
    const { cart_key } = await addToCart(visitor(), {
      cart_key: null,
      variant_id: variantId,
      quantity: 2,
      on_date: null,
      note: '',
    });
    const input = { ...orderOf([variantId]), items: undefined };
    const results = await Promise.all(
      Array.from({ length: 6 }, () =>
        outcome(
          placeOrder(visitor(), input, { cart_key }).catch((error: unknown) => {
            if (error instanceof Error && error.message === 'VALIDATION_ERROR')
              throw Object.assign(new Error('empty'), { code: 'empty' });
            throw error;
          }),
        ),
      ),
    );
    expect(counted(results)).toEqual({ ok: 1, empty: 5 });
    expect(await stockOf(variantId)).toMatchObject({ left: 98, orders: 1 });
  });
});

it('numbers the orders of a day without gaps or doubles', async () => {
  const { variantId } = await makeProduct({ stockQuantity: 30 });
  const day = visitor({ now: new Date('2031-05-05T10:00:00Z') });
  await Promise.all(Array.from({ length: 60 }, () => outcome(placeOrder(day, orderOf([variantId])))));
  const rows = await database().db.execute<{ order_number: string }>(
    sql`SELECT order_number FROM orders WHERE placed_on = '2031-05-05' ORDER BY order_number`,
  );
  expect(rows.map((row) => row.order_number)).toEqual(
    Array.from({ length: 30 }, (_, index) => `BAR-20310505-${String(index + 1).padStart(3, '0')}`),
  );
});

it('makes one customer of two first orders of one phone', async () => {
  const { variantId } = await makeProduct({ stockQuantity: 30 });
  const phone = newPhone();
  const placed = await Promise.all(
    Array.from({ length: 8 }, () => placeOrder(visitor(), orderOf([variantId], { customer_phone: phone }))),
  );
  expect(new Set(placed.map(({ order }) => order.customer?.id)).size).toBe(1);
});

it('never takes more than is open nor gives back more than was paid', async () => {
  const staff = await staffMember('staff');
  const { variantId } = await makeProduct({ priceMinor: 1000 });
  const { order } = await placeOrder(visitor(), orderOf([variantId]));
  const payment = { order_id: order.id, amount: 400, method: null, reference: null, note: null, version: null };
  const charges = await Promise.all(Array.from({ length: 6 }, () => outcome(recordPayment(staff, payment))));
  expect(counted(charges)).toEqual({ ok: 2, PAY_002: 4 });
  const refunds = await Promise.all(Array.from({ length: 6 }, () => outcome(refundPayment(staff, payment))));
  expect(counted(refunds)).toEqual({ ok: 2, PAY_003: 4 });
});
