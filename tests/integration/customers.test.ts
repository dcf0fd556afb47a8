import { expect, it } from 'vitest';
import { createCustomer } from '#lib/customers/commands';
import { createCustomerInput, listCustomersInput } from '#lib/customers/input';
import { listCustomers, suggestCustomers } from '#lib/customers/queries';
import { staffMember } from '#tests/factories/shop';

it('finds customers by part of the name, the phone as it is said, and the address', async () => {
  const ctx = await staffMember('staff');
  const ana = await createCustomer(
    ctx,
    createCustomerInput.parse({ name: 'Ana Popescu-Știrbei', phone: '+40 721 555 0173', email: 'Ana.P@example.com' }),
  );
  await createCustomer(ctx, createCustomerInput.parse({ name: 'Somebody 50% Else', phone: '+40 722 000 111' }));
  const found = async (q: string) => (await listCustomers(ctx, listCustomersInput.parse({ q }))).items.map((c) => c.id);

  for (const q of ['știrbei', '0173', '0721 555', '0721-555-0173', 'ana.p@', 'EXAMPLE.com']) {
    expect(await found(q), q).toEqual([ana.id]);
    expect(
      (await suggestCustomers(ctx, { q })).map((c) => c.id),
      q,
    ).toEqual([ana.id]);
  }
  const lena = await createCustomer(ctx, createCustomerInput.parse({ name: 'Lena', phone: '+49 171 392 0055' }));
  expect(await found('0055')).toEqual([lena.id]);
  expect(await found('9999')).toEqual([]);
  // A percent sign is a letter like any other.
  expect(await found('%%')).toEqual([]);
  expect(await found('50%')).toHaveLength(1);
});
