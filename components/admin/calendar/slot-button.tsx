import { Icon } from '#components/ui/icons';
import type { DeskSlotDto } from '#lib/promise/desk-output';
import { dateFormat } from '#lib/time';
import { type DeskShop, REASON } from '../places/words.ts';

export const clockOf = (moment: string, { timeZone }: DeskShop): string =>
  dateFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date(moment));

const ofCapacity = (booked: number, capacity: number | null): string =>
  capacity === null ? `${booked}` : `${booked}/${capacity}`;

/** `full` when nothing more fits, `over` when more was promised than fits. */
const level = (booked: number, capacity: number | null): 'some' | 'full' | 'over' =>
  capacity === null || booked < capacity ? 'some' : booked === capacity ? 'full' : 'over';

function Bar({ booked, capacity }: { booked: number; capacity: number | null }) {
  const share = capacity === null ? 0 : capacity === 0 ? 1 : Math.min(1, booked / capacity);
  return (
    <span className="desk-slot-bar" data-level={level(booked, capacity)}>
      <span style={{ width: `${share * 100}%` }} />
    </span>
  );
}

/** What somebody who does not see the bars has to know. */
export function slotSentence(slot: DeskSlotDto): string {
  const orders =
    slot.capacity_orders === null
      ? `${slot.booked_orders} orders`
      : `${slot.booked_orders} of ${slot.capacity_orders} orders`;
  const load = slot.capacity_load === null ? '' : `, load ${slot.booked_load} of ${slot.capacity_load}`;
  const closed = slot.closed ? ', closed by hand' : slot.in_hours ? '' : ', not in the hours any more';
  const reason = closed === '' && slot.reason !== null ? `, ${REASON[slot.reason].toLowerCase()}` : '';
  return `${orders}${load}${closed}${reason}`;
}

/** One slot of the calendar: its time, and how full it is in orders and in load. */
export function SlotButton({ slot, shop, onOpen }: { slot: DeskSlotDto; shop: DeskShop; onOpen: () => void }) {
  const isClosed = slot.closed || slot.in_closure || !slot.in_hours;
  return (
    <button
      type="button"
      className="desk-slot"
      data-closed={isClosed}
      data-empty={slot.booked_orders === 0}
      title={slotSentence(slot)}
      onClick={onOpen}
    >
      <span className="desk-slot-line" aria-hidden="true">
        <span className="desk-slot-time">{clockOf(slot.starts_at, shop)}</span>
        {isClosed ? <Icon name="close" size={12} /> : null}
        <span className="desk-slot-count" data-level={level(slot.booked_orders, slot.capacity_orders)}>
          {ofCapacity(slot.booked_orders, slot.capacity_orders)}
        </span>
      </span>
      <span className="desk-slot-bars" aria-hidden="true">
        {slot.capacity_orders === null ? null : <Bar booked={slot.booked_orders} capacity={slot.capacity_orders} />}
        {slot.capacity_load === null ? null : <Bar booked={slot.booked_load} capacity={slot.capacity_load} />}
      </span>
      <span className="visually-hidden">
        {clockOf(slot.starts_at, shop)} to {clockOf(slot.ends_at, shop)}: {slotSentence(slot)}
      </span>
    </button>
  );
}
