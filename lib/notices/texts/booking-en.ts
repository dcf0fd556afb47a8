import type { BookingKind, NoticeText } from '../rules.ts';

/** What was asked for, as every letter about it repeats. */
const FACTS = `Booking {booking_number}
{event}, {when}
Where: {venue}
Package: {package}
Guests: {guests}`;

export const BOOKING_EN: Record<BookingKind, NoticeText> = {
  customer_booking_requested: {
    subject: 'Your request {booking_number} at {shop}',
    body: `Hello {customer},

thank you, your request has reached us. We look at it and come back to you with a quote.

${FACTS}

See where it stands, or take it back:
{link}

Warm regards
{shop}`,
  },
  customer_booking_quoted: {
    subject: 'Our quote for {event}: {quote}',
    body: `Hello {customer},

here is our quote.

${FACTS}

Price: {quote}
Deposit, to keep the day: {deposit}
Please answer until {valid_until}; until then the price holds.

Accept or decline it here:
{link}

Warm regards
{shop}`,
  },
  customer_booking_accepted: {
    subject: 'Accepted: your booking {booking_number}',
    body: `Hello {customer},

thank you, you have accepted our quote.

${FACTS}

Price: {quote}
Deposit, to keep the day: {deposit}
{pay}

We confirm your day as soon as the deposit is here, or write to you if none is asked for.
{link}

Warm regards
{shop}`,
  },
  customer_booking_confirmed: {
    subject: 'Confirmed: {event}, {when}',
    body: `Hello {customer},

good news: your day is kept for you.

${FACTS}

Price: {quote}

Your booking:
{link}

Warm regards
{shop}`,
  },
  customer_booking_declined: {
    subject: 'Declined: your booking {booking_number}',
    body: `Hello {customer},

your booking has been declined.
Reason: {reason}

${FACTS}

If you have another day in mind, just reply to this message or call us.
{link}

Warm regards
{shop}`,
  },
  customer_booking_expired: {
    subject: 'Expired: our quote for {event}',
    body: `Hello {customer},

our quote has expired, because we have not heard from you in time.

${FACTS}

If you are still interested, just reply to this message or call us; we gladly look again.
{link}

Warm regards
{shop}`,
  },
  customer_booking_cancelled: {
    subject: 'Canceled: your booking {booking_number}',
    body: `Hello {customer},

your booking has been canceled.
Reason: {reason}

${FACTS}

If this comes as a surprise, just reply to this message or call us.
{link}

Warm regards
{shop}`,
  },
  customer_booking_moved: {
    subject: 'Moved: {event} is now on {when}',
    body: `Hello {customer},

your booking has been moved. This is how it stands now:

${FACTS}

If something is not as you want it, just reply to this message or call us.
{link}

Warm regards
{shop}`,
  },
  customer_booking_changed: {
    subject: 'Changed: your booking {booking_number}',
    body: `Hello {customer},

something about your booking has been changed. This is how it stands now:

${FACTS}

If something is not as you want it, just reply to this message or call us.
{link}

Warm regards
{shop}`,
  },
  staff_booking_requested: {
    subject: 'New request {booking_number}: {event}, {when}',
    body: `{customer}, {phone}

${FACTS}

Message: {note}

Quote it or decline it:
{link}`,
  },
  staff_booking_accepted: {
    subject: 'Accepted: {booking_number} of {customer}',
    body: `{customer}, {phone}, has accepted the quote.

${FACTS}

Price: {quote}
Deposit: {deposit}

{link}`,
  },
  staff_booking_declined: {
    subject: 'Declined: {booking_number} of {customer}',
    body: `{customer}, {phone}, has declined the quote.
Reason: {reason}

${FACTS}

{link}`,
  },
  staff_booking_cancelled: {
    subject: 'Canceled: {booking_number} of {customer}',
    body: `{customer}, {phone}, has canceled the booking.
Reason: {reason}

${FACTS}

{link}`,
  },
};
