import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type App, type AppOptions, startApp } from './app.ts';
import { launchBrowser } from './browser.ts';

type Both = { app: App; browser: Browser };

/**
 * A built app and a browser for the tests of a file: there before its own hooks that come after this, ended after all of
 * them. They are handed over and not returned, because there are none yet while the file is read.
 */
export function openShopAndBrowser(take: (both: Both) => void, options: AppOptions = {}): void {
  let both: Both | undefined;
  beforeAll(async () => {
    const [app, browser] = await Promise.all([startApp(options), launchBrowser()]);
    both = { app, browser };
    take(both);
  });
  afterAll(async () => {
    await both?.browser.close();
    await both?.app.stop();
  });
}
