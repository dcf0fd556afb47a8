import 'server-only';
import type { Context } from '#lib/context';
import { tellingChanges as telling } from '#lib/telling-changes';
import { listBookingChanges } from '../queries/booking-changes.ts';

type Seen = { booking_id: string; version?: number | null };

/** What staff do to a booking: refused on an older version, they are told what became of it since. */
export const tellingChanges = <T>(
  ctx: Context,
  { booking_id, version = null }: Seen,
  run: () => Promise<T>,
): Promise<T> => telling(ctx, { version, list: (seen) => listBookingChanges(ctx, { booking_id, version: seen }) }, run);
