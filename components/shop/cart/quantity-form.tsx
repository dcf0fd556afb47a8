import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icons';
import type { CartItemDto } from '#lib/cart/output';
import type { CartForms } from './use-cart.tsx';

/** A stepper whose buttons send the form: they work in any browser, and change the number at once where script runs. */
export function QuantityForm({ item, name, cart }: { item: CartItemDto; name: string; cart: CartForms }) {
  const t = useTranslations('cart');
  const ui = useTranslations('ui');
  const { quantity, max_quantity: max } = item;
  return (
    <form className="stepper cart-stepper" action={cart.action} onSubmit={cart.submit}>
      <input type="hidden" name="intent" value="set" />
      <input type="hidden" name="item_id" value={item.id} />
      {/* The first button is the one that Enter in the field presses. */}
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
        {t('set_quantity', { name })}
      </button>
      <button type="submit" name="by" value="-1" disabled={quantity <= 1} aria-label={ui('fewer', { thing: name })}>
        <Icon name="minus" size={16} />
      </button>
      <input
        key={quantity}
        type="number"
        name="quantity"
        inputMode="numeric"
        aria-label={ui('quantity', { thing: name })}
        min={0}
        max={Math.max(max, quantity)}
        defaultValue={quantity}
        onBlur={({ currentTarget }) => {
          if (currentTarget.value !== String(quantity)) currentTarget.form?.requestSubmit();
        }}
      />
      <button type="submit" name="by" value="1" disabled={quantity >= max} aria-label={ui('more', { thing: name })}>
        <Icon name="plus" size={16} />
      </button>
    </form>
  );
}
