'use client';

import { useTranslations } from 'next-intl';
import { useLayoutEffect, useRef, useState } from 'react';
import { useAddToCart } from '#components/shop/cart/use-add-to-cart';
import { Choice, Choices } from '#components/ui/choices';
import { Notice } from '#components/ui/notice';
import { Stepper } from '#components/ui/stepper';
import { SubmitButton } from '#components/ui/submit-button';
import { stockWords } from '../catalog/stock-words.ts';
import { type StockFacts, useLiveStock } from './live-stock.ts';
import { PromiseBlock, type PromiseShop } from './promise-block.tsx';

export type BuyVariant = StockFacts & {
  id: string;
  title: string;
  price: string;
  unit: string | null;
  isMadePerDay: boolean;
};

const isPromised = ({ next }: StockFacts): boolean => next.pickup.length + next.delivery.length > 0;

/** Which, by when, how many, and into the cart. A plain form first; script keeps stock and promises fresh. */
export function BuyForm({
  slug,
  name,
  variants: known,
  most,
  isInSeason,
  shop,
}: {
  slug: string;
  name: string;
  variants: readonly BuyVariant[];
  most: number | null;
  isInSeason: boolean;
  shop: PromiseShop & { hasTimes: boolean };
}) {
  const t = useTranslations('buy');
  const { add, error } = useAddToCart({ done: 'drawer', name });
  const { stock, today } = useLiveStock(
    slug,
    shop.timeZone,
    known.map(({ id }) => id),
  );
  const variants = known.map((variant) => ({ ...variant, ...stock.get(variant.id) }));
  // Where the shop has times, one of them has to be free for it; elsewhere its season has to have begun.
  const canHave = (variant: StockFacts) => variant.in_stock && (shop.hasTimes ? isPromised(variant) : isInSeason);
  const [chosenId, setChosenId] = useState((known.find(canHave) ?? known[0])?.id);
  const form = useRef<HTMLFormElement>(null);
  // Chosen before the script came: the choice counts, not what the page was made with.
  useLayoutEffect(() => {
    const picked = form.current && new FormData(form.current).get('variant_id');
    if (typeof picked === 'string') setChosenId(picked);
  }, []);
  const chosen = variants.find(({ id }) => id === chosenId);
  const canBuy = variants.some(canHave);
  const isSoldOut = !variants.some(({ in_stock }) => in_stock);
  const never = t('never', { days: shop.daysAhead });
  const noteOf = (variant: StockFacts) =>
    stockWords(variant, t) ?? (shop.hasTimes && !isPromised(variant) ? never : null);
  const max = Math.min(most ?? 99, chosen?.stock_quantity || 99, 99);

  const only = variants.length === 1 ? variants[0] : undefined;
  return (
    <form action={add} className="buy" ref={form}>
      {only ? (
        <>
          <input type="hidden" name="variant_id" value={only.id} />
          <p className="buy-stock" role="status">
            {stockWords(only, t)}
          </p>
        </>
      ) : (
        <Choices id="variant" legend={t('choose')} min="wide">
          {variants.map((variant) => (
            <Choice
              key={variant.id}
              name="variant_id"
              value={variant.id}
              checked={variant.id === chosenId}
              // The chosen one stays chosen: a field that sends nothing would be told that nothing was chosen, and what
              // is known here may be older than what the cart knows.
              disabled={!canHave(variant) && !(canBuy && variant.id === chosenId)}
              onChange={() => setChosenId(variant.id)}
              title={variant.title}
              note={[variant.unit, noteOf(variant)].filter(Boolean).join(' · ')}
              end={variant.price}
            />
          ))}
        </Choices>
      )}
      {chosen ? (
        <PromiseBlock next={chosen.next} isMadePerDay={chosen.isMadePerDay} shop={shop} liveToday={today} />
      ) : null}
      {error ? <Notice tone="bad">{error}</Notice> : null}
      {canBuy ? (
        <>
          <details className="buy-note">
            <summary>{t('add_note')}</summary>
            <label className="visually-hidden" htmlFor="note">
              {t('note_label')}
            </label>
            <textarea
              className="control"
              id="note"
              name="note"
              maxLength={200}
              rows={2}
              placeholder={t('note_example')}
            />
          </details>
          <div className="buy-row">
            <Stepper label={name} name="quantity" max={max} />
            <SubmitButton size="lg" className="buy-add" icon="cart" pendingLabel={t('adding')}>
              {t('add')}
            </SubmitButton>
          </div>
        </>
      ) : (
        <Notice title={isSoldOut ? t('sold_out_now') : isInSeason ? never : t('no_season')}>
          {t(isSoldOut ? 'maybe_tomorrow' : 'look_instead')}
        </Notice>
      )}
    </form>
  );
}
