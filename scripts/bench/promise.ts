import { setTimeout as turn } from 'node:timers/promises';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { Db } from '#db/client';
import { newId } from '#db/columns';
import { getSellables } from '#lib/catalog/queries/sellables';
import { database } from '#lib/database';
import { databaseUrl } from '#lib/env';
import { findSlots, isFree, type Wish } from '#lib/promise/queries/slots';

/**
 * What the engine takes to answer "the next 14 days" for a cart of 10 products, half of them baked per day, with about
 * 200 slots and 5,000 open orders. Run by `npm run bench` against the shop it has set up; prints one line of JSON:
 * median milliseconds of wall time (database and processor together) and of processor time alone, and the queries.
 */

const ITEMS = 10;
const ORDERS = 5000;
const ROUNDS = 300;

const { db } = database();
const client = postgres(databaseUrl(), { max: 1, onnotice: () => undefined });

async function setUp(): Promise<string[]> {
  const place = newId();
  await client`update opening_rules set valid_to = current_date - 1`;
  await client`insert into locations (id, name, street, city) values (${place}, 'Bench', 'Street 1', 'Town')`;
  // 15 slots on each of 14 days.
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    await client`insert into opening_rules (id, location_id, purpose, weekday, starts, ends, slot_minutes,
        capacity_orders, capacity_load, cutoff)
      values (${newId()}, ${place}, 'pickup', ${weekday}, '07:00', '14:30', 30, 60, 400,
        ${client.json({ kind: 'minutes', minutes: 60 })})`;
  }
  const variants = await client<{ id: string }[]>`
    select v.id from product_variants v join products p on p.id = v.product_id
    where p.active and p.archived_at is null and v.archived_at is null order by v.id limit ${ITEMS}`;
  const ids = variants.map(({ id }) => id);
  await client`update product_variants set stock_quantity = 1000, stock_mode = 'tracked' where id in ${client(ids)}`;
  const perDate = ids.slice(0, ITEMS / 2);
  await client`update product_variants set stock_mode = 'per_date' where id in ${client(perDate)}`;
  await client`delete from production_plans where variant_id in ${client(perDate)}`;
  await client`insert into production_plans (variant_id, on_date, planned, sold)
    select v, d::date, 100, 40 from unnest(${perDate}::uuid[]) v, generate_series(current_date, current_date + 20, '1 day') d`;
  return ids;
}

/** Open orders over all slots: written as they stand, the engine only reads them. */
async function fill(wish: Wish): Promise<void> {
  const { slots } = await findSlots({ db, now: new Date(), locale: 'en' }, wish);
  const rows = slots.map(({ slot }) => ({
    id: slot.id,
    at: slot.startsAt.toISOString(),
    until: slot.endsAt.toISOString(),
    place: slot.locationId,
  }));
  const json = client.json(rows);
  const each = Math.ceil(ORDERS / rows.length);
  await client`insert into slots (id, location_id, method, starts_at, ends_at, cutoff_at, capacity_orders, capacity_load,
      booked_orders, booked_load)
    select (s->>'id')::uuid, (s->>'place')::uuid, 'pickup', (s->>'at')::timestamptz, (s->>'until')::timestamptz,
      (s->>'at')::timestamptz, 60, 400, ${each}, ${each * 5} from jsonb_array_elements(${json}::jsonb) s
    on conflict (id) do nothing`;
  await client`insert into orders (id, order_number, channel, customer_name, customer_phone, payment_method,
      delivery_type, currency, subtotal_minor, total_minor, placed_on, slot_id, slot_starts_at, slot_ends_at, load_points)
    select gen_random_uuid(), 'PB-' || row_number() over (), 'web', 'Bench', '+4915112345678', 'cash', 'pickup', 'EUR',
      1000, 1000, current_date, (s->>'id')::uuid, (s->>'at')::timestamptz, (s->>'until')::timestamptz, 5
    from jsonb_array_elements(${json}::jsonb) s, generate_series(1, ${each})`;
  await client`analyze`;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const ids = await setUp();
const sellables = await getSellables({ db }, ids);
const items = ids.flatMap((variantId) => {
  const facts = sellables.get(variantId);
  return facts ? [{ variantId, quantity: 2, onDate: null, facts }] : [];
});
const wish: Wish = { method: 'pickup', items };
await fill(wish);

const counted = { queries: 0 };
const counting: Db = drizzle(client, { casing: 'snake_case', logger: { logQuery: () => (counted.queries += 1) } });
await findSlots({ db: counting, now: new Date(), locale: 'en' }, wish);
counted.queries = 0;
const answer = await findSlots({ db: counting, now: new Date(), locale: 'en' }, wish);

const [wall, cpu]: [number[], number[]] = [[], []];
for (let round = 0; round < ROUNDS; round += 1) {
  const [began, used] = [performance.now(), process.cpuUsage()];
  await findSlots({ db, now: new Date(), locale: 'en' }, wish);
  wall.push(performance.now() - began);
  const { user, system } = process.cpuUsage(used);
  cpu.push((user + system) / 1000);
  // One after the other, as requests come: nothing of one round is left for the next.
  await turn(0);
}
const report = {
  slots: answer.slots.length,
  free: answer.slots.filter(isFree).length,
  queries: counted.queries,
  wall_ms: median(wall),
  cpu_ms: median(cpu),
};
process.stdout.write(`${JSON.stringify(report)}\n`);
await client.end();
await database().close();
