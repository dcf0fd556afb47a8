import { type ChildProcess, fork } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { undoing } from '#scripts/undo';
import { setStage } from '../stage.ts';

/**
 * `npm run bench -- live`: many open streams on one process. Memory of each, how long a change of stock takes to reach
 * all of them, how fast a page is answered meanwhile, and from commit to browser at a thousand streams. Database, server
 * and the listening clients share this machine. Needs as many open files as streams (`ulimit -n`).
 */

const option = (name: string, fallback: number) => {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? fallback : Number(process.argv[at + 1]);
};
const STREAMS = option('streams', 10_000);
const FEW = Math.min(1000, STREAMS);
const ROUNDS = option('rounds', 20);
const PAGE = '/cart';

type Said = { open?: number; expecting?: string; arrived?: number[] };
const say = (line: string) => process.stdout.write(`${line}\n`);
const now = () => performance.timeOrigin + performance.now();
const middle = (list: readonly number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
const most = (list: readonly number[]) => list.reduce((a, b) => Math.max(a, b), 0);

function ask(clients: ChildProcess, message: object, answers: (said: Said) => boolean): Promise<Said> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null) => reject(new Error(`the clients ended with ${code}`));
    const listen = (said: Said) => {
      if (!answers(said)) return;
      clients.off('message', listen);
      clients.off('exit', gone);
      resolve(said);
    };
    clients.on('message', listen);
    clients.once('exit', gone);
    clients.send(message);
  });
}

// A shop bounds them, and its memory, for what it usually has.
process.env.STREAMS_MAX ??= String(Math.ceil(STREAMS * 1.2));
const stage = await setStage('bakery');
const sql = postgres(stage.databaseUrl, { max: 1, onnotice: () => undefined });
const undo = undoing();
const clients = undo.child(
  fork(join(import.meta.dirname, 'clients.ts'), [new URL(stage.url).port, '/api/events?topics=stock']),
);
try {
  const [variant] = await sql<{ id: string }[]>`
    select id from product_variants where stock_mode = 'tracked' and archived_at is null limit 1`;
  if (!variant) throw new Error('the shop has no product that is counted');
  let quantity = 100_000;

  /** Milliseconds from the commit until each client had it. */
  async function change(): Promise<number[]> {
    quantity += 1;
    const arriving = new Promise<number[]>((resolve) => {
      const listen = ({ arrived }: Said) => {
        if (!arrived) return;
        clients.off('message', listen);
        resolve(arrived);
      };
      clients.on('message', listen);
    });
    await ask(clients, { expect: `"stock_quantity":${quantity},` }, ({ expecting }) => expecting !== undefined);
    const wish = { variant_id: variant?.id ?? '', quantity, reason: 'count', note: '', actor: { kind: 'system' } };
    await sql`select adjust_stock(${sql.json(wish)})`;
    const committed = now();
    return (await arriving).map((at) => at - committed);
  }

  async function page(): Promise<number> {
    const began = now();
    await (await fetch(`${stage.url}${PAGE}`)).text();
    return now() - began;
  }

  // Warm, so that what streams weigh is not mixed with what pages do.
  for (let at = 0; at < 200; at += 1) await page();
  await sleep(5000);
  const before = await stage.memory();
  await ask(clients, { open: FEW }, ({ open }) => open === FEW);
  await change();
  const few: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    few.push(...(await change()));
    await sleep(200);
  }

  await ask(clients, { open: STREAMS - FEW }, ({ open }) => open === STREAMS);
  // What making them takes for a moment is not what they weigh.
  await sleep(20_000);
  const after = await stage.memory();
  const each = ((after - before) * 1024) / STREAMS;

  const quiet: number[] = [];
  for (let at = 0; at < 20; at += 1) quiet.push(await page());
  const all: number[] = [];
  const meanwhile: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    let isTold = false;
    const told = change().then((took) => {
      isTold = true;
      return took;
    });
    while (!isTold) meanwhile.push(await page());
    all.push(most(await told));
    await sleep(500);
  }

  const figures = {
    streams: STREAMS,
    kib_each: Number(each.toFixed(1)),
    memory_mib: Number(after.toFixed(0)),
    all_told_ms: { median: Math.round(middle(all)), most: Math.round(most(all)) },
    page_ms: {
      quiet: Math.round(middle(quiet)),
      meanwhile: Math.round(middle(meanwhile)),
      most: Math.round(most(meanwhile)),
    },
    commit_to_browser_ms: { streams: FEW, median: Math.round(middle(few)), most: Math.round(most(few)) },
  };
  say(`${STREAMS} open streams, one process\n`);
  say(
    `memory of each stream              ${figures.kib_each} KiB  (at most 90 kB; the server in all ${figures.memory_mib} MiB)`,
  );
  say(
    `a change of stock reaches them all ${figures.all_told_ms.median} ms, at most ${figures.all_told_ms.most} ms  (within 1 s)`,
  );
  say(
    `${PAGE} meanwhile                    ${figures.page_ms.meanwhile} ms, at most ${figures.page_ms.most} ms; quiet ${figures.page_ms.quiet} ms  (within 200 ms)`,
  );
  say(
    `commit to browser, ${FEW} streams     ${figures.commit_to_browser_ms.median} ms, at most ${figures.commit_to_browser_ms.most} ms  (median under 100 ms)`,
  );
  await writeFile('bench-live.json', `${JSON.stringify(figures, null, 2)}\n`);
} finally {
  clients.removeAllListeners('exit');
  await undo.now();
  await sql.end();
  await stage.end();
}
