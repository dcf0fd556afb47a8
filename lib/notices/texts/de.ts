import type { BookingKind, NoticeKind, NoticeText } from '../rules.ts';
import { BOOKING_DE } from './booking-de.ts';

const ORDERS: Record<Exclude<NoticeKind, BookingKind>, NoticeText> = {
  customer_order_placed: {
    subject: 'Ihre Bestellung {order_number} bei {shop}',
    body: `Guten Tag {customer},

vielen Dank, Ihre Bestellung ist bei uns angekommen.

Bestellung {order_number}
{items}
Summe: {total}

Wann: {slot}
Wo: {place}

Zu zahlen: {due}
{pay}
Bitte zahlen Sie bis {pay_until}.

Hier sehen Sie, wie es um Ihre Bestellung steht, und können sie ändern oder stornieren:
{link}

Herzliche Grüße
{shop}`,
    sms: '{shop}: Vielen Dank, Ihre Bestellung {order_number} ist bei uns angekommen. {slot} {link}',
  },
  customer_order_changed: {
    subject: 'Geändert: Ihre Bestellung {order_number}',
    body: `Guten Tag {customer},

Ihre Bestellung {order_number} wurde geändert. So steht sie jetzt da:

{items}
Summe: {total}

Wann: {slot}
Wo: {place}

Zu zahlen: {due}
{pay}
Bitte zahlen Sie bis {pay_until}.

Ihre Bestellung:
{link}

Falls etwas nicht so ist, wie Sie es möchten, antworten Sie einfach auf diese Nachricht oder rufen Sie uns an.

Herzliche Grüße
{shop}`,
    sms: '{shop}: Ihre Bestellung {order_number} wurde geändert. {slot} {link}',
  },
  customer_order_confirmed: {
    subject: 'Bestätigt: Ihre Bestellung {order_number}',
    body: `Guten Tag {customer},

gute Nachrichten: Ihre Bestellung {order_number} ist bestätigt.

Wann: {slot}
Wo: {place}

{items}
Summe: {total}

Zu zahlen: {due}
{pay}
Bitte zahlen Sie bis {pay_until}.

Ihre Bestellung:
{link}

Herzliche Grüße
{shop}`,
    sms: '{shop}: Ihre Bestellung {order_number} ist bestätigt. {slot} {link}',
  },
  customer_order_ready: {
    subject: 'Fertig: Ihre Bestellung {order_number}',
    body: `Guten Tag {customer},

Ihre Bestellung {order_number} ist für Sie bereit.

Wann: {slot}
Wo: {place}

Zu zahlen: {due}
{pay}

Ihre Bestellung:
{link}

Bis bald
{shop}`,
    sms: '{shop}: Ihre Bestellung {order_number} ist fertig. {slot} {place}',
  },
  customer_order_cancelled: {
    subject: 'Storniert: Ihre Bestellung {order_number}',
    body: `Guten Tag {customer},

Ihre Bestellung {order_number} wurde storniert.
Grund: {reason}

{items}
Summe: {total}

Falls Sie das überrascht, antworten Sie einfach auf diese Nachricht oder rufen Sie uns an.
{link}

Herzliche Grüße
{shop}`,
    sms: '{shop}: Ihre Bestellung {order_number} wurde storniert. Fragen? Rufen Sie uns einfach an.',
  },
  customer_payment_due: {
    subject: 'Zur Erinnerung: {due} für Ihre Bestellung {order_number}',
    body: `Guten Tag {customer},

Ihre Bestellung {order_number} wartet noch auf ihre Bezahlung.

Zu zahlen: {due}
{pay}
Bitte zahlen Sie bis {pay_until}; danach können wir sie leider nicht länger für Sie zurückhalten.

Wann: {slot}
Wo: {place}

Falls Sie gerade bezahlt haben: vielen Dank, dann ist nichts weiter zu tun. Sie können es uns auch hier sagen:
{link}

Herzliche Grüße
{shop}`,
    sms: '{shop}: Bitte zahlen Sie {due} für Ihre Bestellung {order_number} bis {pay_until}. {link}',
  },
  customer_payment_received: {
    subject: 'Zahlung erhalten für Ihre Bestellung {order_number}',
    body: `Guten Tag {customer},

vielen Dank, wir haben {amount} für Ihre Bestellung {order_number} erhalten.
Noch zu zahlen: {due}

Wann: {slot}
Wo: {place}

Ihre Bestellung:
{link}

Herzliche Grüße
{shop}`,
    sms: '{shop}: Vielen Dank, wir haben {amount} für Ihre Bestellung {order_number} erhalten.',
  },
  staff_order_placed: {
    subject: 'Neue Bestellung {order_number}: {customer}, {total}',
    body: `{customer}, {phone}
{slot}
{place}

{items}
Summe: {total}
Zu zahlen: {due}

Anmerkung: {note}

{link}`,
  },
  staff_order_changed: {
    subject: 'Geändert: Bestellung {order_number} von {customer}',
    body: `{customer}, {phone}, hat die Bestellung {order_number} geändert.
{changes}

Jetzt ist es:
{slot}
{place}

{items}
Summe: {total}
Zu zahlen: {due}

Anmerkung: {note}

{link}`,
  },
  staff_order_cancelled: {
    subject: 'Storniert: Bestellung {order_number} von {customer}',
    body: `Die Bestellung {order_number} von {customer}, {phone}, wurde storniert.
Grund: {reason}

Sie war für: {slot}
{items}
Summe: {total}

{link}`,
  },
  staff_payment_received: {
    subject: 'Bezahlt: {amount} für Bestellung {order_number}',
    body: `Für die Bestellung {order_number} von {customer} sind {amount} eingegangen.
Noch zu zahlen: {due}

{link}`,
  },
  staff_low_stock: {
    subject: 'Wird knapp: {product}, noch {left}',
    body: `Von {product} sind nur noch {left} da.

Nachfüllen oder aus dem Angebot nehmen:
{link}`,
  },
  staff_backup_failed: {
    subject: 'Keine Sicherung von {shop}',
    body: `Die letzte Sicherung von {shop} ist nicht gelungen oder lässt sich nicht zurückspielen.

Warum, und ein Knopf für eine neue:
{link}`,
  },
  staff_webhook_disabled: {
    subject: 'Abgeschaltet: der Webhook an {host}',
    body: `Bei {host} ist seit einem Tag nichts angekommen, deshalb sendet {shop} dorthin nichts mehr.

Was nicht ankam, und wie er wieder eingeschaltet wird:
{link}`,
  },
  staff_alarm_raised: {
    subject: '{shop}: {alarm}',
    body: `{problem}

{advice}

Wie es dem Laden geht:
{link}

Das wird einmal gemeldet. Wenn es vorbei ist, folgt noch eine Nachricht.`,
  },
  staff_alarm_ended: {
    subject: 'Vorbei: {alarm}',
    body: `Was am {since} begann, ist vorbei: {alarm}.

Wie es dem Laden geht:
{link}`,
  },
  customer_chat_unread: {
    subject: '{shop} hat Ihnen geantwortet',
    body: `Guten Tag {visitor},

Sie haben uns auf unserer Seite geschrieben und waren schon fort, als wir geantwortet haben:

{messages}

Hier geht das Gespräch weiter:
{link}

Herzliche Grüße
{shop}`,
  },
  staff_chat_unread: {
    subject: 'Wartet im Chat: {visitor}',
    body: `Im Chat wartet jemand auf eine Antwort.

{visitor}
{messages}

{link}`,
  },
};

export const DE: Record<NoticeKind, NoticeText> = { ...ORDERS, ...BOOKING_DE };
