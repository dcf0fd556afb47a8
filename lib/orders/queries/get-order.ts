import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { orders } from '#db/schema/orders';
import { seal } from '#lib/auth/secrets';
import { type Context, isStaff, requireRole } from '#lib/context';
import { DomainError } from '#lib/errors';
import { takeLimit } from '#lib/kv/limits';
import { parsePhone } from '#lib/phone';
import { prepared } from '#lib/prepared';
import { sayPlaces } from '#lib/promise/queries/book-in-language';
import { settingsIn } from '#lib/settings/in-language';
import { getSettings } from '#lib/settings/queries';
import type { TrackOrder } from '../input.ts';
import { isOrderKey } from '../link.ts';
import type { OrderDto, TrackedOrderDto } from '../output.ts';
import { fullColumns, type PlaceJson, trackedColumns } from './columns.ts';
import { renderOrder, renderTracked, type View } from './render.ts';

const byId = prepared((db) =>
  db
    .select(fullColumns)
    .from(orders)
    .where(eq(orders.id, sql.placeholder('id')))
    .prepare('order_by_id'),
);
const byNumber = prepared((db) =>
  db
    .select(fullColumns)
    .from(orders)
    .where(eq(orders.orderNumber, sql.placeholder('orderNumber')))
    .prepare('order_by_number'),
);
const byNumberAndPhone = prepared((db) =>
  db
    .select(trackedColumns)
    .from(orders)
    .where(
      and(eq(orders.orderNumber, sql.placeholder('orderNumber')), eq(orders.customerPhone, sql.placeholder('phone'))),
    )
    .prepare('order_tracked_by_number'),
);
const byIdAndPhone = prepared((db) =>
  db
    .select(trackedColumns)
    .from(orders)
    .where(and(eq(orders.id, sql.placeholder('id')), eq(orders.customerPhone, sql.placeholder('phone'))))
    .prepare('order_tracked_by_id'),
);

const uuid = z.uuid();
const isUuid = (text: string): boolean => uuid.safeParse(text).success;
/** Longer than any number we give out: nothing to look for. */
const asNumber = (text: string): string => text.trim().toUpperCase().slice(0, 40);

/** Where it is collected is said in the reader's language. What was bought keeps the name it was sold under. */
async function inLanguage<R extends { location: PlaceJson | null }>(ctx: Context, row: R): Promise<R> {
  const [location = null] = row.location === null ? [] : await sayPlaces(ctx, [row.location]);
  return { ...row, location };
}

/** For commands that have authorised: the order they changed, or DB_002. */
export async function readOrder(ctx: Context, id: string, view: View): Promise<OrderDto> {
  const [[row], settings] = await Promise.all([
    byId(ctx.db).execute({ id }),
    view === 'desk' ? getSettings(ctx) : settingsIn(ctx),
  ]);
  if (!row) throw new DomainError('DB_002');
  return renderOrder(view === 'desk' ? row : await inLanguage(ctx, row), settings, view);
}

/** An order in full for the desk, by id or number; null when there is none. */
export async function getOrder(ctx: Context, ref: { id: string } | { order_number: string }): Promise<OrderDto | null> {
  requireRole(ctx, 'staff');
  const word = 'id' in ref ? ref.id : ref.order_number;
  const reading = isUuid(word)
    ? byId(ctx.db).execute({ id: word })
    : byNumber(ctx.db).execute({ orderNumber: asNumber(word) });
  const [[row], settings] = await Promise.all([reading, getSettings(ctx)]);
  return row ? renderOrder(row, settings, 'desk') : null;
}

type Proof = { order_number: string; key: string | null };

/** Id of the order that `key`, or the signed-in customer, may open; null when there is none or the proof is wrong. */
export async function findOwnOrder(ctx: Context, { order_number, key }: Proof) {
  const [row] = await ctx.db
    .select({
      id: orders.id,
      linkVersion: orders.linkVersion,
      customerId: orders.customerId,
      paymentMethod: orders.paymentMethod,
    })
    .from(orders)
    .where(eq(orders.orderNumber, asNumber(order_number)));
  return row && isProven(ctx, row, key) ? row : null;
}

/** The number of an order that the desk, the key, or the signed-in customer may see; null otherwise. */
export async function getOrderNumber(ctx: Context, { order_number, key }: Proof): Promise<string | null> {
  // Open to everybody: the key, or the session, is the proof.
  const [row] = await ctx.db
    .select({
      id: orders.id,
      number: orders.orderNumber,
      linkVersion: orders.linkVersion,
      customerId: orders.customerId,
    })
    .from(orders)
    .where(eq(orders.orderNumber, asNumber(order_number)));
  return row && (isStaff(ctx) || isProven(ctx, row, key)) ? row.number : null;
}

function isProven(
  ctx: Context,
  row: { id: string; linkVersion: number; customerId: string | null },
  key: string | null,
) {
  if (key !== null && isOrderKey(key, row)) return true;
  return ctx.actor.kind === 'customer' && row.customerId === ctx.actor.customerId;
}

/** The order as its customer sees it, by the key of the signed link or as its owner; null otherwise. */
export async function getOrderByLink(ctx: Context, { order_number, key }: Proof): Promise<OrderDto | null> {
  // Open to everybody: the key, or the session of the owner, is the proof.
  const [[row], settings] = await Promise.all([
    byNumber(ctx.db).execute({ orderNumber: asNumber(order_number) }),
    settingsIn(ctx),
  ]);
  return row && isProven(ctx, row, key) ? renderOrder(await inLanguage(ctx, row), settings, 'customer') : null;
}

const TRACK_LIMIT = { limit: 10, windowSeconds: 15 * 60 };

/**
 * What number and phone together open. Throws ORD_001 for a wrong number and a wrong phone alike: both facts go into one
 * condition, so that neither text nor time tells them apart. RATE_001 after ten tries per address or number.
 */
export async function trackOrder(
  ctx: Context,
  { order_number, order_id, phone }: TrackOrder,
): Promise<TrackedOrderDto> {
  // Open to everybody: two facts are the proof.
  const word = order_number ?? order_id ?? '';
  if (ctx.addressHash) await takeLimit(ctx, { name: 'track-address', subject: ctx.addressHash, ...TRACK_LIMIT });
  await takeLimit(ctx, { name: 'track-number', subject: seal('track', asNumber(word)), ...TRACK_LIMIT });

  const { shop } = await getSettings(ctx);
  const e164 = parsePhone(phone, shop.country) ?? '';
  const [row] = isUuid(word)
    ? await byIdAndPhone(ctx.db).execute({ id: word, phone: e164 })
    : await byNumberAndPhone(ctx.db).execute({ orderNumber: asNumber(word), phone: e164 });
  if (!row) throw new DomainError('ORD_001');
  return renderTracked(await inLanguage(ctx, row));
}
