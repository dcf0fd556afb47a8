import type { BookingStatus } from '#db/enums';

/** The way of a booking that goes well. How clients read its states: the words are `booking.s_<status>`. */
export const BOOKING_WAY: readonly BookingStatus[] = ['requested', 'quoted', 'accepted', 'confirmed', 'completed'];
