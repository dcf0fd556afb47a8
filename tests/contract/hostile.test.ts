import { Agent } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '#tests/support/app';
import { openCallers } from '#tests/support/hostile/callers';
import { type Document, type Operation, readDocument } from '#tests/support/hostile/document';
import { type HostileRequest, type Known, requestsTo } from '#tests/support/hostile/requests';
import { faultOf, send } from '#tests/support/hostile/send';
import { raw } from '#tests/support/raw';

/** `HOSTILE_REQUESTS=10000` is the whole storm that is promised; what every check of the repository sends is a part. */
const REQUESTS = Number(process.env.HOSTILE_REQUESTS ?? 1500);
/** Any other finds other things; what is found is told with it. */
const SEED = Number(process.env.HOSTILE_SEED ?? 20_260_531);
const LANES = 6;

let app: App;
let callers: Awaited<ReturnType<typeof openCallers>>;
let document: Document;
let known: Known;
const agent = new Agent({ keepAlive: true, maxSockets: LANES * 2 });

beforeAll(async () => {
  app = await startApp();
  callers = await openCallers(app);
  document = readDocument(await (await fetch(`${app.url}/api/openapi.json`)).json());
  known = await callers.known(document);
}, 300_000);
afterAll(async () => {
  agent.destroy();
  await app?.stop();
});

type Count = { sent: number; reached: Set<string>; slowest: number; byStatus: Map<number, number> };

async function attack(request: HostileRequest, operation: Operation, count: Count): Promise<void> {
  const answer = await send(app.url, agent, request, await callers.credentials(request.caller));
  count.sent += 1;
  count.slowest = Math.max(count.slowest, answer.ms);
  count.byStatus.set(answer.status, (count.byStatus.get(answer.status) ?? 0) + 1);
  if (answer.status === 401 && request.caller !== 'tampered' && !('authorization' in request.headers)) {
    callers.forget(request.caller);
  } else if (![401, 403, 405].includes(answer.status)) count.reached.add(operation.id);
  const fault = faultOf(request, answer);
  if (fault !== null) throw new Error(`${fault}: ${answer.status} ${answer.text.slice(0, 300)}`);
}

async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const lane = async () => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** What was found in an operation, as small as it could be made; empty when nothing was. */
async function storm(operation: Operation, count: Count): Promise<string[]> {
  const property = fc.asyncProperty(requestsTo(operation, document, known), (request) =>
    attack(request, operation, count),
  );
  const numRuns = Math.ceil(REQUESTS / document.operations.length);
  const { failed, counterexample, errorInstance, seed, counterexamplePath } = await fc.check(property, {
    seed: SEED,
    numRuns,
  });
  if (!failed) return [];
  const what = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  const request = JSON.stringify(counterexample?.[0]).slice(0, 600);
  const found = `${operation.id} (seed ${seed}, path ${counterexamplePath}): ${what}\n    ${request}`;
  // At once: a long storm need not be over to be mended.
  process.stdout.write(`${found}\n`);
  return [found];
}

describe(`${REQUESTS} hostile requests`, () => {
  it('shaped by our own document find no server error, no internals, and the envelope everywhere', async () => {
    const count: Count = { sent: 0, reached: new Set(), slowest: 0, byStatus: new Map() };
    const found: string[] = [];
    await each(document.operations, async (operation) => {
      found.push(...(await storm(operation, count)));
    });
    const statuses = [...count.byStatus].sort(([a], [b]) => a - b).map(([status, times]) => `${times} × ${status}`);
    process.stdout.write(
      `${count.sent} hostile requests, seed ${SEED}, the slowest ${Math.round(count.slowest)} ms: ${statuses.join(', ')}\n`,
    );
    expect(found.join('\n')).toBe('');
    expect(count.sent).toBeGreaterThanOrEqual(REQUESTS);
    // A storm that only ever meets the gate would prove nothing.
    const unreached = document.operations.map(({ id }) => id).filter((id) => !count.reached.has(id));
    expect(unreached.length, unreached.join()).toBeLessThan(document.operations.length / 10);
    expect(app.output()).not.toMatch(/unexpected failure|failed in the server|unexpected exception/);
  }, 900_000);

  it('leave a shop that serves everybody else, and shows nothing alive of what it was sent', async () => {
    const pages = ['/', '/products', '/testimonials', '/events', '/track', '/cart', '/sitemap.xml', '/api/shop'];
    for (const path of pages) {
      const { status, text } = await raw(app.url, 'GET', path);
      expect([path, status < 500]).toEqual([path, true]);
      expect(text, path).not.toMatch(/<script>alert|<img src=x onerror|href="javascript:/i);
    }
  });
});
