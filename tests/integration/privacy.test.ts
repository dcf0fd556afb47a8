import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { NEVER_EXPORTED, PERSONAL_DATA } from '#db/personal-data';
import { customers } from '#db/schema/customers';
import { signInByCode, signInCustomer } from '#lib/account/commands';
import { confirmPhone, sendPhoneCode } from '#lib/auth/commands';
import { readCustomerSession } from '#lib/auth/customer-session';
import { addAddress, mergeCustomers, restoreCustomer, updateCustomer } from '#lib/customers/commands';
import { addressInput } from '#lib/customers/input';
import { getCustomer, listCustomers } from '#lib/customers/queries';
import { database } from '#lib/database';
import { ensureCursor } from '#lib/jobs/dispatcher';
import { readPrivateFile } from '#lib/media/private-files';
import { placeOrder } from '#lib/orders/commands';
import { getOrder } from '#lib/orders/queries';
import { ERASED_PHONE } from '#lib/phone';
import { eraseCustomer, eraseOwnData, exportCustomer, exportOwnData } from '#lib/privacy/commands';
import { getOwnErasure } from '#lib/privacy/queries';
import { ERASED_NAME } from '#lib/privacy/rules';
import { makeDayOrder } from '#tests/factories/day';
import { type FullPerson, makeFullPerson, PASSWORD, tablesWith } from '#tests/factories/person';
import {
  contextOf,
  makeProduct,
  newPhone,
  orderOf,
  outcome,
  setSetting,
  staffMember,
  visitor,
} from '#tests/factories/shop';
import { capturedCode, codeFor, notThe } from '#tests/support/codes';
import { doAllWork } from '#tests/support/jobs';

const { db } = database();
const door = { userAgent: null };
const listed = Object.entries(PERSONAL_DATA).flatMap(([table, columns]) =>
  columns.map((column) => ({ table, column, name: `${table}.${column}` })),
);
const wordsOf = ({ marks }: FullPerson) => Object.values(marks).filter((mark) => mark !== null);

// What happens from here on is work.
beforeAll(() => ensureCursor({ db }));
beforeEach(async () => {
  await setSetting('shop', { name: 'Mill & Moss', country: 'RO', locale: 'en-IE' });
});

/** Rows of a listed column in which `word` stands. */
async function rowsWith(table: string, column: string, word: string): Promise<number> {
  const [row] = await db.execute<{ rows: number }>(sql`
    SELECT count(*)::int AS rows FROM ${sql.identifier(table)}
    WHERE position(lower(${word}::text) IN lower(${sql.identifier(column)}::text)) > 0`);
  return row?.rows ?? 0;
}

async function signedIn(person: FullPerson) {
  const { token } = await signInCustomer(
    contextOf({ kind: 'visitor' }),
    { login: person.email, password: PASSWORD },
    door,
  );
  const actor = await readCustomerSession(db, token, new Date());
  if (actor?.kind !== 'customer') throw new Error('not signed in');
  return { token, ctx: contextOf(actor) };
}

const figures = () =>
  db.execute(sql`
    SELECT 'day' AS what, day::text AS which, to_jsonb(f) AS figures FROM daily_figures f
    UNION ALL SELECT 'order', id::text, jsonb_build_object('number', order_number, 'total', total_minor, 'paid', paid_minor,
      'status', status, 'payment', payment_status, 'placed', placed_at, 'on', placed_on, 'customer', customer_id) FROM orders
    UNION ALL SELECT 'item', id::text, jsonb_build_object('q', quantity, 'line', line_total_minor, 'v', variant_id)
      FROM order_items
    UNION ALL SELECT 'payment', id::text, jsonb_build_object('a', amount_minor, 's', status, 'on', booked_on) FROM payments
    UNION ALL SELECT 'step', id::text, jsonb_build_object('axis', axis, 'to', to_status, 'at', at) FROM order_events
    UNION ALL SELECT 'movement', id::text, to_jsonb(m) FROM stock_movements m ORDER BY 1, 2`);

describe('everything that is kept about somebody', () => {
  it('is in the file, but for passwords and hashes', async () => {
    const person = await makeFullPerson();
    const { ctx } = await signedIn(person);
    const data = await exportOwnData(ctx);
    const text = JSON.stringify(data).toLowerCase();
    for (const { name } of listed) {
      const mark = person.marks[name];
      expect(mark, `${name} is not filled by makeFullPerson`).not.toBeUndefined();
      if (mark === null || mark === undefined) continue;
      expect([name, text.includes(mark.toLowerCase())]).toEqual([name, !NEVER_EXPORTED.includes(name)]);
    }
    expect(data.customer.flags).toEqual(['call_back']);
    expect(data.orders).toMatchObject([{ total: 9.6, payments: [{ amount: 9.6, has_proof: true }] }]);
    expect(text).not.toContain(`order-key.${person.tag}`);
    expect(text).not.toContain(`refresh.${person.tag}`);
    const admin = await staffMember('admin');
    const theirs = await exportCustomer(admin, { customer_id: person.customerId });
    expect(theirs.orders).toEqual(data.orders);
    const staff = await staffMember('staff');
    expect(await outcome(exportCustomer(staff, { customer_id: person.customerId }))).toBe('AUTH_003');
    expect(await outcome(exportCustomer(admin, { customer_id: newId() }))).toBe('DB_002');
  });

  it('is gone from every listed column and every table after erasing; nobody else notices, and the books add up', async () => {
    const [person, other] = [await makeFullPerson(), await makeFullPerson()];
    for (const { table, column, name } of listed) {
      const mark = person.marks[name];
      if (mark) expect([name, await rowsWith(table, column, mark)]).not.toEqual([name, 0]);
    }
    const before = await figures();
    const theirs = await exportCustomer(await staffMember('admin'), { customer_id: other.customerId });
    const { ctx, token } = await signedIn(person);
    expect(await eraseOwnData(ctx, { current_password: PASSWORD, code: null }, door)).toEqual({
      erased: true,
      orders: 1,
    });
    await doAllWork({ times: 2 });

    for (const word of wordsOf(person)) {
      for (const { table, column, name } of listed)
        expect([name, await rowsWith(table, column, word)]).toEqual([name, 0]);
    }
    expect(await tablesWith([...wordsOf(person), person.tag])).toEqual([]);
    expect(await readPrivateFile(person.file)).toBeNull();
    expect(await readCustomerSession(db, token, new Date())).toBeNull();
    expect(await figures()).toEqual(before);
    const [row] = await db.select().from(customers).where(eq(customers.id, person.customerId));
    expect(row).toMatchObject({ name: ERASED_NAME, userId: null, phone: null, email: null, tags: [], flags: [] });
    expect(row?.anonymisedAt).not.toBeNull();

    const admin = await staffMember('admin');
    const again = await exportCustomer(admin, { customer_id: other.customerId });
    expect({ ...again, exported_at: '' }).toEqual({ ...theirs, exported_at: '' });
    expect(await readPrivateFile(other.file)).not.toBeNull();
    expect(await getOrder(admin, { id: person.order.id })).toMatchObject({
      customer_name: ERASED_NAME,
      customer_phone: ERASED_PHONE,
      customer_email: null,
      total: 9.6,
      paid: 0,
    });
    const archived = await listCustomers(admin, { archived: true, page: 1, limit: 100 });
    expect(archived.items.map(({ id }) => id)).not.toContain(person.customerId);
    // Again is no mistake, and says so.
    expect(await eraseCustomer(admin, { customer_id: person.customerId })).toEqual({ erased: false, orders: 0 });
  });

  it('stays while an order is open or a payment unchecked, and says which', async () => {
    const person = await makeFullPerson('confirmed');
    const { ctx } = await signedIn(person);
    const asked = { current_password: PASSWORD, code: null };
    const refused = { code: 'CONF_002', details: { reason: 'open_orders', order_numbers: [person.order.number] } };
    await expect(eraseOwnData(ctx, asked, door)).rejects.toMatchObject(refused);
    expect((await getOwnErasure(ctx)).open_orders).toMatchObject([{ order_number: person.order.number }]);
    await db.execute(sql`UPDATE orders SET status = 'completed' WHERE id = ${person.order.id}`);
    await db.execute(
      sql`UPDATE payments SET status = 'submitted', booked_on = null WHERE order_id = ${person.order.id}`,
    );
    await expect(eraseOwnData(ctx, asked, door)).rejects.toMatchObject(refused);
    expect((await getOwnErasure(ctx)).open_orders).toHaveLength(1);
    await db.execute(sql`UPDATE payments SET status = 'rejected' WHERE order_id = ${person.order.id}`);
    expect((await getOwnErasure(ctx)).open_orders).toEqual([]);
    await db.execute(sql`UPDATE bookings SET status = 'quoted' WHERE id = ${person.bookingId}`);
    await expect(eraseOwnData(ctx, asked, door)).rejects.toMatchObject({ code: 'CONF_002' });
    expect((await getOwnErasure(ctx)).open_bookings).toMatchObject([{ id: person.bookingId }]);
    await db.execute(sql`UPDATE bookings SET status = 'declined' WHERE id = ${person.bookingId}`);
    expect((await eraseOwnData(ctx, asked, door)).erased).toBe(true);
  });

  it('is erased with the password only, by nobody but its owner or an admin', async () => {
    const person = await makeFullPerson();
    const { ctx } = await signedIn(person);
    for (const current_password of [null, 'something else']) {
      expect(await outcome(eraseOwnData(ctx, { current_password, code: null }, door))).toBe('VALIDATION_ERROR');
    }
    const ref = { customer_id: person.customerId };
    expect(await outcome(eraseCustomer(ctx, ref))).toBe('AUTH_003');
    expect(await outcome(eraseCustomer(await staffMember('staff'), ref))).toBe('AUTH_003');
    expect(await outcome(eraseCustomer(await staffMember('admin'), { customer_id: newId() }))).toBe('DB_002');
    expect(await rowsWith('customers', 'name', person.marks['customers.name'] ?? '')).toBe(1);
  });

  it('of somebody known by the phone alone is erased by a code that was sent just now', async () => {
    const [phone, later] = [newPhone(), new Date(Date.now() + 120_000)];
    const id = newId();
    await db.insert(customers).values({ id, name: 'Known by phone', phone });
    const codeAt = async (now: Date) => {
      await sendPhoneCode(visitor({ now }), codeFor(phone, { purpose: 'sign_in' }));
      return capturedCode(phone);
    };
    const first = await codeAt(new Date());
    const { session } = await signInByCode(visitor(), { phone, code: first }, door);
    const actor = await readCustomerSession(db, session.token, new Date());
    if (actor?.kind !== 'customer') throw new Error('not known');
    const ctx = contextOf(actor, { now: later });
    expect(await getOwnErasure(ctx)).toMatchObject({ has_password: false, phone });
    const erase = (code: string | null) => eraseOwnData(ctx, { current_password: null, code }, door);
    expect(await outcome(erase(null))).toBe('VALIDATION_ERROR');
    expect(await outcome(erase(first))).toBe('SMS_003');
    const code = await codeAt(later);
    expect(await outcome(erase(notThe(code)))).toBe('SMS_002');
    expect((await erase(code)).erased).toBe(true);
    await doAllWork();
    expect(await tablesWith([phone])).toEqual([]);
    expect(await readCustomerSession(db, session.token, new Date())).toBeNull();
  });

  it('of somebody with a password is not erased by a code alone', async () => {
    const person = await makeFullPerson();
    await db.execute(sql`DELETE FROM phone_verifications WHERE phone = ${person.phone}`);
    await sendPhoneCode(visitor(), codeFor(person.phone, { purpose: 'sign_in' }));
    const code = await capturedCode(person.phone);
    const { token } = await confirmPhone(
      visitor(),
      { phone: person.phone, purpose: 'sign_in', code, name: null },
      door,
    );
    const actor = await readCustomerSession(db, token, new Date());
    expect(actor).toMatchObject({ kind: 'customer', userId: null, customerId: person.customerId });
    if (actor?.kind !== 'customer') throw new Error('not known');
    const erase = eraseOwnData(contextOf(actor), { current_password: null, code }, door);
    await expect(erase).rejects.toMatchObject({ fields: { current_password: [expect.any(String)] } });
  });

  it('comprises what was merged, and whoever is erased stays so', async () => {
    const admin = await staffMember('admin');
    const [kept, gone] = [await makeFullPerson(), newId()];
    const word = `earlier.${kept.tag}`;
    await db.insert(customers).values({ id: gone, name: word, phone: newPhone() });
    await mergeCustomers(admin, { customer_id: kept.customerId, from_id: gone });
    const data = await exportCustomer(admin, { customer_id: gone });
    expect(data.customer.id).toBe(kept.customerId);
    expect(data.earlier_entries).toMatchObject([{ name: word, merged: true }]);
    await eraseCustomer(admin, { customer_id: gone });
    expect(await tablesWith([word])).toEqual([]);
    for (const customer_id of [kept.customerId, gone]) {
      expect((await getCustomer(admin, { customer_id }))?.erased_at).not.toBeNull();
      expect((await restoreCustomer(admin, { customer_id })).archived_at).not.toBeNull();
      expect(await outcome(updateCustomer(admin, { customer_id, name: 'Back' }))).toBe('CONF_002');
      const street = addressInput.parse({ customer_id, street: 'Ring 1', city: 'Cluj' });
      expect(await outcome(addAddress(admin, street))).toBe('DB_002');
    }
  });

  it('leaves what somebody else with the same phone was told', async () => {
    const admin = await staffMember('admin');
    const [ana, dan] = [await makeFullPerson(), newId()];
    await db.insert(customers).values({ id: dan, name: `Dan ${ana.tag}`, phone: ana.phone });
    await eraseCustomer(admin, { customer_id: dan });
    expect(await rowsWith('phone_verifications', 'phone', ana.phone)).toBe(1);
    expect(await rowsWith('customers', 'phone', ana.phone)).toBe(1);
  });

  it('an order placed by a guest who was erased makes a new person', async () => {
    const admin = await staffMember('admin');
    const { variantId } = await makeProduct();
    const customer_phone = newPhone();
    const place = () => placeOrder(contextOf({ kind: 'visitor' }), orderOf([variantId], { customer_phone }));
    const first = (await place()).order;
    const of = async (id: string) => (await getOrder(admin, { id }))?.customer?.id ?? '';
    const guest = await of(first.id);
    await db.execute(sql`UPDATE orders SET status = 'completed' WHERE id = ${first.id}`);
    expect(await eraseCustomer(admin, { customer_id: guest })).toEqual({ erased: true, orders: 1 });
    await doAllWork();
    expect(await tablesWith([customer_phone])).toEqual([]);
    const second = (await place()).order;
    expect(await of(second.id)).not.toBe(guest);
    expect(second.customer_name).toBe('Ana Pop');
    const ofErased = contextOf({ kind: 'customer', customerId: guest, userId: null, sessionId: newId(), name: 'Ana' });
    expect(await outcome(placeOrder(ofErased, orderOf([variantId])))).toBe('AUTH_002');
  });

  it('holds nothing of orders that were only given up', async () => {
    const admin = await staffMember('admin');
    const id = newId();
    await db.insert(customers).values({ id, name: 'Cancelled' });
    await makeDayOrder({ customerId: id, status: 'cancelled', cancelReason: 'changed my mind' });
    expect(await eraseCustomer(admin, { customer_id: id })).toEqual({ erased: true, orders: 1 });
  });
});
