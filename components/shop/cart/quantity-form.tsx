import { Icon } from '#components/ui/icons';
import type { CartItemDto } from '#lib/cart/output';
import type { CartForms } from './use-cart.tsx';

/** A stepper whose buttons send the form: they work in any browser, and change the number at once where script runs. */
export function QuantityForm({ item, name, cart }: { item: CartItemDto; name: string; cart: CartForms }) {
  const { quantity, max_quantity: max } = item;
  return (
    <form className="stepper cart-stepper" action={cart.action} onSubmit={cart.submit}>
      <input type="hidden" name="intent" value="set" />
      <input type="hidden" name="item_id" value={item.id} />
      {/* The first button is the one that Enter in the field presses. */}
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
        Set quantity: {name}
      </button>
      <button type="submit" name="by" value="-1" disabled={quantity <= 1} aria-label={`Fewer: ${name}`}>
        <Icon name="minus" size={16} />
      </button>
      <input
        key={quantity}
        type="number"
        name="quantity"
        inputMode="numeric"
        aria-label={`Quantity: ${name}`}
        min={0}
        max={Math.max(max, quantity)}
        defaultValue={quantity}
        onBlur={({ currentTarget }) => {
          if (currentTarget.value !== String(quantity)) currentTarget.form?.requestSubmit();
        }}
      />
      <button type="submit" name="by" value="1" disabled={quantity >= max} aria-label={`More: ${name}`}>
        <Icon name="plus" size={16} />
      </button>
    </form>
  );
}
