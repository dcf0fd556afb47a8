import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { type Ask, startLoad } from '#scripts/topology/load';
import { type Stage, setStage } from '../stage.ts';

/**
 * `npm run bench -- soak`: memory over an hour of ordinary days in a row, `--minutes N` for another while. People look
 * around by addresses that hardly ever come again (words, filters, spellings of a link), fill carts, order: whatever is
 * kept for one of them and never let go would show as a line that rises to the end.
 */

const at = process.argv.indexOf('--minutes');
const MINUTES = at === -1 ? 60 : Number(process.argv[at + 1]);
const SAMPLES = 60;
const PAUSE_MS = 60;
const READERS = 6;
const GOAL = 'under 400 MiB; the last quarter at most 1.05 times the one before';

const say = (line: string) => process.stdout.write(`${line}\n`);
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const JSON_TYPE = { 'content-type': 'application/json' };

type Goods = { slugs: string[]; variantId: string; slotIds: string[] };

/** What is always there, and when: this is about memory, not about what runs out. */
async function endlessGoods({ url, databaseUrl }: Stage): Promise<Goods> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    const [variant] = await sql<{ id: string }[]>`
      update product_variants set stock_quantity = 2000000000 where id = (
        select v.id from product_variants v join products p on p.id = v.product_id
        where p.active and p.archived_at is null and v.archived_at is null and v.stock_mode = 'tracked' limit 1)
      returning id`;
    if (!variant) throw new Error('the shop has nothing to sell');
    await sql`update opening_rules set capacity_orders = null, capacity_load = null`;
    const rows = await sql<{ slug: string }[]>`select slug from products where active and archived_at is null`;
    const offered: { data: { id: string; reason: string | null }[] } = await (
      await fetch(`${url}/api/slots?items=${variant.id}:1`)
    ).json();
    // The latest: none of them passes while this runs.
    const slotIds = offered.data.flatMap(({ id, reason }) => (reason === null ? [id] : [])).slice(-20);
    return { slugs: rows.map(({ slug }) => slug), variantId: variant.id, slotIds };
  } finally {
    await sql.end();
  }
}

/** Endless visitors: `turn` makes each address another one. */
function lanesOf({ slugs, variantId, slotIds }: Goods): (() => Ask)[] {
  let turn = 0;
  const slug = () => slugs[turn % slugs.length];
  const kinds: (() => Ask)[] = [
    () => ({ path: '/' }),
    () => ({ path: `/products/${slug()}?from=${turn}` }),
    () => ({ path: `/api/products?q=word${turn}` }),
    () => ({ path: `/products?min_price=1&max_price=${turn}` }),
    () => ({ path: `/api/products/${slug()}` }),
    () => ({ path: '/de/products' }),
    () => ({
      method: 'POST',
      path: '/api/cart',
      headers: JSON_TYPE,
      body: JSON.stringify({ variant_id: variantId, quantity: 1 }),
    }),
    () => ({ path: `/cart?turn=${turn}` }),
  ];
  const look = (): Ask => {
    turn += 1;
    return kinds[turn % kinds.length]?.() ?? { path: '/' };
  };
  const order = (): Ask => ({
    method: 'POST',
    path: '/api/orders',
    headers: { ...JSON_TYPE, 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({
      items: [{ variant_id: variantId, quantity: 1 }],
      customer_name: 'Bench Mark',
      customer_phone: `+49151${String(10_000_000 + turn).slice(-8)}`,
      delivery_type: 'pickup',
      slot_id: slotIds[turn % slotIds.length],
    }),
  });
  return [...Array.from({ length: READERS }, () => look), order];
}

const stage = await setStage('bakery');
try {
  const goods = await endlessGoods(stage);
  const idle = await stage.memory();
  const load = startLoad(stage.url, lanesOf(goods), PAUSE_MS);
  const samples: number[] = [];
  for (let sample = 1; sample <= SAMPLES; sample += 1) {
    await sleep((MINUTES * 60_000) / SAMPLES);
    samples.push(await stage.memory());
    if (sample % 6 === 0) {
      const minutes = ((MINUTES * sample) / SAMPLES).toFixed(0).padStart(4);
      say(`${minutes} min  ${samples.at(-1)?.toFixed(0)} MiB  ${load.figures.sent} requests`);
    }
  }
  const { sent, errors } = await load.stop();
  const quarter = SAMPLES / 4;
  const [before, last] = [median(samples.slice(-2 * quarter, -quarter)), median(samples.slice(-quarter))];
  const report = {
    at: new Date().toISOString(),
    minutes: MINUTES,
    requests: sent,
    errors: Object.fromEntries(errors),
    idle_mib: idle,
    samples_mib: samples,
    most_mib: Math.max(...samples),
    growth: last / before,
  };
  say(
    `${sent} requests in ${MINUTES} minutes: idle ${idle.toFixed(0)} MiB, at most ${report.most_mib.toFixed(0)}, the last quarter ` +
      `${report.growth.toFixed(3)} times the one before  (goal: ${GOAL})`,
  );
  for (const [what, count] of errors) say(`  ${count} × ${what}`);
  await writeFile('bench-soak.json', `${JSON.stringify(report, null, 2)}\n`);
  say('written to bench-soak.json');
} finally {
  await stage.end();
}
