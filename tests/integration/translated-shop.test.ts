import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { packageItems, packages, themes } from '#db/schema/events';
import { notifications } from '#db/schema/notices';
import { deliveryFees } from '#db/schema/promise';
import { getChatDoor } from '#lib/chat/queries';
import { database } from '#lib/database';
import { getPackage, getTheme, listPackages, listThemes } from '#lib/events/queries';
import { getBooking, getBookingByLink } from '#lib/events/queries/bookings';
import { SHOP_CONTENT } from '#lib/i18n/content-fields';
import { ensureCursor } from '#lib/jobs/dispatcher';
import { placeOrder } from '#lib/orders/commands';
import { getOrder, getOrderByLink } from '#lib/orders/queries';
import { getCheckoutOffer } from '#lib/orders/queries/checkout';
import { removeClosure, updateClosure } from '#lib/promise/commands';
import { quoteDelivery } from '#lib/promise/queries';
import { listFreeDelivery, listPickupPlaces } from '#lib/promise/queries/at-checkout';
import { ruleBookIn } from '#lib/promise/queries/book-in-language';
import { listClosures } from '#lib/promise/queries/desk-closures';
import { listDeskZones } from '#lib/promise/queries/desk-zones';
import { listSlots } from '#lib/promise/queries/list-slots';
import { getOpening } from '#lib/promise/queries/opening';
import { forgetRuleBook } from '#lib/promise/queries/rule-book';
import { shopClosure } from '#lib/promise/shop-closure';
import { changeSetting } from '#lib/settings/commands';
import { placedId } from '#lib/settings/entry-ids';
import { repliesIn } from '#lib/settings/in-language';
import { getSettings } from '#lib/settings/queries';
import { momentAt } from '#lib/time';
import { bookingAt, makePackage, makeTheme } from '#tests/factories/booking';
import { clearPlaces, close, makePlace, makeZone, slotAt, ZONE } from '#tests/factories/promise';
import { makeProduct, orderOf, setSetting, staffMember } from '#tests/factories/shop';
import { english, german, kept, romanian, speak, translate } from '#tests/factories/translations';
import { call } from '#tests/support/api';
import { doAllWork } from '#tests/support/jobs';
import { refusal } from '#tests/support/refusal';

const { db } = database();

beforeAll(async () => {
  await ensureCursor({ db });
  await speak('ro', 'de');
});

describe('what is offered for events', () => {
  it('is read in the language of the reader, with what is in it', async () => {
    const { packageId, slug } = await makePackage({ description: 'All day.' });
    const itemId = newId();
    await db.insert(packageItems).values({ id: itemId, packageId, label: 'Flower arch', quantity: 2, position: 1 });
    const themeId = await makeTheme();
    await translate('package', packageId, 'ro', { name: 'Nuntă în grădină' });
    await translate('package_item', itemId, 'ro', { label: 'Arcadă de flori' });
    await translate('theme', themeId, 'ro', { name: 'Boem' });
    const inRomanian = { name: 'Nuntă în grădină', description: 'All day.', included_items: ['2 × Arcadă de flori'] };
    expect(await getPackage(romanian, slug)).toMatchObject(inRomanian);
    expect((await listPackages(romanian)).items).toContainEqual(expect.objectContaining(inRomanian));
    expect(await getPackage(german, slug)).toMatchObject({
      name: 'Garden wedding',
      items: [{ label: 'Flower arch', quantity: 2 }],
    });
    expect(await getTheme(romanian, themeId)).toMatchObject({ name: 'Boem' });
    expect((await listThemes(english)).items).toContainEqual(expect.objectContaining({ name: 'Boho' }));
  });

  it('is named to its client as it was booked, in their language, on the page and in letters', async () => {
    const { packageId } = await makePackage();
    const themeId = await makeTheme();
    await translate('package', packageId, 'ro', { name: 'Nuntă în grădină' }, { name: 'Garden wedding' });
    await translate('theme', themeId, 'ro', { name: 'Boem' }, { name: 'Boho' });
    const booking = await bookingAt('requested', packageId, { theme_id: themeId }, romanian);
    expect(booking).toMatchObject({ package: { name: 'Nuntă în grădină' }, theme: { name: 'Boem' } });
    const staff = await staffMember('staff', { locale: 'ro-RO' });
    expect(await getBooking(staff, { id: booking.id })).toMatchObject({ package: { name: 'Garden wedding' } });
    await doAllWork({ times: 2 });
    const letters = await db.select().from(notifications).where(eq(notifications.bookingId, booking.id));
    const textOf = (audience: string) => letters.find((one) => one.audience === audience)?.body ?? '';
    expect(textOf('customer')).toContain('Nuntă în grădină, Boem');
    expect(textOf('staff')).toContain('Garden wedding, Boho');
    // A translation of another name than was booked is not what was booked.
    await db.update(packages).set({ name: 'Field wedding' }).where(eq(packages.id, packageId));
    await db.update(themes).set({ name: 'Wild' }).where(eq(themes.id, themeId));
    const own = { booking_number: booking.booking_number, key: new URL(booking.access_url).searchParams.get('key') };
    expect(await getBookingByLink(romanian, own)).toMatchObject({ package: { name: 'Nuntă în grădină' } });
    expect(await getBookingByLink(german, own)).toMatchObject({ package: { name: 'Garden wedding' } });
  });
});

describe('places', () => {
  it('are named at checkout, in slots, with an order and in its letters as the customer reads them', async () => {
    const { locationId } = await makePlace({}, 'Market hall');
    await translate('location', locationId, 'ro', { name: 'Hala', instructions: 'Nu se arată' });
    forgetRuleBook();
    const of = async (ctx: typeof romanian) => (await listPickupPlaces(ctx)).find(({ id }) => id === locationId);
    expect(await of(romanian)).toMatchObject({ name: 'Hala', instructions: null });
    expect(await of(german)).toMatchObject({ name: 'Market hall' });
    expect(await of(english)).toMatchObject({ name: 'Market hall' });
    const [slot] = await listSlots(romanian, { method: 'pickup', location: locationId });
    expect(slot?.location.name).toBe('Hala');
    const free = (await listSlots(romanian, { method: 'pickup', location: locationId })).find(
      ({ state }) => state === 'open',
    );
    const { variantId } = await makeProduct();
    const { order } = await placeOrder(
      romanian,
      orderOf([variantId], { slot_id: free?.id, location_id: locationId, customer_email: 'a@example.com' }),
    );
    expect(order.location).toMatchObject({ name: 'Hala' });
    const own = { order_number: order.order_number, key: new URL(order.access_url).searchParams.get('key') };
    expect((await getOrderByLink(german, own))?.slot?.location).toMatchObject({ name: 'Market hall' });
    expect((await getOrder(await staffMember('staff'), { id: order.id }))?.location).toMatchObject({
      name: 'Market hall',
    });
    await doAllWork({ times: 2 });
    const letters = await db.select().from(notifications).where(eq(notifications.orderId, order.id));
    expect(letters.find(({ audience }) => audience === 'customer')?.body).toContain('Hala');
    expect(letters.find(({ audience }) => audience === 'staff')?.body).not.toContain('Hala');
  });
});

describe('where and when the shop delivers', () => {
  it('names its zones as the customer reads them', async () => {
    const { locationId } = await makePlace({ purpose: 'delivery' });
    const [near, far] = [await makeZone(locationId, '10', { name: 'Town' }), await makeZone(locationId, '20')];
    await db
      .update(deliveryFees)
      .set({ fromSubtotalMinor: 5000 })
      .where(and(eq(deliveryFees.zoneId, far), eq(deliveryFees.feeMinor, 0)));
    await setSetting('checkout', { delivery_types: ['pickup', 'delivery'] });
    await translate('zone', near, 'ro', { name: 'Oraș' });
    forgetRuleBook();
    const named = async (ctx: typeof romanian) =>
      (await quoteDelivery(ctx, { postal_code: '10115', subtotal: 1000 })).zone?.name;
    expect([await named(romanian), await named(german), await named(english)]).toEqual(['Oraș', 'Town', 'Town']);
    const free = async (ctx: typeof romanian) => (await listFreeDelivery(ctx)).map(({ zone }) => zone);
    expect([await free(romanian), await free(german)]).toEqual([
      ['Oraș', 'Zone 20'],
      ['Town', 'Zone 20'],
    ]);
    // Over the API by the language that is asked for.
    const quote = await call('POST', '/delivery/quote?lang=ro', { body: { postal_code: '10115', subtotal: 10 } });
    expect(quote.body.data.zone.name).toBe('Oraș');
    expect((await listDeskZones(await staffMember('staff'))).items.map(({ name }) => name)).toContain('Town');
  });

  it('says why it is closed: beside the slots, above every page, and to whoever is refused', async () => {
    const now = momentAt('2031-03-05', '10:00', ZONE);
    const inRomanian = { ...romanian, now };
    const inGerman = { ...german, now };
    const { locationId } = await makePlace();
    const id = await close('2031-03-06 00:00', '2031-03-07 00:00', 'The oven is being relined.');
    await translate('closure', id, 'ro', { public_message: 'Se repară cuptorul.' });
    const [ro, de] = ['Se repară cuptorul.', 'The oven is being relined.'];
    const asked = { method: 'pickup', location: locationId, from: '2031-03-06', to: '2031-03-06' } as const;
    const beside = async (ctx: typeof romanian) => (await listSlots(ctx, asked)).map(({ message }) => message);
    expect([(await beside(inRomanian))[0], (await beside(inGerman))[0]]).toEqual([ro, de]);
    const { closures } = await ruleBookIn(inRomanian);
    expect(shopClosure(closures, now, ZONE)?.message).toBe(ro);
    expect((await getOpening(inRomanian))?.closures.map(({ message }) => message)).toContain(ro);
    const { variantId } = await makeProduct();
    const wish = { slot_id: slotAt(locationId, '2031-03-06', '09:00'), location_id: locationId };
    const refused = async (ctx: typeof romanian) => refusal(placeOrder(ctx, orderOf([variantId], wish)));
    expect(await refused(inRomanian)).toMatchObject({ code: 'SLOT_002', details: { message: ro } });
    expect(await refused(inGerman)).toMatchObject({ code: 'SLOT_002', details: { message: de } });
    // Rewritten, it is read at once, and what stands in its place stays until somebody looks at it.
    const admin = await staffMember('admin', { now, locale: 'ro-RO' });
    await updateClosure(admin, { id, public_message: 'Gone fishing.' });
    expect([(await beside(inRomanian))[0], (await beside(inGerman))[0]]).toEqual([ro, 'Gone fishing.']);
    expect((await listClosures(admin)).items).toMatchObject([{ public_message: 'Gone fishing.' }]);
    await removeClosure(admin, { id });
    expect(await kept(id)).toEqual([]);
  });
});

describe('what the settings say', () => {
  const [bank, cash] = [newId(), newId()];
  const BANK = 'Transfer it within two days.';
  const OPTIONS = [
    { id: bank, method: 'bank_transfer', title: 'Bank transfer', instructions: BANK, due_hours: 48 },
    { id: cash, method: 'cash', title: 'Cash', instructions: '' },
  ].map((option) => ({ ...option, delivery_types: ['pickup', 'delivery'] }));

  it('is how to pay, at checkout, on the order, in its letters and over the API', async () => {
    await setSetting('checkout', {});
    await clearPlaces();
    await setSetting('payments', { options: OPTIONS });
    await translate('payment_option', bank, 'ro', { instructions: 'Virați în două zile.' });
    await translate('payment_option', cash, 'ro', { title: 'Numerar' });
    const offered = async (ctx: typeof romanian) =>
      (await getCheckoutOffer(ctx)).payments.map(({ title, instructions }) => [title, instructions]);
    expect(await offered(romanian)).toEqual([
      ['Bank transfer', 'Virați în două zile.'],
      ['Numerar', ''],
    ]);
    expect((await offered(german))[0]).toEqual(['Bank transfer', BANK]);
    const shop = await call('GET', '/shop?lang=ro', {});
    expect(shop.body.data.payment_methods.map(({ title }: { title: string }) => title)).toEqual([
      'Bank transfer',
      'Numerar',
    ]);
    const { variantId } = await makeProduct();
    const wanted = { payment_method: 'bank_transfer', customer_email: 'a@example.com' };
    const { order } = await placeOrder(romanian, orderOf([variantId], wanted));
    expect(order).toMatchObject({ payment_title: 'Bank transfer', payment_instructions: 'Virați în două zile.' });
    const own = { order_number: order.order_number, key: new URL(order.access_url).searchParams.get('key') };
    expect(await getOrderByLink(german, own)).toMatchObject({ payment_instructions: BANK });
    const staff = await staffMember('staff', { locale: 'ro-RO' });
    expect(await getOrder(staff, { id: order.id })).toMatchObject({ payment_instructions: BANK });
    const { packageId } = await makePackage();
    const booking = await bookingAt('accepted', packageId, {}, romanian);
    expect(booking).toMatchObject({ payment_instructions: 'Virați în două zile.' });
    expect(await getBooking(staff, { id: booking.id })).toMatchObject({ payment_instructions: BANK });
    await doAllWork({ times: 2 });
    const letters = await db.select().from(notifications).where(eq(notifications.orderId, order.id));
    expect(letters.find(({ audience }) => audience === 'customer')?.body).toContain('Virați în două zile.');
    expect(letters.find(({ audience }) => audience === 'staff')?.body).not.toContain('Virați');
  });

  it('greets in the chat, and answers with prepared words, in the language of the visitor', async () => {
    const id = newId();
    await setSetting('chat', { greeting: 'Ask away.', replies: [{ id, title: 'Hours', text: 'From six.' }] });
    await translate('shop', SHOP_CONTENT, 'ro', { greeting: 'Întrebați-ne.' });
    await translate('reply', id, 'ro', { text: 'De la șase.' });
    const greeting = async (ctx: typeof romanian) => (await getChatDoor(ctx, { chat_key: null })).greeting;
    expect([await greeting(romanian), await greeting(german)]).toEqual(['Întrebați-ne.', 'Ask away.']);
    expect(await repliesIn(romanian)).toMatchObject([{ title: 'Hours', text: 'De la șase.' }]);
    expect(await repliesIn(german)).toMatchObject([{ title: 'Hours', text: 'From six.' }]);
  });

  it('keeps its translations by its id or title, and loses them with the entry', async () => {
    await setSetting('payments', { options: OPTIONS });
    await translate('payment_option', bank, 'de', { title: 'Überweisung' });
    await translate('payment_option', cash, 'de', { title: 'Bar' });
    const admin = await staffMember('admin');
    const [first, second] = OPTIONS.map(({ id: _, ...option }) => option);
    const ids = async () => (await getSettings(admin)).payments.options.map(({ id }) => id);
    // A program that knows nothing of ids, and the desk that renames one.
    await changeSetting(admin, { key: 'payments', value: { options: [second, first] } });
    expect(await ids()).toEqual([cash, bank]);
    await changeSetting(admin, { key: 'payments', value: { options: [{ ...first, id: bank, title: 'Transfer' }] } });
    expect(await ids()).toEqual([bank]);
    expect((await kept(bank)).map(({ languageCode }) => languageCode)).toContain('de');
    expect(await kept(cash)).toEqual([]);
    const twice = {
      options: [
        { ...first, id: bank },
        { ...second, id: bank },
      ],
    };
    expect(await refusal(changeSetting(admin, { key: 'payments', value: twice }))).toMatchObject({
      fields: { 'options.1.id': [expect.any(String)] },
    });
    await setSetting('payments', { options: [first] });
    expect(await ids()).toEqual([placedId('options', 0)]);
  });
});
