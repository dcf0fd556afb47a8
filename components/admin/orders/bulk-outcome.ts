import type { OrderStatus } from '#db/enums';
import type { MovedOrders } from '#lib/orders/bulk-input';
import type { OrderRowDto } from '#lib/orders/output';
import { nextSteps } from '#lib/orders/rules';
import { ORDER_STATUS } from './words.ts';

export type Stayed = { order_number: string; why: string };
export type DeskRole = 'staff' | 'admin';

const label = (status: OrderStatus) => ORDER_STATUS[status].label.toLowerCase();

/** Why a step is not offered for an order at all. */
export const whyNot = ({ order_number, status }: OrderRowDto, to: OrderStatus): Stayed => ({
  order_number,
  why: status === to ? `is ${label(status)} already` : `is ${label(status)} and cannot become ${label(to)}`,
});

/** Those that the server refused, in words. */
export function stayedOf(refused: MovedOrders['refused'], orders: readonly OrderRowDto[], to: OrderStatus): Stayed[] {
  return refused.map(({ order_id, code }) => {
    const order_number = orders.find(({ id }) => id === order_id)?.order_number ?? order_id;
    if (code === 'REQ_002') return { order_number, why: 'was changed by somebody else meanwhile; look at it first' };
    if (code === 'DB_002') return { order_number, why: 'is not there any more' };
    return { order_number, why: `cannot become ${label(to)} from where it stands now` };
  });
}

/** Steps that lead straight back, where the table of steps has them: only those are offered to be undone. */
const BACK: Partial<Record<OrderStatus, 'processing' | 'ready'>> = { ready: 'processing', completed: 'ready' };

export type Undo = { to: 'processing' | 'ready'; orders: MovedOrders['moved'] };

/** What of a step can be taken back: the orders that came from where one step leads back to. */
export function undoOf(
  { moved }: MovedOrders,
  orders: readonly OrderRowDto[],
  { to, role }: { to: OrderStatus; role: DeskRole },
): Undo | null {
  const back = BACK[to];
  if (!back || !nextSteps(to, role, new Date()).includes(back)) return null;
  const from = moved.filter(({ order_id }) => orders.find(({ id }) => id === order_id)?.status === back);
  return from.length > 0 ? { to: back, orders: from } : null;
}
