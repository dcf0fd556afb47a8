import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '#lib/context';
import { DomainError } from '#lib/errors';
import { fromMinor } from '#lib/money';
import { getSettings } from '#lib/settings/queries';
import { type PersonalData, personalDataOutput } from '../output.ts';
import { withoutKeys } from '../rules.ts';

/** Every entry of the person: the newest, and those that were merged into it. */
const ENTRIES = (customerId: string) => sql`
  WITH RECURSIVE up AS (
    SELECT id, merged_into FROM customers WHERE id = ${customerId}::uuid
    UNION SELECT c.id, c.merged_into FROM customers c JOIN up ON c.id = up.merged_into),
  down AS (
    SELECT id FROM up WHERE merged_into IS NULL
    UNION SELECT c.id FROM customers c JOIN down ON c.merged_into = down.id)
  SELECT c.id, c.user_id, c.name, c.email::text AS email, c.phone, c.phone_verified_at, c.notes, c.tags, c.flags,
    c.locale, c.marketing_opt_in_at, c.created_at, c.merged_into IS NOT NULL AS merged
  FROM customers c JOIN down USING (id) ORDER BY merged, c.created_at`;

const entryRow = z.looseObject({ id: z.uuid(), user_id: z.uuid().nullable(), phone: z.string().nullable() });

type Row = Record<string, unknown>;

/** Moments as JSON spells them, wherever they stand in what was read. */
const told = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const ISO = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d(:?\d\d)?)?$/;

function spelled(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (typeof value === 'string' && /_at$|^at$/.test(name) && ISO.test(value)) {
        return [name, new Date(value).toISOString()];
      }
      if (name.endsWith('_minor')) return [name.slice(0, -6), value === null ? null : fromMinor(Number(value))];
      if (Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null)) {
        return [name, value.map((one) => spelled(one))];
      }
      return [name, value];
    }),
  );
}

async function rows(ctx: Context, query: SQL): Promise<Row[]> {
  const found = await ctx.db.execute<Row>(query);
  return found.map((row) => spelled(Object(told(row))));
}

const ids = (list: readonly string[]) => sql`${`{${list.join(',')}}`}::uuid[]`;

const ordersOf = (people: SQL) => sql`
  SELECT o.id, o.order_number, o.placed_at, o.status, o.payment_status, o.payment_method, o.channel, o.customer_name,
    o.customer_phone, o.customer_email, o.delivery_type, o.delivery_address, o.slot_starts_at, o.slot_ends_at,
    o.preferred_time, o.special_instructions, o.gift, o.cancel_reason, o.override_reason, o.currency, o.subtotal_minor,
    o.delivery_minor AS delivery_fee_minor, o.adjustment_minor, o.total_minor, o.paid_minor,
    (SELECT coalesce(json_agg(json_build_object('product_name', i.product_name, 'variant_title', i.variant_title,
      'quantity', i.quantity, 'unit_price_minor', i.unit_price_minor, 'line_total_minor', i.line_total_minor,
      'on_date', i.on_date, 'note', i.note) ORDER BY i.position), '[]') FROM order_items i WHERE i.order_id = o.id) AS items,
    (SELECT coalesce(json_agg(json_build_object('kind', y.kind, 'method', y.method, 'amount_minor', y.amount_minor,
      'status', y.status, 'reference', y.reference, 'note', y.note, 'has_proof', y.proof_media_id IS NOT NULL,
      'created_at', y.created_at) ORDER BY y.created_at, y.id), '[]') FROM payments y WHERE y.order_id = o.id) AS payments,
    (SELECT coalesce(json_agg(json_build_object('at', e.at, 'axis', e.axis, 'from_status', e.from_status,
      'to_status', e.to_status, 'by', e.actor_kind, 'note', e.note) ORDER BY e.at, e.id), '[]')
      FROM order_events e WHERE e.order_id = o.id) AS history
  FROM orders o WHERE o.customer_id = ANY (${people}) ORDER BY o.placed_at, o.id`;

const bookingsOf = (people: SQL) => sql`
  SELECT b.id, b.booking_number, b.created_at, b.status, b.channel, b.client_name, b.client_phone, b.client_email,
    b.event_type, b.event_date, b.starts_at, b.venue, b.guests, b.package_name, b.theme_name, b.message,
    b.internal_note, b.reason, b.currency, b.quoted_minor, b.deposit_minor, b.paid_minor,
    (SELECT coalesce(json_agg(json_build_object('kind', y.kind, 'method', y.method, 'amount_minor', y.amount_minor,
      'status', y.status, 'reference', y.reference, 'note', y.note, 'has_proof', y.proof_media_id IS NOT NULL,
      'created_at', y.created_at) ORDER BY y.created_at, y.id), '[]') FROM payments y WHERE y.booking_id = b.id) AS payments,
    (SELECT coalesce(json_agg(json_build_object('at', e.at, 'axis', e.axis, 'from_status', e.from_status,
      'to_status', e.to_status, 'by', e.actor_kind, 'note', e.note) ORDER BY e.at, e.id), '[]')
      FROM booking_events e WHERE e.booking_id = b.id) AS history
  FROM bookings b WHERE b.customer_id = ANY (${people}) ORDER BY b.created_at, b.id`;

/**
 * Everything `db/personal-data.ts` lists that is about this person, in one shape. Staff messages about their orders are
 * theirs as well; a message to a phone or an address is, while nobody else is on file with it. Throws DB_002.
 */
export async function readPerson(ctx: Context, customerId: string): Promise<PersonalData> {
  // Open to staff only: `exportOwnData` and `exportCustomer` ask first.
  const entries = (await rows(ctx, ENTRIES(customerId))).map((row) => entryRow.parse(row));
  const [customer, ...earlier] = entries;
  if (!customer) throw new DomainError('DB_002');
  const { shop } = await getSettings(ctx);
  const people = ids(entries.map(({ id }) => id));
  const logins = ids(entries.flatMap(({ user_id }) => (user_id === null ? [] : [user_id])));
  const orders = sql`(SELECT id FROM orders WHERE customer_id = ANY (${people}))`;
  const booked = sql`(SELECT id FROM bookings WHERE customer_id = ANY (${people}))`;
  const phones = sql`(
    SELECT phone FROM customers WHERE id = ANY (${people}) AND phone IS NOT NULL
    UNION SELECT customer_phone FROM orders WHERE customer_id = ANY (${people})
    UNION SELECT client_phone FROM bookings WHERE customer_id = ANY (${people})
    EXCEPT SELECT phone FROM customers WHERE NOT id = ANY (${people}) AND phone IS NOT NULL)`;
  const emails = sql`(
    SELECT lower(email::text) FROM customers WHERE id = ANY (${people}) AND email IS NOT NULL
    UNION SELECT lower(email::text) FROM users WHERE id = ANY (${logins}) AND email IS NOT NULL
    UNION SELECT lower(customer_email) FROM orders WHERE customer_id = ANY (${people}) AND customer_email IS NOT NULL
    UNION SELECT lower(client_email) FROM bookings WHERE customer_id = ANY (${people}) AND client_email IS NOT NULL
    UNION SELECT lower(visitor_email) FROM chat_sessions WHERE customer_id = ANY (${people}) AND visitor_email IS NOT NULL
    EXCEPT (SELECT lower(email::text) FROM customers WHERE NOT id = ANY (${people}) AND email IS NOT NULL
      UNION SELECT lower(email::text) FROM users WHERE NOT id = ANY (${logins}) AND email IS NOT NULL))`;
  const [login, addresses, sessions, checks, cart, placed, asked, testimonials, talks, messages, hooks] =
    await Promise.all([
      rows(
        ctx,
        sql`SELECT username::text AS username, email::text AS email, name, locale, created_at, last_login_at,
        password_changed_at FROM users WHERE id = ANY (${logins})`,
      ),
      rows(
        ctx,
        sql`SELECT label, recipient_name, street, city, postal_code, country, notes, is_default
        FROM addresses WHERE customer_id = ANY (${people}) ORDER BY created_at, id`,
      ),
      rows(
        ctx,
        sql`SELECT kind, phone, name, user_agent, created_at, expires_at, revoked_at FROM auth_sessions
        WHERE user_id = ANY (${logins}) OR customer_id = ANY (${people}) OR phone IN ${phones} ORDER BY created_at, id`,
      ),
      rows(
        ctx,
        sql`SELECT phone, channel, purpose, created_at, confirmed_at FROM phone_verifications
        WHERE phone IN ${phones} ORDER BY created_at, id`,
      ),
      rows(
        ctx,
        sql`SELECT p.name AS product_name, v.title AS variant_title, i.quantity, i.on_date, i.note
        FROM cart_items i JOIN carts c ON c.id = i.cart_id JOIN product_variants v ON v.id = i.variant_id
        JOIN products p ON p.id = v.product_id WHERE c.customer_id = ANY (${people}) ORDER BY i.created_at, i.id`,
      ),
      rows(ctx, ordersOf(people)),
      rows(ctx, bookingsOf(people)),
      rows(
        ctx,
        sql`SELECT t.name, t.message, t.rating, t.status, t.created_at, coalesce((SELECT json_agg(json_build_object(
          'language', l.language_code, 'message', l.translated_text) ORDER BY l.language_code)
          FROM translations l WHERE l.content_type = 'testimonial' AND l.object_id = t.id), '[]') AS translations
        FROM testimonials t WHERE t.customer_id = ANY (${people}) ORDER BY t.created_at, t.id`,
      ),
      rows(
        ctx,
        sql`SELECT s.visitor_name, s.visitor_email, s.created_at, coalesce((SELECT json_agg(json_build_object(
          'by', m.sender_type, 'message', m.message, 'at', m.at) ORDER BY m.seq)
          FROM chat_messages m WHERE m.chat_session_id = s.id), '[]') AS messages
        FROM chat_sessions s WHERE s.customer_id = ANY (${people}) OR s.user_id = ANY (${logins})
        ORDER BY s.created_at, s.id`,
      ),
      rows(
        ctx,
        sql`SELECT event, channel, audience, recipient, subject, body, status, created_at FROM notifications
        WHERE order_id IN ${orders} OR booking_id IN ${booked} OR (audience = 'customer' AND lower(recipient) IN
          (SELECT * FROM ${phones} p UNION SELECT * FROM ${emails} e)) ORDER BY created_at, id`,
      ),
      rows(
        ctx,
        sql`SELECT e.url, d.event, d.status, d.created_at, d.payload AS data FROM webhook_deliveries d
        JOIN webhook_endpoints e ON e.id = d.endpoint_id WHERE d.subject_id IN ${orders} OR d.subject_id IN ${booked}
        ORDER BY d.created_at, d.id`,
      ),
    ]);
  return personalDataOutput.parse({
    format: 'barrow.personal-data',
    version: 1,
    exported_at: ctx.now.toISOString(),
    shop: shop.name,
    customer,
    earlier_entries: earlier,
    login: login[0] ?? null,
    addresses,
    sessions,
    phone_checks: checks,
    cart,
    orders: placed,
    bookings: asked,
    testimonials,
    talks,
    messages: messages.map((row) => ({
      ...row,
      subject: row.subject === null ? null : withoutKeys(String(row.event), String(row.subject)),
      body: withoutKeys(String(row.event), String(row.body)),
    })),
    told_to_programs: hooks.map(({ url, data, ...row }) => ({
      ...row,
      host: new URL(String(url)).host,
      data: JSON.parse(withoutKeys('', JSON.stringify(data))),
    })),
  });
}
