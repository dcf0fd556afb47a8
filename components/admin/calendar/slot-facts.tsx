import { Status, type Tone } from '#components/ui/badge';
import { Notice } from '#components/ui/notice';
import { Time } from '#components/ui/time';
import type { DeskSlotDto } from '#lib/promise/desk-output';
import { type DeskShop, REASON } from '../places/words.ts';

const STATE: Record<DeskSlotDto['state'], { label: string; tone: Tone }> = {
  open: { label: 'Takes orders', tone: 'good' },
  few: { label: 'Nearly full', tone: 'warn' },
  full: { label: 'Full', tone: 'bad' },
  closed: { label: 'Closed', tone: 'plain' },
};

function stateOf(slot: DeskSlotDto): { label: string; tone: Tone } {
  if (slot.closed) return { label: 'Closed by hand', tone: 'bad' };
  if (!slot.in_hours) return { label: 'Not in the hours any more', tone: 'warn' };
  if (slot.reason === null) return STATE[slot.state];
  return { label: slot.message ?? REASON[slot.reason], tone: STATE[slot.state].tone };
}

const ofCapacity = (booked: number, capacity: number | null) =>
  capacity === null ? `${booked}, any number fits` : `${booked} of ${capacity}`;

/** How a slot stands: its state, its room, and until when it can be ordered. */
export function SlotFacts({ slot, shop }: { slot: DeskSlotDto; shop: DeskShop }) {
  const { label, tone } = stateOf(slot);
  const over = [
    slot.over_orders > 0 ? `${slot.over_orders} ${slot.over_orders === 1 ? 'order' : 'orders'}` : '',
    slot.over_load > 0 ? `load ${slot.over_load}` : '',
  ].filter(Boolean);
  return (
    <>
      <dl className="fact-list" data-inline="true">
        <div>
          <dt>State</dt>
          <dd>
            <Status tone={tone}>{label}</Status>
          </dd>
        </div>
        <div>
          <dt>Orders</dt>
          <dd>{ofCapacity(slot.booked_orders, slot.capacity_orders)}</dd>
        </div>
        <div>
          <dt>Load</dt>
          <dd>{ofCapacity(slot.booked_load, slot.capacity_load)}</dd>
        </div>
        <div>
          <dt>Order by</dt>
          <dd>
            <Time at={slot.cutoff_at} {...shop} format="short" />
          </dd>
        </div>
      </dl>
      {over.length > 0 ? (
        <Notice tone="warn" title={`${over.join(' and ')} over the capacity`}>
          They stay as they are; no more are taken.
        </Notice>
      ) : null}
    </>
  );
}
