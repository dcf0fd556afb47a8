/** `public/sw.js` has something to show while the shop cannot be reached. Under `npm run dev` it would only be in the way. */
const isPossible = () => process.env.NODE_ENV === 'production' && 'serviceWorker' in navigator;

/** Once the page has all it needs. A browser that refuses, as in a private window, goes without. */
export function prepareForOffline(): void {
  if (!isPossible()) return;
  const register = () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register, { once: true });
}

/** Has the cart kept as it is now. */
export function keepCartForOffline(): void {
  if (!isPossible()) return;
  void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage('cart'));
}
