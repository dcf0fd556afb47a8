import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listOwnOrders } from '#lib/account/queries';
import { listProducts, listSlugs } from '#lib/catalog/queries';
import { findNamedGoods } from '#lib/catalog/queries/named-goods';
import { announceUnread, sweepChats } from '#lib/chat/commands';
import { countWaitingChats, findOwnChat } from '#lib/chat/queries';
import { getCompleteness, listTranslatables, listTranslations } from '#lib/content/queries';
import { listTranslatablesInput, listTranslationsInput } from '#lib/content/translation-input';
import type { Context } from '#lib/context';
import { databaseUrl } from '#lib/env';
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
import type { Page } from '#lib/paging';
import { listOpenBookingsOf, listOpenOrdersOf } from '#lib/privacy/queries';
import { countInside, listDependents, ordersInside, ordersOfSlot } from '#lib/promise/queries/desk-dependents';
import { listLocations } from '#lib/promise/queries/desk-places';
import { listDeskSlots } from '#lib/promise/queries/desk-slots';
import { listDeskZones } from '#lib/promise/queries/desk-zones';
import { listOfferedSlots } from '#lib/promise/queries/offered-slots';
import { listFalls } from '#lib/stock/queries/list-falls';
import { type Facts, factsOf } from '#scripts/bench/scale/facts';
import { fillShop, idOf } from '#scripts/bench/scale/fill';
import { LOOKS, type Look } from '#scripts/bench/scale/looks';
import { contextOf, setSetting } from '#tests/factories/shop';
import { watchPlans } from '#tests/support/plans';

/** More rows than are ever counted one by one: what reads a table whole shows. */
const SIZE = { orders: 20_000, customers: 13_000, products: 13_000 };
/** A list may count up to 10,000 rows, and walk past some that its filter does not meet. */
const MOST = { read: 12_000, wasted: 5000 };

/** What these read does not grow with the age of the shop, or not while anybody waits. */
const READS_MORE: Record<string, string> = {
  'shop products: by popularity': 'the sales of 90 days, kept in process',
  'shop products: price range': 'prices are those of variants: their products are counted by index alone',
  bestsellers: 'the sales of 30 days, kept in process',
  dashboard: 'the sales of 30 days',
  'shop products: q: slip of the pen': 'the words of 20,000 products, kept in process',
  'categories of the shop': 'counts all products by index alone; the answer is kept until the catalog changes',
  'shop products: q: slip of the pen in translations': 'the words of 20,000 products, kept in process',
  'categories of the desk': 'counts all products by index alone',
  'search: two slips in one word': 'the names of 20,000 customers, kept in process',
  'search: nobody': 'the names of 20,000 customers, kept in process',
  sitemap: 'names all products; the answer is kept',
};

/** Whether a text is translated is known only by looking at it: these look at up to 10,000 things of a kind and no more. */
const LOOKS_AT_TEXTS = /^(what is translated: .*state|translations: |how far languages are)/;

const NOW = new Date();
const span = { locationId: null, purpose: null, startsAt: NOW, endsAt: new Date(NOW.getTime() + 3_600_000) };
const customer = (ctx: Context, { customer: customerId }: Facts): Context => ({
  ...ctx,
  actor: { kind: 'customer', customerId, userId: null, sessionId: idOf('user', 1), name: 'Ana' },
});

/** What nobody waits for in a list, but what also reads tables that grow. */
const MORE: Look[] = [
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
async function inThreeLanguages<T>(work: () => Promise<T>): Promise<T> {
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
const TRANSLATED = [
  ...listed,
  ...MORE.filter(({ of }) => of === 'findNamedGoods'),
  ...LOOKS.filter(({ of }) => ['getProduct', 'listRelatedProducts', 'listCategories', 'listBestsellers'].includes(of)),
  search('numele 77', 'translated words'),
  search('miere', 'common translated word'),
  search('mieere', 'slip of the pen in translations'),
].map(inRomanian);

/** Lists of what does not grow with sales, or that only pass another list on. */
const WITHOUT = new Set([
  ...[
    'listZones',
    'listPickupPlaces',
    'listFreeDelivery',
    'listOpeningRules',
    'listShutDays',
    'findSlots',
    'findDayOfSlot',
  ],
  ...[
    'listSlots',
    'listClosures',
    'listClosuresBetween',
    'listStaff',
    'listApiKeys',
    'listOrderSlots',
    'listOwnAddresses',
  ],
  // Who works here, what is written, files of the last days, and the work of pg-boss in its own tables.
  ...['findStaff', 'listDeskPages', 'listDeskTestimonials', 'listImports', 'listJobs'],
  ...[
    'listPages',
    'listTestimonials',
    'listWebhooks',
    'listAllergens',
    'listPromisedProducts',
    'listPromisedBestsellers',
  ],
  // What an event decorator offers: a handful, and the list comes whole.
  ...['listPackages', 'listDeskPackages', 'listThemes', 'listDeskThemes'],
]);

const watched = watchPlans(databaseUrl());
let facts: Facts;

beforeAll(async () => {
  const client = postgres(databaseUrl(), { max: 1, onnotice: () => undefined });
  await fillShop(client, SIZE, NOW);
  // Events: most are over, a handful waits.
  await client`
    insert into bookings (id, booking_number, channel, customer_id, client_name, client_phone, event_type, event_date,
      placed_on, currency, status, created_at)
    select gen_random_uuid(), 'X-B-20310101-' || c.n, 'web', c.id, 'Client ' || c.n, '+40722000001', 'Wedding',
      date '2031-01-01' + (c.n % 700)::int, '2031-01-01', 'EUR',
      case when c.n % 500 = 0 then 'requested' else 'declined' end, now() - c.n * interval '1 minute'
    from (select id, row_number() over (order by id) as n from customers) c`;
  // A third of the names in one language, a few of them from another text than there is now; everything in the other.
  await client`
    insert into translations (id, content_type, object_id, language_code, field_name, translated_text, source_hash)
    select gen_random_uuid(), 'product', p.id, l.code, f.name,
      case when p.name ilike '%honey%' then 'miere ' else 'numele ' end || p.n,
      case when l.code = 'ro' and p.n % 60 = 0 then 'old' else encode(sha256(convert_to(f.source, 'UTF8')), 'hex') end
    from (select id, name, coalesce(description, '') as description, row_number() over (order by id) as n from products) p
    cross join (values ('ro'), ('de')) l(code)
    cross join lateral (values ('name', p.name), ('description', p.description)) f(name, source)
    where l.code = 'de' or (f.name = 'name' and p.n % 3 = 0)`;
  await client`analyze bookings, translations`;
  facts = await factsOf(client, SIZE);
  await client.end();
});
afterAll(() => watched.close());

it.each([...LOOKS, ...MORE, ...TRANSLATED])('$name finds its rows by an index', async ({ name, run }) => {
  await run(contextOf({ kind: 'system', name: 'test' }, { db: watched.db, now: NOW }), facts);
  const any = Number.POSITIVE_INFINITY;
  const most = LOOKS_AT_TEXTS.test(name) ? { read: any, wasted: any } : MOST;
  const read = name.replace(', in Romanian', '') in READS_MORE ? any : most.read;
  expect(await watched.judge({ ...most, read })).toEqual([]);
});

it('loses nothing where there is more to translate than one call looks at', async () => {
  const ctx = contextOf({ kind: 'system', name: 'test' });
  const asked = { state: 'out_of_date', limit: 100 };
  async function countAll(list: (cursor: string | undefined) => Promise<Page<unknown>>): Promise<number> {
    let [found, cursor]: [number, string | undefined] = [0, undefined];
    do {
      const page = await list(cursor);
      if (cursor === undefined) expect(page.total_exact).toBe(false);
      found += page.items.length;
      cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined);
    return found;
  }
  const things = (cursor: string | undefined) =>
    listTranslatables(ctx, listTranslatablesInput.parse({ ...asked, cursor }));
  const texts = (cursor: string | undefined) =>
    listTranslations(ctx, listTranslationsInput.parse({ ...asked, cursor }));
  const outdated = Math.floor(SIZE.products / 60);
  const found = await inThreeLanguages(async () => [await countAll(things), await countAll(texts)]);
  expect(found).toEqual([outdated, outdated]);
});

it('has every list of the shop among them', async () => {
  const lib = join(import.meta.dirname, '../../lib');
  const files = (await readdir(lib, { recursive: true })).filter((file) => /queries(\/.*)?\.ts$/.test(file));
  const texts = await Promise.all(files.map((file) => readFile(join(lib, file), 'utf8')));
  const lists = texts.flatMap((text) =>
    [...text.matchAll(/^export (?:async )?(?:function\*?|const) ((?:list|search|suggest|find|stream)[A-Z]\w*)/gm)].map(
      ([, name]) => name ?? '',
    ),
  );
  const known = new Set([...LOOKS, ...MORE].map(({ of }) => of).concat([...WITHOUT]));
  expect(lists.filter((name) => !known.has(name))).toEqual([]);
  expect([...WITHOUT].filter((name) => !lists.includes(name))).toEqual([]);
});
