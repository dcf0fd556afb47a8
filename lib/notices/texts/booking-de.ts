import type { BookingKind, NoticeText } from '../rules.ts';

/** What was asked for, as every letter about it repeats. */
const FACTS = `Anfrage {booking_number}
{event}, {when}
Wo: {venue}
Paket: {package}
Gäste: {guests}`;

export const BOOKING_DE: Record<BookingKind, NoticeText> = {
  customer_booking_requested: {
    subject: 'Ihre Anfrage {booking_number} bei {shop}',
    body: `Guten Tag {customer},

vielen Dank, Ihre Anfrage ist angekommen. Wir sehen sie uns an und melden uns mit einem Angebot.

${FACTS}

Hier sehen Sie den Stand, und können sie zurückziehen:
{link}

Herzliche Grüße
{shop}`,
  },
  customer_booking_quoted: {
    subject: 'Unser Angebot für {event}: {quote}',
    body: `Guten Tag {customer},

hier ist unser Angebot.

${FACTS}

Preis: {quote}
Anzahlung, damit der Tag für Sie frei bleibt: {deposit}
Bitte antworten Sie bis {valid_until}; so lange gilt der Preis.

Hier nehmen Sie es an oder lehnen es ab:
{link}

Herzliche Grüße
{shop}`,
  },
  customer_booking_accepted: {
    subject: 'Angenommen: Ihre Buchung {booking_number}',
    body: `Guten Tag {customer},

vielen Dank, Sie haben unser Angebot angenommen.

${FACTS}

Preis: {quote}
Anzahlung, damit der Tag für Sie frei bleibt: {deposit}
{pay}

Wir bestätigen Ihren Tag, sobald die Anzahlung da ist, oder melden uns, wenn keine verlangt wird.
{link}

Herzliche Grüße
{shop}`,
  },
  customer_booking_confirmed: {
    subject: 'Bestätigt: {event}, {when}',
    body: `Guten Tag {customer},

gute Nachricht: Ihr Tag ist für Sie reserviert.

${FACTS}

Preis: {quote}

Ihre Buchung:
{link}

Herzliche Grüße
{shop}`,
  },
  customer_booking_declined: {
    subject: 'Abgelehnt: Ihre Buchung {booking_number}',
    body: `Guten Tag {customer},

Ihre Buchung wurde abgelehnt.
Grund: {reason}

${FACTS}

Wenn Sie an einen anderen Tag denken, antworten Sie einfach auf diese Nachricht oder rufen Sie uns an.
{link}

Herzliche Grüße
{shop}`,
  },
  customer_booking_expired: {
    subject: 'Abgelaufen: unser Angebot für {event}',
    body: `Guten Tag {customer},

unser Angebot ist abgelaufen, weil wir nicht rechtzeitig von Ihnen gehört haben.

${FACTS}

Wenn Sie noch Interesse haben, antworten Sie einfach auf diese Nachricht oder rufen Sie uns an; wir sehen gern noch einmal nach.
{link}

Herzliche Grüße
{shop}`,
  },
  customer_booking_cancelled: {
    subject: 'Storniert: Ihre Buchung {booking_number}',
    body: `Guten Tag {customer},

Ihre Buchung wurde storniert.
Grund: {reason}

${FACTS}

Wenn Sie das überrascht, antworten Sie einfach auf diese Nachricht oder rufen Sie uns an.
{link}

Herzliche Grüße
{shop}`,
  },
  customer_booking_moved: {
    subject: 'Verschoben: {event} ist jetzt am {when}',
    body: `Guten Tag {customer},

Ihre Buchung wurde verschoben. So steht sie jetzt:

${FACTS}

Wenn etwas nicht passt, antworten Sie einfach auf diese Nachricht oder rufen Sie uns an.
{link}

Herzliche Grüße
{shop}`,
  },
  customer_booking_changed: {
    subject: 'Geändert: Ihre Buchung {booking_number}',
    body: `Guten Tag {customer},

an Ihrer Buchung wurde etwas geändert. So steht sie jetzt:

${FACTS}

Wenn etwas nicht passt, antworten Sie einfach auf diese Nachricht oder rufen Sie uns an.
{link}

Herzliche Grüße
{shop}`,
  },
  staff_booking_requested: {
    subject: 'Neue Anfrage {booking_number}: {event}, {when}',
    body: `{customer}, {phone}

${FACTS}

Nachricht: {note}

Angebot machen oder ablehnen:
{link}`,
  },
  staff_booking_accepted: {
    subject: 'Angenommen: {booking_number} von {customer}',
    body: `{customer}, {phone}, hat das Angebot angenommen.

${FACTS}

Preis: {quote}
Anzahlung: {deposit}

{link}`,
  },
  staff_booking_declined: {
    subject: 'Abgelehnt: {booking_number} von {customer}',
    body: `{customer}, {phone}, hat das Angebot abgelehnt.
Grund: {reason}

${FACTS}

{link}`,
  },
  staff_booking_cancelled: {
    subject: 'Storniert: {booking_number} von {customer}',
    body: `{customer}, {phone}, hat die Buchung storniert.
Grund: {reason}

${FACTS}

{link}`,
  },
};
