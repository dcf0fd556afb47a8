import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Ask, startLoad } from '#scripts/topology/load';
import { endlessGoods, type Goods } from '../goods.ts';
import { setStage } from '../stage.ts';

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

/** Endless visitors: `turn` makes each address another one. */
function lanesOf({ variantId, slotIds }: Goods, slugs: readonly string[]): (() => Ask)[] {
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
      // The latest: none of them passes while this runs.
      slot_id: slotIds.at(-1 - (turn % 20)),
    }),
  });
  return [...Array.from({ length: READERS }, () => look), order];
}

const stage = await setStage('bakery');
try {
  const goods = await endlessGoods(stage);
  const { data }: { data: { slug: string }[] } = await (await fetch(`${stage.url}/api/products?limit=100`)).json();
  const idle = await stage.memory();
  const load = startLoad(
    stage.url,
    lanesOf(
      goods,
      data.map(({ slug }) => slug),
    ),
    PAUSE_MS,
  );
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
