// What a browser that has been here before shows while the shop cannot be reached (decision 041). It keeps the page
// `/offline` and what was in the cart, and no other page: a shop that looks open while nothing can be ordered is worse.

const KEPT = 'barrow-1';
const OFFLINE = '/offline';
const CART = '/api/cart';
const DAY_MS = 86_400_000;

/** Pages of one language stand below its two letters, those of the shop's own below nothing. */
const offlineOf = (pathname) => `${/^\/(?:en|ro|de)(?=\/|$)/.exec(pathname)?.[0] ?? ''}${OFFLINE}`;

async function keepOffline(address) {
  const cache = await caches.open(KEPT);
  const page = await fetch(address, { cache: 'no-cache', credentials: 'omit' });
  // Of a language that the shop no longer offers there is nothing to keep.
  if (!page.ok || page.redirected) return;
  const parts = (await page.clone().text()).matchAll(/(?:url\(|href=)"(\/(?:fonts|art)\/[^"#]+)/g);
  await cache.addAll([...new Set(Array.from(parts, ([, part]) => part))]);
  await cache.put(address, page);
}

async function refreshOffline(address) {
  const kept = await caches.match(address);
  // The telephone of the shop may have changed.
  if (kept && Date.now() - Date.parse(kept.headers.get('date') ?? '') < DAY_MS) return;
  await keepOffline(address);
}

async function keepCart() {
  const cache = await caches.open(KEPT);
  const cart = await fetch(CART);
  if (cart.ok) await cache.put(CART, cart);
  else await cache.delete(CART);
}

/** Nobody is there to hear that a copy could not be renewed: the next page tries again. */
const inTheBackground = (work) => work.catch(() => undefined);

async function openPage(event, address) {
  try {
    const page = (await event.preloadResponse) ?? (await fetch(event.request));
    event.waitUntil(inTheBackground(refreshOffline(address)));
    return page;
  } catch (error) {
    const kept = (await caches.match(address)) ?? (await caches.match(OFFLINE));
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener('install', (event) => {
  event.waitUntil(keepOffline(OFFLINE).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  // The page is asked for while this worker is still waking up.
  event.waitUntil(self.registration.navigationPreload?.enable());
});

self.addEventListener('message', (event) => {
  if (event.data === 'cart') event.waitUntil(inTheBackground(keepCart()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin || request.method !== 'GET') return;
  if (request.mode === 'navigate') {
    // The desk has its own way through a lost connection, and programs want the truth.
    if (/^\/(admin|api|docs)(\/|$)/.test(pathname)) return;
    event.respondWith(openPage(event, offlineOf(pathname)));
  } else if (pathname.startsWith('/fonts/') || pathname.startsWith('/art/')) {
    event.respondWith(fetch(request).catch(async (error) => (await caches.match(pathname)) ?? Promise.reject(error)));
  }
});
