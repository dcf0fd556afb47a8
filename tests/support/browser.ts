import { type Browser, chromium, type Page } from 'playwright-core';
import { requireChromium } from '#scripts/chromium';

/**
 * Waits until React holds every control of a page of ours: what is typed within the moment before is lost, and nobody is
 * at the keys as early as a test.
 */
const alive = (page: Page) =>
  page.waitForFunction(() => {
    if (!document.querySelector('script[src*="/_next/"]')) return true;
    const controls = [...document.querySelectorAll('main :is(button, input:not([type="hidden"]), select, textarea)')];
    return [document.body, ...controls].every((one) => Object.keys(one).some((key) => key.startsWith('__react')));
  });

/** A page whose `goto` and `reload` end once it is alive; without script it never is, and needs not be. */
function watch(page: Page): Page {
  const { goto, reload } = page;
  page.goto = async (...args) => {
    const response = await goto.apply(page, args);
    await alive(page);
    return response;
  };
  page.reload = async (...args) => {
    const response = await reload.apply(page, args);
    await alive(page);
    return response;
  };
  return page;
}

export async function launchBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: requireChromium((sentence) => process.stderr.write(`${sentence}\n`)),
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update'],
    ],
  });
  const { newContext } = browser;
  browser.newContext = async (options) => {
    // What a page asks for goes to the shop itself, except where a test is about the worker between them.
    const context = await newContext.call(browser, { serviceWorkers: 'block', ...options });
    if (options?.javaScriptEnabled !== false) {
      const { newPage } = context;
      context.newPage = async () => watch(await newPage.call(context));
    }
    return context;
  };
  return browser;
}
