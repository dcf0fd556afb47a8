'use client';

import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { type ArrivalsDto, arrivalsOutput } from '#lib/orders/arrivals';

const EVERY_MS = 12_000;
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
 * Orders that came in since `cursor`, and a way to say that they were seen. Asks every few seconds while the page is in
 * sight, and at once when it comes back; `onNew` is called once for every round that brought some.
 */
export function useArrivals(cursor: string, onNew: (count: number) => void) {
  const [orders, setOrders] = useState<ArrivalsDto['orders']>([]);
  const place = useRef(cursor);
  const known = useRef(new Set<string>());
  const told = useRef(onNew);
  told.current = onNew;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    async function look() {
      clearTimeout(timer);
      if (document.visibilityState === 'visible') {
        const next = await ask(place.current);
        if (isGone) return;
        if (next) {
          place.current = next.cursor;
          const fresh = next.orders.filter(({ id }) => !known.current.has(id));
          for (const { id } of fresh) known.current.add(id);
          if (fresh.length > 0) {
            setOrders((all) => [...fresh, ...all]);
            told.current(fresh.length);
          }
        }
      }
      clearTimeout(timer);
      timer = setTimeout(look, EVERY_MS);
    }
    const whenBack = () => {
      if (document.visibilityState === 'visible') void look();
    };
    timer = setTimeout(look, EVERY_MS);
    document.addEventListener('visibilitychange', whenBack);
    return () => {
      isGone = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', whenBack);
    };
  }, []);

  return { orders, seen: () => setOrders([]) };
}
