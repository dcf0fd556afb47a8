import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { App } from '#tests/support/app';
import { axeFindings } from './customer-steps.ts';

type Login = { username: string; password: string };

/** Name and password on the page of the desk's door; what comes behind it is for the caller to wait for. */
export async function sayPassword(page: Page, { username, password }: Login): Promise<void> {
  await page.getByLabel('Username or e-mail').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Into the desk on a page that is open already; by default as the first admin. */
export async function enterDesk(page: Page, app: App, login: Login = app.admin): Promise<void> {
  await page.goto('/admin');
  await sayPassword(page, login);
  await page.waitForURL('**/admin/dashboard');
}

/** Somebody at the desk, signed in; by default the first admin. `complaints` are errors of the page's own scripts. */
export async function signIn(
  browser: Browser,
  app: App,
  login: Login = app.admin,
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    reducedMotion: 'reduce',
    baseURL: app.url,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await enterDesk(page, app, login);
  return { page, complaints };
}

/** Colors fade into those of the other theme: they are judged when they are there. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });

/** Nothing hides in a corner: on a desk and on a phone, by day and by night. */
export async function expectFine(page: Page): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 860 });
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await settled(page);
      expect(await axeFindings(page)).toEqual([]);
      const { scrollWidth, clientWidth } = await page.evaluate(() => ({
        scrollWidth: document.documentElement.scrollWidth,
        clientWidth: document.documentElement.clientWidth,
      }));
      expect(scrollWidth).toBe(clientWidth);
    }
  }
}
