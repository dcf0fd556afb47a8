import type { OrderStatus } from '#db/enums';
import type { Chance } from './chance.ts';
import { type Draft, type Due, HOUR, MINUTE } from './drafts.ts';

export interface Step {
  status: OrderStatus;
  at: Date;
}

/** What became of an order: the steps it took, the first being `pending`. */
export interface Outcome {
  draft: Draft;
  status: OrderStatus;
  steps: Step[];
}

const LADDER = ['pending', 'confirmed', 'processing', 'ready', 'completed'] as const;
const OPEN = ['pending', 'confirmed', 'processing', 'ready'] as const;
/** How many orders a desk should find waiting at the least, so that every list has something to show. */
const WAITING = 9;

/** Lets time pass over the drafts until `now`. The last few always wait, whatever the clock says. */
export function settleOrders(drafts: Draft[], now: Date, nextDue: (draft: Draft) => Due, chance: Chance): Outcome[] {
  const kept = drafts.filter((draft) => !draft.isCancelled);
  for (const draft of kept.slice(-WAITING)) {
    if (draft.due.startsAt <= now) draft.due = nextDue(draft);
  }
  const open = kept
    .filter((draft) => draft.due.endsAt > now)
    .sort((a, b) => a.due.startsAt.getTime() - b.due.startsAt.getTime());
  // One transfer always waits to be looked for, so that the desk shows how that goes.
  const newest = open.at(-1);
  if (newest) Object.assign(newest, { method: 'bank_transfer', hasClaimed: true });
  return drafts.map((draft) => {
    if (draft.isCancelled) return outcome(draft, ['pending', 'cancelled'], now, chance);
    const place = open.indexOf(draft);
    if (place < 0) return outcome(draft, LADDER, now, chance);
    // The sooner it is due, the further it has come: the first quarter stands ready, the last is still new.
    const reached = OPEN[Math.max(0, 3 - Math.floor((place / open.length) * 4))] ?? 'pending';
    return outcome(draft, LADDER.slice(0, LADDER.indexOf(reached) + 1), now, chance);
  });
}

function outcome(draft: Draft, path: readonly OrderStatus[], now: Date, chance: Chance): Outcome {
  const placed = draft.placedAt.getTime();
  const due = draft.due.startsAt.getTime();
  const wish: Record<OrderStatus, number> = {
    pending: placed,
    confirmed: placed + chance.between(6, 140) * MINUTE,
    processing: due - chance.between(3, 7) * HOUR,
    ready: due - chance.between(0.3, 2) * HOUR,
    completed: due + chance.between(0.05, 0.9) * (draft.due.endsAt.getTime() - due),
    cancelled: placed + chance.between(0.5, 9) * HOUR,
  };
  // Steps come one after the other and none lies in the future, however late the order was placed.
  const latest = now.getTime() - 2 * MINUTE;
  const steps: Step[] = [];
  let before = placed;
  path.forEach((status, i) => {
    const limit = latest - (path.length - 1 - i) * 1000;
    const at = i === 0 ? placed : Math.min(Math.max(wish[status], before + MINUTE), Math.max(limit, before + 1));
    before = at;
    steps.push({ status, at: new Date(at) });
  });
  return { draft, status: path[path.length - 1] ?? 'pending', steps };
}
