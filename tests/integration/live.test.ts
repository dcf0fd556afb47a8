import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { authSessions, users } from '#db/schema/auth';
import { addToCart } from '#lib/cart/commands';
import { database } from '#lib/database';
import { databaseUrl, env } from '#lib/env';
import { cancelOrder, placeOrder } from '#lib/orders/commands';
import type { Grant, Sink } from '#lib/realtime/streams';
import { createListener } from '#lib/server/listener';
import { createLiveHub } from '#lib/server/live-hub';
import { adjustStock } from '#lib/stock/commands';
import { makeProduct, orderOf, staffMember, visitor } from '#tests/factories/shop';
import { type Heard, readEvents } from '#tests/support/streams';
import { until } from '#tests/support/wait';

const stops: (() => Promise<void>)[] = [];

/** What another process of the shop would have. */
function openHub(more: Record<string, number> = {}) {
  const listener = createListener(databaseUrl());
  const hub = createLiveHub(listener, { ...env(), ...more });
  stops.push(async () => {
    hub.end();
    await listener.stop();
  });
  return hub;
}

let hub = openHub();
const other = postgres(databaseUrl(), { max: 1, onnotice: () => undefined });
beforeEach(() => {
  hub = openHub();
});
afterAll(async () => {
  for (const stop of stops) await stop();
  await other.end();
});

const allowed = (more: Partial<Grant> = {}): Grant => ({
  topics: ['stock'],
  audiences: ['stock'],
  session: null,
  owners: [],
  lastId: null,
  sinceSeconds: 0,
  ...more,
});

/** Somebody who listens; `waiting` is what they have not read. */
function join(at: typeof hub, grant: Grant, { waiting = 0, address = '192.0.2.1' } = {}) {
  let [text, isCut, isEnded] = ['', false, false];
  const sink: Sink = {
    write(bytes) {
      text += bytes.toString();
      return waiting;
    },
    waiting: () => waiting,
    left: () => 0,
    end(last) {
      text += last;
      isEnded = true;
    },
    cut() {
      isCut = true;
    },
  };
  const refused = at.refuses(address, grant);
  const stream = refused === null ? at.open(sink, address, grant) : null;
  /** A heartbeat may come at any moment, and says nothing. */
  const events = (): Heard[] => readEvents(text).events.filter(({ event }) => event !== 'beat');
  return {
    refused,
    text: () => text,
    events,
    kinds: () => new Set(events().map(({ event }) => event)),
    lastId: () => events().at(-1)?.id ?? '',
    isCut: () => isCut,
    isEnded: () => isEnded,
    leave: () => stream?.gone(),
    hears: (event: string, data: Record<string, unknown> = {}) =>
      until(`${event} ${JSON.stringify(data)}`, 5000, () => {
        const found = events().find((one) => {
          const fields: Record<string, unknown> = Object(one.data);
          return one.event === event && Object.entries(data).every(([name, value]) => fields[name] === value);
        });
        return found ?? null;
      }),
  };
}

async function joined(...args: Parameters<typeof join>) {
  const one = join(...args);
  await one.hears('hello');
  return one;
}

async function setStock(variant_id: string, stock_quantity: number) {
  await adjustStock(await staffMember('staff'), { variant_id, stock_quantity });
}

describe('what is told', () => {
  it('is stock to everybody, an order to who follows it and to the desk, a cart to who holds it', async () => {
    const { productId, variantId } = await makeProduct();
    const filled = await addToCart(visitor(), {
      cart_key: null,
      variant_id: variantId,
      quantity: 1,
      on_date: null,
      note: '',
    });
    const stranger = await joined(hub, allowed());
    const desk = await joined(hub, allowed({ audiences: ['desk'] }));
    const holder = await joined(hub, allowed({ audiences: [`cart ${filled.cart.id}`] }));

    await setStock(variantId, 5);
    await stranger.hears('stock', { product_id: productId, variant_id: variantId, stock_quantity: 5, in_stock: true });

    await addToCart(visitor(), {
      cart_key: filled.cart_key,
      variant_id: variantId,
      quantity: 2,
      on_date: null,
      note: '',
    });
    await holder.hears('cart', { version: filled.cart.version + 1, item_count: 3 });

    const { order } = await placeOrder(visitor(), { ...orderOf([variantId]), items: undefined }, filled);
    await stranger.hears('stock', { variant_id: variantId, stock_quantity: 2 });
    await holder.hears('cart', { item_count: 0 });
    const { order_number } = order;
    await desk.hears('desk', { order_id: order.id, order_number, status: 'pending', payment_status: 'unpaid' });

    const follower = await joined(hub, allowed({ audiences: [`order:${order_number}`] }));
    const staff = await staffMember('staff');
    await cancelOrder(staff, { order_id: order.id, cancel_reason: null, stock: 'back', version: null });
    await follower.hears(`order:${order_number}`, { order_id: order.id, status: 'cancelled' });
    await stranger.hears('stock', { variant_id: variantId, stock_quantity: 5, few_left: false });

    expect(stranger.kinds()).toEqual(new Set(['hello', 'stock']));
    expect(holder.kinds()).toEqual(new Set(['hello', 'cart']));
    expect(follower.kinds()).toEqual(new Set(['hello', `order:${order_number}`]));
  });

  it('is in the order in which everybody can see it, however the numbers were handed out', async () => {
    const [first, second] = [await makeProduct(), await makeProduct()];
    const before = await joined(hub, allowed());
    const holds = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const slow = other.begin(async (tx) => {
      await tx`select append_event('stock.changed', 'variant', ${first.variantId}, '{}')`;
      begun.resolve();
      await holds.promise;
    });
    await begun.promise;
    await setStock(second.variantId, 4);
    // Whoever comes now must not be told a place behind which something may still appear.
    const meanwhile = await joined(hub, allowed());
    const place = meanwhile.lastId();
    expect(before.events().filter(({ event }) => event === 'stock')).toEqual([]);
    holds.resolve();
    await slow;
    for (const listener of [before, meanwhile, await joined(openHub(), allowed({ lastId: place }))]) {
      await listener.hears('stock', { variant_id: first.variantId });
      await listener.hears('stock', { variant_id: second.variantId, stock_quantity: 4 });
    }
  });

  it('begins a little back for a page that was made a moment ago, and only then', async () => {
    const { variantId } = await makeProduct();
    await setStock(variantId, 3);
    const page = await joined(hub, allowed({ sinceSeconds: 30 }));
    await page.hears('stock', { variant_id: variantId, stock_quantity: 3 });
    const program = await joined(hub, allowed());
    await setStock(variantId, 2);
    await program.hears('stock', { variant_id: variantId, stock_quantity: 2 });
    expect(program.events().map(({ event }) => event)).toEqual(['hello', 'stock']);
  });
});

describe('whoever comes back', () => {
  it('goes on where they were: in this process, and in another that remembers nothing', async () => {
    const { variantId } = await makeProduct();
    const first = await joined(hub, allowed());
    await setStock(variantId, 9);
    const { id } = await first.hears('stock', { variant_id: variantId, stock_quantity: 9 });
    first.leave();
    await setStock(variantId, 8);
    for (const at of [hub, openHub()]) {
      const again = await joined(at, allowed({ lastId: id }));
      await again.hears('hello', { resumed: true });
      await again.hears('stock', { variant_id: variantId, stock_quantity: 8 });
      expect(again.events().some(({ event }) => event === 'reset')).toBe(false);
    }
    expect(first.events().at(-1)?.data).toMatchObject({ stock_quantity: 9 });
  });

  it.each(['999999999999', 'x', '-1', '1\nevent: desk'])('is told to look anew after the id %j', async (lastId) => {
    const lost = await joined(hub, allowed({ lastId }));
    expect(lost.events().map(({ event }) => event)).toEqual(['hello', 'reset']);
    expect(lost.events()[0]?.data).toMatchObject({ resumed: false });
    expect(lost.lastId()).toMatch(/^\d+$/);
  });

  it('is told to look anew when the event is no longer kept, or too much has happened', async () => {
    const { variantId } = await makeProduct();
    await setStock(variantId, 7);
    const { lastId } = await joined(hub, allowed());
    const id = lastId();
    await database().db.execute(
      sql`select append_event('test.happened', 'test', 'one', '{}') from generate_series(1, 1001)`,
    );
    const late = openHub();
    expect((await joined(late, allowed({ lastId: id }))).events()[1]?.event).toBe('reset');
    await database().db.execute(sql`delete from domain_events where seq = ${id}::bigint`);
    expect((await joined(openHub(), allowed({ lastId: id }))).events()[1]?.event).toBe('reset');
  });
});

describe('limits', () => {
  it('hold per session, per address and in all, and make room again', async () => {
    const small = openHub({ STREAMS_MAX: 4, STREAMS_PER_ADDRESS: 3, STREAMS_PER_SESSION: 2 });
    const mine = allowed({ session: 'session one' });
    const [first] = [join(small, mine), join(small, mine)];
    expect(join(small, mine).refused).toBe('session');
    expect(join(small, allowed()).refused).toBe(null);
    expect(join(small, allowed()).refused).toBe('address');
    expect(join(small, allowed(), { address: '192.0.2.2' }).refused).toBe(null);
    expect(join(small, allowed(), { address: '192.0.2.3' }).refused).toBe('all');
    first.leave();
    expect(join(small, mine).refused).toBe(null);
    expect(small.counters).toMatchObject({ opened: 5, refused: 3 });
  });

  it('cut off who does not read, and nobody else', async () => {
    const { variantId } = await makeProduct();
    const good = await joined(hub, allowed());
    const slow = join(hub, allowed(), { waiting: 300 * 1024 });
    await until('the slow one is cut off', 5000, () => slow.isCut());
    await setStock(variantId, 1);
    await good.hears('stock', { variant_id: variantId });
    expect(good.isCut()).toBe(false);
    expect([hub.count(), hub.counters.cut]).toEqual([1, 1]);
  });
});

describe('rights', () => {
  it('end with the session and with the login they came from, at once', async () => {
    const [userId, sessionId, otherId] = [newId(), newId(), newId()];
    const { db } = database();
    await db.insert(users).values({ id: userId, username: userId, name: 'Kim', passwordHash: 'none', role: 'staff' });
    const expiresAt = new Date(Date.now() + 60_000);
    for (const id of [sessionId, otherId]) {
      await db.insert(authSessions).values({ id, userId, kind: 'staff', refreshHash: id, expiresAt });
    }
    const grant = (id: string) => allowed({ audiences: ['desk'], owners: [`session ${id}`, `user ${userId}`] });
    const [one, two, passer] = [
      await joined(hub, grant(sessionId)),
      await joined(hub, grant(otherId)),
      await joined(hub, allowed()),
    ];
    await db.execute(sql`update auth_sessions set revoked_at = now() where id = ${sessionId}`);
    await until('the first stream ends', 5000, () => one.isEnded());
    expect(one.text()).toMatch(/retry: \d+\n\n$/);
    expect(two.isEnded()).toBe(false);
    await db.execute(sql`update users set is_active = false where id = ${userId}`);
    await until('the second stream ends', 5000, () => two.isEnded());
    expect(passer.isEnded()).toBe(false);
  });
});

it('sends everybody away when the process ends, each at another moment', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => joined(hub, allowed())));
  hub.end();
  expect(all.every((one) => one.isEnded())).toBe(true);
  expect(new Set(all.map((one) => /retry: (\d+)\n\n$/.exec(one.text())?.[1])).size).toBeGreaterThan(1);
});
