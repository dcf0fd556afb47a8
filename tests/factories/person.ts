import { sql } from 'drizzle-orm';
import { newId } from '#db/columns';
import { auditLog } from '#db/schema/audit';
import { authSessions, idempotencyKeys, phoneVerifications, users } from '#db/schema/auth';
import { cartItems, carts } from '#db/schema/cart';
import { media } from '#db/schema/content';
import { addresses, customers } from '#db/schema/customers';
import { importRows, imports } from '#db/schema/imports';
import { notifications } from '#db/schema/notices';
import { orderEvents, payments } from '#db/schema/orders';
import { webhookDeliveries, webhookEndpoints } from '#db/schema/webhooks';
import { hashPassword } from '#lib/auth/secrets';
import { database } from '#lib/database';
import { storePrivateFile } from '#lib/media/private-files';
import { makeDayOrder } from './day.ts';
import { celebrate } from './person-events.ts';
import { makeProduct, newPhone } from './shop.ts';

export const PASSWORD = 'three loaves of rye';
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<(paid)>>\nendobj\nstartxref\n9\n%%EOF\n', 'latin1');

/**
 * Somebody of whom every column of `db/personal-data.ts` says something that nobody else has. `marks` are those words, by
 * table and column; null where the words are everybody's, such as a flag.
 */
export async function makeFullPerson(status: 'completed' | 'confirmed' = 'completed') {
  const { db } = database();
  const [userId, customerId, cartId, mediaId] = [newId(), newId(), newId(), newId()];
  const tag = newId().slice(-12);
  const word = (column: string) => `${column}.${tag}`;
  const [phone, orderPhone] = [newPhone(), newPhone()];
  const email = `${word('mail')}@example.com`;
  const passwordHash = await hashPassword(PASSWORD);
  const { variantId } = await makeProduct();

  await db.insert(users).values({
    id: userId,
    username: word('username'),
    email,
    name: word('login'),
    role: 'customer',
    passwordHash,
  });
  await db.insert(customers).values({
    id: customerId,
    userId,
    name: word('customer'),
    email,
    phone,
    phoneVerifiedAt: new Date(),
    notes: word('noted'),
    tags: [word('tag')],
    flags: ['call_back'],
  });
  const checkId = newId();
  await db.insert(phoneVerifications).values({
    id: checkId,
    phone,
    channel: 'sms',
    codeHash: word('code'),
    expiresAt: new Date(),
    purpose: 'sign_in',
    ipHash: word('checked-from'),
  });
  await db.insert(authSessions).values({
    id: checkId,
    userId,
    phone,
    name: word('session'),
    kind: 'customer',
    refreshHash: word('refresh'),
    userAgent: word('browser'),
    ipHash: word('signed-in-from'),
    expiresAt: new Date(Date.now() + 3_600_000),
  });
  await db.insert(addresses).values({
    customerId,
    label: word('label'),
    recipientName: word('recipient'),
    street: word('street'),
    city: word('city'),
    postalCode: tag.slice(0, 11),
    country: 'RO',
    notes: word('doorbell'),
    isDefault: true,
  });
  await db.insert(carts).values({ id: cartId, sessionHash: word('cart'), customerId, expiresAt: new Date() });
  await db.insert(cartItems).values({ cartId, variantId, quantity: 1, note: word('wish'), unitPriceSeenMinor: 1250 });
  const order = await makeDayOrder({
    customerId,
    status,
    customerName: word('orderer'),
    customerPhone: orderPhone,
    customerEmail: `${word('order-mail')}@example.com`,
    deliveryType: 'delivery',
    deliveryAddress: { street: word('order-street'), city: 'Cluj', notes: word('stairs') },
    specialInstructions: word('instructions'),
    preferredTime: word('preferred'),
    gift: { recipient_name: word('given-to'), card_text: word('card'), hide_prices: true },
    source: { ip_hash: word('ordered-from') },
    cancelReason: word('reason'),
    overrideReason: word('override'),
    items: [{ variantId, note: word('item'), quantity: 2 }],
  });
  await db.insert(orderEvents).values({ orderId: order.id, axis: 'note', actorKind: 'staff', note: word('timeline') });
  const { is_public, created_at, updated_at, ...file } = await storePrivateFile(PDF, new Date());
  await db.insert(media).values({ ...file, id: mediaId, isPublic: is_public });
  await db.insert(payments).values({
    orderId: order.id,
    kind: 'charge',
    method: 'bank_transfer',
    amountMinor: 960,
    currency: 'EUR',
    status: 'confirmed',
    bookedOn: new Date().toISOString().slice(0, 10),
    reference: word('reference'),
    note: word('paid-note'),
    proofMediaId: mediaId,
  });
  const { bookingId, bookingPhone } = await celebrate(customerId, word);
  const message = { channel: 'email', audience: 'customer', status: 'captured' } as const;
  await db.insert(notifications).values([
    {
      ...message,
      event: 'order_placed',
      recipient: email,
      subject: word('subject'),
      body: `${word('body')} http://localhost/order/X/open?key=${word('order-key')}`,
      orderId: order.id,
      dedupeKey: newId(),
    },
    { ...message, event: 'account_changed', recipient: email.toUpperCase(), body: 'Changed', dedupeKey: newId() },
    {
      ...message,
      event: 'order_placed',
      audience: 'staff',
      recipient: 'shop@example.com',
      body: word('to-staff'),
      orderId: order.id,
      dedupeKey: newId(),
    },
    {
      ...message,
      event: 'booking_requested',
      audience: 'staff',
      recipient: 'shop@example.com',
      body: word('booking-to-staff'),
      bookingId,
      dedupeKey: newId(),
    },
  ]);
  const endpointId = newId();
  await db
    .insert(webhookEndpoints)
    .values({ id: endpointId, url: 'https://books.example.com/hook', secret: 'x', events: ['order.placed'] });
  await db.insert(webhookDeliveries).values({
    endpointId,
    event: 'order.placed',
    subjectId: order.id,
    payload: { id: order.id, customer_name: word('told') },
    retryUntil: new Date(),
  });
  await db.insert(idempotencyKeys).values({
    scope: `phone:${orderPhone} placeOrder`,
    key: tag,
    requestHash: 'x',
    result: { order_id: order.id },
    expiresAt: new Date(Date.now() + 3_600_000),
  });
  // A slip of some command: of personal fields only the names belong there.
  await db.insert(auditLog).values({
    actorKind: 'staff',
    action: 'customer.updated',
    entity: 'customer',
    entityId: customerId,
    changes: { after: { name: word('customer') } },
  });

  const importId = newId();
  await db
    .insert(imports)
    .values({ id: importId, kind: 'customers', mode: 'upsert', fileName: 'customers.csv', status: 'checked' });
  await db.insert(importRows).values({
    importId,
    rowNumber: 2,
    cells: [word('imported'), email],
    plan: 'unchanged',
    matchKey: word('matched'),
  });

  const marks: Record<string, string | null> = {
    'users.username': word('username'),
    'users.email': email,
    'users.name': word('login'),
    'users.password_hash': passwordHash,
    'auth_sessions.phone': phone,
    'auth_sessions.name': word('session'),
    'auth_sessions.user_agent': word('browser'),
    'auth_sessions.ip_hash': word('signed-in-from'),
    'phone_verifications.phone': phone,
    'phone_verifications.ip_hash': word('checked-from'),
    'customers.name': word('customer'),
    'customers.email': email,
    'customers.phone': phone,
    'customers.notes': word('noted'),
    'customers.tags': word('tag'),
    'customers.flags': null,
    'addresses.label': word('label'),
    'addresses.recipient_name': word('recipient'),
    'addresses.street': word('street'),
    'addresses.city': word('city'),
    'addresses.postal_code': tag.slice(0, 11),
    'addresses.notes': word('doorbell'),
    'orders.customer_name': word('orderer'),
    'orders.customer_phone': orderPhone,
    'orders.customer_email': `${word('order-mail')}@example.com`,
    'orders.delivery_address': word('order-street'),
    'orders.special_instructions': word('instructions'),
    'orders.preferred_time': word('preferred'),
    'orders.gift': word('given-to'),
    'orders.source': word('ordered-from'),
    'orders.cancel_reason': word('reason'),
    'orders.override_reason': word('override'),
    'order_items.note': word('item'),
    'order_events.note': word('timeline'),
    'payments.reference': word('reference'),
    'payments.note': word('paid-note'),
    'cart_items.note': word('wish'),
    'bookings.client_name': word('client'),
    'bookings.client_phone': bookingPhone,
    'bookings.client_email': `${word('client-mail')}@example.com`,
    'bookings.venue': word('venue'),
    'bookings.message': word('asked'),
    'bookings.internal_note': word('booking-note'),
    'bookings.reason': word('declined-for'),
    'bookings.source': word('booked-from'),
    'booking_events.note': word('booking-step'),
    'testimonials.name': word('fan'),
    'testimonials.message': word('praise'),
    'translations.translated_text': word('lauda'),
    'chat_sessions.visitor_name': word('visitor'),
    'chat_sessions.visitor_email': `${word('visitor')}@example.com`,
    'chat_messages.message': word('asked'),
    'notifications.recipient': email,
    'notifications.subject': word('subject'),
    'notifications.body': word('body'),
    'webhook_deliveries.payload': word('told'),
    // Of staff.
    'second_factors.secret': null,
    'recovery_codes.code_hash': null,
    'imports.file_name': null,
    'import_rows.cells': word('imported'),
    'import_rows.errors': null,
    'import_rows.match_key': word('matched'),
  };
  return {
    customerId,
    userId,
    order,
    bookingId,
    phone,
    email,
    tag,
    marks,
    file: { driver: file.driver, path: file.path },
  };
}

export type FullPerson = Awaited<ReturnType<typeof makeFullPerson>>;

/** Every table that still has one of these words anywhere, whatever is listed; the queue of jobs included. */
export async function tablesWith(words: readonly string[]): Promise<string[]> {
  const { db } = database();
  const tables = await db.execute<{ name: string }>(sql`
    SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
    WHERE table_schema IN ('public', 'pgboss') AND table_type = 'BASE TABLE' ORDER BY 1`);
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await db.execute<{ rows: number }>(sql`
      SELECT count(*)::int AS rows FROM ${sql.raw(name)} t
      WHERE EXISTS (SELECT 1 FROM unnest(${`{${words.map((one) => JSON.stringify(one)).join(',')}}`}::text[]) w
        WHERE position(lower(w) IN lower(t::text)) > 0)`);
    if (row && row.rows > 0) found.push(name);
  }
  return found;
}
