import 'server-only';
import { runtime } from '#lib/runtime';

/**
 * Says that the document being rendered shows that there is nothing: it goes out with 404 and is not kept. The
 * framework's `notFound()` leaves an empty body to everybody without JavaScript (vercel/next.js#62228), so pages of the
 * storefront show their words themselves.
 */
export function markMissing(): void {
  const scope = runtime().requestScope?.getStore();
  if (scope) scope.isMissing = true;
}

/** Says that the document stands at the same address without its first segment: our server leads there. */
export function markMoved(): void {
  const scope = runtime().requestScope?.getStore();
  if (scope) scope.isMoved = true;
}
