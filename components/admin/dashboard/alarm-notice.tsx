import { Link } from '#components/ui/link';
import { Notice } from '#components/ui/notice';
import type { Watch } from '#lib/system/queries';
import { problemOf, raisedOf, titleOf } from '../health/alarms.ts';

/** What the shop promises and may not be able to keep: for whoever can do something about it. */
export function AlarmNotice({ watches }: { watches: readonly Watch[] }) {
  const raised = raisedOf(watches);
  const [first] = raised;
  if (!first) return null;
  return (
    <Notice tone="bad" title={raised.length === 1 ? titleOf(first) : `${raised.length} promises are at risk`}>
      <p>
        {raised.length === 1 ? problemOf(first) : `${raised.map(titleOf).join('. ')}.`}{' '}
        <Link href="/admin/health">See what to do</Link>
      </p>
    </Notice>
  );
}
