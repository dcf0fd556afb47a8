'use client';

import { type ReactNode, useRef, useState } from 'react';
import { Button } from '#components/ui/button';
import { Dialog } from '#components/ui/dialog';
import { toast } from '#components/ui/toast';
import type { TickStep } from '#lib/orders/day-input';
import type { DayOrderDto } from '#lib/orders/day-output';
import type { Day } from './use-day.ts';
import { count } from './words.ts';

/** The same step for several orders at once. Asks first: customers are told, and a thumb slips easily. */
export function BulkTick({
  day,
  orders,
  to,
  label,
  title,
  done,
  children,
}: {
  day: Day;
  orders: readonly DayOrderDto[];
  to: TickStep;
  label: string;
  title: string;
  /** After the number of orders: "packed". */
  done: string;
  children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLSpanElement>(null);
  async function run() {
    setOpen(false);
    // The button goes with its last order; the keyboard stays with the orders it has ticked.
    const first = box.current?.closest('section')?.querySelector<HTMLElement>('[data-tick]');
    setTimeout(() => first?.focus());
    const moved = await day.tick(orders, to);
    const left = orders.length - moved;
    toast(`${count(moved, 'order')} ${done}.${left > 0 ? ` ${left} did not move and say why.` : ''}`);
  }
  return (
    <span ref={box}>
      {orders.length > 0 ? (
        <Dialog
          width="narrow"
          title={title}
          open={isOpen}
          onOpenChange={setOpen}
          trigger={
            <Button size="sm" variant="secondary">
              {label} ({orders.length})
            </Button>
          }
          footer={
            <>
              <Button variant="quiet" onClick={() => setOpen(false)}>
                Go back
              </Button>
              <Button onClick={run}>{label}</Button>
            </>
          }
        >
          <p className="text-ink-soft">{children}</p>
        </Dialog>
      ) : null}
    </span>
  );
}
