import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type App, startApp } from '#tests/support/app';
import { launchBrowser } from '#tests/support/browser';
import { notThe } from '#tests/support/codes';
import { startTwilio, type TwilioStandIn } from '#tests/support/twilio';
import {
  addToCart,
  axeFindings,
  countOrders,
  DESK,
  fillContact,
  inDatabase,
  orderButton,
  PHONE,
  visit,
} from './customer-steps.ts';

/** Of the farm, whose customers order with a checked phone. */
const BREAD = '/products/paine-pe-vatra';
const taken = { status: 201, body: { sid: 'SM1', status: 'queued' } };

let twilio: TwilioStandIn;
let app: App;
let browser: Browser;

beforeAll(async () => {
  twilio = await startTwilio();
  [app, browser] = await Promise.all([startApp({ preset: 'farm', env: twilio.env }), launchBrowser()]);
});
beforeEach(() => {
  twilio.answer = () => taken;
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  expect(twilio.complaints).toEqual([]);
  await twilio.stop();
});

const codeFor = (phone: string): string =>
  /\d{6}/.exec(twilio.messages.findLast(({ to }) => to === phone)?.body ?? '')?.[0] ?? '';
const codeField = (page: Page) => page.getByLabel('Code', { exact: true });
const order = (page: Page) => orderButton(page).last().click();
const said = (page: Page, words: string | RegExp) => page.locator('#refused').getByText(words).waitFor();

/** The checkout with everything filled in but the code. */
async function reachCheckout(page: Page, phone: string): Promise<void> {
  await page.goto('/checkout');
  await fillContact(page, { name: 'Ioana Marin', phone });
  await page.getByLabel(/^Anything we should know/).fill('Ring twice');
  const time = page.locator('input[name="pickup_slot_id"]').first();
  if ((await time.count()) > 0) await time.check({ force: true });
}

const orderOf = (phone: string) =>
  inDatabase(app, async (sql) => {
    const [row] = await sql<{ verified: boolean; flags: string[]; instructions: string }[]>`
      select o.verified_at is not null as verified, c.flags, o.special_instructions as instructions
      from orders o join customers c on c.id = o.customer_id where o.customer_phone = ${phone}`;
    return row;
  });

describe.each([PHONE, DESK])('a phone check on a page $width wide', (viewport) => {
  const line = viewport === PHONE ? '+4072200010' : '+4072200020';

  test('with a wrong, an expired and a right code; the next order needs none', async () => {
    const phone = `${line}1`;
    const { page, complaints, close } = await visit(browser, app, { viewport });
    await page.clock.install();
    await addToCart(page, BREAD);
    await page.getByRole('dialog').waitFor();
    await reachCheckout(page, phone.replace('+40', '0'));
    await order(page);
    await page.getByText('We sent a code of 6 digits to').waitFor();
    await expect.poll(() => codeField(page).evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await codeField(page).getAttribute('autocomplete')).toBe('one-time-code');
    expect(await codeField(page).getAttribute('inputmode')).toBe('numeric');
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.content()).not.toContain(codeFor(phone));

    await order(page);
    await said(page, 'Enter the 6 digits of the code.');
    await codeField(page).fill(notThe(codeFor(phone)));
    await codeField(page).press('Enter');
    await said(page, 'This is not the code. 4 tries are left.');
    expect(await axeFindings(page)).toEqual([]);

    await inDatabase(app, async (sql) => {
      await sql`update phone_verifications set expires_at = now(), created_at = created_at - interval '2 minutes'`;
    });
    const first = codeFor(phone);
    await codeField(page).fill(first);
    await order(page);
    await said(page, 'This code is no longer good. Send a new one.');
    expect(await page.getByRole('button', { name: /^New code in \d+ s$/ }).isDisabled()).toBe(true);
    await page.clock.fastForward(60_000);
    await page.getByRole('button', { name: 'Send a new code' }).click();
    await expect.poll(() => twilio.messages.filter(({ to }) => to === phone).length).toBe(2);
    await expect.poll(() => codeField(page).inputValue()).toBe('');

    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Ioana Marin');
    expect(await countOrders(app, phone)).toBe(0);
    await codeField(page).fill(codeFor(phone));
    await order(page);
    await page.waitForURL('**/order/**');
    expect(await orderOf(phone)).toEqual({ verified: true, flags: [], instructions: 'Ring twice' });

    await addToCart(page, BREAD);
    await page.getByRole('dialog').waitFor();
    await reachCheckout(page, phone);
    await order(page);
    await page.waitForURL('**/order/**');
    expect(await countOrders(app, phone)).toBe(2);
    expect(complaints).toEqual([]);
    await close();
  });

  test('while no SMS can be sent: by e-mail, or the shop calls', async () => {
    const phone = `${line}2`;
    twilio.answer = () => ({ status: 503, body: { code: 20503, message: 'Service unavailable' } });
    const { page, complaints, close } = await visit(browser, app, { viewport });
    await addToCart(page, BREAD);
    await page.getByRole('dialog').waitFor();
    await reachCheckout(page, phone);
    await order(page);
    const box = page.locator('#phone-check');
    await box.getByRole('heading', { name: 'We could not send you a code' }).waitFor();
    await expect.poll(() => box.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await axeFindings(page)).toEqual([]);

    await page.getByLabel('E-mail').fill('ioana@example.com');
    await order(page);
    await box.getByRole('button', { name: 'Send the code by e-mail' }).click();
    await box.getByText('ioana@example.com').waitFor();
    await codeField(page).fill('000');
    await box.getByRole('button', { name: /call me to confirm$/ }).click();
    await page.waitForURL('**/order/**');
    expect(await orderOf(phone)).toEqual({ verified: false, flags: ['call_back'], instructions: 'Ring twice' });
    expect(complaints).toEqual([]);
    await close();
  });
});

test('a phone check without script, and with another phone in between', async () => {
  const [mistyped, phone] = ['+40722000301', '+40722000302'];
  const { page, close } = await visit(browser, app, { script: false });
  await addToCart(page, BREAD);
  await page.waitForURL('**/cart');
  await reachCheckout(page, mistyped);
  await order(page);
  await page.getByRole('link', { name: 'Enter the code that we sent you' }).click();
  await page.getByLabel('Phone', { exact: true }).fill(phone);
  await codeField(page).fill(codeFor(mistyped));
  // A code for another phone is no code: the new one gets its own.
  await order(page);
  await page.getByText('+40 722 000 302').waitFor();
  expect(await countOrders(app, phone)).toBe(0);

  await page.getByRole('button', { name: 'Send a new code' }).click();
  await page.getByText('We sent a code of 6 digits to').waitFor();
  expect(twilio.messages.filter(({ to }) => to === phone)).toHaveLength(1);
  await codeField(page).fill(notThe(codeFor(phone)));
  await order(page);
  await said(page, 'This is not the code. 4 tries are left.');
  await codeField(page).fill(codeFor(phone));
  await order(page);
  await page.waitForURL('**/order/**');
  expect(await orderOf(phone)).toMatchObject({ verified: true, instructions: 'Ring twice' });
  await close();
});

test('an SMS service that does not answer holds up no order', async () => {
  const phone = '+40722000401';
  twilio.answer = () => 'hang';
  const { page, close } = await visit(browser, app);
  await addToCart(page, BREAD);
  await page.getByRole('dialog').waitFor();
  await reachCheckout(page, phone);
  await order(page);
  await page.getByRole('button', { name: /call me to confirm$/ }).click();
  await page.waitForURL('**/order/**');
  expect(await orderOf(phone)).toMatchObject({ verified: false, flags: ['call_back'] });
  await close();
});
