'use client';

import type { KeyboardEvent } from 'react';
import type { TickStep } from '#lib/orders/day-input';
import type { DayOrderDto } from '#lib/orders/day-output';
import { isHandedOver, isPacked } from '#lib/orders/day-rules';
import { nextSteps } from '#lib/orders/rules';
import type { Day } from './use-day.ts';
import { stuckWords } from './words.ts';

export type Role = 'staff' | 'admin';
export type TickKind = 'pack' | 'hand-over';

const KINDS: Record<TickKind, { isDone: (status: DayOrderDto['status']) => boolean; on: TickStep; off: TickStep }> = {
  pack: { isDone: isPacked, on: 'ready', off: 'processing' },
  'hand-over': { isDone: isHandedOver, on: 'completed', off: 'ready' },
};

/** One step of one order as a box to tick; a press that the steps do not allow says why instead. */
export function Tick({
  day,
  order,
  kind,
  label,
  role,
}: {
  day: Day;
  order: DayOrderDto;
  kind: TickKind;
  label: string;
  role: Role;
}) {
  const { isDone, on, off } = KINDS[kind];
  const isOn = isDone(order.status);
  const isBusy = day.isBusy(order.id);
  function press() {
    if (isBusy) return;
    const to = isOn ? off : on;
    if (nextSteps(order.status, role, order.completed_at).includes(to)) void day.tick([order], to);
    else day.refuse(order.id, stuckWords(order, to, role));
  }
  return (
    <label className="day-tick" data-busy={isBusy}>
      <input
        type="checkbox"
        data-tick=""
        aria-label={`${label}, ${order.order_number}`}
        checked={isOn}
        aria-busy={isBusy}
        onChange={press}
      />
      <span>{label}</span>
    </label>
  );
}

/** Up and down walk the ticks of the sheet, Home and End go to the first and last; space ticks, as everywhere. */
export function walkTicks(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return;
  if (!event.target.matches('[data-tick]')) return;
  const ticks = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-tick]')];
  const at = ticks.indexOf(event.target);
  const goal: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: ticks.length - 1 };
  const next = ticks[goal[event.key] ?? -1];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}
