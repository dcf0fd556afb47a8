import { eq, inArray } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { newId } from '#db/columns';
import { users } from '#db/schema/auth';
import { addresses, customers } from '#db/schema/customers';
import { orders } from '#db/schema/orders';
import { mergeCustomers } from '#lib/customers/commands';
import { makeDayOrder } from '#tests/factories/day';
import { newPhone, staffMember, type TestContext } from '#tests/factories/shop';

type More = Partial<typeof customers.$inferInsert>;

async function makeCustomer(ctx: TestContext, more: More = {}): Promise<string> {
  const id = newId();
  await ctx.db.insert(customers).values({ id, name: 'Ana Pop', ...more });
  return id;
}
const read = async (ctx: TestContext, id: string) => {
  const [row] = await ctx.db.select().from(customers).where(eq(customers.id, id));
  return row;
};

test('everything goes to the one who is kept, and nothing that both have is overwritten', async () => {
  const ctx = await staffMember('staff');
  const phone = newPhone();
  const email = `${newId()}@example.com`;
  const keep = await makeCustomer(ctx, { email, flags: ['call_back'], tags: ['regular'], notes: 'By the door' });
  const gone = await makeCustomer(ctx, {
    phone,
    phoneVerifiedAt: new Date(),
    email: `${newId()}@example.com`,
    flags: ['blocked'],
    notes: 'Owes a jar',
  });
  const address = { street: 'Am Markt 1', city: 'Berlin', country: 'DE', isDefault: true };
  await ctx.db.insert(addresses).values([
    { customerId: keep, ...address },
    { customerId: gone, ...address, street: 'Hinterhof 2' },
  ]);
  const order = await makeDayOrder({ customerId: gone, customerPhone: phone });

  const answer = await mergeCustomers(ctx, { customer_id: keep, from_id: gone });
  expect(answer).toMatchObject({ id: keep, phone, email, order_count: 1, notes: 'By the door\nOwes a jar' });
  expect(answer.phone_verified_at).not.toBeNull();
  expect(answer.flags.toSorted()).toEqual(['blocked', 'call_back']);
  expect(answer.addresses.map((one) => [one.street, one.is_default]).sort()).toEqual([
    ['Am Markt 1', true],
    ['Hinterhof 2', false],
  ]);
  expect(await read(ctx, gone)).toMatchObject({ phoneVerifiedAt: null });
  expect((await read(ctx, gone))?.archivedAt).not.toBeNull();
  const [moved] = await ctx.db.select().from(orders).where(eq(orders.id, order.id));
  expect(moved).toMatchObject({ customerId: keep, customerPhone: phone });
});

test('a login goes along; two logins stay two people', async () => {
  const ctx = await staffMember('staff');
  const login = async () => {
    const id = newId();
    await ctx.db
      .insert(users)
      .values({ id, email: `${id}@example.com`, name: 'Ana', passwordHash: 'none', role: 'customer' });
    return id;
  };
  const [one, two] = [await login(), await login()];
  const keep = await makeCustomer(ctx);
  const gone = await makeCustomer(ctx, { userId: one });
  await mergeCustomers(ctx, { customer_id: keep, from_id: gone });
  expect(await read(ctx, keep)).toMatchObject({ userId: one });
  const third = await makeCustomer(ctx, { userId: two });
  await expect(mergeCustomers(ctx, { customer_id: keep, from_id: third })).rejects.toMatchObject({
    code: 'CONF_002',
    details: { reason: 'two_logins' },
  });
  expect((await read(ctx, third))?.archivedAt).toBeNull();
});

test('merged with each other at the same moment, one remains', async () => {
  const ctx = await staffMember('staff');
  const [a, b] = [await makeCustomer(ctx), await makeCustomer(ctx)];
  const both = await Promise.allSettled([
    mergeCustomers(ctx, { customer_id: a, from_id: b }),
    mergeCustomers(ctx, { customer_id: b, from_id: a }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const rows = await ctx.db
    .select()
    .from(customers)
    .where(inArray(customers.id, [a, b]));
  expect(rows.filter(({ archivedAt }) => archivedAt === null)).toHaveLength(1);
  await expect(mergeCustomers(ctx, { customer_id: a, from_id: a })).rejects.toMatchObject({ code: 'DB_002' });
});
