import type { CartItemDto, CartViewDto } from '#lib/cart/output';

export type Change = { intent: string; itemId: string; quantity: number; note: string };

const cents = (major: number) => Math.round(major * 100);

function changed(item: CartItemDto, { intent, quantity, note }: Change): CartItemDto[] {
  if (intent === 'note') return [{ ...item, note }];
  if (intent === 'remove' || (intent === 'set' && quantity <= 0)) return [];
  if (intent !== 'set' || !Number.isInteger(quantity)) return [item];
  // The server has the last word; until then nothing is promised that it is known to refuse.
  const next = quantity > item.quantity ? Math.max(item.quantity, Math.min(quantity, item.max_quantity)) : quantity;
  return [{ ...item, quantity: next, total_price: (next * cents(item.unit_price)) / 100 }];
}

/** The cart as it will most likely be, while the server is still being asked. */
export function foresee(view: CartViewDto, change: Change): CartViewDto {
  if (!view.cart) return view;
  const items = view.cart.items.flatMap((item) => (item.id === change.itemId ? changed(item, change) : [item]));
  const sold = items.filter(({ problems }) => !problems.some(({ code }) => code === 'STK_002'));
  return {
    ...view,
    cart: {
      ...view.cart,
      items,
      item_count: items.reduce((sum, { quantity }) => sum + quantity, 0),
      subtotal: sold.reduce((sum, { total_price }) => sum + cents(total_price), 0) / 100,
      has_problems: items.some(({ problems }) => problems.length > 0),
    },
  };
}
