import { Notice } from '#components/ui/notice';
import { Time } from '#components/ui/time';
import type { Watch } from '#lib/system/queries';
import { adviceOn, problemOf, raisedOf, titleOf } from './alarms.ts';

type Shop = { locale: string; timeZone: string };

/** Promises that are at risk now, each with what to do; staff were told by mail when it began. */
export function AlarmList({ watches, shop }: { watches: readonly Watch[]; shop: Shop }) {
  return raisedOf(watches).map((watch) => (
    <Notice key={watch.name} tone="bad" title={titleOf(watch)}>
      <p>
        {problemOf(watch)} {adviceOn(watch)}
      </p>
      {watch.raised_at ? (
        <p className="text-ink-soft">
          Since <Time at={watch.raised_at} {...shop} format="short" />
        </p>
      ) : null}
    </Notice>
  ));
}
