import { join } from 'node:path';
import { expect } from 'vitest';
import { keepBackup } from '#lib/backup/keep';
import { type App, startApp } from '#tests/support/app';
import { type Answer, type Client, openClient, type Sent } from '#tests/support/client';
import { openQueue } from '#tests/support/queue';

/** The one running shop that every call is made to, its desk, and what several subjects need from it. */

export const FRONT_END = 'https://front.example.com';
const BACKUP_PASSPHRASE = 'seven loaves and two fishes';

let app: App;
let client: Client;
let token = '';
let pickupSlot = '';
let people = 0;

export async function openShop(): Promise<void> {
  app = await startApp({ env: { CORS_ORIGINS: FRONT_END, BACKUP_PASSPHRASE } });
  client = await openClient(app.url);
  await signInAtDesk();
  pickupSlot = (await freeSlot((await newPlace()).id)).id;
}
export const closeShop = () => app?.stop();

export const send = (method: string, address: string, sent?: Sent) => client.send(method, address, sent);
/** The same by the first admin. */
export const desk = (method: string, address: string, body?: unknown, headers?: Record<string, string>) =>
  client.send(method, address, { token, headers, ...(body instanceof FormData ? { form: body } : { body }) });
/** Past the document: pictures, HEAD, and what is asked by other origins. */
export const outside = (path: string, init?: RequestInit) => fetch(`${app.url}${path}`, init);

export const operations = () => client.operations;
export const neverDone = () => client.neverDone();
export const neverRefused = () => client.neverRefused();
export const admin = () => app.admin;

/** Needed again by whoever ended the session of the desk. */
export async function signInAtDesk(): Promise<void> {
  token = dataOf(await send('POST', '/admin/login', { body: app.admin })).token;
}

/** The data of an answer that has to be this success. */
export function dataOf({ status, text, data }: Answer, expected = 200) {
  expect(status, text).toBe(expected);
  return data;
}

export const NOT_FOUND = { status: 404, code: 'DB_002' };
/** A path or query that cannot be read; a value that can be read and is wrong. */
export const MALFORMED = { status: 400, code: 'REQ_001' };
export const INVALID = { status: 422, code: 'VALIDATION_ERROR' };

/** Background work that a worker gave up; none runs here. */
export async function failedJob(): Promise<string> {
  const queue = await openQueue(app.databaseUrl);
  try {
    return await queue.failed();
  } finally {
    await queue.stop();
  }
}

/** A backup of this shop where its desk looks for them. */
export async function storedBackup(): Promise<string> {
  const name = 'barrow-20260601-030000.age';
  const path = join(app.dataDir, 'backups', name);
  const { databaseUrl: url, dataDir } = app;
  await keepBackup({ path, url, dataDir, passphrase: BACKUP_PASSPHRASE, takenAt: new Date('2026-06-01T03:00:00Z') });
  return name;
}

/** One that a worker would be making now. */
export async function backupUnderWay(): Promise<void> {
  const queue = await openQueue(app.databaseUrl);
  try {
    await queue.ask('backups');
  } finally {
    await queue.stop();
  }
}

/** An address that leads nowhere. */
export const nobody = () => crypto.randomUUID();

export async function newProduct(fields: Record<string, unknown> = {}) {
  const body = { name: `Test loaf ${nobody()}`, price: 4.8, stock_quantity: 20, ...fields };
  const product = dataOf(await desk('POST', '/admin/products', body), 201);
  return { ...product, variantId: product.variants[0].id };
}

/** A place that is open every day from 8 to 12 for as many orders as come, in slots of an hour. */
export async function newPlace(purpose = 'pickup') {
  const address = { name: `Yard ${nobody()}`, street: 'Ofenhof 9', city: 'Berlin' };
  const place = dataOf(await desk('POST', '/admin/locations', address), 201);
  const cutoff = { kind: 'minutes', minutes: 0 };
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    const rule = { location_id: place.id, purpose, weekday, starts: '08:00', ends: '12:00', slot_minutes: 60, cutoff };
    dataOf(await desk('POST', '/admin/opening-rules', rule), 201);
  }
  return place;
}

/** The last slot of a place that can be had: days away, so that no test runs into its cut-off. */
export async function freeSlot(placeId: string, more = 'method=pickup') {
  const offered = dataOf(await send('GET', `/slots?location=${placeId}&${more}`));
  return offered.findLast(({ reason }: { reason: string | null }) => reason === null);
}

/** What somebody sends who was never here before, to collect in a slot that takes any number of orders. */
export function person(more: Record<string, unknown> = {}) {
  people += 1;
  return {
    customer_name: 'Ana Pop',
    customer_phone: `+40722${String(100_000 + people)}`,
    delivery_type: 'pickup',
    slot_id: pickupSlot,
    ...more,
  };
}

export const order = (variantId: string, more: Record<string, unknown> = {}, headers?: Record<string, string>) =>
  send('POST', '/orders', { body: person({ items: [{ variant_id: variantId, quantity: 2 }], ...more }), headers });

/** Two of something new: 9.60. */
export async function newOrder(more: Record<string, unknown> = {}) {
  const { variantId } = await newProduct();
  return dataOf(await order(variantId, more), 201);
}

/** What opens an order to whoever has its signed link. */
export const linkOf = ({ access_url }: { access_url: string }) => ({
  'barrow-order-key': new URL(access_url).searchParams.get('key') ?? '',
});
