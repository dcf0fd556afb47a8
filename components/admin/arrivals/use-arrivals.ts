'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { useApart } from '#components/live/live-refresh';
import { type ArrivalsDto, arrivalsOutput } from '#lib/orders/arrivals';
import { useLive } from '../../live/use-live.ts';
import { type News, newsOf } from './news.ts';

const EVERY_MS = 12_000;
/** Of what comes in together. */
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
 * What came in since `cursor` (orders, bookings, words of visitors), and a way to say that it was seen. Asked for when the
 * stream tells of something, and when somebody comes back to the page; only where there is no stream every few seconds.
 * `onNew` is called once for every round that brought some.
 */
export function useArrivals(cursor: string, locale: string, onNew: (fresh: News[]) => void) {
  const [news, setNews] = useState<News[]>([]);
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
      const fresh = newsOf(next, locale).filter(({ key }) => !known.current.has(key));
      for (const { key } of fresh) known.current.add(key);
      // Whoever has the talk before them reads it there.
      const elsewhere = fresh.filter(({ at }) => at === null || location.pathname !== at);
      if (elsewhere.length === 0) return;
      setNews((all) => [...elsewhere, ...all.filter(({ id }) => elsewhere.every((one) => one.id !== id))]);
      told.current(elsewhere);
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

  /** Of one list, or all. */
  const seen = useCallback((list: News['list'] | null) => {
    setNews((all) => all.filter((one) => list !== null && one.list !== list));
  }, []);
  return { news, seen };
}
