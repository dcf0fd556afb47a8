import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQr from 'jsqr';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { App } from '#tests/support/app';
import { type Desk, openDesk } from '#tests/support/desk';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';
import { axeFindings, DESK, inDatabase, PHONE, visit } from './customer-steps.ts';
import { enterDesk } from './desk-steps.ts';

let app: App;
let browser: Browser;
let desk: Desk;
let folder = '';
const file = (name: string) => join(folder, name);

const settings = z.looseObject({ options: z.array(z.looseObject({ method: z.string() })) });
const placed = z.object({
  data: z.looseObject({ id: z.uuid(), order_number: z.string(), access_url: z.string(), total: z.number() }),
});
const slots = z.object({ data: z.array(z.looseObject({ id: z.uuid(), state: z.string() })) });

openShopAndBrowser((both) => {
  ({ app, browser } = both);
});
beforeAll(async () => {
  desk = await openDesk(app);
  const payments = settings.parse(await desk.send('GET', '/settings/payments'));
  await desk.send('PUT', '/settings/payments', {
    ...payments,
    options: payments.options.map((one) => (one.method === 'bank_transfer' ? { ...one, due_hours: 24 } : one)),
  });
  folder = await mkdtemp(join(tmpdir(), 'barrow-proof-'));
  const words = (text: string) =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="700" height="900"><rect width="700" height="900" fill="#eef"/>
      <text x="60" y="120" font-size="60">${text}</text></svg>`);
  await Promise.all([
    sharp(words('Transfer sent')).png().toFile(file('screenshot.png')),
    writeFile(file('photo.jpg'), '<!doctype html><script>alert(1)</script>'),
    writeFile(file('holiday.png'), Buffer.alloc(50 * 1024 * 1024, 0x20)),
    writeFile(file('statement.pdf'), '%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n'),
  ]);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

let people = 0;

/** An order that is paid by transfer, placed by a program. */
async function newOrder() {
  people += 1;
  const { variantId } = await desk.newProduct({ price: 9.25 });
  const offered = slots.parse(await (await fetch(`${app.url}/api/slots?method=pickup`)).json()).data;
  const answer = await fetch(`${app.url}/api/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      customer_name: 'Zoë Weber',
      customer_phone: `+49151234610${String(people).padStart(2, '0')}`,
      delivery_type: 'pickup',
      payment_method: 'bank_transfer',
      slot_id: offered.findLast(({ state }) => state === 'open')?.id,
      items: [{ variant_id: variantId, quantity: 2 }],
    }),
  });
  expect(answer.status, await answer.clone().text()).toBe(201);
  return placed.parse(await answer.json()).data;
}

const proofField = (page: Page) => page.getByLabel(/^Photo or PDF of the transfer/);
const tell = (page: Page) => page.getByRole('button', { name: 'Tell the shop that it is paid' });

describe('an order paid by transfer', () => {
  test('is scanned, claimed with a picture, found by a line of the bank statement and confirmed', async () => {
    const order = await newOrder();
    const { page, complaints, close } = await visit(browser, app);
    await page.goto(order.access_url);
    await page.getByText(/^Pay by .* or the order is cancelled\.$/).waitFor();
    await page.getByText('DE89 3704 0044 0532 0130 00').waitFor();

    const picture = page.getByRole('img', { name: /^The transfer as a QR code: €18\.50 to Crumb & Ember/ });
    const drawn = await picture.evaluate((svg) => svg.outerHTML);
    const whole = drawn.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" width="600" ');
    const { data, info } = await sharp(Buffer.from(whole)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    const found = jsQr(new Uint8ClampedArray(data), info.width, info.height);
    expect(
      new TextDecoder()
        .decode(new Uint8Array(found?.binaryData ?? []))
        .split('\n')
        .slice(5),
    ).toEqual([...['Crumb & Ember Backwerk GmbH', 'DE89370400440532013000', 'EUR18.50', '', ''], order.order_number]);
    const calendar = page.getByRole('link', { name: 'Add to my calendar' });
    const [download] = await Promise.all([page.waitForEvent('download'), calendar.click()]);
    expect(download.suggestedFilename()).toBe(`order-${order.order_number}.ics`);
    expect(await axeFindings(page)).toEqual([]);

    await page.getByText('I have paid', { exact: true }).click();
    await page.getByLabel(/^What does the transfer say/).fill('Zoë, bread for Saturday');
    await proofField(page).setInputFiles(file('holiday.png'));
    await tell(page).click();
    await page.getByText(/That file is too large/).waitFor();
    await proofField(page).setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<html>') });
    await tell(page).click();
    await page.getByText(/That is neither a photo/).waitFor();
    expect(await page.getByLabel(/^What does the transfer say/).inputValue()).toBe('Zoë, bread for Saturday');
    await proofField(page).setInputFiles(file('screenshot.png'));
    await tell(page).click();
    await page.getByText('We are looking for your payment').waitFor();
    await page.getByText('Your proof is here too.').waitFor();
    expect(await axeFindings(page)).toEqual([]);

    const staff = await visit(browser, app, { viewport: DESK });
    await enterDesk(staff.page, app);
    await staff.page.goto(
      `/admin/payments?q=${encodeURIComponent(`SVWZ+ ${order.order_number.replaceAll('-', ' ')} WEBER`)}`,
    );
    const card = staff.page.getByRole('listitem').filter({ hasText: order.order_number });
    await card.getByText('all that is due').waitFor();
    await card.getByText('Zoë, bread for Saturday').waitFor();
    const proof = card.getByRole('img', { name: `Proof for ${order.order_number}, opens in a new tab` });
    await expect
      .poll(() => proof.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth))
      .toBe(700);
    expect(await axeFindings(staff.page)).toEqual([]);
    await card.getByRole('button', { name: `It has arrived: ${order.order_number}` }).click();
    await staff.page.getByText(`Payment confirmed, and ${order.order_number} with it.`).waitFor();

    await page.reload();
    await page.getByText('Everything is paid. Thank you.').waitFor();
    await page.getByText('It is in our book, and we start in good time.').waitFor();
    // What was refused on purpose is an answer of 415, which the browser notes.
    expect(complaints.filter((text) => !text.includes('415'))).toEqual([]);
    expect(staff.complaints).toEqual([]);
    await Promise.all([close(), staff.close()]);
  });

  test('works without script: bad files come back with what was typed, a PDF is taken, a rejection is read', async () => {
    const order = await newOrder();
    const { page, close } = await visit(browser, app, { script: false });
    await page.goto(order.access_url);
    for (const [name, words] of [
      ['photo.jpg', /That is neither a photo/],
      ['holiday.png', /That file is too large/],
    ] as const) {
      const summary = page.getByText('I have paid', { exact: true });
      if (!(await tell(page).isVisible())) await summary.click();
      await page.getByLabel(/^What does the transfer say/).fill('Bread & rolls');
      await proofField(page).setInputFiles(file(name));
      await tell(page).click();
      await page.waitForURL('**/order/*?refused=1');
      await page.getByText(words).waitFor();
      // Browsers forget the file; the words are still there.
      expect(await page.getByLabel(/^What does the transfer say/).inputValue()).toBe('Bread & rolls');
    }
    await proofField(page).setInputFiles(file('statement.pdf'));
    await tell(page).click();
    await page.getByText('We are looking for your payment').waitFor();
    expect(new URL(page.url()).search).toBe('');

    const staff = await visit(browser, app, { viewport: DESK });
    await enterDesk(staff.page, app);
    await staff.page.goto(`/admin/payments?q=${order.order_number}`);
    const [download] = await Promise.all([
      staff.page.waitForEvent('download'),
      staff.page.getByRole('link', { name: /^PDF/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`proof-${order.order_number}.pdf`);
    await staff.page.getByRole('link', { name: order.order_number, exact: true }).focus();
    await staff.page.keyboard.press('r');
    const dialog = staff.page.getByRole('dialog', { name: 'Reject €18.50?' });
    await dialog.getByLabel(/^What should the customer know/).fill('Nothing has come under this number yet.');
    await dialog.getByRole('button', { name: 'Reject payment' }).click();
    await staff.page.getByText('Payment rejected.').waitFor();
    await staff.page.getByText('Open orders nobody has announced a payment for').waitFor();

    await page.reload();
    await page.getByText('We could not find your payment').waitFor();
    await page.getByText('Nothing has come under this number yet.').waitFor();
    await page.getByText('I have paid', { exact: true }).waitFor();
    await Promise.all([close(), staff.close()]);
  });

  test('is found by its number when nobody has announced it, and its payment recorded from there', async () => {
    const order = await newOrder();
    const { page, complaints, close } = await visit(browser, app, { viewport: PHONE });
    await enterDesk(page, app);
    await page.goto(`/admin/payments?q=${order.order_number}`);
    await page.getByRole('button', { name: 'Record payment' }).click();
    const dialog = page.getByRole('dialog', { name: 'Record payment' });
    expect(await dialog.getByLabel('Amount').inputValue()).toBe('18.50');
    await dialog.getByRole('button', { name: 'Record payment' }).click();
    await page.getByText('Payment recorded.').waitFor();
    await page.getByText('No payment and no open order matches').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  test('says when it was released because it was not paid', async () => {
    const order = await newOrder();
    await inDatabase(
      app,
      (sql) => sql`update orders set payment_due_at = now() - interval '1 minute' where id = ${order.id}`,
    );
    await desk.send('PATCH', `/orders/${order.id}/status`, {
      status: 'cancelled',
      cancel_reason: 'It was not paid in time.',
    });
    const { page, close } = await visit(browser, app);
    await page.goto(order.access_url);
    await page.getByText('Reason: It was not paid in time.').waitFor();
    await page.getByText(/If your payment is on its way already, call us/).waitFor();
    await close();
  });
});

describe('a program that sends a proof of 50 MB', () => {
  test('is told so in the envelope, and nothing is cut short', async () => {
    const order = await newOrder();
    const form = new FormData();
    form.append('proof', new File([new Uint8Array(50 * 1024 * 1024)], 'photo.jpg', { type: 'image/jpeg' }));
    const answer = await fetch(`${app.url}/api/orders/${order.order_number}/payments`, {
      method: 'POST',
      body: form,
      headers: { 'barrow-order-key': new URL(order.access_url).searchParams.get('key') ?? '' },
    });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ success: false, error: { code: 'FILE_002' } });
  });
});
