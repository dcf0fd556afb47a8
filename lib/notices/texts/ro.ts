import type { BookingKind, NoticeKind, NoticeText } from '../rules.ts';
import { BOOKING_RO } from './booking-ro.ts';

const ORDERS: Record<Exclude<NoticeKind, BookingKind>, NoticeText> = {
  customer_order_placed: {
    subject: 'Comanda dumneavoastră {order_number} la {shop}',
    body: `Bună ziua, {customer},

vă mulțumim, comanda dumneavoastră a ajuns la noi.

Comanda {order_number}
{items}
Total: {total}

Când: {slot}
Unde: {place}

De plată: {due}
{pay}
Vă rugăm să plătiți până la {pay_until}.

Aici puteți vedea stadiul comenzii, o puteți modifica sau anula:
{link}

Cu drag,
{shop}`,
    sms: '{shop}: vă mulțumim, comanda {order_number} a ajuns la noi. {slot} {link}',
  },
  customer_order_changed: {
    subject: 'Modificată: comanda dumneavoastră {order_number}',
    body: `Bună ziua, {customer},

comanda dumneavoastră {order_number} a fost modificată. Acum arată așa:

{items}
Total: {total}

Când: {slot}
Unde: {place}

De plată: {due}
{pay}
Vă rugăm să plătiți până la {pay_until}.

Comanda dumneavoastră:
{link}

Dacă ceva nu este cum doriți, răspundeți la acest mesaj sau sunați-ne.

Cu drag,
{shop}`,
    sms: '{shop}: comanda {order_number} a fost modificată. {slot} {link}',
  },
  customer_order_confirmed: {
    subject: 'Confirmată: comanda dumneavoastră {order_number}',
    body: `Bună ziua, {customer},

vești bune: comanda dumneavoastră {order_number} este confirmată.

Când: {slot}
Unde: {place}

{items}
Total: {total}

De plată: {due}
{pay}
Vă rugăm să plătiți până la {pay_until}.

Comanda dumneavoastră:
{link}

Cu drag,
{shop}`,
    sms: '{shop}: comanda {order_number} este confirmată. {slot} {link}',
  },
  customer_order_ready: {
    subject: 'Pregătită: comanda dumneavoastră {order_number}',
    body: `Bună ziua, {customer},

comanda dumneavoastră {order_number} este pregătită.

Când: {slot}
Unde: {place}

De plată: {due}
{pay}

Comanda dumneavoastră:
{link}

Pe curând,
{shop}`,
    sms: '{shop}: comanda {order_number} este pregătită. {slot} {place}',
  },
  customer_order_cancelled: {
    subject: 'Anulată: comanda dumneavoastră {order_number}',
    body: `Bună ziua, {customer},

comanda dumneavoastră {order_number} a fost anulată.
Motiv: {reason}

{items}
Total: {total}

Dacă acest lucru vă surprinde, răspundeți la acest mesaj sau sunați-ne.
{link}

Cu drag,
{shop}`,
    sms: '{shop}: comanda {order_number} a fost anulată. Aveți întrebări? Sunați-ne.',
  },
  customer_payment_due: {
    subject: 'Vă reamintim: {due} pentru comanda {order_number}',
    body: `Bună ziua, {customer},

comanda dumneavoastră {order_number} își așteaptă plata.

De plată: {due}
{pay}
Vă rugăm să plătiți până la {pay_until}; după aceea, din păcate, nu o mai putem păstra.

Când: {slot}
Unde: {place}

Dacă tocmai ați plătit, vă mulțumim, nu mai aveți nimic de făcut. Ne puteți anunța și aici:
{link}

Cu drag,
{shop}`,
    sms: '{shop}: vă rugăm să plătiți {due} pentru comanda {order_number} până la {pay_until}. {link}',
  },
  customer_payment_received: {
    subject: 'Am primit plata pentru comanda {order_number}',
    body: `Bună ziua, {customer},

vă mulțumim, am primit {amount} pentru comanda dumneavoastră {order_number}.
Rămas de plată: {due}

Când: {slot}
Unde: {place}

Comanda dumneavoastră:
{link}

Cu drag,
{shop}`,
    sms: '{shop}: vă mulțumim, am primit {amount} pentru comanda {order_number}.',
  },
  staff_order_placed: {
    subject: 'Comandă nouă {order_number}: {customer}, {total}',
    body: `{customer}, {phone}
{slot}
{place}

{items}
Total: {total}
De plată: {due}

Observații: {note}

{link}`,
  },
  staff_order_changed: {
    subject: 'Modificată: comanda {order_number}, {customer}',
    body: `{customer}, {phone}, a modificat comanda {order_number}.
{changes}

Acum arată așa:
{slot}
{place}

{items}
Total: {total}
De plată: {due}

Observații: {note}

{link}`,
  },
  staff_order_cancelled: {
    subject: 'Anulată: comanda {order_number}, {customer}',
    body: `Comanda {order_number} ({customer}, {phone}) a fost anulată.
Motiv: {reason}

Era pentru: {slot}
{items}
Total: {total}

{link}`,
  },
  staff_payment_received: {
    subject: 'Plătit: {amount} pentru comanda {order_number}',
    body: `Pentru comanda {order_number} ({customer}) s-au încasat {amount}.
Rămas de plată: {due}

{link}`,
  },
  staff_low_stock: {
    subject: 'Stoc redus: {product}, au mai rămas {left}',
    body: `Din {product} au mai rămas doar {left}.

Completați stocul sau retrageți produsul din ofertă:
{link}`,
  },
  staff_backup_failed: {
    subject: '{shop}: copia de siguranță a eșuat',
    body: `Ultima copie de siguranță pentru {shop} nu a reușit sau nu poate fi restaurată.

De ce, și un buton pentru alta nouă:
{link}`,
  },
  staff_webhook_disabled: {
    subject: 'Oprit: webhook-ul către {host}',
    body: `La {host} nu a ajuns nimic de o zi, așa că {shop} nu mai trimite acolo.

Ce nu a ajuns și cum se repornește:
{link}`,
  },
  staff_alarm_raised: {
    subject: '{shop}: {alarm}',
    body: `{problem}

{advice}

Starea magazinului:
{link}

Vă scriem o singură dată. Urmează un mesaj când problema a trecut.`,
  },
  staff_alarm_ended: {
    subject: 'A trecut: {alarm}',
    body: `A trecut ce a început {since}: {alarm}.

Starea magazinului:
{link}`,
  },
  customer_chat_unread: {
    subject: '{shop} v-a răspuns',
    body: `Bună ziua {visitor},

ne-ați scris pe pagina noastră și nu mai erați acolo când v-am răspuns:

{messages}

Continuați discuția aici:
{link}

Cu drag,
{shop}`,
  },
  staff_chat_unread: {
    subject: 'Așteaptă în chat: {visitor}',
    body: `Un vizitator așteaptă un răspuns în chat.

{visitor}
{messages}

{link}`,
  },
};

export const RO: Record<NoticeKind, NoticeText> = { ...ORDERS, ...BOOKING_RO };
