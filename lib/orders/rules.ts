import type { OrderStatus, PaymentStatus } from '#db/enums';
import { type Step, walksTo } from '#lib/steps';

/** Who takes a step. An admin may all that staff may. */
export const MOVERS = ['customer', 'staff', 'admin', 'system'] as const;
export type Mover = (typeof MOVERS)[number];

/** Every step an order can take. Whatever is not here is refused with ORD_002. */
export const ORDER_STEPS: readonly Step<OrderStatus, Mover>[] = [
  { from: 'pending', to: 'confirmed', who: ['staff', 'admin', 'system'], kind: 'forward' },
  { from: 'confirmed', to: 'processing', who: ['staff', 'admin'], kind: 'forward' },
  { from: 'confirmed', to: 'ready', who: ['staff', 'admin'], kind: 'forward' },
  { from: 'processing', to: 'ready', who: ['staff', 'admin'], kind: 'forward' },
  { from: 'ready', to: 'completed', who: ['staff', 'admin'], kind: 'forward' },
  // Customers only before the cut-off of the slot, and without one until the shop has confirmed; `move_order` looks.
  { from: 'pending', to: 'cancelled', who: ['customer', 'staff', 'admin', 'system'], kind: 'ending' },
  { from: 'confirmed', to: 'cancelled', who: ['customer', 'staff', 'admin', 'system'], kind: 'ending' },
  { from: 'processing', to: 'cancelled', who: ['admin'], kind: 'ending' },
  { from: 'ready', to: 'cancelled', who: ['admin'], kind: 'ending' },
  { from: 'ready', to: 'processing', who: ['staff', 'admin'], kind: 'correction' },
  // Within 24 hours of completion; `move_order` looks at the clock.
  { from: 'completed', to: 'ready', who: ['admin'], kind: 'correction' },
];

export const OPEN_STATUSES = ['pending', 'confirmed', 'processing', 'ready'] as const satisfies readonly OrderStatus[];
export const isOpen = (status: OrderStatus): boolean => OPEN_STATUSES.some((open) => open === status);

/** A completed order is taken back only so long after its completion. */
export const CORRECTION_MILLISECONDS = 24 * 60 * 60 * 1000;

/** Words of earlier designs, accepted where a status comes in. */
export const STATUS_WORDS = { ordered: 'pending', delivered: 'completed' } as const satisfies Record<
  string,
  OrderStatus
>;

/** The walks that lead to `to` for this mover; `move_order` takes one of them. */
export const pathsTo = (to: OrderStatus, mover: Mover): Partial<Record<OrderStatus, OrderStatus[]>> =>
  walksTo(ORDER_STEPS, to, mover);

/** Every status this mover can take the order to now, forward jumps included, nearest first. */
export function nextSteps(
  status: OrderStatus,
  mover: Mover,
  completedAt?: Date | string | null,
  now = new Date(),
): OrderStatus[] {
  const isStale =
    status === 'completed' &&
    (!completedAt || new Date(completedAt).getTime() < now.getTime() - CORRECTION_MILLISECONDS);
  if (isStale) return [];
  const order: OrderStatus[] = ['confirmed', 'processing', 'ready', 'completed', 'cancelled'];
  return order
    .filter((to) => pathsTo(to, mover)[status] !== undefined)
    .sort((a, b) => distance(status, a, mover) - distance(status, b, mover));
}

const distance = (from: OrderStatus, to: OrderStatus, mover: Mover): number =>
  (pathsTo(to, mover)[from]?.length ?? 99) + (to === 'cancelled' ? 50 : 0);

/** Statuses from which cancelling has to say whether the goods go back to stock or are waste. */
export const asksForStock = (status: OrderStatus): boolean => status === 'processing' || status === 'ready';

export type Money = { charged: number; refunded: number; claimed: number };

/** What the payments of an order add up to; the same decision as in `settle_order_payments`. Minor units. */
export function derivePaymentStatus(totalMinor: number, { charged, refunded, claimed }: Money): PaymentStatus {
  if (refunded > 0) return refunded >= charged ? 'refunded' : 'partially_refunded';
  if (charged >= totalMinor) return 'paid';
  if (charged > 0) return 'partially_paid';
  return claimed > 0 ? 'submitted' : 'unpaid';
}

/** Counted as pending while the order is not cancelled. */
export const PENDING_PAYMENT_STATUSES = [
  'unpaid',
  'submitted',
  'partially_paid',
] as const satisfies readonly PaymentStatus[];

/** What is still open, never below zero; nothing is due on a cancelled order. Minor units. */
export const dueMinor = (order: {
  status: OrderStatus;
  totalMinor: number;
  paidMinor: number;
  paymentStatus: PaymentStatus;
}) =>
  order.status === 'cancelled' || order.paymentStatus === 'refunded' || order.paymentStatus === 'partially_refunded'
    ? 0
    : Math.max(0, order.totalMinor - order.paidMinor);

export type PricedLine = { quantity: number; unitPriceMinor: number };

export const lineTotalMinor = ({ quantity, unitPriceMinor }: PricedLine): number => quantity * unitPriceMinor;

export const subtotalMinor = (lines: readonly PricedLine[]): number =>
  lines.reduce((sum, line) => sum + lineTotalMinor(line), 0);

export const totalMinor = (parts: { subtotalMinor: number; deliveryMinor: number; adjustmentMinor: number }): number =>
  parts.subtotalMinor + parts.deliveryMinor + parts.adjustmentMinor;

/** Lines that ask for the same thing become one, in the order in which they came. */
export function mergeLines<L extends { quantity: number }>(lines: readonly L[], keyOf: (line: L) => string): L[] {
  const merged = new Map<string, L>();
  for (const line of lines) {
    const key = keyOf(line);
    const known = merged.get(key);
    merged.set(key, known ? { ...known, quantity: known.quantity + line.quantity } : line);
  }
  return [...merged.values()];
}
