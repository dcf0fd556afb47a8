import type { stockMovements } from '#db/schema/stock';
import { addDays, momentAt, weekdayOf } from '#lib/time';
import type { StockedVariant } from './catalog.ts';
import { isPerDate } from './ledger.ts';
import type { Outcome } from './outcomes.ts';

type Movement = typeof stockMovements.$inferInsert;
type Change = { delta: number; at: Date; reason: 'sale' | 'cancel'; orderId: string };
type Delivery = { at: Date; changes: Change[] };

/**
 * The history behind each counted shelf: filled on the first day, topped up every Monday by what the week will take,
 * so that no sale ever finds it empty and the sum is what stands on the shelf today.
 */
export function movementRows(
  variants: StockedVariant[],
  outcomes: Outcome[],
  firstDay: string,
  timeZone: string,
): Movement[] {
  const changes = changesOf(outcomes);
  return variants.flatMap(({ id, seed }) =>
    typeof seed.stock === 'number' ? historyOf(id, seed.stock, changes.get(id) ?? [], firstDay, timeZone) : [],
  );
}

/** The same for what is made per day: each day starts with what is planned, and sells. */
export function productionMovements(
  outcomes: readonly Outcome[],
  plans: readonly { variantId: string; onDate: string; planned: number }[],
): Movement[] {
  const left = new Map(plans.map(({ variantId, onDate, planned }) => [`${variantId} ${onDate}`, planned]));
  const moves = outcomes.flatMap(({ draft, status, steps }) => {
    const goods = draft.lines.filter(({ variant }) => isPerDate(variant));
    const all = (sign: 1 | -1, reason: 'sale' | 'cancel', at: Date) =>
      goods.map(({ variant, quantity }) => ({ variant, delta: sign * quantity, reason, at, draft }));
    const last = steps.at(-1);
    const back = status === 'cancelled' && last ? all(1, 'cancel', last.at) : [];
    return [...all(-1, 'sale', draft.placedAt), ...back];
  });
  return moves
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ variant, delta, reason, at, draft }) => {
      const key = `${variant.id} ${draft.slot.day}`;
      const balanceAfter = (left.get(key) ?? 0) + delta;
      left.set(key, balanceAfter);
      return {
        variantId: variant.id,
        onDate: draft.slot.day,
        delta,
        reason,
        orderId: draft.id,
        balanceAfter,
        createdAt: at,
        updatedAt: at,
      };
    });
}

function changesOf(outcomes: Outcome[]): Map<string, Change[]> {
  const changes = new Map<string, Change[]>();
  for (const { draft, status, steps } of outcomes) {
    for (const { variant, quantity } of draft.lines) {
      const list = changes.get(variant.id) ?? [];
      list.push({ delta: -quantity, at: draft.placedAt, reason: 'sale', orderId: draft.id });
      const last = steps.at(-1);
      if (status === 'cancelled' && last) {
        list.push({ delta: quantity, at: last.at, reason: 'cancel', orderId: draft.id });
      }
      changes.set(variant.id, list);
    }
  }
  for (const list of changes.values()) list.sort((a, b) => a.at.getTime() - b.at.getTime());
  return changes;
}

function historyOf(
  variantId: string,
  stock: number,
  changes: Change[],
  firstDay: string,
  timeZone: string,
): Movement[] {
  const rows: Movement[] = [];
  let balance = 0;
  const move = (delta: number, at: Date, reason: Movement['reason'], orderId: string | null = null) => {
    if (delta === 0) return;
    balance += delta;
    rows.push({ variantId, delta, reason, orderId, balanceAfter: balance, createdAt: at, updatedAt: at });
  };
  for (const { at, changes: week } of weeksOf(changes, firstDay, timeZone)) {
    let running = 0;
    let lowest = 0;
    for (const change of week) {
      running += change.delta;
      lowest = Math.min(lowest, running);
    }
    // Enough for the lowest moment of the week, and back at today's stock at its end.
    move(Math.max(stock - balance - running, -lowest - balance, 0), at, 'receive');
    for (const change of week) move(change.delta, change.at, change.reason, change.orderId);
  }
  const last = changes.at(-1)?.at ?? momentAt(firstDay, '07:00', timeZone);
  move(stock - balance, new Date(last.getTime() + 1000), 'count');
  return rows;
}

function weeksOf(changes: Change[], firstDay: string, timeZone: string): Delivery[] {
  const starts: Date[] = [momentAt(firstDay, '05:30', timeZone)];
  for (let ahead = 1; ahead <= 37; ahead++) {
    const day = addDays(firstDay, ahead);
    if (weekdayOf(day) === 1) starts.push(momentAt(day, '05:30', timeZone));
  }
  return starts.map((at, i) => {
    const end = starts[i + 1];
    return { at, changes: changes.filter((change) => change.at >= at && (!end || change.at < end)) };
  });
}
