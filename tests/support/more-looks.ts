import { listOwnOrders } from '#lib/account/queries';
import { listProducts, listSlugs } from '#lib/catalog/queries';
import { findNamedGoods } from '#lib/catalog/queries/named-goods';
import { announceUnread, sweepChats } from '#lib/chat/commands';
import { countWaitingChats, findOwnChat } from '#lib/chat/queries';
import { getCompleteness, listTranslatables, listTranslations } from '#lib/content/queries';
import { listTranslatablesInput, listTranslationsInput } from '#lib/content/translation-input';
import type { Context } from '#lib/context';
import { completePastBookings, expireQuotes } from '#lib/events/booking-commands';
import { listBookingsInput } from '#lib/events/booking-input';
import { listBookingChanges } from '#lib/events/queries/booking-changes';
import { findOwnBooking, listBookingDays, listBookings, listOwnBookings } from '#lib/events/queries/bookings';
import { countRequestedBookings } from '#lib/events/queries/list-bookings';
import { dispatch } from '#lib/jobs/dispatcher';
import { sweepRecords } from '#lib/jobs/sweep';
import { releaseUnpaidOrders, remindUnpaidOrders } from '#lib/orders/commands/deadlines';
import { giveOrders } from '#lib/orders/commands/give-orders';
import { findOwnOrder, listArrivals, listChosenOrders, streamOrders, trackOrder } from '#lib/orders/queries';
import { listOrderChanges } from '#lib/orders/queries/changes';
import { listOpenBookingsOf, listOpenOrdersOf } from '#lib/privacy/queries';
import { countInside, listDependents, ordersInside, ordersOfSlot } from '#lib/promise/queries/desk-dependents';
import { listLocations } from '#lib/promise/queries/desk-places';
import { listDeskSlots } from '#lib/promise/queries/desk-slots';
import { listDeskZones } from '#lib/promise/queries/desk-zones';
import { listOfferedSlots } from '#lib/promise/queries/offered-slots';
import { listFalls } from '#lib/stock/queries/list-falls';
import type { Facts } from '#scripts/bench/scale/facts';
import { idOf } from '#scripts/bench/scale/fill';
import { LOOKS, type Look } from '#scripts/bench/scale/looks';
import { setSetting } from '#tests/factories/shop';

/** What else reads tables that grow, beside the questions of the bench; asked by `query-plans.test.ts`. */

export const NOW = new Date();
const span = { locationId: null, purpose: null, startsAt: NOW, endsAt: new Date(NOW.getTime() + 3_600_000) };
const customer = (ctx: Context, { customer: customerId }: Facts): Context => ({
  ...ctx,
  actor: { kind: 'customer', customerId, userId: null, sessionId: idOf('user', 1), name: 'Ana' },
});

/** What nobody waits for in a list, but what also reads tables that grow. */
export const MORE: Look[] = [
  { of: 'listOwnOrders', name: 'own orders', run: (ctx, f) => listOwnOrders(customer(ctx, f), { page: 1, limit: 20 }) },
  {
    of: 'findOwnOrder',
    name: 'own order',
    run: (ctx, f) => findOwnOrder(ctx, { order_number: f.order_number, key: null }),
  },
  {
    of: 'trackOrder',
    name: 'tracking',
    run: (ctx, f) => trackOrder(ctx, { order_number: f.order_number, order_id: null, phone: f.customer_phone }),
  },
  { of: 'streamOrders', name: 'export', run: (ctx) => streamOrders(ctx, {} as never).next() },
  { of: 'listArrivals', name: 'arrivals', run: (ctx) => listArrivals(ctx, { cursor: '1000000000' }) },
  {
    of: 'listOrderChanges',
    name: 'changes of an order',
    run: (ctx, f) => listOrderChanges(ctx, { order_id: f.order_id, version: 0 }),
  },
  {
    of: 'listBookingChanges',
    name: 'changes of a booking',
    run: (ctx, f) => listBookingChanges(ctx, { booking_id: f.order_id, version: 0 }),
  },
  { of: 'listChosenOrders', name: 'chosen orders', run: (ctx, f) => listChosenOrders(ctx, { ids: [f.order_id] }) },
  {
    of: 'listOpenOrdersOf',
    name: 'open orders of a person',
    run: (ctx, f) => listOpenOrdersOf(ctx, { customer_id: f.customer }),
  },
  {
    of: 'listOfferedSlots',
    name: 'slots of a day',
    run: (ctx, f) => listOfferedSlots(ctx, { first: f.day, last: f.day, timeZone: 'Europe/Berlin' }),
  },
  { of: 'listSlugs', name: 'sitemap', run: (ctx) => listSlugs(ctx) },
  { of: 'findOwnChat', name: 'own talk', run: (ctx) => findOwnChat(ctx, { chat_key: 'no-such-key' }) },
  { of: 'findNamedGoods', name: 'goods by name', run: (ctx) => findNamedGoods(ctx, ['rye loaf', 'plain rye']) },
  { of: 'announceUnread', name: 'unread talks', run: (ctx) => announceUnread(ctx) },
  { of: 'sweepChats', name: 'old talks', run: (ctx) => sweepChats({ ...ctx, now: new Date(0) }) },
  { of: 'listFalls', name: 'falls', run: (ctx, f) => listFalls(ctx, { entity_id: f.order_id, at: NOW }) },
  { of: 'listDeskSlots', name: 'slots', run: (ctx) => listDeskSlots(ctx, {} as never) },
  {
    of: 'listDependents',
    name: 'orders of a place',
    run: (ctx) => listDependents(ctx, { kind: 'location', id: idOf('location', 1) }),
  },
  {
    of: 'listDependents',
    name: 'orders of a zone',
    run: (ctx) => listDependents(ctx, { kind: 'zone', id: idOf('location', 1) }),
  },
  { of: 'ordersInside', name: 'orders in a closure', run: (ctx) => ordersInside(ctx, span) },
  { of: 'ordersOfSlot', name: 'orders of a slot', run: (ctx, f) => ordersOfSlot(ctx, f.slot_id ?? '') },
  { of: 'countInside', name: 'orders per closure', run: (ctx) => countInside(ctx, [idOf('location', 1)]) },
  { of: 'listLocations', name: 'places', run: (ctx) => listLocations(ctx) },
  { of: 'listDeskZones', name: 'zones', run: (ctx) => listDeskZones(ctx) },
  {
    of: 'giveOrders',
    name: 'claims by mail',
    run: (ctx, f) => giveOrders(ctx, { customerId: f.customer, email: 'C57@example.com' }),
  },
  ...[{}, { sort: 'date' }, { status: 'requested' }, { q: 'Client 77' }, { from: '2031-02-01', to: '2031-02-07' }].map(
    (asked): Look => ({
      of: 'listBookings',
      name: `bookings: ${JSON.stringify(asked)}`,
      run: (ctx) => listBookings(ctx, listBookingsInput.parse(asked)),
    }),
  ),
  {
    of: 'findOwnBooking',
    name: 'own booking',
    run: (ctx) => findOwnBooking(ctx, { booking_number: 'X-B-20310101-77', key: null }),
  },
  { of: 'listOwnBookings', name: 'own bookings', run: (ctx, f) => listOwnBookings(customer(ctx, f)) },
  {
    of: 'listOpenBookingsOf',
    name: 'open bookings of a person',
    run: (ctx, f) => listOpenBookingsOf(ctx, { customer_id: f.customer }),
  },
  {
    of: 'listBookingDays',
    name: 'a week of bookings',
    run: (ctx) => listBookingDays(ctx, { from: '2031-02-01', to: '2031-02-07' }),
  },
  ...[{}, { page: 40 }, { state: 'open' }, { state: 'out_of_date', language: 'ro' }, { q: 'Rye loaf' }].map(
    (asked): Look => ({
      of: 'listTranslatables',
      name: `what is translated: ${JSON.stringify(asked)}`,
      run: (ctx) => inThreeLanguages(() => listTranslatables(ctx, listTranslatablesInput.parse(asked))),
    }),
  ),
  ...[{}, { content_type: 'variant' }, { state: 'missing', language_code: 'de' }].map(
    (asked): Look => ({
      of: 'listTranslations',
      name: `translations: ${JSON.stringify(asked)}`,
      run: (ctx) => inThreeLanguages(() => listTranslations(ctx, listTranslationsInput.parse(asked))),
    }),
  ),
  { of: 'getCompleteness', name: 'how far languages are', run: (ctx) => inThreeLanguages(() => getCompleteness(ctx)) },
  { of: 'countWaitingChats', name: 'waiting talks', run: (ctx) => countWaitingChats(ctx) },
  { of: 'countRequestedBookings', name: 'requested bookings', run: (ctx) => countRequestedBookings(ctx) },
  { of: 'expireQuotes', name: 'quotes by the clock', run: (ctx) => expireQuotes(ctx) },
  { of: 'completePastBookings', name: 'bookings by the clock', run: (ctx) => completePastBookings(ctx) },
  { of: 'releaseUnpaidOrders', name: 'deadlines', run: (ctx) => releaseUnpaidOrders(ctx) },
  { of: 'remindUnpaidOrders', name: 'reminders', run: (ctx) => remindUnpaidOrders(ctx) },
  { of: 'dispatch', name: 'dispatcher', run: (ctx) => dispatch(ctx, [], async () => undefined) },
  { of: 'sweepRecords', name: 'sweep', run: (ctx) => sweepRecords(ctx) },
];

/** What is done in a shop of three languages; before and after it has one. */
export async function inThreeLanguages<T>(work: () => Promise<T>): Promise<T> {
  await setSetting('shop', { name: 'Mill', languages: ['ro', 'de'] });
  try {
    return await work();
  } finally {
    await setSetting('shop', { name: 'Mill' });
  }
}

/** The same asked by somebody who reads another language than the shop's own. */
const inRomanian = (look: Look): Look => ({
  ...look,
  name: `${look.name}, in Romanian`,
  run: (ctx, f) => inThreeLanguages(() => look.run({ ...ctx, locale: 'ro-RO' }, f)),
});
const listed = LOOKS.filter(({ of }) => of === 'listProducts');
const search = (q: string, name: string): Look => ({
  of: 'listProducts',
  name: `shop products: q: ${name}`,
  run: (ctx) => listProducts(ctx, { q }),
});
export const TRANSLATED = [
  ...listed,
  ...MORE.filter(({ of }) => of === 'findNamedGoods'),
  ...LOOKS.filter(({ of }) => ['getProduct', 'listRelatedProducts', 'listCategories', 'listBestsellers'].includes(of)),
  search('numele 77', 'translated words'),
  search('miere', 'common translated word'),
  search('mieere', 'slip of the pen in translations'),
].map(inRomanian);
