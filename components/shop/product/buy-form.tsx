'use client';

import { useState } from 'react';
import { useAddToCart } from '#components/shop/cart/use-add-to-cart';
import { Choice, Choices } from '#components/ui/choices';
import { Notice } from '#components/ui/notice';
import { Stepper } from '#components/ui/stepper';
import { SubmitButton } from '#components/ui/submit-button';
import { stockWords } from '../catalog/stock-words.ts';
import { type StockFacts, useLiveStock } from './live-stock.ts';

export type BuyVariant = StockFacts & { id: string; title: string; price: string; unit: string | null };

/** Which, how many, and into the cart. A plain form first; script keeps its stock fresh. */
export function BuyForm({
  slug,
  name,
  variants: known,
  most,
  canOrder,
}: {
  slug: string;
  name: string;
  variants: readonly BuyVariant[];
  most: number | null;
  /** False before the season begins. */
  canOrder: boolean;
}) {
  const { add, error } = useAddToCart({ done: 'drawer', name });
  const live = useLiveStock(slug);
  const variants = known.map((variant) => ({ ...variant, ...live.get(variant.id) }));
  const [chosenId, setChosenId] = useState(known.find(({ in_stock }) => in_stock)?.id ?? known[0]?.id);
  const chosen = variants.find(({ id }) => id === chosenId);
  const canBuy = canOrder && variants.some(({ in_stock }) => in_stock);
  const max = Math.min(most ?? 99, chosen?.stock_quantity || 99, 99);

  const only = variants.length === 1 ? variants[0] : undefined;
  return (
    <form action={add} className="buy">
      {only ? (
        <>
          <input type="hidden" name="variant_id" value={only.id} />
          <p className="buy-stock" role="status">
            {stockWords(only)}
          </p>
        </>
      ) : (
        <Choices id="variant" legend="Choose" min="wide">
          {variants.map((variant) => (
            <Choice
              key={variant.id}
              name="variant_id"
              value={variant.id}
              checked={variant.id === chosenId}
              disabled={!variant.in_stock}
              onChange={() => setChosenId(variant.id)}
              title={variant.title}
              note={[variant.unit, stockWords(variant)].filter(Boolean).join(' · ')}
              end={variant.price}
            />
          ))}
        </Choices>
      )}
      {error ? <Notice tone="bad">{error}</Notice> : null}
      {canBuy ? (
        <>
          <details className="buy-note">
            <summary>Add a note</summary>
            <label className="visually-hidden" htmlFor="note">
              Note for this item
            </label>
            <textarea
              className="control"
              id="note"
              name="note"
              maxLength={200}
              rows={2}
              placeholder="Sliced, please. Written on the card: …"
            />
          </details>
          <div className="buy-row">
            <Stepper label={name} name="quantity" max={max} />
            <SubmitButton size="lg" className="buy-add" icon="cart" pendingLabel="Adding …">
              Add to cart
            </SubmitButton>
          </div>
        </>
      ) : (
        <Notice title={canOrder ? 'Sold out right now' : 'Not in season yet'}>
          {canOrder ? 'It may be back tomorrow. ' : ''}Have a look at what is there instead, below.
        </Notice>
      )}
    </form>
  );
}
