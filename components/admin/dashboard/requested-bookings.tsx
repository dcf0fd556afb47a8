import { Link } from '#components/ui/link';
import { Notice } from '#components/ui/notice';

/** Clients who wait for the first word of the shop. */
export function RequestedBookings({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <Notice tone="warn" title={count === 1 ? 'One booking waits for a quote' : `${count} bookings wait for a quote`}>
      <p>
        <Link className="underline" href="/admin/bookings?status=requested">
          Look at what was asked for
        </Link>
      </p>
    </Notice>
  );
}
