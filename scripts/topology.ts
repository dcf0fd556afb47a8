import { openDesk } from '#tests/support/desk';
import * as across from './topology/across.ts';
import { cacheDriver } from './topology/cache.ts';
import { setTopology, type Topology } from './topology/stage.ts';
import * as trouble from './topology/trouble.ts';

/**
 * `npm run topology`: what deploy/compose.scale.yaml describes, from the same files, on this machine without containers;
 * then everything that several instances promise, under load. Needs nginx, pgbouncer, redis-server and openssl, and a
 * built shop; its figures are in docs/decisions/035-several-instances.md.
 */
const ROLLS = Number(process.env.BARROW_ROUNDS ?? 3);

const say = (sentence: string) => void process.stdout.write(`${sentence}\n`);

/** What an instance said went wrong, each once. */
function complaints(output: string): string {
  const lines = output.split('\n').filter((line) => /"level":"(warn|error|fatal)"/.test(line));
  const said = new Map(lines.map((line) => [/"msg":"([^"]*)"/.exec(line)?.[1] ?? line, line]));
  return [...said.values()].map((line) => line.slice(0, 400)).join('\n          ') || 'no complaints';
}

async function checkAll(topology: Topology): Promise<across.Check[]> {
  const desk = await openDesk({ url: topology.url, admin: topology.admin });
  const all: across.Check[] = [];
  const steps: (() => Promise<across.Check | across.Check[]>)[] = [
    () => across.begunOnce(topology),
    () => trouble.throughNginx(topology, desk),
    () => across.expiry(topology, desk),
    () => across.streams(topology, desk),
    () => across.idempotency(topology, desk),
    () => across.lastTen(topology, desk),
    () => across.strictLimit(topology),
    () => across.generalLimit(topology),
    () => across.signOut(topology),
    () => trouble.rollingRestart(topology, desk, ROLLS),
    () => cacheDriver(topology),
    () => trouble.redisGoes(topology, desk),
    () => trouble.poolerGoes(topology, desk),
    () => across.jobsOnce(topology),
  ];
  for (const step of steps) {
    for (const check of [await step()].flat()) {
      all.push(check);
      say(`${check.isFine ? 'holds ' : 'BROKEN'}  ${check.name}\n        ${check.figure}`);
      if (!check.isFine) for (const { name, output } of topology.apps) say(`        ${name}: ${complaints(output())}`);
    }
  }
  return all;
}

const topology = await setTopology(say);
try {
  const checks = await checkAll(topology);
  const broken = checks.filter(({ isFine }) => !isFine).length;
  say(`\n${checks.length - broken} hold, ${broken} broken`);
  process.exitCode = broken === 0 ? 0 : 1;
} catch (error) {
  for (const { name, output } of topology.apps) process.stderr.write(`── ${name}\n${output().slice(-3000)}\n`);
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await topology.end();
}
