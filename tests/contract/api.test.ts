import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '#tests/support/app';
import { type Client, openClient } from '#tests/support/client';

let app: App;
let client: Client;
let token = '';

beforeAll(async () => {
  app = await startApp({ env: { CORS_ORIGINS: 'https://front.example.com' } });
  client = await openClient(app.url);
  const signedIn = await client.send('POST', '/admin/login', { body: app.admin });
  expect(signedIn.status, signedIn.text).toBe(200);
  token = signedIn.data.token;
  const { data: slots } = await client.send('GET', '/slots');
  person.slot_id = slots.findLast(({ reason }: { reason: string | null }) => reason === null).id;
});
afterAll(() => app?.stop());

const person = { customer_name: 'Ana Pop', customer_phone: '+40 722 123 456', delivery_type: 'pickup', slot_id: '' };

/** Not held against the document over HTTP yet; integration tests call their handlers. */
const NOT_YET = new Set([
  ...['archiveLocation', 'archiveZone', 'changeOwnOrder', 'changeSlot', 'confirmPhone'],
  ...['createClosure', 'createLocation', 'createOpeningRule', 'createZone', 'endClosure'],
  ...['getAvailability', 'getClosure', 'getDaySheet', 'getDeskSlot', 'getDeskZone'],
  ...['getLocation', 'getOpeningRule', 'getOrderCalendar', 'getPaymentProof', 'getPlans'],
  ...['getTransferQr', 'listClosures', 'listDeskSlots', 'listDeskZones', 'listLocations'],
  ...['listOpeningRules', 'listOutbox', 'listPayments', 'removeClosure', 'removeOpeningRule'],
  ...['replaceClosure', 'replaceLocation', 'replaceOpeningRule', 'replaceZone', 'restoreLocation'],
  ...['restoreZone', 'sendPhoneCode', 'setPlans', 'updateClosure', 'updateLocation'],
  ...['updateOpeningRule', 'updateZone'],
]);

async function newProduct(fields: Record<string, unknown> = {}) {
  const name = `Test loaf ${Math.random().toString(36).slice(2)}`;
  const made = await client.send('POST', '/admin/products', {
    token,
    body: { name, price: 4.8, stock_quantity: 20, ...fields },
  });
  expect(made.status, made.text).toBe(201);
  return made.data;
}

const newOrder = async (variantId: string, more: Record<string, unknown> = {}, headers?: Record<string, string>) =>
  client.send('POST', '/orders', {
    body: { ...person, items: [{ variant_id: variantId, quantity: 2 }], ...more },
    headers,
  });
const keyOf = (order: { access_url: string }) => new URL(order.access_url).searchParams.get('key') ?? '';

describe('the storefront', () => {
  it('lists, searches, filters and pages', async () => {
    const all = await client.send('GET', '/products?limit=5&sort=price');
    expect(all.status).toBe(200);
    expect(all.meta).toMatchObject({ page: 1, limit: 5, total_exact: true });
    const prices = all.data.map(({ price }: { price: number }) => price);
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
    const on = await client.send('GET', `/products?limit=5&sort=price&cursor=${all.meta.next_cursor}`);
    expect(on.data[0].id).not.toBe(all.data[0].id);
    const [first] = all.data;
    expect((await client.send('GET', `/products/${first.slug}`)).data.id).toBe(first.id);
    expect((await client.send('GET', `/products/${first.id}`)).data.slug).toBe(first.slug);
    expect((await client.send('GET', '/products/bestsellers?limit=3')).data.length).toBeLessThanOrEqual(3);
    const { data: shelves } = await client.send('GET', '/categories');
    const inShelf = await client.send('GET', `/products?category=${shelves[0].slug}`);
    expect(inShelf.meta.total).toBe(shelves[0].product_count);
    expect((await client.send('GET', '/shop')).data).toMatchObject({ currency: first.currency });
  });

  it('answers 304 for what has not changed, and shows a change at the next request', async () => {
    const product = await newProduct();
    const first = await client.send('GET', `/products/${product.slug}`);
    const etag = first.headers.get('etag') ?? '';
    const second = await client.send('GET', `/products/${product.slug}`, { headers: { 'if-none-match': etag } });
    expect([second.status, second.text]).toEqual([304, '']);
    await client.send('PATCH', `/admin/products/${product.id}`, { token, body: { price: 5.5 } });
    const third = await client.send('GET', `/products/${product.slug}`, { headers: { 'if-none-match': etag } });
    expect([third.status, third.data?.price]).toEqual([200, 5.5]);
    await client.send('PATCH', `/admin/products/${product.id}/stock`, { token, body: { stock_quantity: 0 } });
    expect((await client.send('GET', `/products/${product.slug}`)).data.in_stock).toBe(false);
    await client.send('DELETE', `/admin/products/${product.id}`, { token });
    expect((await client.send('GET', `/products/${product.slug}`)).status).toBe(404);
  });

  it('keeps a cart by header and by cookie', async () => {
    const product = await newProduct();
    const variant = product.variants[0].id;
    expect((await client.send('GET', '/cart')).data).toMatchObject({ id: null, items: [] });
    const made = await client.send('POST', '/cart', { body: { variant_id: variant, quantity: 2 } });
    expect(made.status).toBe(201);
    const cookie = made.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^barrow-cart=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
    const key = { 'barrow-cart': made.data.session };
    const byCookie = { cookie: cookie.split(';')[0] ?? '' };
    expect((await client.send('GET', '/cart', { headers: byCookie })).data.item_count).toBe(2);
    expect((await client.send('GET', `/cart/${made.data.session}`)).data.item_count).toBe(2);
    const item = `/cart/items/${made.data.items[0].id}`;
    const more = await client.send('PATCH', item, { headers: key, body: { quantity: 5 } });
    expect(more.data).toMatchObject({ item_count: 5, subtotal: 24, session: null });
    const foreign = { ...byCookie, origin: 'https://evil.example.com' };
    expect((await client.send('PATCH', item, { headers: foreign, body: { quantity: 1 } })).code).toBe('CART_001');
    const ordered = await client.send('POST', '/orders', { headers: key, body: person });
    expect([ordered.status, ordered.data?.total]).toEqual([201, 24]);
    expect((await client.send('GET', '/cart', { headers: key })).data.items).toEqual([]);
    expect((await client.send('DELETE', item, { headers: key })).status).toBe(204);
    expect((await client.send('DELETE', '/cart', { headers: key })).status).toBe(204);
  });

  it('quotes delivery', async () => {
    const quote = await client.send('POST', '/delivery/quote', { body: { postal_code: '00000', subtotal: 20 } });
    expect([200, 422]).toContain(quote.status);
  });
});

describe('an order', () => {
  it('is placed once per key, tracked, opened by its link and cancelled', async () => {
    const product = await newProduct({ stock_quantity: 10 });
    const variant = product.variants[0].id;
    const headers = { 'idempotency-key': `k-${product.id}` };
    const first = await newOrder(variant, {}, headers);
    expect(first.status, first.text).toBe(201);
    const again = await newOrder(variant, {}, headers);
    expect([again.status, again.data.id, again.headers.get('idempotent-replayed')]).toEqual([
      201,
      first.data.id,
      'true',
    ]);
    expect(await newOrder(variant, { preferred_time: 'noon' }, headers)).toMatchObject({
      status: 422,
      code: 'REQ_003',
    });

    const { order_number: number } = first.data;
    const facts = { order_number: number, phone: person.customer_phone };
    const tracked = await client.send('POST', '/orders/track', { body: facts });
    expect(tracked.data).toMatchObject({ order_number: number, status: 'pending', total: 9.6, due: 9.6 });
    expect(tracked.text).not.toContain('Ana');
    const query = new URLSearchParams(facts);
    expect((await client.send('GET', `/orders/track?${query}`)).data).toEqual(tracked.data);

    const link = { 'barrow-order-key': keyOf(first.data) };
    const own = await client.send('GET', `/orders/${number}`, { headers: link });
    expect(own.data).toMatchObject({ id: first.data.id, customer_name: 'Ana Pop' });
    expect((await client.send('GET', `/orders/${number}`)).status).toBe(404);
    const unchanged = { ...link, 'if-none-match': own.headers.get('etag') ?? '' };
    expect((await client.send('GET', `/orders/${number}`, { headers: unchanged })).status).toBe(304);
    const cancelled = await client.send('POST', `/orders/${number}/cancel`, { headers: link });
    expect(cancelled.data).toMatchObject({ status: 'cancelled', due: 0 });
    expect((await client.send('POST', `/orders/${number}/cancel`, { headers: link })).code).toBe('ORD_002');
    const { data } = await client.send('GET', `/admin/products/${product.id}`, { token });
    expect(data.stock_quantity).toBe(10);
  });

  it('goes through the desk to completed, paid by a claim that is confirmed', async () => {
    const product = await newProduct();
    const variant = product.variants[0].id;
    const placed = await newOrder(variant, { payment_method: 'bank_transfer' });
    const method = placed.status === 201 ? placed : await newOrder(variant);
    const { id, order_number: number } = method.data;
    const link = { 'barrow-order-key': keyOf(method.data) };
    const claimed = await client.send('POST', `/orders/${number}/payments`, {
      headers: link,
      body: { reference: 'x' },
    });
    if (claimed.status === 201) {
      expect(claimed.data.payment_status).toBe('submitted');
      const payment = `/admin/payments/${claimed.data.payments[0].id}`;
      expect((await client.send('POST', `${payment}/reject`, { token, body: {} })).data.payment_status).toBe('unpaid');
      const second = await client.send('POST', `/orders/${number}/payments`, { headers: link, body: {} });
      const confirm = `/admin/payments/${second.data.payments.at(-1).id}/confirm`;
      expect((await client.send('POST', confirm, { token })).data.payment_status).toBe('paid');
    } else {
      expect(claimed.code).toBe('PAY_001');
    }
    const stale = { token, headers: { 'if-match': '"1"' }, body: { status: 'processing' } };
    const { headers } = await client.send('GET', `/admin/orders/${id}`, { token });
    const fresh = { token, headers: { 'if-match': headers.get('etag') ?? '' }, body: { status: 'processing' } };
    expect((await client.send('PATCH', `/admin/orders/${id}/status`, fresh)).data.status).toBe('processing');
    expect((await client.send('PATCH', `/admin/orders/${id}/status`, stale)).code).toBe('REQ_002');
    expect((await client.send('PATCH', `/admin/orders/${id}`, { token, body: { status: 'ready' } })).status).toBe(200);
    const done = await client.send('PUT', `/admin/orders/${id}`, {
      token,
      body: { status: 'delivered', payment_status: 'paid' },
    });
    expect(done.data).toMatchObject({ status: 'completed', payment_status: 'paid', due: 0 });
    const back = await client.send('POST', `/admin/orders/${id}/refunds`, { token, body: { amount: 1.5 } });
    expect(back.data.payment_status).toBe('partially_refunded');
  });

  it('is taken at the desk, at both addresses, and listed, filtered and exported', async () => {
    const product = await newProduct();
    const items = [{ product_id: product.id, quantity: 1, note: '=HYPERLINK("x")' }];
    const made = await client.send('POST', '/admin/customers', {
      token,
      body: { name: '=1+1 Desk', phone: '+40 733 987 654' },
    });
    expect(made.status, made.text).toBe(201);
    const desk = { items, delivery_type: 'pickup', slot_id: person.slot_id, customer_id: made.data.id };
    const taken = await client.send('POST', '/admin/orders', { token, body: { ...desk, is_paid: true } });
    expect(taken.data).toMatchObject({ channel: 'desk', payment_status: 'paid', customer: { id: made.data.id } });
    const older = await client.send('POST', '/v1/orders', { token, body: desk });
    expect([older.status, older.data?.channel]).toEqual([201, 'desk']);
    const paid = await client.send('POST', `/admin/orders/${older.data.id}/payments`, { token, body: {} });
    expect([paid.status, paid.data?.payment_status]).toEqual([201, 'paid']);

    const list = `?customer_id=${made.data.id}&limit=1`;
    const first = await client.send('GET', `/admin/orders${list}`, { token });
    expect(first.meta).toMatchObject({ total: 2, pages: 2 });
    expect((await client.send('GET', `/v1/orders${list}&status=ordered`, { token })).meta.total).toBe(2);
    expect((await client.send('GET', `/v1/orders/${older.data.id}`, { token })).data.id).toBe(older.data.id);
    const moved = await client.send('PATCH', `/v1/orders/${older.data.id}/status`, {
      token,
      body: { status: 'confirmed' },
    });
    expect([moved.status, moved.data?.status]).toEqual([200, 'confirmed']);

    const csv = await client.send('GET', `/admin/orders/export?customer_id=${made.data.id}`, { token });
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.text).toContain(older.data.order_number);
    for (const cell of csv.text.split(/[\r\n,]+/)) expect(cell.replace(/^"/, '')).not.toMatch(/^[=+@\t]/);

    const history = await client.send('GET', `/admin/customers/${made.data.id}`, { token });
    expect(history.data).toMatchObject({ order_count: 2, orders: [{}, {}] });
    const path = `/admin/customers/${made.data.id}`;
    expect((await client.send('PATCH', path, { token, body: { notes: 'By the door' } })).data.notes).toBe(
      'By the door',
    );
    const whole = { name: 'Desk', phone: null, email: 'desk@example.com' };
    expect((await client.send('PUT', path, { token, body: whole })).data).toMatchObject(whole);
    expect((await client.send('DELETE', path, { token })).status).toBe(204);
    expect((await client.send('POST', `${path}/restore`, { token })).data.archived_at).toBeNull();
    expect((await client.send('GET', '/admin/customers?limit=1', { token })).meta.limit).toBe(1);
    expect((await client.send('GET', '/v1/customers?q=desk@example.com', { token })).meta.total).toBe(1);
  });
});

describe('the desk', () => {
  it('edits products with versions, pictures and stock', async () => {
    const product = await newProduct();
    const path = `/admin/products/${product.id}`;
    const { headers } = await client.send('GET', path, { token });
    const version = { 'if-match': headers.get('etag') ?? '' };
    const change = { token, headers: version, body: { featured: true } };
    const changed = await client.send('PATCH', path, change);
    expect([changed.status, changed.data?.featured]).toEqual([200, true]);
    expect((await client.send('PATCH', path, change)).code).toBe('REQ_002');
    const again = { token, headers: { 'if-match': changed.headers.get('etag') ?? '' } };
    const replaced = await client.send('PUT', path, { ...again, body: { name: product.name, price: 6 } });
    expect(replaced.data).toMatchObject({ price: 6, featured: false, stock_quantity: 20 });

    const stock = await client.send('PATCH', `${path}/stock`, { token, body: { delta: 5, reason: 'receive' } });
    expect(stock.data.stock_quantity).toBe(25);
    const variant = `/admin/variants/${stock.data.variant_id}/stock`;
    expect((await client.send('PATCH', variant, { token, body: { stock_quantity: 7 } })).data.stock_quantity).toBe(7);
    const movements = await client.send('GET', `/admin/stock/movements?product_id=${product.id}`, { token });
    expect(movements.data.map(({ delta }: { delta: number }) => delta)).toEqual([-18, 5, 20]);

    const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#a06030' } })
      .png()
      .toBuffer();
    const upload = async (content: Uint8Array<ArrayBuffer>, type: string) => {
      const form = new FormData();
      form.set('file', new Blob([content], { type }), 'loaf.png');
      form.set('alt', 'A loaf');
      return client.send('POST', `${path}/images`, { token, form });
    };
    const first = await upload(new Uint8Array(bytes), 'image/png');
    expect(first.status, first.text).toBe(201);
    const second = await upload(new Uint8Array(bytes), 'image/png');
    expect(second.data).toMatchObject({ alt: 'A loaf', width: 900, height: 600 });
    const picture = await fetch(`${app.url}${second.data.url}`);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect((await upload(new TextEncoder().encode('<svg/>'), 'image/png')).code).toBe('FILE_001');
    const turned = [second.data.id, first.data.id];
    const ordered = await client.send('PUT', `${path}/images`, { token, body: { ids: turned } });
    expect(ordered.data.map(({ id }: { id: string }) => id)).toEqual(turned);
    const image = `${path}/images/${second.data.id}`;
    expect((await client.send('PUT', image, { token, body: { alt: 'Dark' } })).data.alt).toBe('Dark');
    expect((await client.send('DELETE', image, { token })).status).toBe(204);

    expect((await client.send('DELETE', path, { token })).status).toBe(204);
    expect((await client.send('POST', `${path}/restore`, { token })).data.archived_at).toBeNull();
    expect((await client.send('GET', '/v1/flowers?limit=1', { token })).meta.limit).toBe(1);
    expect((await client.send('GET', `/v1/flowers/${product.id}`, { token })).data.id).toBe(product.id);
    expect((await client.send('GET', '/admin/products?state=active&limit=2', { token })).data).toHaveLength(2);
  });

  it('edits categories', async () => {
    const name = `Shelf ${Math.random()}`;
    const made = await client.send('POST', '/admin/categories', { token, body: { name } });
    expect(made.status).toBe(201);
    expect((await client.send('POST', '/admin/categories', { token, body: { name } })).code).toBe('CONF_001');
    const path = `/admin/categories/${made.data.id}`;
    expect((await client.send('GET', path, { token })).data.name).toBe(name);
    expect((await client.send('PATCH', path, { token, body: { active: false } })).data.active).toBe(false);
    expect((await client.send('PUT', path, { token, body: { name } })).data.active).toBe(true);
    expect((await client.send('DELETE', path, { token })).status).toBe(204);
    expect((await client.send('GET', '/admin/categories?archived=true', { token })).data.length).toBeGreaterThan(0);
    expect((await client.send('POST', `${path}/restore`, { token })).data.archived_at).toBeNull();
  });

  it('reads figures and changes settings', async () => {
    const figures = await client.send('GET', '/admin/analytics/dashboard?days=7', { token });
    expect(figures.data.trend).toHaveLength(7);
    const before = await client.send('GET', '/admin/settings/shop', { token });
    const put = await client.send('PUT', '/admin/settings/shop', {
      token,
      body: { ...before.data, tagline: 'New words' },
    });
    expect([put.status, put.data?.tagline]).toEqual([200, 'New words']);
    expect((await client.send('GET', '/shop')).data.tagline).toBe('New words');
    const payments = await client.send('GET', '/admin/settings/payments', { token });
    const same = await client.send('PUT', '/admin/settings/payments', { token, body: payments.data });
    expect(same.data).toEqual(payments.data);
  });
});

describe('tokens', () => {
  it('come by form or JSON, rotate, and end at once', async () => {
    const form = new URLSearchParams({ ...app.admin, grant_type: 'password' });
    const signedIn = await client.send('POST', '/v1/auth/login', { form });
    expect(signedIn.data).toMatchObject({ token_type: 'Bearer', user: { role: 'admin' } });
    const me = await client.send('GET', '/auth/me', { token: signedIn.data.token });
    expect(me.data).toEqual(signedIn.data.user);
    const refresh = { body: { refresh_token: signedIn.data.refresh_token } };
    const renewed = await client.send('POST', '/auth/refresh', refresh);
    expect(renewed.status).toBe(200);
    const out = await client.send('POST', '/auth/logout', { token: renewed.data.token });
    expect([out.status, out.data]).toEqual([200, { signed_out: true }]);
    expect((await client.send('GET', '/auth/me', { token: renewed.data.token })).code).toBe('AUTH_002');
    expect(
      (await client.send('POST', '/auth/refresh', { body: { refresh_token: renewed.data.refresh_token } })).code,
    ).toBe('AUTH_002');
    // A refresh token used twice is in two hands.
    const third = await client.send('POST', '/auth/login', { body: app.admin });
    const once = { body: { refresh_token: third.data.refresh_token } };
    const fourth = await client.send('POST', '/auth/refresh', once);
    expect((await client.send('POST', '/auth/refresh', once)).code).toBe('AUTH_002');
    expect((await client.send('GET', '/auth/me', { token: fourth.data.token })).code).toBe('AUTH_002');
  });
});

describe('addresses', () => {
  it.each([
    ['GET', '/nothing', 404, 'REQ_005'],
    ['POST', '/products/x/y/z', 404, 'REQ_005'],
    ['GET', '/auth/nothing', 404, 'REQ_005'],
    ['GET', '', 404, 'REQ_005'],
    ['DELETE', '/products', 405, 'REQ_006'],
    ['PATCH', '/orders/track', 405, 'REQ_006'],
    ['GET', '/auth/login', 405, 'REQ_006'],
  ])('%s %s answers in the envelope', async (method, address, status, code) => {
    const answer = await client.send(method, address);
    expect([answer.status, answer.code]).toEqual([status, code]);
    if (status === 405) expect(answer.headers.get('allow')).toMatch(/(GET|POST).*OPTIONS/);
  });

  it('answers HEAD like GET without a body', async () => {
    const answer = await fetch(`${app.url}/api/products`, { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect((await fetch(`${app.url}/api/cart`, { method: 'HEAD' })).status).toBe(200);
  });

  it('names origins that were admitted, and no others', async () => {
    const from = (origin: string) => fetch(`${app.url}/api/shop`, { headers: { origin } });
    const admitted = await from('https://front.example.com');
    expect(admitted.headers.get('access-control-allow-origin')).toBe('https://front.example.com');
    expect((await from('https://evil.example.com')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('is alive and ready', async () => {
    expect((await client.send('GET', '/health')).data).toEqual({ status: 'ok' });
    expect((await client.send('GET', '/health/ready')).data).toEqual({ status: 'ready' });
    expect((await client.send('GET', '/openapi.json')).headers.get('cache-control')).toContain('public');
  });

  it('ends every session of a user on request', async () => {
    const { data } = await client.send('POST', '/auth/login', { body: app.admin });
    expect((await client.send('POST', '/auth/logout-all', { token: data.token })).status).toBe(200);
    expect((await client.send('GET', '/auth/me', { token })).code).toBe('AUTH_002');
  });

  it('leaves no operation of the document untried', () => {
    expect(client.operations.filter((id) => !client.seen.has(id) && !NOT_YET.has(id))).toEqual([]);
  });
});
