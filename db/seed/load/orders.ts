import { newId } from '#db/columns';
import type { orderCounters, orderEvents, orderItems, orders, payments } from '#db/schema/orders';
import { addDays, dayOf } from '#lib/time';
import type { Preset } from '../preset.ts';
import type { Chance } from './chance.ts';
import { isPerDate, loadOf } from './ledger.ts';
import type { Outcome, Step } from './outcomes.ts';
import { payFor } from './payments.ts';

export interface OrderRows {
  orders: (typeof orders.$inferInsert)[];
  items: (typeof orderItems.$inferInsert)[];
  payments: (typeof payments.$inferInsert)[];
  events: (typeof orderEvents.$inferInsert)[];
  counters: (typeof orderCounters.$inferInsert)[];
}

/** `outcomes` in the order of placing, so that the numbers of a day have no gaps. */
export function orderRows(preset: Preset, outcomes: Outcome[], staffIds: readonly string[], chance: Chance): OrderRows {
  const rows: OrderRows = { orders: [], items: [], payments: [], events: [], counters: [] };
  const counts = new Map<string, number>();
  const { orderPrefix, currency, timeZone } = preset.shop;
  for (const found of outcomes) {
    const { draft, steps, status } = found;
    const count = (counts.get(draft.placedOn) ?? 0) + 1;
    counts.set(draft.placedOn, count);
    const staffId = chance.pick(staffIds);
    const total = draft.subtotal + draft.fee;
    const paid = payFor(found, total, chance);
    const at = (wanted: Step['status']) => steps.find((step) => step.status === wanted)?.at ?? null;
    rows.orders.push({
      id: draft.id,
      orderNumber: `${orderPrefix}-${draft.placedOn.replaceAll('-', '')}-${String(count).padStart(3, '0')}`,
      channel: draft.channel,
      customerId: draft.person.id,
      customerName: draft.person.name,
      customerPhone: draft.person.phone,
      customerEmail: draft.person.email,
      status,
      paymentStatus: paid.status,
      paymentMethod: draft.method,
      deliveryType: draft.deliveryType,
      locationId: draft.slot.locationId,
      slotId: draft.slot.id,
      slotStartsAt: draft.slot.startsAt,
      slotEndsAt: draft.slot.endsAt,
      loadPoints: loadOf(draft.lines),
      zoneId: draft.zoneId,
      deliveryAddress: draft.address,
      specialInstructions: draft.instructions,
      gift: draft.gift,
      currency,
      subtotalMinor: draft.subtotal,
      deliveryMinor: draft.fee,
      totalMinor: total,
      paidMinor: paid.minor,
      // What still waits for its money may do so until its slot: a demo begins with open orders, not with released ones.
      paymentDueAt: isDue(preset, draft.method) && paid.status === 'unpaid' ? draft.slot.startsAt : null,
      cancelReason: status === 'cancelled' && preset.past ? chance.pick(preset.past.cancelReasons) : null,
      placedAt: draft.placedAt,
      placedOn: draft.placedOn,
      confirmedAt: at('confirmed'),
      readyAt: at('ready'),
      completedAt: at('completed'),
      cancelledAt: at('cancelled'),
      version: steps.length + paid.rows.length,
      createdAt: draft.placedAt,
      updatedAt: steps.at(-1)?.at ?? draft.placedAt,
    });
    draft.lines.forEach(({ variant, quantity }, i) => {
      rows.items.push({
        orderId: draft.id,
        productId: variant.productId,
        variantId: variant.id,
        productName: variant.product.name,
        variantTitle: variant.seed.title,
        sku: variant.seed.sku,
        quantity,
        unitPriceMinor: variant.seed.price,
        lineTotalMinor: quantity * variant.seed.price,
        onDate: isPerDate(variant) ? draft.slot.day : null,
        allergens: [...(variant.product.allergens ?? [])],
        position: i + 1,
        createdAt: draft.placedAt,
        updatedAt: draft.placedAt,
      });
    });
    steps.forEach((step, i) => {
      const isWeb = i === 0 && draft.channel !== 'desk';
      rows.events.push({
        orderId: draft.id,
        axis: 'order',
        fromStatus: steps[i - 1]?.status ?? null,
        toStatus: step.status,
        actorKind: isWeb ? 'visitor' : 'staff',
        actorId: isWeb ? null : staffId,
        at: step.at,
      });
    });
    for (const payment of paid.rows) {
      const isOurs = payment.to !== 'submitted';
      rows.payments.push({
        orderId: draft.id,
        kind: payment.kind,
        method: draft.method,
        amountMinor: payment.minor,
        currency,
        status: payment.state,
        reference: draft.method === 'bank_transfer' ? `Transfer ${newId().slice(-6)}` : null,
        note: payment.note,
        recordedBy: isOurs ? staffId : null,
        confirmedBy: payment.state === 'confirmed' ? staffId : null,
        bookedOn: payment.state === 'confirmed' ? dayOf(payment.at, timeZone) : null,
        createdAt: payment.at,
        updatedAt: payment.at,
      });
      rows.events.push({
        orderId: draft.id,
        axis: 'payment',
        fromStatus: payment.from,
        toStatus: payment.to,
        actorKind: isOurs ? 'staff' : 'visitor',
        actorId: isOurs ? staffId : null,
        note: payment.note,
        at: payment.at,
      });
    }
  }
  rows.counters = [...counts].map(([day, lastValue]) => ({ day, lastValue }));
  return rows;
}

const isDue = ({ shop }: Preset, method: string): boolean =>
  shop.payments.some((way) => way.method === method && way.dueHours !== undefined);

/** The day before the first order: when the shelves were filled. */
export function openingDay(outcomes: Outcome[], now: Date, timeZone: string): string {
  const first = outcomes[0]?.draft.placedAt ?? now;
  return addDays(dayOf(first, timeZone), -1);
}
