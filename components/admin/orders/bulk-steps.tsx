'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { Icon } from '#components/ui/icons';
import { Link } from '#components/ui/link';
import { toast } from '#components/ui/toast';
import type { OrderStatus } from '#db/enums';
import { moveOrdersAction } from '#lib/orders/actions';
import { BULK_STEPS, type BulkStep } from '#lib/orders/bulk-input';
import type { OrderRowDto } from '#lib/orders/output';
import { nextSteps } from '#lib/orders/rules';
import { settle } from '../use-action.ts';
import { type DeskRole, type Stayed, stayedOf, type Undo, undoOf, whyNot } from './bulk-outcome.ts';
import { STEP } from './words.ts';

const FORWARD: readonly OrderStatus[] = BULK_STEPS;

const counted = (count: number) => `${count} ${count === 1 ? 'order' : 'orders'}`;

/** Moves the chosen orders, each by itself: those that cannot take the step stay as they are and are named with why. */
export function BulkSteps({
  orders,
  role,
  clear,
  onStayed,
}: {
  orders: OrderRowDto[];
  role: DeskRole;
  clear: () => void;
  onStayed: (stayed: Stayed[]) => void;
}) {
  const router = useRouter();
  const [running, setRunning] = useState<BulkStep | null>(null);

  // What staff may do an admin may too; corrections are made one at a time.
  const takes = (to: BulkStep) => (order: OrderRowDto) =>
    FORWARD.indexOf(order.status) < FORWARD.indexOf(to) && nextSteps(order.status, 'staff').includes(to);

  async function undo({ to, orders: back }: Undo) {
    const result = await settle(moveOrdersAction({ to, orders: back }));
    if (!result.ok) return toast(result.message);
    const { moved, refused } = result.data;
    toast(`${counted(moved.length)} moved back.`);
    onStayed(stayedOf(refused, orders, to));
    router.refresh();
  }

  async function move(to: BulkStep) {
    setRunning(to);
    onStayed([]);
    const sent = orders.filter(takes(to));
    const left = orders.filter((order) => !takes(to)(order)).map((order) => whyNot(order, to));
    const result = await settle(
      moveOrdersAction({ to, orders: sent.map(({ id, version }) => ({ order_id: id, version })) }),
    );
    setRunning(null);
    if (!result.ok) return toast(result.message);
    const back = undoOf(result.data, orders, { to, role });
    toast(
      `${counted(result.data.moved.length)} moved.`,
      back
        ? {
            label: back.orders.length === result.data.moved.length ? 'Undo' : `Undo ${back.orders.length}`,
            run: () => void undo(back),
          }
        : undefined,
    );
    onStayed([...stayedOf(result.data.refused, orders, to), ...left]);
    clear();
    router.refresh();
  }

  const slips = `/admin/orders/slips?ids=${orders.map(({ id }) => id).join(',')}`;
  return (
    <>
      {BULK_STEPS.map((to) => ({ to, count: orders.filter(takes(to)).length }))
        .filter(({ count }) => count > 0)
        .map(({ to, count }) => (
          <Button
            key={to}
            size="sm"
            variant="secondary"
            busy={running === to}
            disabled={running !== null && running !== to}
            onClick={() => move(to)}
          >
            {STEP[to]} ({count})
          </Button>
        ))}
      <Link className="btn" data-variant="secondary" data-size="sm" href={slips}>
        <Icon name="print" size={16} />
        Print ({orders.length})
      </Link>
      <Button size="sm" variant="quiet" onClick={clear}>
        Choose none
      </Button>
    </>
  );
}
