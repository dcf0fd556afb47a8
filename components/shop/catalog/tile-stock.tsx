'use client';

import { useState } from 'react';
import { Badge } from '#components/ui/badge';
import { readStockNews } from '../../live/stock-news.ts';
import { useLive } from '../../live/use-live.ts';
import { QuickAdd } from './quick-add.tsx';

export type TileVariant = { id: string; in_stock: boolean; few_left: boolean };

/** The variants of a card as they are now. */
function useVariants(known: readonly TileVariant[]): readonly TileVariant[] {
  const [told, setTold] = useState<ReadonlyMap<string, TileVariant>>(new Map());
  useLive('stock', {
    heard(data) {
      const news = readStockNews(data);
      if (!news || news.in_stock === null || !known.some(({ id }) => id === news.variant_id)) return;
      const { variant_id: id, in_stock, few_left } = news;
      setTold((before) => new Map(before).set(id, { id, in_stock, few_left }));
    },
    // A list of goods is no promise; the page of each asks for itself.
    lookAgain: () => undefined,
  });
  return known.map((variant) => told.get(variant.id) ?? variant);
}

/** What a card says about stock: as the page was made, then as it changes. */
export function TileStock({ variants: known }: { variants: readonly TileVariant[] }) {
  const variants = useVariants(known);
  if (!variants.some(({ in_stock }) => in_stock)) return <Badge>Sold out</Badge>;
  return variants.some(({ few_left }) => few_left) ? <Badge tone="warn">Few left</Badge> : null;
}

/** One of the only variant into the cart, for as long as there is one. */
export function TileAdd({ variant, name }: { variant: TileVariant; name: string }) {
  const [now] = useVariants([variant]);
  return now?.in_stock ? <QuickAdd variantId={variant.id} name={name} /> : null;
}
