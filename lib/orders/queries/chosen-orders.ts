import 'server-only';
import { inArray } from 'drizzle-orm';
import { orders } from '#db/schema/orders';
import { type Context, requireRole } from '#lib/context';
import { getSettings } from '#lib/settings/queries';
import type { ChosenOrders } from '../bulk-input.ts';
import type { OrderDto } from '../output.ts';
import { fullColumns } from './columns.ts';
import { renderOrder } from './render.ts';

/** The chosen orders in full, in the order in which they were named; those that are gone are left out. */
export async function listChosenOrders(ctx: Context, { ids }: ChosenOrders): Promise<OrderDto[]> {
  requireRole(ctx, 'staff');
  const [settings, rows] = await Promise.all([
    getSettings(ctx),
    ctx.db.select(fullColumns).from(orders).where(inArray(orders.id, ids)),
  ]);
  return rows
    .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map((row) => renderOrder(row, settings, 'desk'));
}
