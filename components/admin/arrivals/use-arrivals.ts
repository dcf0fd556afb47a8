'use client';

import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { useApart } from '#components/live/live-refresh';
import { type ArrivalsDto, arrivalsOutput } from '#lib/orders/arrivals';
import { useLive } from '../../live/use-live.ts';

const EVERY_MS = 12_000;
/** Of orders that come in together. */
const APART_MS = 1000;
const answer = z.object({ data: arrivalsOutput });

/** Null when there is nothing to be had now: signed out, offline, too many at once. The next round asks again. */
async function ask(cursor: string): Promise<ArrivalsDto | null> {
  try {
    const response = await fetch(`/api/admin/orders/arrivals?cursor=${cursor}`);
    return response.ok ? answer.parse(await response.json()).data : null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/**
 * Orders that came in since `cursor`, and a way to say that they were seen. Asked for when the stream tells of an order,
 * and when somebody comes back to the page; only where there is no stream every few seconds. `onNew` is called once for
 * every round that brought some.
 */
export function useArrivals(cursor: string, onNew: (count: number) => void) {
  const [orders, setOrders] = useState<ArrivalsDto['orders']>([]);
  const place = useRef(cursor);
  const known = useRef(new Set<string>());
  const told = useRef(onNew);
  told.current = onNew;

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const look = useApart(() => {
    clearTimeout(timer.current);
    void ask(place.current).then((next) => {
      // What was told stands there to be read; nobody tells it twice.
      if (!next) timer.current = setTimeout(look, EVERY_MS);
      if (!next) return;
      place.current = next.cursor;
      const fresh = next.orders.filter(({ id }) => !known.current.has(id));
      for (const { id } of fresh) known.current.add(id);
      if (fresh.length === 0) return;
      setOrders((all) => [...fresh, ...all]);
      told.current(fresh.length);
    });
  }, APART_MS);
  useLive('desk', { heard: look, everyMs: EVERY_MS });

  useEffect(() => {
    const whenBack = () => {
      if (document.visibilityState === 'visible') look();
    };
    document.addEventListener('visibilitychange', whenBack);
    return () => document.removeEventListener('visibilitychange', whenBack);
  }, [look]);

  return { orders, seen: () => setOrders([]) };
}
