import { newId } from '#db/columns';
import { chatMessages, chatSessions } from '#db/schema/chat';
import { testimonials, translations } from '#db/schema/content';
import { bookingEvents, bookings } from '#db/schema/events';
import { payments } from '#db/schema/orders';
import { database } from '#lib/database';
import { newPhone } from './shop.ts';

/** A booking with its money, praise and a talk of somebody; `word` makes what each column holds findable. */
export async function celebrate(customerId: string, word: (column: string) => string) {
  const { db } = database();
  const bookingId = newId();
  const bookingPhone = newPhone();
  await db.insert(bookings).values({
    id: bookingId,
    bookingNumber: `B-${newId().slice(-12)}`,
    channel: 'web',
    customerId,
    clientName: word('client'),
    clientPhone: bookingPhone,
    clientEmail: `${word('client-mail')}@example.com`,
    eventType: 'Wedding',
    eventDate: new Date().toISOString().slice(0, 10),
    placedOn: new Date().toISOString().slice(0, 10),
    venue: word('venue'),
    message: word('asked'),
    internalNote: word('booking-note'),
    reason: word('declined-for'),
    source: { ip_hash: word('booked-from') },
    status: 'completed',
    currency: 'EUR',
  });
  await db.insert(bookingEvents).values({ bookingId, axis: 'note', actorKind: 'staff', note: word('booking-step') });
  await db.insert(payments).values({
    bookingId,
    kind: 'charge',
    method: 'cash',
    amountMinor: 300,
    currency: 'EUR',
    status: 'confirmed',
    bookedOn: new Date().toISOString().slice(0, 10),
    note: word('deposit-note'),
  });
  const praise = { id: newId(), customerId, name: word('fan'), message: word('praise'), rating: 5 };
  await db.insert(testimonials).values(praise);
  await db.insert(translations).values({
    contentType: 'testimonial',
    objectId: praise.id,
    languageCode: 'ro',
    fieldName: 'message',
    translatedText: word('lauda'),
    sourceHash: 'none',
  });
  const [talk] = await db
    .insert(chatSessions)
    .values({
      sessionHash: newId(),
      customerId,
      locale: 'en',
      visitorName: word('visitor'),
      visitorEmail: `${word('visitor')}@example.com`,
    })
    .returning({ id: chatSessions.id });
  if (!talk) throw new Error('no talk');
  await db
    .insert(chatMessages)
    .values({ chatSessionId: talk.id, seq: 1, senderType: 'visitor', message: word('asked'), clientId: newId() });
  return { bookingId, bookingPhone };
}
