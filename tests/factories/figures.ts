import { newId } from '#db/columns';
import { customers } from '#db/schema/customers';
import { payments } from '#db/schema/orders';
import { exportFigures } from '#lib/analytics/queries';
import { exportFiguresInput, rangeInput } from '#lib/analytics/view-input';
import type { Context } from '#lib/context';
import { database } from '#lib/database';
import { dayOf } from '#lib/time';
import { makeDayOrder } from './day.ts';
import { ZONE } from './promise.ts';
import { newPhone } from './shop.ts';

/** Orders and money on days that are long over. */

type DayOrder = NonNullable<Parameters<typeof makeDayOrder>[0]>;

/** An order placed at this moment (UTC), on the day it was then in the shop. */
export const placedAt = (moment: string, more: DayOrder = {}) => {
  const at = new Date(moment);
  return makeDayOrder({ placedAt: at, placedOn: dayOf(at, ZONE), ...more });
};

/** A movement of money for an order that somebody confirmed on a day. */
export async function pay(
  orderId: string,
  bookedOn: string,
  amountMinor: number,
  more: Partial<typeof payments.$inferInsert> = {},
): Promise<void> {
  await database()
    .db.insert(payments)
    .values({
      orderId,
      kind: 'charge',
      method: 'cash',
      amountMinor,
      currency: 'EUR',
      status: 'confirmed',
      bookedOn,
      ...more,
    });
}

export async function makeCustomer(name: string): Promise<string> {
  const id = newId();
  await database().db.insert(customers).values({ id, name, phone: newPhone() });
  return id;
}

/** Days of one's own, both included. */
export const days = (from: string, to: string) => rangeInput.parse({ from, to });

/** A table of figures as its file. */
export async function csvOf(ctx: Context, table: string, from: string, to: string): Promise<string> {
  let csv = '';
  for await (const piece of exportFigures(ctx, exportFiguresInput.parse({ table, from, to }))) csv += piece;
  return csv;
}
