import type { BookingKind, NoticeText } from '../rules.ts';

/** What was asked for, as every letter about it repeats. */
const FACTS = `Rezervarea {booking_number}
{event}, {when}
Unde: {venue}
Pachet: {package}
Invitați: {guests}`;

export const BOOKING_RO: Record<BookingKind, NoticeText> = {
  customer_booking_requested: {
    subject: 'Cererea dumneavoastră {booking_number} la {shop}',
    body: `Bună ziua, {customer},

vă mulțumim, cererea dumneavoastră a ajuns la noi. O analizăm și revenim cu o ofertă.

${FACTS}

Vedeți stadiul ei sau o puteți retrage aici:
{link}

Cu drag,
{shop}`,
  },
  customer_booking_quoted: {
    subject: 'Oferta noastră pentru {event}: {quote}',
    body: `Bună ziua, {customer},

iată oferta noastră.

${FACTS}

Preț: {quote}
Avans, pentru a păstra ziua: {deposit}
Vă rugăm să răspundeți până la {valid_until}; până atunci prețul rămâne valabil.

O acceptați sau o refuzați aici:
{link}

Cu drag,
{shop}`,
  },
  customer_booking_accepted: {
    subject: 'Acceptată: rezervarea dumneavoastră {booking_number}',
    body: `Bună ziua, {customer},

vă mulțumim, ați acceptat oferta noastră.

${FACTS}

Preț: {quote}
Avans, pentru a păstra ziua: {deposit}
{pay}

Vă confirmăm ziua imediat ce primim avansul, sau vă scriem dacă nu este nevoie de unul.
{link}

Cu drag,
{shop}`,
  },
  customer_booking_confirmed: {
    subject: 'Confirmată: {event}, {when}',
    body: `Bună ziua, {customer},

o veste bună: ziua dumneavoastră este rezervată.

${FACTS}

Preț: {quote}

Rezervarea dumneavoastră:
{link}

Cu drag,
{shop}`,
  },
  customer_booking_declined: {
    subject: 'Refuzată: rezervarea dumneavoastră {booking_number}',
    body: `Bună ziua, {customer},

rezervarea dumneavoastră a fost refuzată.
Motiv: {reason}

${FACTS}

Dacă vă gândiți la altă zi, răspundeți la acest mesaj sau sunați-ne.
{link}

Cu drag,
{shop}`,
  },
  customer_booking_expired: {
    subject: 'Expirată: oferta noastră pentru {event}',
    body: `Bună ziua, {customer},

oferta noastră a expirat, pentru că nu am primit un răspuns la timp.

${FACTS}

Dacă sunteți în continuare interesați, răspundeți la acest mesaj sau sunați-ne; verificăm cu plăcere din nou.
{link}

Cu drag,
{shop}`,
  },
  customer_booking_cancelled: {
    subject: 'Anulată: rezervarea dumneavoastră {booking_number}',
    body: `Bună ziua, {customer},

rezervarea dumneavoastră a fost anulată.
Motiv: {reason}

${FACTS}

Dacă acest lucru vă surprinde, răspundeți la acest mesaj sau sunați-ne.
{link}

Cu drag,
{shop}`,
  },
  customer_booking_moved: {
    subject: 'Mutată: {event} este acum pe {when}',
    body: `Bună ziua, {customer},

rezervarea dumneavoastră a fost mutată. Acum arată așa:

${FACTS}

Dacă ceva nu este cum doriți, răspundeți la acest mesaj sau sunați-ne.
{link}

Cu drag,
{shop}`,
  },
  customer_booking_changed: {
    subject: 'Modificată: rezervarea dumneavoastră {booking_number}',
    body: `Bună ziua, {customer},

ceva s-a schimbat la rezervarea dumneavoastră. Acum arată așa:

${FACTS}

Dacă ceva nu este cum doriți, răspundeți la acest mesaj sau sunați-ne.
{link}

Cu drag,
{shop}`,
  },
  staff_booking_requested: {
    subject: 'Cerere nouă {booking_number}: {event}, {when}',
    body: `{customer}, {phone}

${FACTS}

Mesaj: {note}

Faceți o ofertă sau refuzați:
{link}`,
  },
  staff_booking_accepted: {
    subject: 'Acceptată: {booking_number} de la {customer}',
    body: `{customer}, {phone}, a acceptat oferta.

${FACTS}

Preț: {quote}
Avans: {deposit}

{link}`,
  },
  staff_booking_declined: {
    subject: 'Refuzată: {booking_number} de la {customer}',
    body: `{customer}, {phone}, a refuzat oferta.
Motiv: {reason}

${FACTS}

{link}`,
  },
  staff_booking_cancelled: {
    subject: 'Anulată: {booking_number} de la {customer}',
    body: `{customer}, {phone}, a anulat rezervarea.
Motiv: {reason}

${FACTS}

{link}`,
  },
};
