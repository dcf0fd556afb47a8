import 'server-only';
import { type Context, requireRole } from '#lib/context';
import { DomainError } from '#lib/errors';
import { BULK_REFUSALS, type MovedOrders, type MoveOrders } from '../bulk-input.ts';
import { moveOrder } from './move-order.ts';

/**
 * Leads several orders to one status. Each walks by itself, so that one which cannot (ORD_002, REQ_002, DB_002) is named
 * and holds up no other.
 */
export async function moveOrders(ctx: Context, { to, orders }: MoveOrders): Promise<MovedOrders> {
  requireRole(ctx, 'staff');
  const result: MovedOrders = { moved: [], refused: [] };
  for (const { order_id, version } of orders) {
    try {
      const order = await moveOrder(ctx, { order_id, to, version, note: null, cancel_reason: null, stock: null });
      result.moved.push({ order_id, version: order.version });
    } catch (error) {
      const code = BULK_REFUSALS.find((known) => error instanceof DomainError && error.code === known);
      if (code === undefined) throw error;
      result.refused.push({ order_id, code });
    }
  }
  return result;
}
