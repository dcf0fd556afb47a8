import type { OrderSlot } from '#lib/orders/desk-slots';
import { listWords } from '../../../shop/catalog/words.ts';
import { type Clock, timeWords } from '../../../shop/slots/words.ts';
import type { Good } from './values.ts';

const MARKS: Record<NonNullable<OrderSlot['reason']>, string> = {
  passed: 'over',
  closed: 'closed',
  cutoff: 'cut-off passed',
  lead_time: 'too soon',
  not_sold: 'not sold',
  sold_out: 'sold out',
  full: 'full',
  load: 'load full',
  beyond: 'far ahead',
};

/** Why the rules refuse it, for whoever is about to promise it all the same. */
export function refusalWords(
  { reason, variant_ids: ids, booked_orders, capacity_orders }: OrderSlot,
  goods: ReadonlyMap<string, Good>,
): string {
  const names = listWords(
    ids.map((id) => goods.get(id)?.name ?? 'something of it'),
    'en',
  );
  switch (reason) {
    case 'passed':
      return 'It has begun already.';
    case 'closed':
      return 'The shop is closed then.';
    case 'cutoff':
      return 'Its order-by time has passed.';
    case 'lead_time':
      return 'It is sooner than this can be ready.';
    case 'not_sold':
      return `${names}: not sold on that day.`;
    case 'sold_out':
      return `${names}: not enough planned for that day. The plan will be raised.`;
    case 'full':
      return `It is full: ${booked_orders} of ${capacity_orders ?? booked_orders} orders.`;
    case 'load':
      return 'There is no room left for an order of this size.';
    case 'beyond':
      return 'Customers cannot order so far ahead.';
    default:
      return '';
  }
}

/** A time as a button; one that the rules refuse says so and can be pressed all the same. */
export function SlotButton({
  slot,
  day,
  place,
  isChosen,
  onChoose,
  clock,
}: {
  slot: OrderSlot;
  day: string | null;
  place: string | null;
  isChosen: boolean;
  onChoose: () => void;
  clock: Clock;
}) {
  const { reason, booked_orders: booked, capacity_orders: capacity } = slot;
  const fill = capacity === null ? null : `${booked} of ${capacity} taken`;
  return (
    <button
      type="button"
      className="slot slot-button"
      data-refused={reason !== null}
      aria-pressed={isChosen}
      onClick={onChoose}
    >
      {day ? <span className="slot-button-day">{day}</span> : null}
      <span className="slot-times">
        <b>{timeWords(slot.starts_at, clock)}</b> <span>to {timeWords(slot.ends_at, clock)}</span>
      </span>
      {place ? <span className="slot-button-place">{place}</span> : null}
      <span className="slot-note">{reason ? MARKS[reason] : fill}</span>
    </button>
  );
}
