import 'server-only';
import { type Context, requireRole } from '#lib/context';
import { DomainError } from '#lib/errors';
import type { TickOrders } from '../day-input.ts';
import { TICK_REFUSALS, type TickedDto } from '../day-output.ts';
import { readDayOrders } from '../queries/day-sheet.ts';
import { moveOrder } from './move-order.ts';

type Refusal = TickedDto['refused'][number];

/**
 * Ticks orders of the day sheet, or takes ticks back: each one walks to `to` by itself, so that one which cannot
 * (ORD_002, REQ_002, DB_002) is named and holds up no other. Answers all of them as they stand afterwards.
 */
export async function tickOrders(ctx: Context, { to, orders }: TickOrders): Promise<TickedDto> {
  requireRole(ctx, 'staff');
  const refused: Refusal[] = [];
  for (const { order_id, version } of orders) {
    try {
      await moveOrder(ctx, { order_id, to, version, note: null, cancel_reason: null, stock: null });
    } catch (error) {
      const code = TICK_REFUSALS.find((known) => error instanceof DomainError && error.code === known);
      if (code === undefined) throw error;
      refused.push({ order_id, code });
    }
  }
  return {
    orders: await readDayOrders(
      ctx,
      orders.map(({ order_id }) => order_id),
    ),
    refused,
  };
}
