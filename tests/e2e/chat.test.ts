import type { Browser } from 'playwright-core';
import { expect, test } from 'vitest';
import type { App } from '#tests/support/app';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';
import { axeFindings, visit } from './customer-steps.ts';
import { expectFine, signIn } from './desk-steps.ts';

let app: App;
let browser: Browser;

openShopAndBrowser((both) => {
  ({ app, browser } = both);
});

test('a visitor and the desk talk with each other, live on both sides', async () => {
  const guest = await visit(browser, app);
  await guest.page.goto('/products');
  await guest.page.getByRole('link', { name: 'Talk to us' }).click();
  const talk = guest.page.getByRole('dialog', { name: 'Talk to us' });
  await talk.getByLabel('Your name').fill('Ana Pop');
  await talk.getByLabel('E-mail').fill('ana@example.com');
  await talk.getByRole('textbox', { name: 'Message' }).fill('Do you bake without seeds?');
  // Twice in a hurry: it is said once.
  await talk.getByRole('button', { name: 'Send' }).dblclick();
  const asked = talk.getByRole('list', { name: 'Messages' }).getByText('Do you bake without seeds?');
  await asked.waitFor();
  await talk.getByText(/^You ·/).waitFor();
  expect(await asked.count()).toBe(1);
  expect(await axeFindings(guest.page)).toEqual([]);

  const desk = await signIn(browser, app);
  await desk.page.goto('/admin/chat');
  await desk.page.getByRole('link', { name: /Ana Pop/ }).click();
  await desk.page.getByRole('heading', { name: 'Ana Pop', level: 1 }).waitFor();
  await desk.page.getByLabel('Answer Ana Pop').fill('We do: the rye loaf.');
  await desk.page.getByRole('button', { name: 'Send', exact: true }).click();
  await talk.getByText('We do: the rye loaf.').waitFor();
  await talk.getByRole('textbox', { name: 'Message' }).fill('Wonderful, thank you');
  await talk.getByRole('textbox', { name: 'Message' }).press('Enter');
  await desk.page.getByRole('list', { name: 'Messages' }).getByText('Wonderful, thank you').waitFor();

  await desk.page.getByRole('button', { name: 'Done' }).click();
  await desk.page.getByText('Done.').waitFor();
  await desk.page.getByRole('button', { name: 'Open again' }).waitFor();
  await expectFine(desk.page);
  await desk.page.goto('/admin/chat?show=resolved');
  await desk.page.getByRole('link', { name: /Ana Pop/ }).waitFor();
  await expectFine(desk.page);

  // The talk is there again on the next page, and on the next visit.
  await guest.page.goto('/chat');
  await guest.page.getByText('We do: the rye loaf.').waitFor();
  expect(await axeFindings(guest.page)).toEqual([]);
  expect([...guest.complaints, ...desk.complaints]).toEqual([]);
  await guest.close();
});

test('what could not be sent stays, and is sent once the line is back', async () => {
  const guest = await visit(browser, app);
  await guest.page.goto('/chat');
  const message = guest.page.getByRole('textbox', { name: 'Message' });
  await guest.page.getByLabel('E-mail').fill('bob@example.com');
  await message.fill('First');
  await message.press('Enter');
  await guest.page.getByText(/^You ·/).waitFor();
  await guest.page.context().setOffline(true);
  await message.fill('Second');
  await message.press('Enter');
  await guest.page.getByText('Not sent yet.').waitFor();
  await guest.page.context().setOffline(false);
  await guest.page.getByRole('button', { name: 'Send again' }).click();
  await expect.poll(() => guest.page.getByText(/^You ·/).count()).toBe(2);
  expect(await guest.page.getByText('Second', { exact: true }).count()).toBe(1);
  await guest.close();
});

test('without script it is a form that keeps what was typed', async () => {
  const { page, close } = await visit(browser, app, { script: false });
  await page.goto('/');
  await page.getByRole('link', { name: 'Talk to us' }).click();
  await page.getByRole('heading', { name: 'Talk to us', level: 1 }).waitFor();
  await page.getByLabel('Your name').fill('Carl');
  await page.getByLabel('E-mail').fill('nowhere');
  await page.getByRole('textbox', { name: 'Message' }).fill('Do you cater for forty?');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Enter an address such as anna@example.com.').waitFor();
  expect(await page.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('Do you cater for forty?');
  await page.getByLabel('E-mail').fill('carl@example.com');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Your message has arrived').waitFor();
  await page.goto('/chat');
  await page.getByText('Do you cater for forty?').waitFor();
  await close();
});
