import { desc, like } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { auditLog } from '#db/schema/audit';
import { customers } from '#db/schema/customers';
import { database } from '#lib/database';
import { makeProduct, newPhone, setSetting } from '#tests/factories/shop';
import { call, tokenOf } from '#tests/support/api';

let admin: Awaited<ReturnType<typeof tokenOf>>;
let staff: Awaited<ReturnType<typeof tokenOf>>;

beforeAll(async () => {
  await setSetting('shop', { name: 'Mill', country: 'RO', currency: 'EUR', time_zone: 'Europe/Bucharest' });
  [admin, staff] = await Promise.all([tokenOf('admin'), tokenOf('staff')]);
  await makeProduct();
  await database()
    .db.insert(customers)
    .values([
      { name: 'Ana', phone: newPhone() },
      { name: 'Bea', phone: newPhone() },
    ]);
});

async function told() {
  const [row] = await database()
    .db.select()
    .from(auditLog)
    .where(like(auditLog.action, '%.list_exported'))
    .orderBy(desc(auditLog.at), desc(auditLog.id))
    .limit(1);
  return row;
}

/** Lines below the head. */
const linesOf = (text: string): number => text.trim().split('\r\n').length - 1;

it.each([
  ['/admin/orders/export?status=pending&q=Ana%20Pop', 'order', { status: ['pending'], searched: true }],
  ['/admin/exports/products', 'product', {}],
  ['/admin/exports/customers', 'customer', {}],
  ['/admin/analytics/export?table=sales&range=7d', 'figures', { table: 'sales', range: '7d' }],
] as const)('%s tells who took how many rows, and by which filters', async (address, entity, filters) => {
  const isForAdmins = address.startsWith('/admin/exports');
  const who = isForAdmins ? admin : staff;
  const { status, text } = await call('GET', address, { token: who.token });
  expect(status).toBe(200);
  const row = await told();
  expect(row).toMatchObject({ action: `${entity}.list_exported`, entity, entityId: 'list', actorKind: 'staff' });
  expect(row?.actorId).toBe(who.userId);
  expect(row?.changes).toEqual({ after: { ...filters, rows: linesOf(text) } });
  // Whom somebody looked for is about a person: the entry outlives a wish to be forgotten.
  expect(JSON.stringify(row)).not.toContain('Ana');
});

it('a refused export leaves no entry', async () => {
  const before = await told();
  expect((await call('GET', '/admin/exports/customers', { token: staff.token })).status).toBe(403);
  expect((await call('GET', '/admin/analytics/export?table=nothing', { token: staff.token })).status).toBe(400);
  expect(await told()).toEqual(before);
});
