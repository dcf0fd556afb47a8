'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { toast } from '#components/ui/toast';
import type { OrderStatus } from '#db/enums';
import { moveOrderAction } from '#lib/orders/actions';
import type { OrderRowDto } from '#lib/orders/output';
import { nextSteps } from '#lib/orders/rules';
import { settle } from '../use-action.ts';
import { STEP } from './words.ts';

const FORWARD: readonly OrderStatus[] = ['confirmed', 'processing', 'ready', 'completed'];

/** Moves the chosen orders one by one; those that cannot take the step stay as they are and are named. */
export function BulkSteps({ orders, clear }: { orders: OrderRowDto[]; clear: () => void }) {
  const router = useRouter();
  const [running, setRunning] = useState<OrderStatus | null>(null);

  // What staff may do an admin may too; corrections are made one at a time.
  const movable = (to: OrderStatus) =>
    orders.filter(
      ({ status }) => FORWARD.indexOf(to) > FORWARD.indexOf(status) && nextSteps(status, 'staff').includes(to),
    );

  async function move(to: OrderStatus) {
    setRunning(to);
    const refused: string[] = [];
    const chosen = movable(to);
    for (const { id, order_number, version } of chosen) {
      const result = await settle(moveOrderAction({ order_id: id, to, version }));
      if (!result.ok) refused.push(order_number);
    }
    setRunning(null);
    const moved = chosen.length - refused.length;
    const text = `${moved} ${moved === 1 ? 'order' : 'orders'} moved.`;
    toast(refused.length > 0 ? `${text} Not moved: ${refused.join(', ')}.` : text);
    clear();
    router.refresh();
  }

  return (
    <>
      {FORWARD.map((to) => ({ to, count: movable(to).length }))
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
      <Button size="sm" variant="quiet" onClick={clear}>
        Choose none
      </Button>
    </>
  );
}
