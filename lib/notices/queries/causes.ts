import 'server-only';
import { and, desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { ActorKind, OrderStatus } from '#db/enums';
import { orderEvents, orders, payments } from '#db/schema/orders';
import type { Context } from '#lib/context';
import { env } from '#lib/env';
import type { EventInput } from '#lib/jobs/event';
import { getSettings } from '#lib/settings/queries';
import { listFalls } from '#lib/stock/queries/list-falls';
import { getWebhook } from '#lib/webhooks/queries';
import { kindOf, kindsOf, languageOf, type NoticeEvent, type NoticeKind, type NoticeValues } from '../rules.ts';
import { NOTICE_WORDS } from '../texts.ts';
import { alarmCauses } from './alarm-causes.ts';
import { bookingCauses } from './booking-causes.ts';
import { chatCauses } from './chat-causes.ts';
import { amountText, type OrderReaders, orderValues, readOrderFacts, stockValues } from './values.ts';

/** One thing to say to one audience. */
export type Cause = {
  kind: NoticeKind;
  values: NoticeValues;
  locale: string;
  orderId: string | null;
  bookingId?: string;
  /** Null for staff, who have one address for everything. */
  readers: (Pick<OrderReaders, 'email'> & { phone: string | null }) | null;
  /** Tells several causes of one event apart. */
  about?: string;
};

const MINUTE = 60_000;
const statusPayload = z.object({ from: z.string(), status: z.string() });
const changedPayload = z.object({ step_id: z.uuid() });
const placedPayload = z.object({ channel: z.string() });

const STATUS_EVENT: Partial<Record<OrderStatus, NoticeEvent>> = {
  confirmed: 'order_confirmed',
  ready: 'order_ready',
  cancelled: 'order_cancelled',
};
const isStatus = (word: string): word is keyof typeof STATUS_EVENT => Object.hasOwn(STATUS_EVENT, word);

/** Everything there is to say about an event; most events give no reason to say anything. */
export async function causesOf(ctx: Context, event: EventInput): Promise<Cause[]> {
  switch (event.topic) {
    case 'order.placed': {
      // Who takes an order at the desk knows of it.
      const isOwn = placedPayload.parse(event.payload).channel === 'desk';
      const told = await ofOrder(ctx, event, 'order_placed', (kind) => !isOwn || kindOf(kind).audience !== 'staff');
      return [...told, ...(await lowStock(ctx, event))];
    }
    case 'order.changed':
      return [...(await ofChange(ctx, event)), ...(await lowStock(ctx, event))];
    case 'stock.changed':
      return lowStock(ctx, event);
    case 'order.status_changed':
      return ofStatus(ctx, event);
    case 'payment.changed':
      return ofPayment(ctx, event);
    case 'payment.due':
      return ofOrder(ctx, event, 'payment_due');
    case 'booking.requested':
    case 'booking.status_changed':
    case 'booking.rescheduled':
    case 'booking.changed':
      return bookingCauses(ctx, event);
    case 'backup.failed':
      return backupFailed(ctx);
    case 'webhook.disabled':
      return webhookDisabled(ctx, event);
    case 'alarm.raised':
    case 'alarm.ended':
      return alarmCauses(ctx, event);
    case 'chat.unread':
      return chatCauses(ctx, event);
    default:
      return [];
  }
}

async function ofOrder(
  ctx: Context,
  { entity_id: orderId }: EventInput,
  told: NoticeEvent,
  isMeant: (kind: NoticeKind) => boolean = () => true,
  more: (locale: string) => NoticeValues = () => ({}),
): Promise<Cause[]> {
  const kinds = kindsOf(told).filter(isMeant);
  if (kinds.length === 0) return [];
  const facts = await readOrderFacts(ctx, orderId);
  const causes: Cause[] = [];
  for (const kind of kinds) {
    const { audience } = kindOf(kind);
    const { values, readers } = orderValues(facts, audience);
    const { locale } = readers;
    causes.push({
      kind,
      values: { ...values, ...more(locale) },
      locale,
      orderId,
      readers: audience === 'customer' ? readers : null,
    });
  }
  return causes;
}

/** The customer is told of every change, the staff of those they did not make themselves. */
async function ofChange(ctx: Context, event: EventInput): Promise<Cause[]> {
  const { step_id } = changedPayload.parse(event.payload);
  const [step] = await ctx.db
    .select({ by: orderEvents.actorKind, words: orderEvents.note })
    .from(orderEvents)
    .where(eq(orderEvents.id, step_id));
  const isOwn = step?.by === 'staff';
  return ofOrder(
    ctx,
    event,
    'order_changed',
    (kind) => !isOwn || kindOf(kind).audience !== 'staff',
    () => ({ changes: step?.words ?? '' }),
  );
}

async function ofStatus(ctx: Context, event: EventInput): Promise<Cause[]> {
  const { from, status } = statusPayload.parse(event.payload);
  // Taken back after it was handed over: a mistake of the desk is no news to the customer.
  if (!isStatus(status) || from === 'completed') return [];
  const told = STATUS_EVENT[status];
  if (told === undefined) return [];
  if (told === 'order_confirmed' && (await hasConfirmedItself(ctx, event.entity_id))) return [];
  if (told !== 'order_cancelled') return ofOrder(ctx, event, told);
  const by = await cancelledBy(ctx, event.entity_id);
  return ofOrder(
    ctx,
    event,
    told,
    (kind) => by !== 'staff' || kindOf(kind).audience !== 'staff',
    // The shop itself cancels for one reason only, which it can say in the reader's language.
    (locale) => (by === 'system' ? { reason: NOTICE_WORDS[languageOf(locale)].notPaid } : {}),
  );
}

/** The customer has just been told that the order arrived, and the shop confirms by itself: one message says it. */
async function hasConfirmedItself(ctx: Context, orderId: string): Promise<boolean> {
  const { checkout } = await getSettings(ctx);
  if (!checkout.auto_confirm) return false;
  const [order] = await ctx.db
    .select({ placedAt: orders.placedAt, confirmedAt: orders.confirmedAt })
    .from(orders)
    .where(eq(orders.id, orderId));
  return Boolean(order?.confirmedAt && order.confirmedAt.getTime() - order.placedAt.getTime() < MINUTE);
}

async function cancelledBy(ctx: Context, orderId: string): Promise<ActorKind | null> {
  const [step] = await ctx.db
    .select({ actorKind: orderEvents.actorKind })
    .from(orderEvents)
    .where(and(eq(orderEvents.orderId, orderId), eq(orderEvents.toStatus, 'cancelled')))
    .orderBy(desc(orderEvents.at))
    .limit(1);
  return step?.actorKind ?? null;
}

/** Money that came in: the charges which the very transaction of this event has confirmed. */
async function ofPayment(ctx: Context, event: EventInput): Promise<Cause[]> {
  // Of a booking: what comes of it, the step, is told by itself.
  if ('booking_id' in event.payload) return [];
  const [received] = await ctx.db
    .select({ minor: sql<string>`sum(${payments.amountMinor})`, currency: sql<string>`min(${payments.currency})` })
    .from(payments)
    .where(
      and(
        eq(payments.orderId, event.entity_id),
        eq(payments.kind, 'charge'),
        eq(payments.status, 'confirmed'),
        eq(payments.updatedAt, event.at),
      ),
    );
  const minor = Number(received?.minor ?? 0);
  if (minor === 0) return [];
  const currency = received?.currency ?? '';
  return ofOrder(ctx, event, 'payment_received', undefined, (locale) => ({
    amount: amountText(minor, currency, locale),
  }));
}

async function lowStock(ctx: Context, event: EventInput): Promise<Cause[]> {
  const falls = await listFalls(ctx, event);
  const { shop } = await getSettings(ctx);
  const causes: Cause[] = [];
  for (const { variant_id, balance_after } of falls) {
    causes.push({
      kind: 'staff_low_stock',
      values: await stockValues(ctx, variant_id, balance_after),
      locale: shop.locale,
      orderId: null,
      readers: null,
      about: variant_id,
    });
  }
  return causes;
}

/** One that came to nothing, or that its check does not trust. */
async function backupFailed(ctx: Context): Promise<Cause[]> {
  const { shop } = await getSettings(ctx);
  const values = { shop: shop.name, link: `${env().APP_URL}/admin/backups` };
  return [{ kind: 'staff_backup_failed', values, locale: shop.locale, orderId: null, readers: null }];
}

/** A webhook that the shop has given up. */
async function webhookDisabled(ctx: Context, { entity_id: id }: EventInput): Promise<Cause[]> {
  const [webhook, { shop }] = await Promise.all([getWebhook(ctx, { id }), getSettings(ctx)]);
  // Removed since: nobody needs to look.
  if (!webhook) return [];
  const values = {
    shop: shop.name,
    host: URL.parse(webhook.url)?.host ?? '',
    link: `${env().APP_URL}/admin/settings/webhooks/${id}`,
  };
  return [{ kind: 'staff_webhook_disabled', values, locale: shop.locale, orderId: null, readers: null }];
}
