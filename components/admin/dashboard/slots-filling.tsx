import { Panel } from '#components/admin/shell/stat-tile';
import { Link } from '#components/ui/link';
import { Time } from '#components/ui/time';
import type { DashboardDto } from '#lib/analytics/output';
import { DELIVERY_TYPE } from '../orders/words.ts';

/** As many as fit beside the rest; the calendar has them all. */
const SHOWN = 6;

/** Times of today and tomorrow that are nearly full; each leads to the sheet of its day. */
export function SlotsFilling({
  dashboard,
  shop,
}: {
  dashboard: DashboardDto;
  shop: { locale: string; timeZone: string };
}) {
  const { slots_filling: slots } = dashboard;
  if (slots.length === 0) return null;
  return (
    <Panel title={`Slots filling (${slots.length})`} actions={<Link href="/admin/calendar">Calendar</Link>}>
      <ul className="rows">
        {slots.slice(0, SHOWN).map((slot) => (
          <li key={slot.slot_id} className="flex justify-between gap-4">
            <span className="min-w-0">
              <Link href={`/admin/day/${slot.day}`}>
                <Time at={slot.starts_at} {...shop} format="appointment" />
              </Link>
              <span className="block text-sm text-ink-soft">
                {DELIVERY_TYPE[slot.method]}, {slot.location.name}
              </span>
            </span>
            <span className={slot.fill >= 1 ? 'text-right text-bad' : 'text-right text-warn'}>
              {slot.fill >= 1 ? 'Full' : `${Math.floor(slot.fill * 100)}% full`}
              {slot.capacity_orders === null ? null : (
                <span className="block text-sm text-ink-soft">
                  {slot.booked_orders} of {slot.capacity_orders}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
