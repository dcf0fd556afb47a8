'use client';

import { type Dispatch, useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { z } from 'zod';
import { useApart } from '#components/live/live-refresh';
import { toast } from '#components/ui/toast';
import type { PaymentMethod } from '#db/enums';
import { recordPaymentAction, tickOrdersAction } from '#lib/orders/actions';
import type { TickStep } from '#lib/orders/day-input';
import { type DayOrderDto, type DaySheetDto, daySheetOutput } from '#lib/orders/day-output';
import { useLive } from '../../live/use-live.ts';
import { settle } from '../use-action.ts';
import { type DayChange, dayReducer, shownOrders, startOf } from './day-state.ts';
import { refusalWords } from './words.ts';

const EVERY_MINUTE = 60_000;
const COMING_BACK = ['focus', 'online'] as const;
const answer = z.object({ data: daySheetOutput });

export type Day = ReturnType<typeof useDay>;

/**
 * A day sheet that stays true: read again when an order changes and whenever somebody looks at it, without a reload. A tick
 * shows at once; one that is refused comes back with its words. Nothing read meanwhile undoes a tick on its way.
 */
export function useDay(initial: DaySheetDto, location: string | null) {
  const [state, dispatch] = useReducer(dayReducer, initial, startOf);
  const [given, setGiven] = useState(initial);
  if (given !== initial) {
    // The page was rendered anew around this sheet, by a link to another part of it.
    setGiven(initial);
    dispatch({ type: 'read', sheet: initial });
  }
  const read = useReading(initial.date, location, dispatch);

  async function tick(orders: readonly DayOrderDto[], to: TickStep): Promise<number> {
    const free = orders.filter(({ id }) => !(id in state.flying) && !(id in state.paying));
    const ids = free.map(({ id }) => id);
    if (ids.length === 0) return 0;
    dispatch({ type: 'ticked', ids, to });
    const named = free.map(({ id, version }) => ({ order_id: id, version }));
    const result = await settle(tickOrdersAction({ to, orders: named }));
    if (!result.ok) {
      const refusals = Object.fromEntries(ids.map((id) => [id, `Not moved. ${result.message}`]));
      dispatch({ type: 'landed', ids, orders: [], refusals });
      // Some of several may have moved before the shop stopped answering.
      void read();
      return 0;
    }
    const { refused } = result.data;
    const after = new Map(result.data.orders.map((order) => [order.id, order]));
    const refusals = Object.fromEntries(
      refused.map(({ order_id, code }) => [order_id, refusalWords(code, after.get(order_id))]),
    );
    // What was refused is shown as it stands now, also when it was cancelled, until the sheet is read again.
    dispatch({ type: 'landed', ids, orders: result.data.orders, refusals });
    return ids.length - refused.length;
  }

  async function pay(order: DayOrderDto, method: PaymentMethod, words: string): Promise<void> {
    const { id, due, version, order_number } = order;
    if (id in state.paying || id in state.flying) return;
    dispatch({ type: 'paying', id });
    const result = await settle(recordPaymentAction({ order_id: id, amount: due, method, version }));
    if (!result.ok) {
      dispatch({ type: 'paid', id, payment: null, refusal: `Not recorded. ${result.message}` });
      void read();
      return;
    }
    const { payment_status, paid, due: rest, version: next } = result.data.order;
    dispatch({ type: 'paid', id, payment: { id, payment_status, paid, due: rest, version: next }, refusal: null });
    toast(`${words} for ${order_number}. A mistake? Refund it on the order’s page.`, {
      label: 'Open order',
      run: () => window.location.assign(`/admin/orders/${id}#payments`),
    });
  }

  return {
    ...state,
    ...shownOrders(state),
    tick,
    pay,
    read,
    isBusy: (id: string) => id in state.flying,
    isPaying: (id: string) => id in state.paying,
    refuse: (id: string, words: string) => dispatch({ type: 'refused', id, words }),
    dismissNews: () => dispatch({ type: 'seen' }),
  };
}

/** Asks the shop for the sheet: every minute while it is looked at, and when one comes back to it. */
function useReading(date: string, location: string | null, dispatch: Dispatch<DayChange>): () => Promise<void> {
  const isReading = useRef(false);
  const query = location === null ? '' : `?${new URLSearchParams({ location_id: location })}`;
  const address = `/api/admin/day/${date}${query}`;

  const read = useCallback(async () => {
    if (isReading.current) return;
    isReading.current = true;
    dispatch(await ask(address));
    isReading.current = false;
  }, [address, dispatch]);

  const look = useCallback(() => {
    if (document.visibilityState === 'visible') void read();
  }, [read]);
  useLive('desk', { heard: useApart(look), everyMs: EVERY_MINUTE });

  useEffect(() => {
    for (const event of COMING_BACK) window.addEventListener(event, look);
    document.addEventListener('visibilitychange', look);
    return () => {
      for (const event of COMING_BACK) window.removeEventListener(event, look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [look]);

  return read;
}

/** What the shop says now. A shop that does not answer is told; the sheet on the screen stays. */
async function ask(address: string): Promise<DayChange> {
  try {
    const response = await fetch(address, { cache: 'no-store' });
    if (response.status === 401 || response.status === 403) return { type: 'troubled', trouble: 'signed-out' };
    if (!response.ok) return { type: 'troubled', trouble: 'offline' };
    return { type: 'read', sheet: answer.parse(await response.json()).data };
  } catch {
    return { type: 'troubled', trouble: 'offline' };
  }
}
