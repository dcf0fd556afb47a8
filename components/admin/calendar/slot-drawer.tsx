'use client';

import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button';
import { Dialog } from '#components/ui/dialog';
import { Notice } from '#components/ui/notice';
import { Skeleton } from '#components/ui/skeleton';
import type { ActionResult } from '#lib/http/action';
import { changeSlotAction, readSlotAction } from '#lib/promise/actions';
import type { DeskSlotDetailDto, DeskSlotDto } from '#lib/promise/desk-output';
import { DELIVERY_TYPE } from '../orders/words.ts';
import { OrderList, slotWords } from '../places/dependents.tsx';
import { type DeskShop, shortDay } from '../places/words.ts';
import { settle, useAction } from '../use-action.ts';
import { CapacityForm } from './capacity-form.tsx';
import { clockOf } from './slot-button.tsx';
import { SlotFacts } from './slot-facts.tsx';

/** Everything about one slot, beside the calendar: its orders, its room, and the presses that change it. */
export function SlotDrawer({
  slot,
  shop,
  mayChange,
  onClose,
}: {
  slot: DeskSlotDto | null;
  shop: DeskShop;
  mayChange: boolean;
  onClose: () => void;
}) {
  return (
    <Dialog
      kind="drawer"
      title={slot ? slotWords(slot, shop) : ''}
      description={slot ? `${DELIVERY_TYPE[slot.method]}, ${slot.location.name}` : undefined}
      open={slot !== null}
      onOpenChange={(next) => (next ? undefined : onClose())}
    >
      {slot ? <SlotBody key={slot.id} slot={slot} shop={shop} mayChange={mayChange} /> : null}
    </Dialog>
  );
}

function SlotBody({ slot, shop, mayChange }: { slot: DeskSlotDto; shop: DeskShop; mayChange: boolean }) {
  const [answer, setAnswer] = useState<ActionResult<DeskSlotDetailDto> | null>(null);
  useEffect(() => {
    let isGone = false;
    void settle(readSlotAction({ id: slot.id })).then((result) => {
      if (!isGone) setAnswer(result);
    });
    return () => {
      isGone = true;
    };
  }, [slot.id]);

  if (answer && !answer.ok) return <Notice tone="bad">{answer.message}</Notice>;
  const detail = answer?.data;
  const current = detail ?? slot;
  const update = (data: DeskSlotDetailDto) => setAnswer({ ok: true, data });
  const isPast = current.reason === 'passed';
  return (
    <div className="grid gap-5">
      <SlotFacts slot={current} shop={shop} />
      {mayChange && detail && !isPast && detail.in_hours ? (
        <>
          <CloseSlot slot={detail} shop={shop} onDone={update} />
          <CapacityForm key={JSON.stringify(capacityOf(detail))} slot={detail} onDone={update} />
        </>
      ) : null}
      <section aria-label="Orders in this slot">
        <h3 className="mb-2">Orders</h3>
        {detail ? (
          detail.orders.length > 0 ? (
            <OrderList orders={detail.orders} total={detail.orders.length} shop={shop} hasSlot={false} />
          ) : (
            <p className="text-ink-soft">Nobody yet.</p>
          )
        ) : (
          <p className="grid gap-2" aria-busy="true">
            <span className="visually-hidden">Reading the orders…</span>
            <Skeleton />
            <Skeleton className="h-4 w-2/3" />
          </p>
        )}
      </section>
    </div>
  );
}

const capacityOf = ({ has_own_capacity, capacity_orders, capacity_load }: DeskSlotDto) => [
  has_own_capacity,
  capacity_orders,
  capacity_load,
];

/** One press, and one to take it back. */
function CloseSlot({
  slot,
  shop,
  onDone,
}: {
  slot: DeskSlotDetailDto;
  shop: DeskShop;
  onDone: (slot: DeskSlotDetailDto) => void;
}) {
  const { id, closed } = slot;
  const when = `${shortDay(slot.day, shop.locale)} ${clockOf(slot.starts_at, shop)}`;
  const { run, busy } = useAction(changeSlotAction, {
    done: (data) => `${when} is ${data.closed ? 'closed' : 'open again'}.`,
    onDone,
  });
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button variant={closed ? 'primary' : 'secondary'} busy={busy} onClick={() => run({ id, closed: !closed })}>
        {closed ? 'Open this slot again' : 'Close this slot'}
      </Button>
      <span className="text-ink-soft">{closed ? 'It takes no orders.' : 'Orders in it stay.'}</span>
    </div>
  );
}
