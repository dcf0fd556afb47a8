import { useEffect, useRef, useState } from 'react';
import type { FirstOfDayDto, NextDto } from '#lib/promise/output';
import { dayOf } from '#lib/time';
import { readStockNews } from '../../live/stock-news.ts';
import { useLive } from '../../live/use-live.ts';

export type StockFacts = { stock_quantity: number | null; in_stock: boolean; few_left: boolean; next: NextDto };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isFirst = (value: unknown): value is FirstOfDayDto =>
  isRecord(value) && ['starts_at', 'ends_at', 'order_by'].every((key) => typeof value[key] === 'string');
const firsts = (list: unknown): FirstOfDayDto[] => (Array.isArray(list) ? list.filter(isFirst) : []);

function readStock(answer: unknown): Map<string, StockFacts> {
  const data = isRecord(answer) && isRecord(answer.data) ? answer.data : {};
  const found = new Map<string, StockFacts>();
  for (const variant of Array.isArray(data.variants) ? data.variants : []) {
    if (!isRecord(variant) || typeof variant.id !== 'string') continue;
    const { stock_quantity: left, in_stock: isIn, few_left: few } = variant;
    const next = isRecord(variant.next) ? variant.next : {};
    found.set(variant.id, {
      stock_quantity: typeof left === 'number' ? left : null,
      in_stock: isIn === true,
      few_left: few === true,
      next: { pickup: firsts(next.pickup), delivery: firsts(next.delivery) },
    });
  }
  return found;
}

/** What is known now: per variant, and the day it is at the shop; null while the page says what it was made with. */
export type Live = { stock: ReadonlyMap<string, StockFacts>; today: string | null };

/** So many look at one product that they must not all ask in the same moment. */
const SPREAD_MS = [400, 2400] as const;

/**
 * Stock and promises as they are now: asked for when the page appears and each time somebody comes back to it. What is
 * sold meanwhile is told; what that does to promises is asked for a moment later.
 */
export function useLiveStock(slug: string, timeZone: string, variantIds: readonly string[]): Live {
  const [live, setLive] = useState<Live>({ stock: new Map(), today: null });
  const askAgain = useRef<() => void>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useLive('stock', {
    heard(data) {
      const news = readStockNews(data);
      if (!news || !variantIds.includes(news.variant_id)) return;
      const { variant_id: id, stock_quantity, in_stock, few_left } = news;
      setLive((known) => {
        const facts = known.stock.get(id);
        if (!facts || in_stock === null) return known;
        return { ...known, stock: new Map(known.stock).set(id, { ...facts, stock_quantity, in_stock, few_left }) };
      });
      clearTimeout(timer.current);
      const [least, most] = SPREAD_MS;
      timer.current = setTimeout(() => askAgain.current?.(), least + Math.random() * (most - least));
    },
    lookAgain: () => askAgain.current?.(),
  });

  useEffect(() => {
    const stop = new AbortController();
    const ask = async () => {
      if (document.visibilityState === 'hidden') return;
      const response = await fetch(`/api/products/${slug}`, { signal: stop.signal });
      if (response.ok) setLive({ stock: readStock(await response.json()), today: dayOf(new Date(), timeZone) });
    };
    // Without an answer the page keeps what it was made with; the cart has the last word anyway.
    const tryToAsk = () => void ask().catch(() => undefined);
    tryToAsk();
    askAgain.current = tryToAsk;
    document.addEventListener('visibilitychange', tryToAsk);
    return () => {
      stop.abort();
      clearTimeout(timer.current);
      document.removeEventListener('visibilitychange', tryToAsk);
    };
  }, [slug, timeZone]);

  return live;
}
