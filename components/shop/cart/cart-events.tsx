import type { CartViewDto } from '#lib/cart/output';

/** Opens the drawer from anywhere, with the cart as the server just answered it, or to be read first. */
const OPEN_EVENT = 'barrow:cart-open';

type Opened = { view: CartViewDto | null };

export function openCart(view: CartViewDto | null = null): void {
  window.dispatchEvent(new CustomEvent<Opened>(OPEN_EVENT, { detail: { view } }));
}

const isOpened = (event: Event): event is CustomEvent<Opened> => event instanceof CustomEvent;

/** Calls back whenever the drawer is asked for; returns what ends that. */
export function onCartOpen(open: (view: CartViewDto | null) => void): () => void {
  const listen = (event: Event) => {
    if (isOpened(event)) open(event.detail.view);
  };
  window.addEventListener(OPEN_EVENT, listen);
  return () => window.removeEventListener(OPEN_EVENT, listen);
}
