import 'server-only';
import { runtime } from '#lib/runtime';

/** Says that the page being rendered is true until then, by the clock alone: it is not kept for longer. */
export function markHoldsUntil(moment: Date | null): void {
  const scope = runtime().requestScope?.getStore();
  if (!scope || moment === null) return;
  if (scope.holdsUntil === undefined || moment < scope.holdsUntil) scope.holdsUntil = moment;
}
