import type { PaymentStatus } from '#db/enums';
import type { Chance } from './chance.ts';
import { HOUR, MINUTE } from './drafts.ts';
import type { Outcome } from './outcomes.ts';

export interface PaymentRow {
  kind: 'charge' | 'refund';
  state: 'submitted' | 'confirmed' | 'rejected';
  minor: number;
  at: Date;
  from: PaymentStatus;
  to: PaymentStatus;
  note: string | null;
}

export interface Paid {
  status: PaymentStatus;
  /** Confirmed charges less confirmed refunds, minor units. */
  minor: number;
  rows: PaymentRow[];
}

const NOTHING: Paid = { status: 'unpaid', minor: 0, rows: [] };

/** How the money of an order moved: at hand-over with cash and card, ahead of it by transfer, and now and then not. */
export function payFor({ draft, status, steps }: Outcome, total: number, chance: Chance): Paid {
  const fate = chance.next();
  const last = steps.at(-1)?.at ?? draft.placedAt;
  const confirmedAt = steps.find((step) => step.status === 'confirmed')?.at ?? last;
  const isAhead = draft.method === 'bank_transfer';

  if (draft.hasClaimed) return submitted(total, last);
  if (status === 'cancelled') {
    if (!isAhead || fate > 0.4) return NOTHING;
    const paidAt = between(draft.placedAt, last);
    const refundAt = new Date(last.getTime() + MINUTE);
    return {
      status: 'refunded',
      minor: 0,
      rows: [
        charge(total, paidAt, 'unpaid', 'paid'),
        { ...charge(total, refundAt, 'paid', 'refunded'), kind: 'refund', note: 'Given back after cancelling' },
      ],
    };
  }
  if (status === 'completed') {
    if (fate < 0.012) return NOTHING;
    const paidAt = isAhead ? new Date(confirmedAt.getTime() + 1000) : last;
    const paid = charge(total, paidAt, 'unpaid', 'paid');
    if (fate > 0.985 && total > 1000) {
      const back = Math.round(total / 5 / 10) * 10;
      const at = new Date(last.getTime() + 20 * MINUTE);
      const refund = {
        ...charge(back, at, 'paid', 'partially_refunded'),
        kind: 'refund' as const,
        note: 'One piece was missing',
      };
      return { status: 'partially_refunded', minor: total - back, rows: [paid, refund] };
    }
    return { status: 'paid', minor: total, rows: [paid] };
  }
  if (!isAhead || status === 'pending') return isAhead && fate < 0.45 ? submitted(total, last) : NOTHING;
  if (fate < 0.12) {
    const half = Math.round(total / 2);
    return { status: 'partially_paid', minor: half, rows: [charge(half, last, 'unpaid', 'partially_paid')] };
  }
  if (fate < 0.3) return submitted(total, last);
  return { status: 'paid', minor: total, rows: [charge(total, last, 'unpaid', 'paid')] };
}

const charge = (minor: number, at: Date, from: PaymentStatus, to: PaymentStatus): PaymentRow => ({
  kind: 'charge',
  state: 'confirmed',
  minor,
  at,
  from,
  to,
  note: null,
});

const submitted = (total: number, at: Date): Paid => ({
  status: 'submitted',
  minor: 0,
  rows: [{ ...charge(total, new Date(at.getTime() + MINUTE / 2), 'unpaid', 'submitted'), state: 'submitted' }],
});

const between = (from: Date, to: Date): Date =>
  new Date(Math.min(from.getTime() + 0.2 * HOUR, (from.getTime() + to.getTime()) / 2));
