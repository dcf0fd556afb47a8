import { useEffect, useState } from 'react';

export type StockFacts = { stock_quantity: number | null; in_stock: boolean; few_left: boolean };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function readStock(answer: unknown): Map<string, StockFacts> {
  const data = isRecord(answer) && isRecord(answer.data) ? answer.data : {};
  const found = new Map<string, StockFacts>();
  for (const variant of Array.isArray(data.variants) ? data.variants : []) {
    if (!isRecord(variant) || typeof variant.id !== 'string') continue;
    const { stock_quantity: left, in_stock: isIn, few_left: few } = variant;
    found.set(variant.id, {
      stock_quantity: typeof left === 'number' ? left : null,
      in_stock: isIn === true,
      few_left: few === true,
    });
  }
  return found;
}

/** Stock per variant as it is now: asked for when the page appears and each time somebody comes back to it. */
export function useLiveStock(slug: string): Map<string, StockFacts> {
  const [stock, setStock] = useState(new Map<string, StockFacts>());

  useEffect(() => {
    const stop = new AbortController();
    const ask = async () => {
      if (document.visibilityState === 'hidden') return;
      const response = await fetch(`/api/products/${slug}`, { signal: stop.signal });
      if (response.ok) setStock(readStock(await response.json()));
    };
    // Without an answer the page keeps what it was made with; the cart has the last word anyway.
    const tryToAsk = () => void ask().catch(() => undefined);
    tryToAsk();
    document.addEventListener('visibilitychange', tryToAsk);
    return () => {
      stop.abort();
      document.removeEventListener('visibilitychange', tryToAsk);
    };
  }, [slug]);

  return stock;
}
