import 'server-only';
import { ICalEventStatus } from 'ical-generator';
import { calendarFile } from '#lib/calendar-file';
import type { Context } from '#lib/context';
import { DomainError } from '#lib/errors';
import { type Words, wordsIn } from '#lib/i18n/words';
import { formatAmount } from '#lib/money';
import { drawQr, qrSvg } from '#lib/qr';
import { getSettings } from '#lib/settings/queries';
import type { OrderDto } from '../output.ts';
import { transferCode } from '../rules/transfer.ts';
import { getOrderByLink } from './get-order.ts';

type Own = { order_number: string; key: string | null };

async function ownOrder(ctx: Context, own: Own): Promise<OrderDto> {
  const order = await getOrderByLink(ctx, own);
  if (!order) throw new DomainError('DB_002');
  return order;
}

/**
 * The transfer of what is due as an SVG that banking apps read, for whoever holds the order's key or is its owner. Throws
 * DB_002, and PAY_001 where there is no such transfer: nothing due, another way to pay, another currency than the euro.
 */
export async function getTransferQr(ctx: Context, own: Own): Promise<string> {
  // Open to everybody: the order's key, or the session of its owner, is the proof.
  const order = await ownOrder(ctx, own);
  const code = transferCode(order);
  if (code === null) throw new DomainError('PAY_001', { method: order.payment_method, due: order.due });
  return qrSvg(drawQr(code));
}

const STATUS = {
  pending: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  processing: ICalEventStatus.CONFIRMED,
  ready: ICalEventStatus.CONFIRMED,
  completed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
} as const;

const joined = (parts: (string | null | undefined)[], by: string): string => parts.filter(Boolean).join(by);

/** Where one has to be: the place of the pickup, or the door that is delivered to. */
function placeOf({ delivery_type, delivery_address: address, location }: OrderDto, shopName: string): string {
  const where = delivery_type === 'delivery' ? address : location;
  const street = where && joined([where.street, joined([where.postal_code, where.city], ' ')], ', ');
  return delivery_type === 'delivery' ? (street ?? '') : joined([location?.name ?? shopName, street], ', ');
}

function whatToKnow(order: OrderDto, locale: string, t: Words<'calendar'>): string {
  const items = order.items.map((item) =>
    joined([`${item.quantity} × ${item.product_name}`, item.variant_title && `(${item.variant_title})`], ' '),
  );
  const due = order.due > 0 ? t('to_pay', { amount: formatAmount(order.due, order.currency, locale) }) : null;
  return joined(
    [t('order', { number: order.order_number }), ...items, due, order.location?.instructions, order.access_url],
    '\n',
  );
}

/** The slot of an order as a calendar file, for whoever holds its key or is its owner. DB_002, also without a slot. */
export async function getOrderCalendar(ctx: Context, own: Own): Promise<string> {
  // Open to everybody: the order's key, or the session of its owner, is the proof.
  const [order, { shop }] = await Promise.all([ownOrder(ctx, own), getSettings(ctx)]);
  if (order.slot === null) throw new DomainError('DB_002');
  const t = wordsIn(ctx.locale, 'calendar');
  return calendarFile(ctx, {
    id: order.id,
    version: order.version,
    start: new Date(order.slot.starts_at),
    end: new Date(order.slot.ends_at),
    createdAt: order.placed_at,
    updatedAt: order.updated_at,
    status: STATUS[order.status],
    summary: t(order.delivery_type === 'delivery' ? 'delivery_from' : 'pickup_at', { shop: shop.name }),
    location: placeOf(order, shop.name),
    description: whatToKnow(order, ctx.locale, t),
    url: order.access_url,
  });
}
