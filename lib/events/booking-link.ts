import 'server-only';
import { isSame, seal } from '#lib/auth/secrets';
import { env } from '#lib/env';

type Linked = { id: string; linkVersion: number };

/** The key of a booking's signed link: nothing is stored, raising `linkVersion` ends every link given out. */
export const bookingKey = ({ id, linkVersion }: Linked): string => seal('booking', `${id}.${linkVersion}`);

export const isBookingKey = (key: string, booking: Linked): boolean => isSame(key, bookingKey(booking));

/** Opens the booking: sets the cookie and goes on to the page. */
export const bookingUrl = (booking: Linked & { bookingNumber: string }): string =>
  `${env().APP_URL}/booking/${encodeURIComponent(booking.bookingNumber)}/open?key=${bookingKey(booking)}`;
