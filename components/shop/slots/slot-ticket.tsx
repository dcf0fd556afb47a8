import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icons';
import type { OfferedSlot, RefusedSpan } from '#lib/promise/offer-output';
import { spanReason } from './reasons.ts';
import { type Clock, roomWords, timeWords } from './words.ts';

/** From when, large, and until when. */
function Times({ from, to, clock }: { from: string; to: string; clock: Clock }) {
  const t = useTranslations('slots');
  return (
    <span className="slot-times">
      <b>{timeWords(from, clock)}</b>{' '}
      <span>
        <Icon name="check" size={14} className="slot-mark" />
        {t('to_time', { time: timeWords(to, clock) })}
      </span>
    </span>
  );
}

/** A time as a ticket: the radio is the whole of it. */
export function SlotTicket({
  slot,
  name,
  isChosen,
  clock,
}: {
  slot: OfferedSlot;
  name: string;
  isChosen: boolean;
  clock: Clock;
}) {
  const room = roomWords(slot, useTranslations('times'));
  return (
    <label className="slot">
      <input type="radio" name={name} value={slot.id} id={`slot-${slot.id}`} defaultChecked={isChosen} />
      <Times from={slot.starts_at} to={slot.ends_at} clock={clock} />
      {room ? <span className="slot-note">{room}</span> : null}
    </label>
  );
}

/** Times in a row that are out of reach, in their place among the others, with the reason. */
export function GoneTicket({ span, clock }: { span: RefusedSpan; clock: Clock }) {
  return (
    <p className="slot" data-gone="true">
      <Times from={span.starts_at} to={span.ends_at} clock={clock} />
      <span className="slot-note">{spanReason(span, useTranslations('slots'))}</span>
    </p>
  );
}
