'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icons';
import { useAddToCart } from '../cart/use-add-to-cart.tsx';

/** One of the product's only variant into the cart, from its card. */
export function QuickAdd({ variantId, name }: { variantId: string; name: string }) {
  const t = useTranslations('cart');
  const { add, isAdding } = useAddToCart({ done: 'message', name });
  return (
    <form action={add}>
      <input type="hidden" name="variant_id" value={variantId} />
      <input type="hidden" name="quantity" value="1" />
      <button type="submit" className="btn" data-icon="true" aria-label={t('add_named', { name })} aria-busy={isAdding}>
        {isAdding ? <span className="spinner" aria-hidden="true" /> : <Icon name="plus" />}
      </button>
    </form>
  );
}
