import type { OrderStatus } from '#db/enums';
import type { Chance } from './chance.ts';
import { type Draft, HOUR, MINUTE } from './drafts.ts';

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

/** Lets time pass over the drafts until `now`. */
export function settleOrders(drafts: readonly Draft[], now: Date, chance: Chance): Outcome[] {
  const open = drafts.filter((draft) => !draft.isCancelled && draft.slot.endsAt > now);
  // One transfer always waits to be looked for, so that the desk shows how that goes.
  const newest = open.at(-1);
  if (newest) Object.assign(newest, { method: 'bank_transfer', hasClaimed: true });
  const reached = stepsOf(open, now);
  return drafts.map((draft) => {
    if (draft.isCancelled) return outcome(draft, ['pending', 'cancelled'], now, chance);
    const last = reached.get(draft) ?? 'completed';
    return outcome(draft, LADDER.slice(0, LADDER.indexOf(last) + 1), now, chance);
  });
}

/**
 * How far the open orders have come: what is due within the hour and a half stands ready, what is due today is at work,
 * what came in last is new, the rest is confirmed. Of each there are some, whatever the clock says.
 */
function stepsOf(open: readonly Draft[], now: Date): Map<Draft, (typeof LADDER)[number]> {
  const byDue = open.toSorted((a, b) => a.slot.startsAt.getTime() - b.slot.startsAt.getTime());
  const dueWithin = (hours: number) =>
    byDue.filter(({ slot }) => slot.startsAt.getTime() <= now.getTime() + hours * HOUR).length;
  const some = (share: number) => Math.max(1, Math.floor(open.length * share));
  const ready = Math.min(Math.max(dueWithin(1.5), some(0.06)), some(0.4));
  const working = Math.min(Math.max(dueWithin(14), ready + some(0.1)), some(0.6));
  const steps = new Map<Draft, (typeof LADDER)[number]>(
    byDue.map((draft, place) => [draft, place < ready ? 'ready' : place < working ? 'processing' : 'confirmed']),
  );
  const rest = byDue.slice(working).sort((a, b) => b.placedAt.getTime() - a.placedAt.getTime());
  const lately = rest.filter(({ placedAt }) => placedAt.getTime() > now.getTime() - 5 * HOUR).length;
  for (const draft of rest.slice(0, Math.min(Math.max(lately, some(0.15)), rest.length - 1))) {
    steps.set(draft, 'pending');
  }
  return steps;
}

function outcome(draft: Draft, path: readonly OrderStatus[], now: Date, chance: Chance): Outcome {
  const placed = draft.placedAt.getTime();
  const due = draft.slot.startsAt.getTime();
  const wish: Record<OrderStatus, number> = {
    pending: placed,
    confirmed: placed + chance.between(6, 140) * MINUTE,
    processing: due - chance.between(3, 7) * HOUR,
    ready: due - chance.between(0.3, 2) * HOUR,
    completed: due + chance.between(0.05, 0.9) * (draft.slot.endsAt.getTime() - due),
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
