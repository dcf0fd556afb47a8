'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { Status } from '#components/ui/badge';
import { Button } from '#components/ui/button';
import { Dialog } from '#components/ui/dialog';
import { Link } from '#components/ui/link';
import { Skeleton } from '#components/ui/skeleton';
import { formatPhone } from '#lib/phone';
import { listDependentsAction } from '#lib/promise/actions';
import type { Dependents } from '#lib/promise/desk-input';
import type { DependentOrder, DependentsDto } from '#lib/promise/desk-output';
import { dateFormat } from '#lib/time';
import { DELIVERY_TYPE, ORDER_STATUS } from '../orders/words.ts';
import { settle } from '../use-action.ts';
import type { DeskShop } from './words.ts';

/** "Sat 28 Nov, 08:00–08:30" on the shop's clock. */
export function slotWords(slot: { starts_at: string; ends_at: string }, { locale, timeZone }: DeskShop): string {
  const day = dateFormat(locale, { timeZone, weekday: 'short', day: 'numeric', month: 'short' });
  const clock = dateFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  const [from, to] = [new Date(slot.starts_at), new Date(slot.ends_at)];
  return `${day.format(from)}, ${clock.format(from)}–${clock.format(to)}`;
}

/** Orders to call about: number, customer, when. */
export function OrderList({
  orders,
  total,
  shop,
  hasSlot = true,
}: {
  orders: DependentOrder[];
  total: number;
  shop: DeskShop;
  /** False where all of them share one that stands above. */
  hasSlot?: boolean;
}) {
  return (
    <>
      <ul className="rows">
        {orders.map((order) => (
          <li key={order.id} className="dependent-order">
            <Link className="font-semibold" href={`/admin/orders/${order.id}`}>
              {order.order_number}
            </Link>
            <Status tone={ORDER_STATUS[order.status].tone}>{ORDER_STATUS[order.status].label}</Status>
            <span>
              {order.customer_name}, <a href={`tel:${order.customer_phone}`}>{formatPhone(order.customer_phone)}</a>
            </span>
            <span className="text-ink-soft">
              {hasSlot
                ? `${DELIVERY_TYPE[order.delivery_type]}, ${order.slot ? slotWords(order.slot, shop) : 'no slot'}`
                : `Load ${order.load_points}`}
            </span>
          </li>
        ))}
      </ul>
      {total > orders.length ? <p className="mt-2 text-ink-soft">And {total - orders.length} more.</p> : null}
    </>
  );
}

type Read = { state: 'reading' } | { state: 'failed'; message: string } | { state: 'read'; data: DependentsDto };

/** Reads the open orders that depend on something while `what` is named. */
export function useDependents(what: Dependents | null): Read {
  const [read, setRead] = useState<Read>({ state: 'reading' });
  const [kind, id] = [what?.kind, what?.id];
  useEffect(() => {
    if (!kind || !id) return;
    let isGone = false;
    setRead({ state: 'reading' });
    void settle(listDependentsAction({ kind, id })).then((result) => {
      if (isGone) return;
      setRead(result.ok ? { state: 'read', data: result.data } : { state: 'failed', message: result.message });
    });
    return () => {
      isGone = true;
    };
  }, [kind, id]);
  return read;
}

/** What `useDependents` has to show so far. */
export function DependentsBody({ read, shop, none }: { read: Read; shop: DeskShop; none: ReactNode }) {
  if (read.state === 'failed') return <p role="alert">{read.message}</p>;
  if (read.state === 'reading') {
    return (
      <p className="grid gap-2" aria-busy="true">
        <span className="visually-hidden">Looking for open orders…</span>
        <Skeleton />
        <Skeleton className="h-4 w-2/3" />
      </p>
    );
  }
  if (read.data.total === 0) return <>{none}</>;
  return <OrderList {...read.data} shop={shop} />;
}

/** The open orders inside a closure, whom to call. Opened by `trigger`, or while `id` is named. */
export function ClosureOrdersDialog({
  id,
  title,
  note,
  shop,
  trigger,
  open,
  onClose,
}: {
  id: string;
  title: string;
  note?: ReactNode;
  shop: DeskShop;
  trigger?: ReactNode;
  open?: boolean;
  onClose?: () => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const isShown = open ?? isOpen;
  const read = useDependents(isShown ? { kind: 'closure', id } : null);
  const change = (next: boolean) => {
    setOpen(next);
    if (!next) onClose?.();
  };
  return (
    <Dialog
      title={title}
      description={note ?? 'They stay as they are. Call these customers, or move their orders.'}
      trigger={trigger}
      open={isShown}
      onOpenChange={change}
      footer={<Button onClick={() => change(false)}>Done</Button>}
    >
      <DependentsBody read={read} shop={shop} none={<p>No open orders are inside any more.</p>} />
    </Dialog>
  );
}
