import { StatTile, Tiles } from '#components/admin/shell/stat-tile';
import type { EventLag, QueueFigures } from '#lib/jobs/queries';
import { figure } from '../figure.ts';
import { ageWords, QUEUE } from './words.ts';

const OLD_SECONDS = 60;

function noteOf({ failed, retrying, oldest_seconds: oldest, done_last_day: done }: QueueFigures, locale: string) {
  const parts = [
    ...(failed > 0 ? [`${figure(failed, locale)} failed`] : []),
    ...(retrying > 0 ? [`${figure(retrying, locale)} tried again`] : []),
    ...(oldest >= OLD_SECONDS ? [`oldest ${ageWords(oldest)}`] : []),
    `${figure(done, locale)} done in a day`,
  ];
  return parts.join(', ');
}

/** What stands in each queue, each tile the way to its list; in front what the dispatcher has not looked at yet. */
export function QueueTiles({
  queues,
  lag,
  locale,
}: {
  queues: readonly QueueFigures[];
  lag: EventLag | null;
  locale: string;
}) {
  return (
    <Tiles>
      <StatTile
        label="Events to look at"
        value={figure(lag?.events ?? 0, locale)}
        tone={lag !== null && lag.oldest_seconds < OLD_SECONDS ? 'good' : 'warn'}
        note={
          lag === null ? 'nobody listens' : lag.events > 0 ? `oldest ${ageWords(lag.oldest_seconds)}` : 'up to date'
        }
      />
      {queues.map((one) => (
        <StatTile
          key={one.queue}
          label={QUEUE[one.queue]}
          value={figure(one.waiting + one.retrying + one.running, locale)}
          tone={one.failed > 0 ? 'bad' : one.oldest_seconds >= OLD_SECONDS ? 'warn' : 'good'}
          note={noteOf(one, locale)}
          href={`/admin/jobs?queue=${one.queue}${one.failed > 0 ? '&state=failed' : '&state=all'}`}
        />
      ))}
    </Tiles>
  );
}
